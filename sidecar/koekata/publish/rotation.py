"""Rotations between Koekata's angles, quaternions and the axes of Unity.

Koekata is right-handed: +x the performer's left, +y up, +z out of the face. A Unity humanoid is left-handed: it looks
along +z with its left side at -x. The performer's face maps onto the avatar's by turning the sign of x, so a vector
(x, y, z) becomes (-x, y, z), and a rotation, whose axis is a pseudovector, (x, y, z, w) becomes (x, -y, -z, w).
"""

from __future__ import annotations

import math

__all__ = ["Quaternion", "quaternion", "to_unity", "turned"]

Quaternion = tuple[float, float, float, float]
"""x, y, z, w"""


def quaternion(yaw: float, pitch: float, roll: float) -> Quaternion:
    """The quaternion of R = Ry(yaw) Rx(-pitch) Rz(roll); degrees in, unit length out."""
    sy, cy = _half(yaw)
    sx, cx = _half(-pitch)
    sz, cz = _half(roll)
    return (
        cy * sx * cz + sy * cx * sz,
        sy * cx * cz - cy * sx * sz,
        cy * cx * sz - sy * sx * cz,
        cy * cx * cz + sy * sx * sz,
    )


def to_unity(rotation: Quaternion) -> Quaternion:
    """The rotation of a Unity humanoid's bone that looks the same: the avatar's left for the performer's left."""
    x, y, z, w = rotation
    return x, -y, -z, w


def turned(x: float, y: float, z: float) -> Quaternion:
    """The quaternion of Unity's Quaternion.Euler(x, y, z): degrees about the fixed axes z, then x, then y."""
    return quaternion(y, -x, z)


def _half(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees) / 2.0
    return math.sin(angle), math.cos(angle)
