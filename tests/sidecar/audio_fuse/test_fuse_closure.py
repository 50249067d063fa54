from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from koekata.audio.fuse import Fuser, FusionSettings, fuse_take

VISIBLE = 0.05


def _utterance(mouths: Any, closures: tuple[float, ...], seconds: float = 1.5, length_s: float = 0.06) -> list[Any]:
    """An open vowel, with lips heard together for a while."""
    made = []
    for hop in range(int(seconds * 100)):
        time_s = hop * 0.01
        shut = any(start <= time_s < start + length_s for start in closures)
        made.append(mouths.sound(time_s, "PP" if shut else "aa", closed=0.97 if shut else 0.02, voice=1.0))
    return made


def _camera(mouths: Any, time_s: float, dips: tuple[float, ...], depth: float = 0.09, **weights: float) -> Any:
    """A jaw at 0.3 that dips where the lips close, but not all the way: as smoothing leaves it."""
    nearest = min((abs(time_s - dip - 0.03) for dip in dips), default=1.0)
    jaw = 0.3 - (0.3 - depth) * max(0.0, 1.0 - nearest / 0.07)
    return mouths.solved(time_s, jawOpen=jaw, **weights)


@pytest.mark.parametrize("known_s", [0.06, -0.015, -0.045])
def test_a_heard_closure_with_a_dip_in_the_picture_brings_the_lips_together(mouths: Any, known_s: float) -> None:
    frames, fuser = _utterance(mouths, (0.6,)), Fuser()
    gaps = {}
    for time_s in mouths.times(1.4):
        smoothed, crisp = _camera(mouths, time_s, (0.6,)), _camera(mouths, time_s, (0.6,), depth=0.02)
        face = fuser.fuse(smoothed, mouths.window(time_s, frames, known_s), crisp)
        gaps[time_s] = mouths.gap(face)
    near = [gap for time_s, gap in gaps.items() if 0.56 <= time_s <= 0.7]
    away = [gap for time_s, gap in gaps.items() if time_s < 0.5 or time_s > 0.9]
    assert min(near) < VISIBLE
    assert min(away) > 0.25


def test_sound_without_a_dip_in_a_trusted_picture_does_not_close_the_mouth(mouths: Any) -> None:
    frames, fuser = _utterance(mouths, (0.6,)), Fuser()
    for time_s in mouths.times(1.4):
        face = fuser.fuse(mouths.solved(time_s, jawOpen=0.4), mouths.window(time_s, frames))
        assert mouths.gap(face) > 0.3


def test_a_dip_in_the_picture_does_not_close_lips_of_which_the_sound_says_that_they_are_open(mouths: Any) -> None:
    vowel, fuser = _utterance(mouths, ()), Fuser()
    for time_s in mouths.times(1.4):
        camera = _camera(mouths, time_s, (0.6,), depth=0.04)
        face = fuser.fuse(camera, mouths.window(time_s, vowel))
        assert mouths.gap(face) == pytest.approx(mouths.gap(camera), abs=1e-6)


@pytest.mark.parametrize("known_s", [0.06, -0.015, -0.045])
@pytest.mark.parametrize(("apart", "closes"), [(0.01, True), (0.09, False)])
def test_lips_that_the_picture_shows_apart_stay_open_though_their_weights_are_those_of_a_closed_mouth(
    mouths: Any, known_s: float, apart: float, closes: bool
) -> None:
    """Teeth together, lips apart, and a neutral face that was taken with a smile: jawOpen says nothing of it."""
    frames, fuser, began = _utterance(mouths, (0.6,)), Fuser(), False
    for time_s in mouths.times(1.4):
        camera = _camera(mouths, time_s, (0.6,), depth=0.02, apart=apart if 0.57 < time_s < 0.69 else 0.15)
        fuser.fuse(camera, mouths.window(time_s, frames, known_s))
        began |= fuser.report is not None and fuser.report.closure == 1.0
    assert began is closes


@pytest.mark.parametrize("known_s", [0.06, -0.015, -0.045])
def test_lips_that_the_picture_shows_together_close_though_the_weights_are_those_of_an_open_mouth(
    mouths: Any, known_s: float
) -> None:
    """As in the first seconds of a session, before the neutral face is known."""
    frames, fuser, gaps = _utterance(mouths, (0.6,)), Fuser(), []
    for time_s in mouths.times(1.4):
        shut = 0.59 < time_s < 0.67
        camera = mouths.solved(time_s, jawOpen=0.2 if shut else 0.4, apart=0.005 if shut else 0.15)
        gaps.append(mouths.gap(fuser.fuse(camera, mouths.window(time_s, frames, known_s))))
    assert min(gaps[18:21]) < VISIBLE
    assert min(gaps[:17] + gaps[24:]) > 0.3


@pytest.mark.parametrize("known_s", [0.06, -0.015, -0.045])
def test_a_mouth_that_falls_from_wide_open_to_less_open_is_not_closed(mouths: Any, known_s: float) -> None:
    frames, fuser = _utterance(mouths, (0.6,), length_s=0.3), Fuser()
    for time_s in mouths.times(1.0):
        jaw = 0.9 if time_s < 0.62 else 0.18
        face = fuser.fuse(mouths.solved(time_s, jawOpen=jaw), mouths.window(time_s, frames, known_s))
        assert mouths.gap(face) > 0.15


def test_in_a_recording_lips_that_the_picture_shows_apart_stay_open(mouths: Any) -> None:
    frames, times = _utterance(mouths, (0.6,)), list(mouths.times(1.4))
    for apart, closes in ((0.01, True), (0.09, False)):
        faces = [_camera(mouths, at, (0.6,), depth=0.02, apart=apart if 0.57 < at < 0.69 else 0.15) for at in times]
        fused = fuse_take(faces, [mouths.window(time_s, frames) for time_s in times])
        assert any(mouths.value(face, "lipsClosed") == 1.0 for face in fused) is closes


def test_a_dip_in_the_picture_does_not_close_the_mouth_in_silence(mouths: Any) -> None:
    silence = [mouths.sound(hop * 0.01) for hop in range(150)]
    fuser = Fuser()
    for time_s in mouths.times(1.4):
        camera = _camera(mouths, time_s, (0.6,))
        face = fuser.fuse(camera, mouths.window(time_s, silence))
        assert mouths.gap(face) == pytest.approx(mouths.gap(camera), abs=1e-6)


def test_a_closure_begins_within_one_picture_and_is_held_for_50_ms(mouths: Any) -> None:
    frames, fuser = _utterance(mouths, (0.6,), length_s=0.03), Fuser()
    closed = []
    for time_s in mouths.times(1.4, fps=120.0):
        face = fuser.fuse(_camera(mouths, time_s, (0.6,), depth=0.03), mouths.window(time_s, frames))
        closed.append(fuser.report is not None and fuser.report.closure == 1.0)
        if closed[-1]:
            assert mouths.gap(face) < VISIBLE
    lengths = np.diff(np.flatnonzero(np.diff([0, *closed, 0])))[::2]
    assert len(lengths) >= 1
    assert min(lengths) >= 0.05 * 120.0


def test_a_long_m_is_let_go_after_the_longest_hold(mouths: Any) -> None:
    frames = _utterance(mouths, (0.3,), length_s=1.0)
    fuser, closed = Fuser(FusionSettings(max_hold_s=0.2)), 0
    for time_s in mouths.times(1.2):
        fuser.fuse(mouths.solved(time_s, jawOpen=0.3 if time_s < 0.3 else 0.02), mouths.window(time_s, frames))
        closed += fuser.report is not None and fuser.report.closure == 1.0
    assert 0.15 * 30 <= closed <= 0.25 * 30


def test_sound_alone_needs_more_than_sound_and_picture(mouths: Any) -> None:
    fuser = Fuser(FusionSettings(closure="voice"))
    for closed, expected in ((0.7, False), (0.995, True)):
        frames = [
            mouths.sound(hop * 0.01, "PP" if 60 <= hop < 66 else "aa", closed if 60 <= hop < 66 else 0.02, voice=1.0)
            for hop in range(150)
        ]
        shut = []
        for time_s in mouths.times(1.4):
            fuser.fuse(mouths.solved(time_s, jawOpen=0.3), mouths.window(time_s, frames))
            shut.append(fuser.report is not None and fuser.report.closure_because == "sound alone")
        assert any(shut) is expected


def test_closing_keeps_corners_and_what_differs_between_the_sides(mouths: Any) -> None:
    frames, fuser, closed = _utterance(mouths, (0.6,)), Fuser(), 0
    corners = {"mouthSmileLeft": 0.6, "mouthSmileRight": 0.1, "mouthLeft": 0.3}
    for time_s in mouths.times(0.8):
        camera = _camera(mouths, time_s, (0.6,), depth=0.02, mouthUpperUpLeft=0.1, **corners)
        face = fuser.fuse(camera, mouths.window(time_s, frames))
        for name, value in corners.items():
            assert mouths.value(face, name) == value
        if fuser.report is not None and fuser.report.closure == 1.0:
            closed += 1
            assert mouths.value(face, "mouthUpperUpLeft") == 0.0
            assert mouths.value(face, "mouthClose") == pytest.approx(mouths.value(face, "jawOpen"))
    assert closed > 0


def test_with_priority_video_no_sound_closes_the_lips(mouths: Any) -> None:
    frames, fuser = _utterance(mouths, (0.6,)), Fuser(FusionSettings(closure="video"))
    for time_s in mouths.times(1.0):
        camera = _camera(mouths, time_s, (0.6,))
        face = fuser.fuse(camera, mouths.window(time_s, frames))
        assert mouths.gap(face) == pytest.approx(mouths.gap(camera))


def test_a_recording_closes_before_and_after_as_well_and_leaves_the_vowels(mouths: Any) -> None:
    frames = _utterance(mouths, (0.5, 0.9))
    times = list(mouths.times(1.4))
    faces = [_camera(mouths, time_s, (0.5, 0.9)) for time_s in times]
    fused = list(fuse_take(faces, [mouths.window(time_s, frames) for time_s in times]))
    gaps = dict(zip(times, map(mouths.gap, fused), strict=True))
    for start in (0.5, 0.9):
        assert min(gap for time_s, gap in gaps.items() if start - 0.02 <= time_s <= start + 0.08) < VISIBLE
    assert min(gap for time_s, gap in gaps.items() if 0.68 <= time_s <= 0.8) > 0.2


def test_a_long_recording_is_fused_in_pieces_without_seams(mouths: Any) -> None:
    frames = _utterance(mouths, tuple(np.arange(0.5, 58.0, 0.7).tolist()), seconds=60.0)
    times = list(mouths.times(58.0))
    dips = tuple(np.arange(0.5, 58.0, 0.7).tolist())
    faces = [_camera(mouths, time_s, dips) for time_s in times]
    windows = [
        mouths.window(time_s, frames[max(0, int(time_s * 100) - 30) : int(time_s * 100) + 30]) for time_s in times
    ]
    whole = np.array([face.weights for face in fuse_take(faces, windows)])
    late = np.array([face.weights for face in fuse_take(faces[450:], windows[450:])])
    assert len(whole) == len(faces)
    assert np.abs(whole[600:, :52] - late[150:, :52]).max() < 1e-6
