"""How far the lips are apart, by the landmarks alone."""

from __future__ import annotations

import numpy as np

from koekata.frames import FloatArray

__all__ = ["lips_apart"]

_UPPER, _LOWER = [82, 13, 312], [87, 14, 317]
"""On the inner lips, in the middle and to both sides of it."""
_EYES = 33, 263


def lips_apart(points: FloatArray) -> float:
    """Mean distance of the inner lips, seen from the front, as a share of that of the outer corners of the eyes.

    `points` (478, 3) are in the head's axes, in any unit.
    """
    eyes = float(np.linalg.norm(points[_EYES[0]] - points[_EYES[1]]))
    apart = (points[_UPPER] - points[_LOWER])[:, :2]
    return float(np.linalg.norm(apart, axis=1).mean()) / eyes
