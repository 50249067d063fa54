"""The frozen values that the stages hand to one another.

    capture -> CapturedFrame -> track -> TrackedFace -> fit -> FittedFace -> solve -> SolvedFace -> smooth -> voice
        -> SolvedFace -> map -> MappedFace -> publish

Axes everywhere: right-handed; +x is the performer's left (right in an image that is not mirrored), +y up, +z out of
the face towards the camera. Left and right are always the performer's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES

__all__ = [
    "CapturedFrame",
    "FittedFace",
    "FloatArray",
    "FrameTime",
    "ImageArray",
    "SolvedFace",
    "SourceEvent",
    "TrackedFace",
]

FloatArray = NDArray[np.float64]
ImageArray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class FrameTime:
    """When a picture was taken. Travels unchanged from the source to the listeners."""

    sequence: int
    """Counts the pictures that the source delivered, dropped ones included; the first is 1."""
    timeline_s: float
    """Seconds on the source's own time line: presentation time of a file, time since the start of a camera."""
    monotonic_ns: int
    """`time.monotonic_ns()` at capture; for files read offline, at decoding."""
    wall_ns: int
    """Unix time in nanoseconds at capture."""
    timecode: str | None = None
    """SMPTE timecode `HH:MM:SS:FF` where the source carries one."""


@dataclass(frozen=True, slots=True, eq=False)
class CapturedFrame:
    """One picture, never mirrored: the performer's left is on the right side of the image."""

    image: ImageArray
    """(H, W, 3) RGB, C-contiguous."""
    time: FrameTime
    dropped: int = 0
    """Pictures of the source that were skipped since the last captured one."""


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """The source changed its state; listeners are told."""

    state: str
    """`running`, `lost`, `reconnecting` or `ended`."""
    detail: str
    time: FrameTime | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrackedFace:
    """The face-mesh landmarks of one performer in one picture."""

    performer: int
    """Stable id, 0 for the first performer."""
    landmarks: FloatArray
    """(478, 3): x and y in image pixels (y down), z in the same unit, smaller is nearer to the camera."""
    image_size: tuple[int, int]
    """Width and height in pixels."""
    confidence: float
    """In [0, 1]."""
    time: FrameTime
    mouth_seen: float = 1.0
    """In [0, 1]: 0 where a hand or another thing hides the mouth."""


@dataclass(frozen=True, slots=True, eq=False)
class FittedFace:
    """A face model fitted to the landmarks of one performer."""

    performer: int
    time: FrameTime
    rotation: FloatArray
    """(3, 3) head to camera axes."""
    translation: FloatArray
    """(3,) metres, origin at the camera: the head is at negative z."""
    expression: FloatArray
    """(K,) coefficients of the model's expression basis."""
    gaze: FloatArray
    """(4,) degrees in the head's axes: left yaw, left pitch, right yaw, right pitch.

    Yaw > 0 looks to the performer's left, pitch > 0 looks up.
    """
    residual: float
    """Root mean square of the landmark residuals as a share of the eye distance."""
    confidence: float
    """In [0, 1]."""
    points: FloatArray
    """(478, 3) metres: the landmarks as they were seen, in the head's axes."""
    neutral: FloatArray
    """(478, 3) metres: the performer's neutral face in the head's axes."""
    mouth_seen: float = 1.0
    """In [0, 1]: 0 where something hides the mouth, whose landmarks are guesses then."""


@dataclass(frozen=True, slots=True, eq=False)
class SolvedFace:
    """What leaves the process for one performer and one picture."""

    performer: int
    time: FrameTime
    tracked: bool
    """False where no face was found: the values are those of the last tracked frame."""
    confidence: float
    """Of the whole face, in [0, 1]."""
    weights: FloatArray
    """(C,) in [0, 1], in the order of `names`: the 52 of ARKit, and after them those of the voice where it is heard."""
    channel_confidence: FloatArray
    """(C,) in [0, 1]; exactly 0 where the source cannot observe the channel, whose weight then means nothing."""
    yaw_pitch_roll: FloatArray
    """(3,) degrees, R = Ry(yaw) Rx(-pitch) Rz(roll).

    Yaw > 0 turns to the performer's left, pitch > 0 looks up, roll > 0 raises the performer's left side.
    """
    translation: FloatArray
    """(3,) metres, origin at the camera."""
    gaze: FloatArray
    """(4,) degrees: left yaw, left pitch, right yaw, right pitch; in the head's axes, signs as for the head."""
    names: tuple[str, ...] = field(default=ARKIT_NAMES, repr=False)
    lips_apart: float | None = None
    """Between the inner lips as they are seen, as a share of the distance of the outer corners of the eyes.

    Unlike the weights, it does not depend on what was taken for the neutral face. Not smoothed; None where unknown.
    """
