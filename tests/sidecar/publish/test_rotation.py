"""Angles, quaternions and the axes of Unity."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.publish.rotation import Quaternion, quaternion, to_unity

Matrix = NDArray[np.float64]


def _matrix(yaw: float, pitch: float, roll: float) -> Matrix:
    """R = Ry(yaw) Rx(-pitch) Rz(roll), written out."""
    y, x, z = np.radians([yaw, -pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    product: Matrix = about_y @ about_x @ about_z
    return product


def _rotate(rotation: Quaternion, vector: list[float]) -> Matrix:
    axis, w = np.array(rotation[:3]), rotation[3]
    v = np.array(vector)
    turned: Matrix = v + 2 * w * np.cross(axis, v) + 2 * np.cross(axis, np.cross(axis, v))
    return turned


@pytest.mark.parametrize("angles", [(0, 0, 0), (30, 0, 0), (0, 30, 0), (0, 0, 30), (40, -25, 70), (-170, 80, -120)])
def test_quaternion_is_the_rotation_of_the_specification(angles: tuple[float, float, float]) -> None:
    rotation = quaternion(*angles)
    assert np.linalg.norm(rotation) == pytest.approx(1.0)
    for axis in np.eye(3).tolist():
        assert _rotate(rotation, axis) == pytest.approx(_matrix(*angles) @ axis)


def test_yaw_to_the_performers_left_turns_the_nose_to_plus_x() -> None:
    assert _rotate(quaternion(30, 0, 0), [0, 0, 1])[0] > 0.4


def test_pitch_up_raises_the_nose_and_roll_raises_the_left_side() -> None:
    assert _rotate(quaternion(0, 30, 0), [0, 0, 1])[1] > 0.4
    assert _rotate(quaternion(0, 0, 30), [1, 0, 0])[1] > 0.4


def test_unity_avatar_turns_to_its_own_left_looks_up_and_tilts_alike() -> None:
    forward, left = [0.0, 0.0, 1.0], [-1.0, 0.0, 0.0]  # a Unity humanoid looks along +z, its left is at -x
    assert _rotate(to_unity(quaternion(30, 0, 0)), forward)[0] < -0.4
    assert _rotate(to_unity(quaternion(0, 30, 0)), forward)[1] > 0.4
    assert _rotate(to_unity(quaternion(0, 0, 30)), left)[1] > 0.4


def test_unity_rotation_is_the_mirror_image_in_x_of_ours() -> None:
    mirror = np.array([-1.0, 1.0, 1.0])
    rotation = quaternion(25, -15, 40)
    for vector in ([1.0, 2.0, 3.0], [-0.5, 0.1, 0.7]):
        ours = _rotate(rotation, vector) * mirror
        assert _rotate(to_unity(rotation), (np.array(vector) * mirror).tolist()) == pytest.approx(ours)
