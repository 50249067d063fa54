"""What FLAME's parameters are likely to be, given the ARKit weights and the frame before."""

from __future__ import annotations

import numpy as np

from koekata.face_model.flame.face import FlameFace
from koekata.frames import FloatArray

__all__ = ["ArticulationPrior", "bounds"]

_EXPRESSION_SLACK, _JAW_SLACK, _EYE_SLACK = 0.4, 0.015, (0.05, 0.05, 0.003)
"""Standard deviations, in coefficients and radians, of what the ARKit channels cannot say. An eye does not roll."""
_UNIT = 0.1
"""Precision of FLAME's own prior on expression coefficients. It would be 1 by FLAME's scaling; but the ARKit fit has
been drawn to the neutral face already."""
_EXPRESSION_WANDER, _JAW_WANDER, _EYE_WANDER = 90.0, 1.0, 5.0
"""Variance per second by which the parameters stray from those of the frame before; wide enough for a blink."""
_EXPRESSION_LIMIT, _EYE_LIMIT = 4.0, 0.8
_JAW_OPEN, _JAW_ASIDE = (0.0, 0.8), (-0.2, 0.2)
"""Radians: FLAME's jaw opens about +x."""


class ArticulationPrior:
    """Gaussian prior on the articulation (E + 9,): expression coefficients, jaw, left eye, right eye."""

    def __init__(self, face: FlameFace) -> None:
        self._channels = np.hstack([face.expression, face.jaw, face.left_eye, face.right_eye])
        count = face.expression.shape[1]
        self._precision = _laid_out(count, _EXPRESSION_SLACK, _JAW_SLACK, _EYE_SLACK) ** -2.0
        self._wander = _laid_out(count, _EXPRESSION_WANDER, _JAW_WANDER, (_EYE_WANDER,) * 3)
        self._unit = _laid_out(count, _UNIT, 0.0, (0.0,) * 3)

    def centre(self, weights: FloatArray) -> FloatArray:
        """(E + 9,) the articulation that (K,) ARKit weights stand for."""
        return np.asarray(weights @ self._channels)

    def about(self, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Diagonal precision P (E + 9,) and pull p (E + 9,) of the prior `exp(-x'Px / 2 + p'x)`."""
        return self._precision + self._unit, self._precision * self.centre(weights)

    def since(self, seconds: float) -> FloatArray:
        """(E + 9,) precision with which the parameters equal those of `seconds` ago."""
        return np.asarray(1.0 / (self._wander * seconds))


def bounds(count: int) -> tuple[FloatArray, FloatArray]:
    """Lowest and highest articulation (E + 9,) for E = `count` expression coefficients."""
    upper = np.concatenate([np.full(count, _EXPRESSION_LIMIT), (_JAW_OPEN[1], *[_JAW_ASIDE[1]] * 2), [_EYE_LIMIT] * 6])
    lower = -upper
    lower[count : count + 3] = (_JAW_OPEN[0], *[_JAW_ASIDE[0]] * 2)
    return lower, upper


def _laid_out(count: int, expression: float, jaw: float, eye: tuple[float, ...]) -> FloatArray:
    return np.concatenate([np.full(count, expression), np.full(3, jaw), eye, eye])
