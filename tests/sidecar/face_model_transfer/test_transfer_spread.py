"""Landmark displacements spread over a mesh."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from koekata.face_model.mesh import cotangent_laplacian, distances_along, pieces, vertex_areas
from koekata.face_model.model import FaceModel
from koekata.face_model.spread import eyeballs, fading, spread
from koekata.face_model.surface import Embedding, Surface
from koekata.face_model.triangles import SKIN
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector

UPPER_LIP, LOWER_LIP = [13, 82, 312], [14, 87, 317]


@pytest.fixture(scope="module")
def moved(head: Any, face_model: FaceModel) -> FloatArray:
    return spread(head.surface, head.embedding, face_model.expression)


def test_the_landmarks_go_where_they_should(head: Any, face_model: FaceModel, moved: FloatArray) -> None:
    there = np.array([head.embedding.of(shape, head.surface.faces) for shape in moved])
    missed = (there - face_model.expression)[:, :SKIN]
    assert np.sqrt((missed**2).mean()) < 0.02 * np.sqrt((face_model.expression[:, :SKIN] ** 2).mean())
    assert np.abs(missed).max() < 0.05 * np.abs(face_model.expression).max()


def test_what_lies_between_landmarks_follows_its_neighbours(head: Any) -> None:
    places = head.embedding.of(head.surface.vertices, head.surface.faces)
    smooth = 0.01 * np.sin(20.0 * places)
    # Every other landmark lies on the one before, and says what that says.
    told, triangles, weights = smooth.copy(), head.embedding.triangles.copy(), head.embedding.barycentric.copy()
    for values in (told, triangles, weights):
        values[1:SKIN:2] = values[0:SKIN:2]
    found = spread(head.surface, Embedding(triangles, weights), told[None])[0]
    error = (head.embedding.of(found, head.surface.faces) - smooth)[1:SKIN:2]
    assert np.sqrt((error**2).mean()) < 0.1 * np.sqrt((smooth**2).mean())


def test_the_lower_lip_does_not_drag_the_upper(head: Any, face_model: FaceModel) -> None:
    only_below = np.zeros((1, 478, 3))
    jaw = face_model.expression[face_model.expression_names.index("jawOpen")]
    below = jaw[:, 1] < -0.01
    only_below[0, below] = jaw[below]
    found = spread(head.surface, head.embedding, only_below)[0]
    assert found[LOWER_LIP, 1].max() < -0.01
    assert np.abs(found[UPPER_LIP]).max() < 0.0005


def test_nothing_moves_behind_the_head_and_nothing_tears(head: Any, moved: FloatArray) -> None:
    assert np.abs(moved[:, head.back]).max() < 1e-3
    ends = head.surface.faces[:, [0, 1]]
    skin = (ends < head.eyes[0][0]).all(axis=1)
    lengths = np.linalg.norm(np.diff(head.surface.vertices[ends[skin]], axis=1), axis=2)[:, 0]
    apart = np.linalg.norm(moved[:, ends[skin, 1]] - moved[:, ends[skin, 0]], axis=2)
    behind = ends[skin].min(axis=1) >= SKIN
    assert (apart / lengths)[:, behind].max() < 1.0


def test_eyeballs_turn_and_do_nothing_else(head: Any) -> None:
    right, left = eyeballs(head.surface, head.embedding)
    assert right is not None
    assert left is not None
    assert np.array_equal(right, head.eyes[0])
    assert np.array_equal(left, head.eyes[1])
    vertices = head.surface.vertices
    centre = (vertices[left].min(axis=0) + vertices[left].max(axis=0)) / 2
    turn = rotation_from_vector(np.array([0.1, 0.5, 0.0])) - np.eye(3)
    told = np.zeros((1, 478, 3))
    told[0, 473:] = (head.embedding.of(vertices, head.surface.faces)[473:] - centre) @ turn.T
    # Not quite a rotation: a tracker says that the iris grew, too.
    told[0, 473:] += 0.1 * (vertices[left[:5]] - vertices[left[0]])
    found = spread(head.surface, head.embedding, told)[0]
    assert np.allclose(found[left], (vertices[left] - centre) @ turn.T, atol=2e-4)
    gaps = [np.linalg.norm(places[:, None] - places, axis=2) for places in (vertices[left], (vertices + found)[left])]
    assert np.allclose(*gaps, atol=1e-9)
    assert np.abs(np.delete(found, left, axis=0)).max() < 1e-9


def test_eyes_that_are_painted_on_do_not_drag_the_lids(head: Any) -> None:
    skin = head.surface.faces[head.surface.faces.max(axis=1) < head.eyes[0][0]]
    surface = Surface(head.surface.vertices[: head.eyes[0][0]], skin)
    triangles, weights = head.embedding.triangles.copy(), head.embedding.barycentric.copy()
    triangles[SKIN:], weights[SKIN:] = triangles[159], weights[159]
    only_gaze = np.zeros((1, 478, 3))
    only_gaze[:, SKIN:, 0] = 0.005
    found = spread(surface, Embedding(triangles, weights), only_gaze)
    assert eyeballs(surface, Embedding(triangles, weights)) == (None, None)
    assert np.abs(found).max() < 1e-9


def test_pieces_distances_and_areas_are_those_of_the_mesh() -> None:
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=np.float64)
    surface = Surface(np.concatenate([square, square + 5]), np.array([[0, 1, 2], [0, 2, 3], [4, 5, 6], [4, 6, 7]]))
    assert pieces(surface).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert distances_along(surface, np.array([1]))[:4] == pytest.approx([1, 0, 1, 2])
    assert np.isinf(distances_along(surface, np.array([1]))[4:]).all()
    assert vertex_areas(surface)[:4] == pytest.approx([1 / 3, 1 / 6, 1 / 3, 1 / 6])


def test_the_laplacian_is_symmetric_and_blind_to_constants_and_slopes(head: Any) -> None:
    laplacian = cotangent_laplacian(head.surface)
    assert abs(laplacian - laplacian.T).max() < 1e-12
    assert np.abs(laplacian @ np.ones(laplacian.shape[0])).max() < 1e-9
    grid = np.stack(np.meshgrid(np.arange(5.0), np.arange(5.0)), -1).reshape(-1, 2)
    places = np.column_stack([grid, np.zeros(25)])
    cells = [i for i in range(19) if i % 5 < 4]
    faces = np.array([t for i in cells for t in ((i, i + 1, i + 6), (i, i + 6, i + 5))])
    inside = [i for i in range(25) if 0 < i % 5 < 4 and 0 < i // 5 < 4]
    # Right angles count as a little less than right, lest a weight be zero.
    assert np.abs((cotangent_laplacian(Surface(places, faces)) @ grid)[inside]).max() < 1e-9


def test_fading_begins_behind_the_landmarks(head: Any) -> None:
    faded = fading(head.surface, head.embedding)
    assert (faded[:SKIN] == 0).all()
    assert (faded[head.back] > 0.9).all()
    assert ((faded >= 0) & (faded <= 1)).all()
