"""Rotations mean what the stream says they mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from koekata.publish.rotation import quaternion
from koekata.rotations import (
    compose,
    cross_matrix,
    from_yaw_pitch_roll,
    left_jacobian,
    orthonormal,
    rotation_from_vector,
    vector_from_rotation,
    yaw_pitch_roll,
)

Array = NDArray[np.float64]

any_angles = st.tuples(st.floats(-179, 179), st.floats(-85, 85), st.floats(-179, 179)).map(np.array)
any_vector = st.tuples(*[st.floats(-4, 4)] * 3).map(np.array)


def written_out(yaw: float, pitch: float, roll: float) -> Array:
    """R = Ry(yaw) Rx(-pitch) Rz(roll), element by element."""
    y, p, r = np.radians([yaw, -pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


def turned_by(quaternion_: Array, vector: Array) -> Array:
    axis, w = quaternion_[:3], quaternion_[3]
    return vector + 2 * w * np.cross(axis, vector) + 2 * np.cross(axis, np.cross(axis, vector))


@given(any_angles)
def test_angles_make_the_rotation_of_the_stream(angles: Array) -> None:
    np.testing.assert_allclose(from_yaw_pitch_roll(angles), written_out(*angles), atol=1e-9)


@given(any_angles)
def test_angles_come_back(angles: Array) -> None:
    np.testing.assert_allclose(yaw_pitch_roll(from_yaw_pitch_roll(angles)), angles, atol=1e-6)


@given(any_angles)
def test_the_quaternion_that_is_sent_turns_like_the_matrix(angles: Array) -> None:
    unit = np.array(quaternion(*angles))
    assert np.linalg.norm(unit) == pytest.approx(1.0)
    for axis in np.eye(3):
        np.testing.assert_allclose(turned_by(unit, axis), from_yaw_pitch_roll(angles) @ axis, atol=1e-7)


@given(any_vector)
def test_a_rotation_vector_keeps_its_axis_and_turns_by_its_length(vector: Array) -> None:
    rotation = rotation_from_vector(vector)
    np.testing.assert_allclose(rotation @ vector, vector, atol=1e-9)
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-9)
    assert np.trace(rotation) == pytest.approx(1 + 2 * np.cos(np.linalg.norm(vector)), abs=1e-6)


def test_a_tiny_turn_is_not_lost() -> None:
    assert rotation_from_vector(np.array([0.0, 1e-12, 0.0]))[0, 2] == pytest.approx(1e-12)


def test_yaw_to_the_performers_left_turns_the_nose_towards_plus_x() -> None:
    nose = np.array([0.0, 0.0, 1.0])
    rotation = from_yaw_pitch_roll(np.array([30.0, 0.0, 0.0]))
    np.testing.assert_allclose(rotation @ nose, [0.5, 0.0, np.sqrt(0.75)], atol=1e-9)
    np.testing.assert_allclose(turned_by(np.array(quaternion(30.0, 0.0, 0.0)), nose), rotation @ nose, atol=1e-9)


def test_pitch_up_raises_the_nose_and_roll_raises_the_left_side() -> None:
    assert (from_yaw_pitch_roll(np.array([0.0, 20.0, 0.0])) @ [0.0, 0.0, 1.0])[1] > 0.3
    assert (from_yaw_pitch_roll(np.array([0.0, 0.0, 20.0])) @ [1.0, 0.0, 0.0])[1] > 0.3


def test_the_nearest_rotation_to_a_disturbed_one_is_a_rotation_and_near() -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        rotation = rotation_from_vector(rng.standard_normal(3))
        mended = orthonormal(rotation + 0.01 * rng.standard_normal((3, 3)))
        np.testing.assert_allclose(mended @ mended.T, np.eye(3), atol=1e-12)
        assert np.linalg.det(mended) == pytest.approx(1.0)
        assert np.abs(mended - rotation).max() < 0.03


def test_a_reflection_is_mended_into_a_rotation() -> None:
    assert np.linalg.det(orthonormal(np.diag([1.0, 1.0, -0.9]))) == pytest.approx(1.0)


def test_composition_of_rotations_is_their_product() -> None:
    random = np.random.default_rng(4)
    for size in (1e-9, 1e-3, 1.0, 3.0):
        first, second = random.normal(size=(2, 3)) * size
        np.testing.assert_allclose(
            rotation_from_vector(compose(first, second)),
            rotation_from_vector(first) @ rotation_from_vector(second),
            atol=1e-12,
        )
    np.testing.assert_array_equal(compose(np.zeros(3), np.zeros(3)), np.zeros(3))


@pytest.mark.parametrize("length", [0.0, 1e-6, 0.99e-4, 1.01e-4, 0.3, 2.0, 3.1])
def test_a_small_change_of_the_vector_is_the_turn_that_the_left_jacobian_says(length: float) -> None:
    vector = length * np.array([0.48, -0.6, 0.64])
    for step in 1e-5 * np.eye(3):
        change = rotation_from_vector(vector + step) @ rotation_from_vector(vector - step).T
        np.testing.assert_allclose(change, rotation_from_vector(2 * left_jacobian(vector) @ step), rtol=0, atol=1e-12)


def test_the_cross_matrix_multiplies_like_the_cross_product() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.standard_normal((2, 3))
    np.testing.assert_allclose(cross_matrix(a) @ b, np.cross(a, b), atol=1e-15)


@pytest.mark.parametrize("degrees", [0.0, 1e-7, 0.01, 30.0, 120.0, 179.0, 179.999999])
def test_a_rotation_gives_its_axis_and_angle_back(degrees: float) -> None:
    for axis in (*np.eye(3), np.array([1.0, -2.0, 0.5]) / np.sqrt(5.25)):
        vector = np.radians(degrees) * axis
        assert vector_from_rotation(rotation_from_vector(vector)) == pytest.approx(vector, abs=1e-9)
