"""Axis-angle rotations and their derivatives."""

from __future__ import annotations

import math

import numpy as np

from koekata.frames import FloatArray

__all__ = ["compose", "cross_matrix", "left_jacobian", "rotation"]

SMALL = 1e-4
"""Radians below which the series are exact to double precision."""


def cross_matrix(vector: FloatArray) -> FloatArray:
    """(3, 3) matrix of the cross product with `vector` (3,)."""
    x, y, z = vector.tolist()
    return np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])


def rotation(vector: FloatArray) -> FloatArray:
    """(3, 3) rotation about `vector` (3,) by its length in radians: Rodrigues' formula."""
    angle = math.hypot(*vector.tolist())
    sine = math.sin(angle) / angle if angle > SMALL else 1 - angle**2 / 6
    half = math.sin(angle / 2) / (angle / 2) if angle > SMALL else 1 - angle**2 / 24
    cross = cross_matrix(vector)
    return np.asarray(np.eye(3) + sine * cross + (half**2 / 2) * (cross @ cross))


def left_jacobian(vector: FloatArray) -> FloatArray:
    """(3, 3) such that rotation(v + d) = rotation(J d) rotation(v) for a small d: the left Jacobian of SO(3)."""
    angle = math.hypot(*vector.tolist())
    half = math.sin(angle / 2) / (angle / 2) if angle > SMALL else 1 - angle**2 / 24
    cubic = (angle - math.sin(angle)) / angle**3 if angle > SMALL else 1 / 6 - angle**2 / 120
    cross = cross_matrix(vector)
    return np.asarray(np.eye(3) + (half**2 / 2) * cross + cubic * (cross @ cross))


def compose(increment: FloatArray, vector: FloatArray) -> FloatArray:
    """Axis-angle (3,) of rotation(increment) @ rotation(vector): how a solver applies a step to the global rotation."""
    product = _quaternion_product(_quaternion(increment), _quaternion(vector))
    scalar, imaginary = float(product[0]), product[1:]
    if scalar < 0:
        scalar, imaginary = -scalar, -imaginary
    length = math.hypot(*imaginary.tolist())
    return np.asarray(imaginary * (2 * math.atan2(length, scalar) / length if length > 0 else 2.0))


def _quaternion(vector: FloatArray) -> FloatArray:
    angle = math.hypot(*vector.tolist())
    half = math.sin(angle / 2) / angle if angle > SMALL else 0.5 - angle**2 / 48
    return np.concatenate([[math.cos(angle / 2)], half * vector])


def _quaternion_product(a: FloatArray, b: FloatArray) -> FloatArray:
    scalar = a[0] * b[0] - a[1:] @ b[1:]
    return np.concatenate([[scalar], a[0] * b[1:] + b[0] * a[1:] + np.cross(a[1:], b[1:])])
