from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from koekata.audio.fuse import Fuser, FusionSettings, fuse_take, voice_face
from koekata.audio.fuse.mouth import VOICE_NAMES
from koekata.audio.track import VoiceWindow
from koekata.channels import ARKIT_NAMES
from koekata.errors import ConfigError


def _speech(mouths: Any, viseme: str, seconds: float = 3.0) -> list[Any]:
    """After a moment of silence, from which it is known what is loud."""
    return [mouths.sound(hop * 0.01, viseme if hop >= 20 else "sil") for hop in range(int(seconds * 100))]


def test_without_sound_the_camera_is_left_alone_and_the_voice_channels_have_no_confidence(mouths: Any) -> None:
    fuser = Fuser()
    for time_s in mouths.times(1.0):
        camera = mouths.solved(time_s, jawOpen=0.05, mouthSmileLeft=0.7)
        face = fuser.fuse(camera, VoiceWindow(time_s, ()))
    assert face.names == (*ARKIT_NAMES, *VOICE_NAMES)
    assert np.array_equal(face.weights[:52], camera.weights)
    assert np.array_equal(face.channel_confidence[:52], camera.channel_confidence)
    assert face.channel_confidence[52:].max() == 0.0


def test_a_voice_fills_its_channels(mouths: Any) -> None:
    frames, fuser = _speech(mouths, "aa"), Fuser()
    for time_s in mouths.times(1.0):
        face = fuser.fuse(mouths.solved(time_s), mouths.window(time_s, frames))
    assert mouths.value(face, "voiceActivity") == pytest.approx(1.0)
    assert mouths.value(face, "loudness") > 0.5
    assert mouths.confidence(face, "voiceActivity") == 1.0


def test_silence_settles_a_mouth_that_hangs_but_not_an_open_one(mouths: Any) -> None:
    silence = _speech(mouths, "sil")
    for jaw, left in ((0.025, 0.0), (0.3, 0.3)):
        fuser = Fuser()
        for time_s in mouths.times(1.5):
            face = fuser.fuse(mouths.solved(time_s, jawOpen=jaw), mouths.window(time_s, silence))
        assert mouths.value(face, "jawOpen") == pytest.approx(left, abs=1e-6)


def test_silence_leaves_a_smile_that_shows_the_teeth(mouths: Any) -> None:
    silence, fuser = _speech(mouths, "sil"), Fuser()
    smile = {"mouthSmileLeft": 0.8, "mouthSmileRight": 0.7, "mouthUpperUpLeft": 0.4, "mouthUpperUpRight": 0.4}
    for time_s in mouths.times(1.5):
        camera = mouths.solved(time_s, jawOpen=0.03, **smile)
        face = fuser.fuse(camera, mouths.window(time_s, silence))
    assert np.array_equal(face.weights[:52], camera.weights)


def test_silence_leaves_lips_that_the_picture_shows_apart(mouths: Any) -> None:
    silence = _speech(mouths, "sil")
    for apart, left in ((0.01, 0.0), (0.08, 0.025)):
        fuser, recorded = Fuser(), []
        for time_s in mouths.times(1.5):
            recorded.append(mouths.solved(time_s, jawOpen=0.025, apart=apart))
            face = fuser.fuse(recorded[-1], mouths.window(time_s, silence))
        taken = list(fuse_take(recorded, [mouths.window(each.time.timeline_s, silence) for each in recorded]))
        assert mouths.value(face, "jawOpen") == pytest.approx(left, abs=1e-6)
        assert mouths.value(taken[30], "jawOpen") == pytest.approx(left, abs=1e-6)


def test_settling_waits_for_a_quarter_of_a_second_of_silence_and_ends_with_the_voice(mouths: Any) -> None:
    frames = [mouths.sound(hop * 0.01, "sil" if hop < 100 else "E") for hop in range(200)]
    fuser, settled = Fuser(), {}
    for time_s in mouths.times(1.8):
        fuser.fuse(mouths.solved(time_s, jawOpen=0.025), mouths.window(time_s, frames))
        assert fuser.report is not None
        settled[time_s] = fuser.report.settled
    assert max(amount for time_s, amount in settled.items() if time_s < 0.24) == 0.0
    assert max(amount for time_s, amount in settled.items() if 0.5 < time_s < 0.9) == 1.0
    assert max(amount for time_s, amount in settled.items() if time_s > 1.25) == 0.0


@pytest.mark.parametrize(("viseme", "shape"), [("aa", "jawOpen"), ("ou", "mouthPucker"), ("ih", "mouthStretchLeft")])
def test_the_voice_moves_a_mouth_that_is_lost_without_a_jump(mouths: Any, viseme: str, shape: str) -> None:
    frames, fuser, shown = _speech(mouths, viseme), Fuser(), []
    for time_s in mouths.times(2.0):
        camera = mouths.solved(time_s, trust=1.0 if time_s < 1.0 else 0.0, tracked=time_s < 1.0, browInnerUp=0.5)
        face = fuser.fuse(camera, mouths.window(time_s, frames))
        shown.append(mouths.value(face, shape))
    assert shown[25] == 0.0
    assert shown[-1] > 0.25
    assert np.abs(np.diff(shown)).max() < 0.3 * shown[-1]
    assert face.tracked
    assert mouths.confidence(face, "jawOpen") > 0.3
    assert mouths.confidence(face, "browInnerUp") == 0.0


def test_a_lost_face_stays_lost_when_nobody_speaks(mouths: Any) -> None:
    silence, fuser = _speech(mouths, "sil"), Fuser()
    for time_s in mouths.times(2.0):
        face = fuser.fuse(mouths.solved(time_s, tracked=False, trust=0.0), mouths.window(time_s, silence))
    assert not face.tracked


def test_unclear_sound_leaves_the_mouth_to_the_camera(mouths: Any) -> None:
    flat = np.full(15, 1 / 15, np.float32)
    frames = [replace(frame, visemes=flat, voice=0.5) for frame in _speech(mouths, "aa")]
    fuser = Fuser(FusionSettings(jaw="voice", lips="voice"))
    for time_s in mouths.times(1.0):
        camera = mouths.solved(time_s, jawOpen=0.1, mouthPucker=0.3)
        face = fuser.fuse(camera, mouths.window(time_s, frames))
    assert np.allclose(face.weights[:52], camera.weights)


def test_each_region_follows_its_own_priority(mouths: Any) -> None:
    frames, fuser = _speech(mouths, "aa"), Fuser(FusionSettings(jaw="voice", lips="video"))
    for time_s in mouths.times(1.0):
        face = fuser.fuse(mouths.solved(time_s, mouthPucker=0.4, mouthSmileLeft=0.2), mouths.window(time_s, frames))
    assert mouths.value(face, "jawOpen") > 0.3
    assert mouths.value(face, "mouthPucker") == 0.4
    assert mouths.value(face, "mouthSmileLeft") == 0.2


def test_a_voice_alone_makes_a_mouth_that_opens_with_loudness_and_closes_on_m(mouths: Any) -> None:
    face = mouths.solved(1.0)
    spoken = voice_face(mouths.window(1.0, _speech(mouths, "aa")), face.time)
    shut = [mouths.sound(hop * 0.01, "PP", closed=0.99) for hop in range(200)]
    closed = voice_face(mouths.window(1.0, shut), face.time)
    silent = voice_face(mouths.window(1.0, _speech(mouths, "sil")), face.time)
    assert mouths.value(spoken, "jawOpen") > 0.3
    assert mouths.gap(closed) < 0.02
    assert silent.weights[:52].max() == 0.0
    assert (spoken.tracked, silent.tracked) == (True, False)
    assert mouths.confidence(spoken, "eyeBlinkLeft") == 0.0
    assert voice_face(VoiceWindow(1.0, ()), face.time).channel_confidence.max() == 0.0


def test_nothing_is_ever_out_of_range_whatever_is_heard_and_seen(mouths: Any) -> None:
    draw, fuser, time_s = np.random.default_rng(1), Fuser(), 0.0
    for _ in range(400):
        time_s += float(draw.choice([0.0, 1 / 60, 1 / 24, 0.7, -0.2]))
        visemes = draw.dirichlet(np.full(15, 0.2)).astype(np.float32)
        frames = [
            replace(mouths.sound(time_s + hop * 0.01), visemes=visemes, closed=float(draw.choice([0.0, 0.5, 1.0])),
                    voice=float(draw.random()))
            for hop in range(-15, int(draw.integers(-15, 7)))
        ]  # fmt: skip
        camera = mouths.solved(time_s, tracked=bool(draw.random() < 0.8), trust=float(draw.random()))
        camera.weights[:] = draw.random(52)
        close, jaw = ARKIT_NAMES.index("mouthClose"), ARKIT_NAMES.index("jawOpen")
        camera.weights[close] = min(camera.weights[close], camera.weights[jaw])
        face = fuser.fuse(camera, VoiceWindow(time_s, tuple(frames)), camera if draw.random() < 0.5 else None)
        assert np.isfinite(face.weights).all()
        assert face.weights.min() >= 0.0
        assert face.weights.max() <= 1.0
        assert face.channel_confidence.min() >= 0.0
        assert face.channel_confidence.max() <= 1.0
        assert mouths.value(face, "mouthClose") <= mouths.value(face, "jawOpen") + 1e-9


def test_settings_out_of_range_are_refused_with_a_remedy() -> None:
    with pytest.raises(ConfigError, match=r"jaw is 'camera'"):
        FusionSettings(jaw="camera")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match=r"strength is 1\.5"):
        FusionSettings(strength=1.5)
