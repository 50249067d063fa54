"""What was heard around a picture, and how loud it was."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.loudness import LoudnessScale
from koekata.audio.track import VoiceTrack
from koekata.audio.visemes import VoiceFrame

EMPTY = np.zeros(0, np.float32)


def frames(first_s: float, last_s: float) -> list[VoiceFrame]:
    times = np.arange(round(first_s * 100), round(last_s * 100)) / 100
    return [VoiceFrame(float(time), EMPTY, EMPTY, 0.0, 0.0, -50.0, EMPTY) for time in times]


def test_a_window_holds_what_was_heard_around_the_moment() -> None:
    track = VoiceTrack()
    track.add(frames(0.0, 1.0))
    window = track.window(0.5, 0.1, 0.05)
    assert [frame.time_s for frame in window.frames] == pytest.approx(np.arange(40, 56) / 100)
    assert window.nearest is not None
    assert window.nearest.time_s == 0.5


def test_a_moment_ahead_of_the_sound_gets_the_newest_that_there_is() -> None:
    track = VoiceTrack()
    track.add(frames(0.0, 1.0))
    window = track.window(1.04, 0.1, 0.05)
    assert window.nearest is not None
    assert window.nearest.time_s == pytest.approx(0.99)
    assert track.window(2.0, 0.1, 0.05).nearest is None


def test_only_the_last_seconds_are_kept() -> None:
    track = VoiceTrack(kept_s=2.0)
    for second in range(60):
        track.add(frames(second, second + 1.0))
    assert len(track._frames) <= 500
    assert track.window(59.5, 1.0, 0.1).frames
    assert track.newest_s == pytest.approx(59.99)


def test_loudness_spans_from_the_room_to_the_loudest_voice() -> None:
    scale = LoudnessScale()
    for _ in range(500):
        scale(-60.0, 0.01)
    assert scale(-60.0, 0.01) == 0.0
    assert scale(-20.0, 0.01) == 1.0
    assert 0.3 < scale(-38.0, 0.01) < 0.7


def test_a_quiet_microphone_gets_the_same_scale_after_a_while() -> None:
    loudest = []
    for gain_db in (0.0, -25.0):
        scale = LoudnessScale()
        for word in range(100):
            level = -20.0 if word % 2 else -60.0
            heard = [scale(max(level + gain_db, -100.0), 0.01) for _ in range(50)]
            loudest.append(max(heard) if word == 99 else None)
    assert [value for value in loudest if value is not None] == pytest.approx([1.0, 1.0], abs=0.05)
