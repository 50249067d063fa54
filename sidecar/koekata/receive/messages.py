"""The messages of `mappings/STREAM.md`, decoded and checked."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FrameMessage", "LayoutMessage", "Message", "StatusMessage", "UnknownMessage"]


@dataclass(frozen=True, slots=True)
class LayoutMessage:
    """The names of a performer's weights."""

    session: str
    performer: int
    layout: int
    channels: tuple[str, ...]
    producer: str
    face_model: str = ""
    """Empty where the sender does not say."""


@dataclass(frozen=True, slots=True)
class FrameMessage:
    """The motion of one performer in one picture; units and axes as in the specification."""

    session: str
    performer: int
    layout: int
    sequence: int
    timeline_s: float
    monotonic_ns: int
    wall_ns: int
    sent_ns: int
    timecode: str | None
    tracked: bool
    confidence: float
    weights: tuple[float, ...]
    channel_confidence: tuple[float, ...]
    head_rotation: tuple[float, ...]
    head_ypr: tuple[float, ...]
    head_translation: tuple[float, ...]
    gaze: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StatusMessage:
    """The state of the source."""

    session: str
    state: str
    detail: str
    wall_ns: int
    performers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnknownMessage:
    """A message of a type that this version does not know; to be ignored."""

    session: str
    type: str


Message = LayoutMessage | FrameMessage | StatusMessage | UnknownMessage
