"""What the refining network is told of a frame: the same numbers in training and at run time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray

__all__ = ["FEATURES", "face_size", "pack"]

_POINTS = 478 * 3
_CHANNELS = 51
FEATURES = 2 * _POINTS + _CHANNELS + 4
"""Displacement, identity, geometric weights, and the way the head is turned."""


def face_size(points: FloatArray) -> float:
    """Metres: the norm of (478, 3) points about their middle."""
    return float(np.linalg.norm(points - points.mean(axis=0)))


def pack(
    points: FloatArray, neutral: FloatArray, mean: FloatArray, weights: FloatArray, rotation: FloatArray
) -> NDArray[np.float32]:
    """(FEATURES,) from one fit.

    `points` and `neutral` (478, 3) are in the head's axes; everything is scaled to the size of the `mean` face, which
    the network knows. `weights` (51,) are those of the geometric solve, `rotation` (3, 3) is head to camera.
    """
    scale = face_size(mean) / face_size(neutral)
    middle = neutral.mean(axis=0)
    identity = (neutral - middle) * scale - (mean - mean.mean(axis=0))
    turned = (*rotation[2], rotation[1, 0])
    return np.concatenate([((points - neutral) * scale).ravel(), identity.ravel(), weights, turned], dtype=np.float32)
