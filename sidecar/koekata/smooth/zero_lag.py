"""Smoothing without delay, for recordings: what comes next is known as well as what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from koekata.config import SmoothConfig
from koekata.frames import SolvedFace
from koekata.smooth.smoother import Smoother

__all__ = ["smooth_take"]

_CHUNK, _OVERLAP = 900, 60
"""Frames that are smoothed at once, and the frames on either side that the filters need to settle."""


def smooth_take(faces: Iterable[SolvedFace], config: SmoothConfig) -> Iterator[SolvedFace]:
    """The faces of one performer, in order, filtered forwards and backwards: the delays cancel.

    Holds at most a thousand frames, however long the take.
    """
    if config.preset == "off":
        yield from faces
        return
    config = config.model_copy(update={"predict_ms": 0.0})
    window: list[SolvedFace] = []
    settled = 0
    for face in faces:
        window.append(face)
        if len(window) == settled + _CHUNK + _OVERLAP:
            yield from _both_ways(window, config)[settled : settled + _CHUNK]
            window = window[settled + _CHUNK - _OVERLAP :]
            settled = _OVERLAP
    yield from _both_ways(window, config)[settled:]


def _both_ways(faces: Sequence[SolvedFace], config: SmoothConfig) -> list[SolvedFace]:
    forwards = _filtered(faces, config)
    backwards = _filtered([_reversed_time(face) for face in reversed(faces)], config)[::-1]
    return [
        replace(
            after,
            time=face.time,
            weights=(after.weights + before.weights) / 2,
            yaw_pitch_roll=(after.yaw_pitch_roll + before.yaw_pitch_roll) / 2,
            translation=(after.translation + before.translation) / 2,
            gaze=(after.gaze + before.gaze) / 2,
        )
        for face, after, before in zip(faces, forwards, backwards, strict=True)
    ]


def _filtered(faces: Sequence[SolvedFace], config: SmoothConfig) -> list[SolvedFace]:
    smoother = Smoother(config)
    return [smoother.smooth(face) if face.tracked else face for face in faces]


def _reversed_time(face: SolvedFace) -> SolvedFace:
    return replace(face, time=replace(face.time, timeline_s=-face.time.timeline_s))
