"""Surfaces that landmarks are found on: two heads where the development material is, and a mask everywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from koekata.face_model.flame import load_flame
from koekata.face_model.model import load_builtin
from koekata.face_model.register import Hints, find_embedding, hints_for
from koekata.face_model.register._face_mesh import face_mesh
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray


@dataclass(frozen=True)
class Head:
    """A surface with the landmarks that were found on it."""

    surface: Surface
    hints: Hints
    embedding: Embedding

    @property
    def landmarks(self) -> FloatArray:
        """(478, 3) metres."""
        return self.embedding.of(self.surface.vertices, self.surface.faces)


@pytest.fixture(scope="session")
def template() -> FloatArray:
    return load_builtin().mean


@pytest.fixture(scope="session")
def flame_head(shared_dir: Path, template: FloatArray) -> Head:
    flame = load_flame(shared_dir / "models" / "flame" / "flame_standin.pkl")
    return _head(Surface(flame.v_template, flame.faces), template)


@pytest.fixture(scope="session")
def ict_head(shared_dir: Path, template: FloatArray) -> Head:
    with np.load(shared_dir / "bench" / "ict" / "ict.npz", allow_pickle=False) as stored:
        surface = Surface(stored["neutral"].astype(np.float64) * 1e-2, stored["faces"].astype(np.int64))
    return _head(surface, template)


@pytest.fixture(params=["flame_head", "ict_head"])
def head(request: pytest.FixtureRequest) -> Head:
    """Each of the heads in turn."""
    found: Head = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def mask(template: FloatArray) -> Surface:
    """The face mesh itself, every triangle cut into sixteen, in an order and a size of its own."""
    points, triangles = _finer(*_finer(template[:468], face_mesh().triangles))
    places = np.random.default_rng(2).permutation(len(points))
    vertices = np.empty_like(points)
    vertices[places] = points
    return Surface(vertices * 1.1 + [0.0, 0.02, 0.01], places[triangles])


@pytest.fixture(scope="session")
def mask_truth(template: FloatArray) -> FloatArray:
    """(478, 3) where the landmarks lie on the mask."""
    return template * 1.1 + [0.0, 0.02, 0.01]


@pytest.fixture
def mask_table(tmp_path: Path, mask: Surface, mask_truth: FloatArray) -> Path:
    """A user's table for the mask: lids, lips and nine landmarks."""

    def vertices(landmarks: tuple[int, ...]) -> list[int]:
        return [int(np.argmin(np.linalg.norm(mask.vertices - mask_truth[mark], axis=1))) for mark in landmarks]

    single = (4, 168, 152, 10, 234, 454, 2, 70, 300)
    lines = {name: vertices(line) for name, line in face_mesh().contours.items() if "eye_" in name or "lips" in name}
    table = {
        "vertices": len(mask.vertices),
        "landmarks": dict(zip(map(str, single), vertices(single), strict=True)),
        "contours": lines,
    }
    path = tmp_path / "mask.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    return path


def _head(surface: Surface, template: FloatArray) -> Head:
    hints = hints_for(surface)
    return Head(surface, hints, find_embedding(surface, template, hints))


def _finer(points: FloatArray, triangles: IndexArray) -> tuple[FloatArray, IndexArray]:
    """Each triangle as four, by the middles of its edges."""
    edges = np.sort(triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    unique, which = np.unique(edges, axis=0, return_inverse=True)
    ab, bc, ca = (which.reshape(-1, 3) + len(points)).T
    a, b, c = triangles.T
    parts = [np.stack(corners, axis=1) for corners in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.vstack([points, points[unique].mean(axis=1)]), np.vstack(parts)
