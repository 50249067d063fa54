"""The voice on the command line: sound files, sound tracks, and a voice without a picture."""

from __future__ import annotations

import csv
import json
import wave
from pathlib import Path

import numpy as np
import pytest

from koekata.bench.audio import held_out


@pytest.fixture
def speech(tmp_path) -> Path:
    path = tmp_path / "speech.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.concatenate(held_out().samples[:2]) * 32767).astype(np.int16).tobytes())
    return path


def test_a_sound_file_is_solved_into_a_mouth_that_moves(koekata, speech, tmp_path):
    done = koekata("solve", str(speech), "--out", "voice.csv")
    assert done.returncode == 0, done.stderr
    assert "from the voice alone" in done.stdout
    rows = list(csv.DictReader((tmp_path / "voice.csv").read_text().splitlines()))
    assert max(float(row["JawOpen"]) for row in rows) > 0.15
    assert len(rows) == pytest.approx(60.0 * len(np.concatenate(held_out().samples[:2])) / 16_000, abs=8)


def test_a_film_with_another_sound_gets_the_channels_of_the_voice(koekata, short_clip, speech, tmp_path):
    done = koekata("solve", str(short_clip), "--sound", str(speech), "--out", "take.npz")
    assert done.returncode == 0, done.stderr
    with np.load(tmp_path / "take.npz") as take:
        names = [str(name) for name in take["names"]]
        assert take["weights"].shape == (30, 61)
    assert "visemeA" in names


def test_a_film_without_sound_says_what_to_do(koekata, short_clip):
    done = koekata("solve", str(short_clip), "--sound", "film", "--out", "take.csv")
    assert done.returncode == 1
    assert "there is no sound track in it" in done.stderr
    assert "name a microphone" in done.stderr


def test_a_voice_is_streamed_without_a_camera(koekata, speech):
    done = koekata(
        "run",
        "none",
        "--sound",
        str(speech),
        "--zmq-port",
        "0",
        "--osc-port",
        "0",
        "--no-osc",
        "--seconds",
        "2",
        "--json",
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["frames"] > 60
    assert "voice" in figures["stages_ms"]


def test_neither_picture_nor_sound_is_refused(koekata):
    done = koekata("run", "none")
    assert done.returncode == 2
    assert "--mic default" in done.stderr


def test_lipsync_writes_what_is_heard_every_10_ms(koekata, speech, tmp_path):
    done = koekata("lipsync", str(speech), "--out", "heard.npz")
    assert done.returncode == 0, done.stderr
    with np.load(tmp_path / "heard.npz") as heard:
        frames = len(heard["time_s"])
        assert [str(name) for name in heard["names"]][:2] == ["sil", "PP"]
        assert heard["visemes"].shape == (frames, 15)
        assert heard["vowels"].shape == (frames, 6)
        for name in ("closed", "vad", "loudness_db"):
            assert heard[name].shape == (frames,)
        np.testing.assert_allclose(np.diff(heard["time_s"]), 0.01, atol=1e-6)
        np.testing.assert_allclose(heard["visemes"].sum(axis=1), 1.0, atol=1e-3)
        assert (heard["vad"] > 0.5).mean() > 0.4


@pytest.mark.parametrize(("gain", "said"), [(0.0, "not a single sound"), (40.0, "too loud and cut off")])
def test_lipsync_tells_of_silence_and_of_clipping(koekata, speech, tmp_path, gain, said):
    with wave.open(str(speech)) as file:
        kept, sound = file.getparams(), np.frombuffer(file.readframes(file.getnframes()), np.int16)
    with wave.open(str(tmp_path / "changed.wav"), "wb") as file:
        file.setparams(kept)
        file.writeframes(np.clip(sound * gain, -32768, 32767).astype(np.int16).tobytes())
    done = koekata("lipsync", "changed.wav", "--out", "heard.npz")
    assert done.returncode == 0
    assert said in done.stderr


def test_lipsync_as_live_writes_a_table_and_never_over_another(koekata, speech, tmp_path):
    done = koekata("lipsync", str(speech), "--out", "heard.csv", "--live-latency")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader((tmp_path / "heard.csv").read_text().splitlines()))
    assert {"time_s", "PP", "vowel_A", "closed", "vad", "loudness_db"} <= set(rows[0])
    again = koekata("lipsync", str(speech), "--out", "heard.csv")
    assert again.returncode == 2
    assert "is there already" in again.stderr
