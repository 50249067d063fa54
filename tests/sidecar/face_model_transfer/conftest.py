"""A small head of the tests' own: the built-in mean face as a mesh, with eyeballs and a back to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from koekata.face_model.flame import FlameModel
from koekata.face_model.model import FaceModel
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.face_model.triangles import IRISES, SKIN, face_mesh_triangles
from koekata.frames import FloatArray

RINGS = 12
"""Rows of vertices from the face's outline to the back of the head."""
EYE_RADIUS = 0.012


@dataclass(frozen=True, eq=False)
class Head:
    surface: Surface
    embedding: Embedding
    back: IndexArray
    """Vertices of the last ring."""
    eyes: tuple[IndexArray, IndexArray]
    """Vertices of the right and of the left eyeball."""


@pytest.fixture(scope="session")
def head(face_model: FaceModel) -> Head:
    vertices, faces = [face_model.mean[:SKIN]], [face_mesh_triangles()]
    ring = outline(faces[0])
    for row in range(1, RINGS + 1):
        first = SKIN + (row - 1) * len(ring)
        places = face_model.mean[outline(faces[0])] * (1 - 0.03 * row, 1 - 0.03 * row, 1.0) - (0, 0, 0.012 * row)
        fresh = np.arange(first, first + len(ring))
        vertices.append(places)
        faces.append(strip(ring, fresh))
        ring = fresh
    count = sum(len(part) for part in vertices)
    corners, eyes = list(range(SKIN)), []
    for iris, _ in IRISES:
        ball, triangles, points = eyeball(face_model.mean[list(iris)])
        vertices.append(ball)
        faces.append(triangles + count)
        eyes.append(np.arange(count, count + len(ball)))
        corners += [count + point for point in points]
        count += len(ball)
    surface = Surface(np.concatenate(vertices), np.concatenate(faces))
    return Head(surface, at_vertices(surface.faces, corners), ring, (eyes[0], eyes[1]))


def outline(triangles: IndexArray) -> IndexArray:
    """The longest closed line of edges that have one triangle only, in order."""
    edges = {(a, b) for t in triangles.tolist() for a, b in zip(t, t[1:] + t[:1], strict=True)}
    onward = {b: a for a, b in edges if (b, a) not in edges}
    lines = []
    while onward:
        start = vertex = next(iter(onward))
        line = []
        while vertex in onward:
            line.append(vertex)
            vertex = onward.pop(vertex)
        assert vertex == start
        lines.append(line)
    return np.array(max(lines, key=len))


def strip(one: IndexArray, other: IndexArray) -> IndexArray:
    after, beyond = np.roll(one, -1), np.roll(other, -1)
    return np.concatenate([np.stack([one, after, other], 1), np.stack([after, beyond, other], 1)])


def eyeball(iris: FloatArray) -> tuple[FloatArray, IndexArray, list[int]]:
    """A ball whose first five vertices are the landmarks of an iris."""
    centre = iris[0] - (0, 0, EYE_RADIUS)
    turns = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    rows = [iris[:1], iris[1:]]
    for polar in (1.0, 1.6, 2.3):
        across, up = np.cos(turns) * np.sin(polar), np.sin(turns) * np.sin(polar)
        rows.append(centre + EYE_RADIUS * np.column_stack([across, up, np.full(12, np.cos(polar))]))
    points = np.concatenate([*rows, centre[None] - (0, 0, EYE_RADIUS)])
    triangles = [strip(5 + 12 * row + np.arange(12), 17 + 12 * row + np.arange(12)) for row in range(2)]
    cap = np.array([[0, 1 + i, 1 + (i + 1) % 4] for i in range(4)])
    skirt = np.array([[1 + i % 4, 5 + 3 * (i % 4), 1 + (i + 1) % 4] for i in range(4)])
    end = np.array([[29 + i, 29 + (i + 1) % 12, len(points) - 1] for i in range(12)])
    return points, np.concatenate([cap, skirt, *triangles, end]), [0, 1, 2, 3, 4]


def at_vertices(faces: IndexArray, vertices: list[int]) -> Embedding:
    rows, corners = zip(*(next(zip(*np.where(faces == vertex), strict=True)) for vertex in vertices), strict=True)
    return Embedding(np.array(rows), np.eye(3)[list(corners)])


@pytest.fixture(scope="session")
def flame(head: Head) -> FlameModel:
    """A model in FLAME's layout on that head: smooth random modes, a jaw hinged below the ears, two eyes."""
    random = np.random.default_rng(7)
    places, count = head.surface.vertices, len(head.surface.vertices)
    weights = np.zeros((count, 5))
    chin = np.clip((-0.03 - places[:, 1]) / 0.02, 0.0, 1.0) * (places[:, 2] > 0.02)
    weights[:, 1], weights[:, 2] = 1 - chin, chin
    for joint, eye in zip((4, 3), head.eyes, strict=True):
        weights[eye] = np.eye(5)[joint]
    regressor = np.zeros((5, count))
    regressor[:2, head.back] = 1 / len(head.back)
    regressor[2, [234, 454]] = 0.5
    for joint, eye in zip((4, 3), head.eyes, strict=True):
        regressor[joint, eye] = 1 / len(eye)
    return FlameModel(
        v_template=places,
        faces=head.surface.faces,
        shapedirs=smooth_modes(random, places, 12),
        expressiondirs=smooth_modes(random, places, 30),
        posedirs=np.zeros((count, 3, 36)),
        j_regressor=regressor,
        parents=(-1, 0, 1, 1, 1),
        lbs_weights=weights,
        edition="FLAME 2023 Open",
        edition_evidence="checksum",
        sha256="ab" * 32,
    )


def smooth_modes(random: np.random.Generator, places: FloatArray, count: int) -> FloatArray:
    waves = np.sin(places @ random.normal(0, 40, (3, count)) + random.uniform(0, 6, count))
    return waves[:, None, :] * random.normal(0, 0.002, (1, 3, count))
