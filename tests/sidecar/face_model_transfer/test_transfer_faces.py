"""Expressions carried from face to face."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.face_model.model import FaceModel
from koekata.face_model.transfer import transfer
from koekata.face_model.triangles import IRISES, SKIN, face_mesh_triangles
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector

UPPER_LIP, LOWER_LIP = [13, 82, 312], [14, 87, 317]


@pytest.fixture(scope="module")
def other(face_model: FaceModel) -> FloatArray:
    """Someone else's face, by the identity modes."""
    amounts = np.random.default_rng(3).standard_normal(len(face_model.identity_modes))
    return np.asarray(face_model.mean + np.tensordot(amounts, face_model.identity_modes, 1))


def carried(model: FaceModel, target: FloatArray) -> FloatArray:
    return transfer(model.mean, model.expression, target, face_mesh_triangles())


def test_triangles_face_outwards_and_leave_eyes_and_mouth_open(face_model: FaceModel) -> None:
    triangles = face_mesh_triangles()
    corners = face_model.mean[triangles]
    outward = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2]
    assert triangles.shape == (852, 3)
    assert np.array_equal(np.unique(triangles), np.arange(SKIN))
    assert (outward > 0).all()
    joined = {frozenset(pair) for t in triangles.tolist() for pair in ((t[0], t[1]), (t[1], t[2]), (t[2], t[0]))}
    assert not any(frozenset((a, b)) in joined for a in UPPER_LIP for b in LOWER_LIP)


def test_the_face_itself_keeps_its_expressions(face_model: FaceModel) -> None:
    assert np.allclose(carried(face_model, face_model.mean), face_model.expression, atol=1e-12)


def test_a_face_twice_as_large_moves_twice_as_far_wherever_it_stands(face_model: FaceModel) -> None:
    moved = carried(face_model, 2 * face_model.mean + (0.3, -0.1, 1.0))
    assert np.allclose(moved, 2 * face_model.expression, atol=1e-12)


def test_turning_both_faces_turns_what_is_carried(face_model: FaceModel, other: FloatArray) -> None:
    turn = rotation_from_vector(np.array([0.4, -0.7, 0.2]))
    triangles = face_mesh_triangles()
    turned = transfer(face_model.mean @ turn.T, face_model.expression @ turn.T, other @ turn.T, triangles)
    assert np.allclose(turned, carried(face_model, other) @ turn.T, atol=1e-12)


def test_mixtures_are_carried_to_mixtures(face_model: FaceModel, other: FloatArray) -> None:
    amounts = np.random.default_rng(1).uniform(0, 1, (3, len(face_model.expression)))
    mixed = transfer(face_model.mean, np.tensordot(amounts, face_model.expression, 1), other, face_mesh_triangles())
    assert np.allclose(mixed, np.tensordot(amounts, carried(face_model, other), 1), atol=1e-12)


def test_a_turn_and_a_growth_are_carried_to_the_same_turn_and_growth(face_model: FaceModel, other: FloatArray) -> None:
    def moved(face: FloatArray) -> FloatArray:
        centred = face - face[:SKIN].mean(axis=0)
        return np.asarray(np.cross([0.1, 0.3, -0.2], centred) + 0.2 * centred)

    found = transfer(face_model.mean, moved(face_model.mean)[None], other, face_mesh_triangles())[0]
    error, plain = ((motion - moved(other))[:SKIN] for motion in (found, moved(face_model.mean)))
    assert np.sqrt((error**2).mean()) < 0.2 * np.sqrt((plain**2).mean())


def test_on_someone_else_nothing_jumps_and_lips_do_not_stick(face_model: FaceModel, other: FloatArray) -> None:
    moved = carried(face_model, other)
    assert np.isfinite(moved).all()
    assert np.abs(moved - face_model.expression).max() < 0.35 * np.abs(face_model.expression).max()
    jaw = moved[face_model.expression_names.index("jawOpen")]
    gap = jaw[UPPER_LIP, 1].mean() - jaw[LOWER_LIP, 1].mean()
    plain = face_model.expression[face_model.expression_names.index("jawOpen")]
    assert gap == pytest.approx(plain[UPPER_LIP, 1].mean() - plain[LOWER_LIP, 1].mean(), rel=0.15)


def test_needles_among_the_triangles_do_no_harm(face_model: FaceModel) -> None:
    flat = face_model.mean.copy()
    flat[159] = flat[158] + 1e-9
    flat[145] = (flat[144] + flat[153]) / 2
    moved = carried(face_model, flat)
    assert np.isfinite(moved).all()
    assert np.abs(moved - face_model.expression).max() < 0.01


def test_irises_move_with_the_size_of_their_eye(face_model: FaceModel) -> None:
    wide = face_model.mean.copy()
    wide[263, 0] += 0.3 * (wide[263, 0] - wide[362, 0])
    moved = carried(face_model, wide)
    right, left = (list(iris) for iris, _ in IRISES)
    scale = np.linalg.norm(wide[362] - wide[263]) / np.linalg.norm(face_model.mean[362] - face_model.mean[263])
    assert np.allclose(moved[:, right], face_model.expression[:, right], atol=1e-12)
    assert np.allclose(moved[:, left], scale * face_model.expression[:, left], atol=1e-12)
