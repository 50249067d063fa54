"""How far the landmarks of a face can be trusted."""

from __future__ import annotations

import math

import numpy as np

from koekata.track._regions import OUTER_EYE_CORNERS, Mesh, eye_distance

__all__ = ["confidence_of"]

_FULL_EYE_DISTANCE_PX = 40.0
_FULL_YAW_DEG = 30.0
_WORST_YAW_DEG = 80.0
_WORST_YAW_FACTOR = 0.3


def confidence_of(mesh: Mesh, size: tuple[int, int]) -> float:
    """In [0, 1]: the mesh's presence score, lowered for small, turned and cropped faces.

    The presence score is what the network gives, and it saturates near 1 on anything that looks like a face. The
    other factors are rules of thumb, not measured error: the distance of the outer eye corners over 40 px, a line
    from 1 at 30 degrees of yaw to 0.3 at 80 degrees, and the share of landmarks inside the picture of (width, height).
    """
    size_factor = min(1.0, eye_distance(mesh.points) / _FULL_EYE_DISTANCE_PX)
    factors = mesh.presence * size_factor * _yaw_factor(mesh) * _share_inside(mesh, size)
    return float(min(1.0, max(0.0, factors)))


def _yaw_factor(mesh: Mesh) -> float:
    right, left = mesh.points[OUTER_EYE_CORNERS[0]], mesh.points[OUTER_EYE_CORNERS[1]]
    across = math.hypot(left[0] - right[0], left[1] - right[1])
    yaw = abs(math.degrees(math.atan2(left[2] - right[2], across)))
    turned = (yaw - _FULL_YAW_DEG) / (_WORST_YAW_DEG - _FULL_YAW_DEG)
    return 1.0 - (1.0 - _WORST_YAW_FACTOR) * min(1.0, max(0.0, turned))


def _share_inside(mesh: Mesh, size: tuple[int, int]) -> float:
    points = mesh.points[:, :2]
    return float(np.mean(np.all((points >= 0) & (points < size), axis=1)))
