"""The stage "voice": a mouth from the sound, with a camera and without one."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from koekata.audio.stage import VoiceStage, open_voice
from koekata.bench.audio import held_out
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.config import CaptureConfig, KoekataConfig, VoiceConfig
from koekata.errors import ConfigError, SoundMissingError
from koekata.frames import FrameTime, SolvedFace

FPS = 60.0
JAW = ARKIT_INDEX["jawOpen"]
LIDS = [ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"]]
VOICE = ("visemeA", "visemeI", "visemeU", "visemeE", "visemeO", "visemeN", "lipsClosed", "voiceActivity", "loudness")


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """Two seconds of silence, some sentences, two seconds of silence; and when the voice ends."""
    silence = np.zeros(32_000, np.float32)
    voice = np.concatenate(held_out().samples[:4])
    path = tmp_path_factory.mktemp("speech") / "speech.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.concatenate([silence, voice, silence]) * 32767).astype(np.int16).tobytes())
    return path, 2.0 + len(voice) / 16_000


def moments(count: int) -> Iterator[FrameTime]:
    return (FrameTime(number + 1, number / FPS, 0, 0) for number in range(count))


def seen(time: FrameTime, weights: np.ndarray) -> SolvedFace:
    zeros = np.zeros(3)
    return SolvedFace(0, time, True, 1.0, weights, np.full(52, 0.9), zeros, zeros, np.zeros(4))


def config(source: str, sound: str) -> KoekataConfig:
    return KoekataConfig(capture=CaptureConfig(source=source), voice=VoiceConfig(source=sound))


def opened(source: str, sound: str) -> VoiceStage:
    stage = open_voice(config(source, sound), live=False)
    assert stage is not None
    return stage


def test_a_voice_alone_moves_a_mouth_and_rests_in_silence(speech: tuple[Path, float]) -> None:
    path, ends_s = speech
    stage = opened("none", str(path))
    faces = [stage.fuse(time, ())[0] for time in moments(int((ends_s + 1.5) * FPS))]
    stage.close()
    times = np.array([face.time.timeline_s for face in faces])
    jaw = np.array([face.weights[JAW] for face in faces])
    assert all(face.tracked for face in faces)
    assert jaw[(times > 2.2) & (times < ends_s - 0.2)].max() > 0.2
    assert jaw[(times > 0.3) & (times < 1.5)].max() < 0.05
    assert jaw[times > ends_s + 0.8].max() < 0.05
    assert np.isfinite([face.weights for face in faces]).all()


def test_a_voice_alone_blinks_now_and_then(speech: tuple[Path, float]) -> None:
    stage = opened("none", str(speech[0]))
    lids = np.array([stage.fuse(time, ())[0].weights[LIDS] for time in moments(int(14 * FPS))])
    stage.close()
    shut = lids[:, 0] > 0.9
    blinks = int((np.diff(shut.astype(int)) == 1).sum())
    assert 2 <= blinks <= 7
    np.testing.assert_array_equal(lids[:, 0], lids[:, 1])


def test_what_is_seen_keeps_its_channels_and_gets_those_of_the_voice(speech: tuple[Path, float]) -> None:
    path, ends_s = speech
    stage = opened("0", str(path))
    smiling = np.zeros(52)
    smiling[ARKIT_INDEX["mouthSmileLeft"]] = 0.8
    faces = [stage.fuse(time, (seen(time, smiling),))[0] for time in moments(int(ends_s * FPS))]
    stage.close()
    assert faces[0].names == (*ARKIT_NAMES, *VOICE)
    left = [face.weights[ARKIT_INDEX["mouthSmileLeft"]] for face in faces]
    right = [face.weights[ARKIT_INDEX["mouthSmileRight"]] for face in faces]
    assert min(left) > 0.6
    assert max(right) < 0.1
    activity = np.array([face.weights[faces[0].names.index("voiceActivity")] for face in faces])
    assert activity.max() > 0.9


def test_only_the_first_performer_is_heard(speech: tuple[Path, float]) -> None:
    stage = opened("0", str(speech[0]))
    time = FrameTime(1, 3.0, 0, 0)
    second = replace(seen(time, np.zeros(52)), performer=1)
    fused = stage.fuse(time, (seen(time, np.zeros(52)), second))
    stage.close()
    assert len(fused[0].names) == 61
    assert fused[1] is second


def test_a_take_of_a_voice_alone_ends_with_its_sound(speech: tuple[Path, float]) -> None:
    path, ends_s = speech
    stage = opened("none", str(path))
    endless = (seen(time, np.zeros(52)) for time in moments(10**6))
    last = list(stage.fuse_take(endless))[-1]
    stage.close()
    assert last.time.timeline_s == pytest.approx(ends_s + 2.0, abs=0.1)


@pytest.mark.parametrize(
    ("source", "sound", "error", "message"),
    [
        ("none", "", ConfigError, "neither a picture nor a sound"),
        ("0", "film", ConfigError, "no film that could have a sound track"),
        ("0", "nowhere.wav", ConfigError, "no file 'nowhere.wav'"),
    ],
)
def test_what_cannot_be_heard_is_refused_with_a_reason(
    source: str, sound: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        open_voice(config(source, sound), live=False)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    import av

    path = tmp_path / "mute.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25, width=32, height=32)
        container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode())
    with pytest.raises(SoundMissingError, match="no sound track"):
        open_voice(config(str(path), "film"), live=False)


def test_a_voice_that_is_not_stored_is_refused(
    speech: tuple[Path, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    with pytest.raises(ConfigError, match="nobody"):
        open_voice(KoekataConfig(voice=VoiceConfig(source=str(speech[0]), profile="nobody")), live=False)


def test_nothing_is_opened_where_nothing_is_to_be_heard() -> None:
    assert open_voice(config("0", ""), live=True) is None
