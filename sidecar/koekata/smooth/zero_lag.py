"""Smoothing without delay, for recordings: what comes next is known as well as what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from koekata.config import SmoothConfig
from koekata.frames import FloatArray, SolvedFace
from koekata.smooth.smoother import Smoother

__all__ = ["smooth_take"]

_CHUNK, _OVERLAP = 600, 300
"""Frames that are smoothed backwards at once, and the frames after them that the filters need to settle."""


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    face: SolvedFace
    after: SolvedFace
    """Smoothed with what came before."""
    tremble: FloatArray | None
    """What was known by then. Backwards the same is used, so that both ways take the same for movement."""


def smooth_take(faces: Iterable[SolvedFace], config: SmoothConfig) -> Iterator[SolvedFace]:
    """The faces of one performer, in order, filtered forwards and backwards: the delays cancel.

    Holds at most a thousand frames, however long the take.
    """
    if config.preset == "off":
        yield from faces
        return
    config = config.model_copy(update={"predict_ms": 0.0})
    forwards = Smoother(config)
    window: list[_Frame] = []
    for face in faces:
        after = forwards.smooth(face) if face.tracked else face
        window.append(_Frame(face, after, forwards.tremble))
        if len(window) == _CHUNK + _OVERLAP:
            yield from _both_ways(window, config)[:_CHUNK]
            del window[:_CHUNK]
    yield from _both_ways(window, config)


def _both_ways(frames: Sequence[_Frame], config: SmoothConfig) -> list[SolvedFace]:
    smoother = Smoother(config)
    faces = []
    for frame in reversed(frames):
        before = frame.face
        if before.tracked:
            before = smoother.smooth(_reversed_time(before), frame.tremble)
        faces.append(_mean(frame.face, frame.after, before))
    return faces[::-1]


def _mean(face: SolvedFace, after: SolvedFace, before: SolvedFace) -> SolvedFace:
    return replace(
        face,
        weights=(after.weights + before.weights) / 2,
        yaw_pitch_roll=(after.yaw_pitch_roll + before.yaw_pitch_roll) / 2,
        translation=(after.translation + before.translation) / 2,
        gaze=(after.gaze + before.gaze) / 2,
    )


def _reversed_time(face: SolvedFace) -> SolvedFace:
    return replace(face, time=replace(face.time, timeline_s=-face.time.timeline_s))
