"""Render the sample performance: `performance.mp4` with sound, and `performance.npz` with what was really acted.

    python -m koekata.data.sample.make_sample --bench ../shared/bench/ict --out sidecar/koekata/data/sample

`acting.json` beside this file says who acts what. Needs a renderer of ICT-FaceKit heads (`ictlib.py` and `ict.npz`
in the folder given as --bench, with numba and scipy), espeak-ng's library and ffmpeg. Nothing of the mesh reaches the
output but its picture.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import Any

import numpy as np

from koekata.data.sample.performance import Performance, perform
from koekata.data.sample.speech import Speech, speak

SIZE = 512
SUPERSAMPLING = 2
SENSOR_NOISE = 1.6


def main() -> None:
    """Read the acting, speak, act, render, and write both files."""
    arguments = _arguments()
    acting = json.loads(Path(__file__).with_name("acting.json").read_text(encoding="utf-8"))
    line = {key: value for key, value in acting["speech"].items() if key != "at"}
    speech = speak(line.pop("text"), **line)
    performance = perform(acting, speech.phones)
    arguments.out.mkdir(parents=True, exist_ok=True)
    _save_truth(arguments.out / "performance.npz", performance, acting)
    if not arguments.truth_only:
        sys.path.insert(0, str(arguments.bench))
        _film(arguments.out / "performance.mp4", arguments.bench, performance, acting, speech)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, help="folder with ictlib.py and ict.npz")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    parser.add_argument("--truth-only", action="store_true", help="write the npz and render nothing")
    return parser.parse_args()


def _save_truth(path: Path, performance: Performance, acting: dict[str, Any]) -> None:
    phones = [[phone.ipa, round(phone.start_s, 3), round(phone.end_s, 3)] for phone in performance.phones]
    np.savez_compressed(
        path,
        names=np.array(performance.names),
        weights=performance.weights.astype(np.float32),
        yaw_pitch_roll=performance.yaw_pitch_roll.astype(np.float32),
        gaze=performance.gaze.astype(np.float32),
        fps=np.array(float(acting["fps"])),
        segments=np.array(json.dumps(acting["segments"])),
        phones=np.array(json.dumps(phones, ensure_ascii=False)),
    )


def _film(path: Path, bench: Path, performance: Performance, acting: dict[str, Any], speech: Speech) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "speech.wav"
        _write_sound(sound, speech, acting)
        encoder = subprocess.Popen(_encoder_command(path, sound, acting["fps"]), stdin=subprocess.PIPE)
        assert encoder.stdin is not None
        with encoder.stdin as pipe:
            for picture in _pictures(bench, performance, acting["actor"]):
                pipe.write(picture.tobytes())
        if encoder.wait() != 0:
            raise SystemExit("ffmpeg could not write the film; its message stands above")


def _write_sound(path: Path, speech: Speech, acting: dict[str, Any]) -> None:
    """The whole length of the film, silent but for the line."""
    samples = np.zeros(round(acting["seconds"] * speech.rate))
    start = round(acting["speech"]["at"] * speech.rate)
    spoken = speech.samples[: len(samples) - start]
    samples[start : start + len(spoken)] = spoken
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(speech.rate)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def _encoder_command(path: Path, sound: Path, fps: float) -> list[str]:
    # Bit-exact flags leave the encoder's version and the date out, so that the same input gives the same file.
    return [
        *("ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIZE}x{SIZE}"),
        *("-r", str(fps), "-i", "-", "-i", str(sound), "-c:v", "libx264", "-preset", "slow", "-crf", "21"),
        *("-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "64k", "-ar", "44100", "-ac", "1"),
        *("-movflags", "+faststart", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
        str(path),
    ]  # fmt: skip


def _pictures(bench: Path, performance: Performance, actor: dict[str, Any]) -> Any:
    import ictlib  # type: ignore[import-not-found]  # found through --bench

    identity = np.random.default_rng(actor["identity_seed"]).standard_normal(30).astype(np.float32)
    renderer = ictlib.Renderer(
        ictlib.ICT(str(bench / "ict.npz")), identity, look=actor["look"], seed=actor["identity_seed"],
        size=SIZE, ss=SUPERSAMPLING, light=actor["light"],
    )  # fmt: skip
    rng = np.random.default_rng(actor["identity_seed"] + 7)
    for weights, head in zip(performance.weights, performance.yaw_pitch_roll, strict=True):
        yield renderer.frame(weights, *head, noise=SENSOR_NOISE, rng=rng, **actor["camera"])


if __name__ == "__main__":
    main()
