"""Rotations: axis-angle with its derivatives, and the yaw, pitch and roll of the stream.

Vectors are axis-angle in radians, matrices turn column vectors. Formulas: Rodrigues' for the exponential; the left
Jacobian of SO(3) as in Solà, Deray and Atchuthan, "A micro Lie theory for state estimation in robotics", 2018.
"""

from __future__ import annotations

import math

import numpy as np

from koekata.frames import FloatArray

__all__ = [
    "compose",
    "cross_matrix",
    "from_yaw_pitch_roll",
    "left_jacobian",
    "orthonormal",
    "rotation_from_vector",
    "vector_from_rotation",
    "yaw_pitch_roll",
]

SMALL = 1e-4
"""Radians below which the series are exact to double precision."""


def cross_matrix(vector: FloatArray) -> FloatArray:
    """(3, 3) matrix of the cross product with `vector` (3,)."""
    x, y, z = vector.tolist()
    return np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])


def rotation_from_vector(vector: FloatArray) -> FloatArray:
    """(3, 3) rotation about `vector` (3,) by its length in radians: Rodrigues' formula."""
    angle = math.hypot(*vector.tolist())
    sine = math.sin(angle) / angle if angle > SMALL else 1 - angle**2 / 6
    half = math.sin(angle / 2) / (angle / 2) if angle > SMALL else 1 - angle**2 / 24
    cross = cross_matrix(vector)
    return np.asarray(np.eye(3) + sine * cross + (half**2 / 2) * (cross @ cross))


def vector_from_rotation(matrix: FloatArray) -> FloatArray:
    """(3,) axis-angle of a rotation (3, 3), no longer than pi: the inverse of `rotation_from_vector`."""
    # As a quaternion, from whichever column of q q' is longest: exact near no turn and near half a turn.
    m = matrix
    outer = np.array(
        [
            [1 + m[0, 0] + m[1, 1] + m[2, 2], m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]],
            [m[2, 1] - m[1, 2], 1 + m[0, 0] - m[1, 1] - m[2, 2], m[0, 1] + m[1, 0], m[0, 2] + m[2, 0]],
            [m[0, 2] - m[2, 0], m[0, 1] + m[1, 0], 1 - m[0, 0] + m[1, 1] - m[2, 2], m[1, 2] + m[2, 1]],
            [m[1, 0] - m[0, 1], m[0, 2] + m[2, 0], m[1, 2] + m[2, 1], 1 - m[0, 0] - m[1, 1] + m[2, 2]],
        ]
    )
    column = outer[:, int(np.argmax(np.diag(outer)))]
    return _vector(column / np.linalg.norm(column))


def left_jacobian(vector: FloatArray) -> FloatArray:
    """(3, 3) such that R(v + d) = R(J d) R(v) for a small d, with R = `rotation_from_vector`."""
    angle = math.hypot(*vector.tolist())
    half = math.sin(angle / 2) / (angle / 2) if angle > SMALL else 1 - angle**2 / 24
    cubic = (angle - math.sin(angle)) / angle**3 if angle > SMALL else 1 / 6 - angle**2 / 120
    cross = cross_matrix(vector)
    return np.asarray(np.eye(3) + (half**2 / 2) * cross + cubic * (cross @ cross))


def compose(increment: FloatArray, vector: FloatArray) -> FloatArray:
    """Axis-angle (3,) of R(increment) @ R(vector): how a solver applies a step to a rotation."""
    return _vector(_quaternion_product(_quaternion(increment), _quaternion(vector)))


def _vector(quaternion: FloatArray) -> FloatArray:
    """(3,) axis-angle of a unit quaternion, scalar first."""
    scalar, imaginary = float(quaternion[0]), quaternion[1:]
    if scalar < 0:
        scalar, imaginary = -scalar, -imaginary
    length = math.hypot(*imaginary.tolist())
    return np.asarray(imaginary * (2 * math.atan2(length, scalar) / length if length > 0 else 2.0))


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


def _quaternion(vector: FloatArray) -> FloatArray:
    """(4,) scalar first."""
    angle = math.hypot(*vector.tolist())
    half = math.sin(angle / 2) / angle if angle > SMALL else 0.5 - angle**2 / 48
    return np.concatenate([[math.cos(angle / 2)], half * vector])


def _quaternion_product(a: FloatArray, b: FloatArray) -> FloatArray:
    scalar = a[0] * b[0] - a[1:] @ b[1:]
    return np.concatenate([[scalar], a[0] * b[1:] + b[0] * a[1:] + np.cross(a[1:], b[1:])])
