"""Whether a calibration still fits.

Nothing adapts during a take: weights mean the same after an hour as after a minute. But lenses are zoomed, glasses are
put on, and stored calibrations grow old. Then the landmarks of a resting face stray in the same way in every frame,
which no expression explains. That mean residual is what is measured; noise and expressions cancel out of it.
"""

from __future__ import annotations

import math

import numpy as np

from koekata.face_model.model import FaceModel
from koekata.frames import FittedFace, FloatArray

__all__ = ["DriftMeter"]

LIMIT = 0.018
"""Share of the eye distance from which recalibrating is advised. On the footage that this was set with, calibrations of
the same performer and camera stayed between 0.003 and 0.014, except for one who never rests; a focal length half as
long again gave 0.016 to 0.018, and somebody else's calibration 0.021 to 0.038."""
_SETTLED = 20.0
"""Seconds of a face that looks to the camera before anything is said."""
_MEMORY = 30.0
"""Seconds after which a frame counts a third."""
_TURNED = math.cos(math.radians(15.0))
"""Only what looks to the camera counts."""
_BUSY = 0.7
"""Sum of the weights at which a frame counts a third: a resting face says most."""
_STEP = 0.1
"""Longest time, in seconds, that one frame may stand for."""


class DriftMeter:
    """Watches one performer. Time is that of the pictures, not of their number."""

    def __init__(self, model: FaceModel) -> None:
        self._expression = model.expression
        self._neutral: FloatArray | None = None
        self._sum, self._weight, self._watched = np.zeros_like(model.expression[0]), 0.0, 0.0
        self._start: float | None = None
        self._last: float | None = None

    @property
    def drift(self) -> float:
        """Root mean square of the mean residual of the resting face, as a share of the eye distance."""
        if self._neutral is None or not self._weight:
            return 0.0
        size = float(np.linalg.norm(self._neutral[33] - self._neutral[263]))
        return float(np.sqrt(np.mean(np.sum((self._sum / self._weight) ** 2, axis=1)))) / size

    def add(self, face: FittedFace) -> None:
        """Take note of a frame. A new calibration starts everything afresh."""
        if self._neutral is not face.neutral:
            self._neutral = face.neutral
            self._forget()
        seconds = 0.0 if self._last is None else face.time.timeline_s - self._last
        self._last = face.time.timeline_s
        if not seconds > 0.0 or face.rotation[2, 2] < _TURNED:
            return
        seconds = min(seconds, _STEP)
        self._watched += seconds
        kept, counts = math.exp(-seconds / _MEMORY), seconds * math.exp(-float(face.expression.sum()) / _BUSY)
        residual = face.points - face.neutral - np.tensordot(face.expression, self._expression, 1)
        self._sum, self._weight = kept * self._sum + counts * residual, kept * self._weight + counts
        if self._start is None and self._watched >= _SETTLED:
            self._start = self.drift

    def report(self) -> str | None:
        """What to tell the user; None while the calibration fits, or while too little has been seen."""
        if self._start is None or self.drift < LIMIT:
            return None
        return (
            f"The calibration fits less well than it should: the resting face is off by {self.drift:.1%} of the eye "
            f"distance (after the first {_SETTLED:.0f} s: {self._start:.1%}). Calibrate again."
        )

    def _forget(self) -> None:
        self._sum, self._weight, self._watched = np.zeros_like(self._sum), 0.0, 0.0
        self._start = self._last = None
