"""Found landmarks lie where a person would put them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from koekata.face_model.flame import load_flame
from koekata.face_model.register import find_embedding, hints_for, read_published_embedding, with_embedding
from koekata.face_model.register._face_mesh import face_mesh
from koekata.face_model.register._mesh import face_normals, joined_to, without_insides
from koekata.face_model.surface import Embedding, Surface
from koekata.frames import FloatArray

pytestmark = pytest.mark.shared

UPPER_LIDS, LOWER_LIDS = (
    (161, 160, 159, 158, 157, 388, 387, 386, 385, 384),
    (163, 144, 145, 153, 154, 390, 373, 374, 380, 381),
)
UPPER_LIP, LOWER_LIP = (191, 80, 81, 82, 13, 312, 311, 310, 415), (95, 88, 178, 87, 14, 317, 402, 318, 324)
MM = 1e-3


def test_every_landmark_lies_inside_a_triangle(head):
    weights = head.embedding.barycentric
    assert weights.shape == (478, 3)
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-12)
    assert head.embedding.triangles.max() < len(head.surface.faces)


def test_landmarks_lie_on_triangles_that_face_forward(head):
    assert (face_normals(head.surface)[head.embedding.triangles, 2] > 0).all()


def test_skin_landmarks_stay_out_of_mouth_eye_sockets_and_eyeballs(head):
    nose = int(np.argmin(np.linalg.norm(head.surface.vertices - head.landmarks[4], axis=1)))
    skin = without_insides(head.surface, nose, head.hints.openings)
    assert skin[head.embedding.triangles[:468]].all()
    assert not skin.all()


def test_irises_lie_on_the_performers_own_eyeballs_and_look_ahead(head):
    for vertex, first, side in zip(head.hints.eyeballs, (468, 473), (-1, 1), strict=True):
        ball = joined_to(head.surface, int(vertex))
        assert ball[head.embedding.triangles[first : first + 5]].all()
        middle = head.surface.vertices[np.unique(head.surface.faces[ball])].mean(axis=0)
        centre = head.landmarks[first]
        assert side * centre[0] > 0.02
        assert np.linalg.norm((centre - middle)[:2]) < 1 * MM
        assert np.linalg.norm(head.landmarks[first + 1 : first + 5] - centre, axis=1) == pytest.approx(
            6 * MM, abs=1 * MM
        )


def test_upper_lids_and_lips_are_above_the_lower_ones(head):
    height = head.landmarks[:, 1]
    assert (height[list(UPPER_LIDS)] - height[list(LOWER_LIDS)]).min() > 2 * MM
    assert (height[list(UPPER_LIP)] - height[list(LOWER_LIP)]).min() > 0


def test_landmarks_follow_each_other_along_lids_and_lips(head):
    for name in (name for name in face_mesh().contours if "eye_" in name or "lips" in name):
        line = head.landmarks[list(face_mesh().contours[name])]
        steps = np.diff(line, axis=0) @ (line[-1] - line[0])
        assert (steps > 0).all(), name


def test_left_mirrors_right(head, template):
    partner = cKDTree(template).query(template * [-1, 1, 1])[1]
    assert np.abs(head.landmarks[partner] * [-1, 1, 1] - head.landmarks).max() < 0.5 * MM


def test_flame_landmarks_are_near_the_published_ones(flame_head, shared_dir):
    landmarks, published = _published(shared_dir)
    places = published.of(flame_head.surface.vertices, flame_head.surface.faces)
    misses = np.linalg.norm(flame_head.landmarks[landmarks] - places, axis=1)
    assert misses.mean() < 1.0 * MM
    assert misses.max() < 4.0 * MM
    closest = np.isin(
        landmarks, [mark for name, line in face_mesh().contours.items() if "eye_" in name for mark in line]
    )
    assert misses[closest].mean() < 1.0 * MM


def test_published_landmarks_are_met_where_they_are_given(flame_head, shared_dir, template):
    landmarks, published = _published(shared_dir)
    surface = flame_head.surface
    hints = with_embedding(hints_for(surface), surface, landmarks, published)
    found = find_embedding(surface, template, hints).of(surface.vertices, surface.faces)
    misses = np.linalg.norm(found[landmarks] - published.of(surface.vertices, surface.faces), axis=1)
    assert misses.max() < 0.5 * MM


def test_ict_landmarks_are_where_the_tracker_sees_them_on_renders(ict_head, shared_dir):
    with np.load(shared_dir / "bench" / "ict" / "mp478_embedding_empirical.npz") as stored:
        seen = np.einsum("lc,lcd->ld", stored["bary"], ict_head.surface.vertices[stored["verts"]])
    misses = np.linalg.norm(ict_head.landmarks - seen, axis=1)
    assert misses.mean() < 1.5 * MM
    lids = [mark for name, line in face_mesh().contours.items() if "eye_" in name for mark in line]
    assert misses[lids].mean() < 1.0 * MM
    assert misses[468:].mean() < 0.6 * MM


def test_lips_and_lids_go_with_their_own_side_when_they_move(flame_head, shared_dir):
    with np.load(shared_dir / "models" / "flame" / "flame_standin_arkit.npz") as stored:
        moves = dict(zip(stored["names"].tolist(), stored["deltas"].astype(np.float64), strict=True))

    def down(name: str, marks: tuple[int, ...]) -> FloatArray:
        return -flame_head.embedding.of(moves[name], flame_head.surface.faces)[list(marks), 1]

    assert down("jawOpen", (82, 13, 312)).max() < 6 * MM
    assert down("jawOpen", (87, 14, 317)).min() > 25 * MM
    assert down("eyeBlink_R", (160, 159, 158)).min() > 6 * MM
    assert np.abs(down("eyeBlink_R", (144, 145, 153))).max() < 1 * MM


def test_other_face_shapes_get_nearly_the_same_places(flame_head, shared_dir, template):
    flame = load_flame(shared_dir / "models" / "flame" / "flame_standin.pkl")
    shape = np.random.default_rng(4).normal(size=30)
    surface = Surface(flame.v_template + flame.shapedirs[..., :30] @ shape, flame.faces)
    found = find_embedding(surface, template, hints_for(surface)).of(surface.vertices, surface.faces)
    usual = flame_head.embedding.of(surface.vertices, surface.faces)
    assert np.linalg.norm(found - usual, axis=1).mean() < 1.5 * MM


def _published(shared_dir: Path) -> tuple[np.ndarray, Embedding]:
    return read_published_embedding(shared_dir / "models" / "flame" / "mediapipe_landmark_embedding.npz")
