"""Rotations: axis-angle, and the yaw, pitch and roll of the stream."""

from __future__ import annotations

import math

import numpy as np

from koekata.frames import FloatArray

__all__ = ["from_yaw_pitch_roll", "orthonormal", "rotation_from_vector", "yaw_pitch_roll"]


def rotation_from_vector(vector: FloatArray) -> FloatArray:
    """(3, 3) rotation about `vector` (3,) by its length in radians (Rodrigues' formula)."""
    x, y, z = (float(v) for v in vector)
    angle = math.sqrt(x * x + y * y + z * z)
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    if angle < 1e-9:
        return np.asarray(np.eye(3) + cross)
    turned = np.eye(3) + (math.sin(angle) / angle) * cross + ((1 - math.cos(angle)) / angle**2) * (cross @ cross)
    return np.asarray(turned)


def orthonormal(matrix: FloatArray) -> FloatArray:
    """The rotation nearest to a (3, 3) matrix in the least-squares sense."""
    u, _, vt = np.linalg.svd(matrix)
    sign = np.diag([1.0, 1.0, float(np.sign(np.linalg.det(u @ vt)))])
    return np.asarray(u @ sign @ vt)


def yaw_pitch_roll(rotation: FloatArray) -> FloatArray:
    """(3,) degrees with R = Ry(yaw) Rx(-pitch) Rz(roll)."""
    yaw = math.atan2(rotation[0, 2], rotation[2, 2])
    pitch = math.asin(max(-1.0, min(1.0, float(rotation[1, 2]))))
    roll = math.atan2(rotation[1, 0], rotation[1, 1])
    return np.degrees([yaw, pitch, roll])


def from_yaw_pitch_roll(degrees: FloatArray) -> FloatArray:
    """(3, 3) rotation R = Ry(yaw) Rx(-pitch) Rz(roll) from (3,) degrees."""
    yaw, pitch, roll = np.radians(degrees)
    about_y = rotation_from_vector(np.array([0.0, yaw, 0.0]))
    about_x = rotation_from_vector(np.array([-pitch, 0.0, 0.0]))
    return np.asarray(about_y @ about_x @ rotation_from_vector(np.array([0.0, 0.0, roll])))
