"""Irises: on the front of the eyeballs, as wide as the template's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.face_model.register._face_mesh import IRIS_CENTRES
from koekata.face_model.register._mesh import joined_to
from koekata.face_model.register._project import Projector
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["irises"]

RIM = 4
"""Landmarks on the edge of each iris, after the one in its middle."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ball:
    centre: FloatArray
    radius: float


def irises(surface: Surface, template: FloatArray, eyeballs: IndexArray) -> tuple[Embedding, Embedding]:
    """The five landmarks of the right iris and those of the left, for eyes that look along +z.

    `template` (478, 3) is turned and scaled as the surface is; `eyeballs` (2,) are a vertex of the right one and one of
    the left. A model's own irises may be turned outwards by some degrees, as eyes are; zero gaze is ahead all the same.
    """
    right, left = (_iris(surface, template, int(e), c) for e, c in zip(eyeballs, IRIS_CENTRES, strict=True))
    return right, left


def _iris(surface: Surface, template: FloatArray, vertex: int, first: int) -> Embedding:
    part = joined_to(surface, vertex)
    ball = _ball(surface.vertices[np.unique(surface.faces[part])])
    flat = template[first : first + 1 + RIM] - template[first]
    flat[:, 2] = 0.0
    depth = np.sqrt(np.maximum(ball.radius**2 - (flat**2).sum(axis=1), 0.0))
    points = ball.centre + flat + depth[:, None] * [0.0, 0.0, 1.0]
    outward = (points - ball.centre) / ball.radius
    return Projector.over(surface, part).nearest(points, outward, least=0.0)


def _ball(vertices: FloatArray) -> _Ball:
    """Sphere through vertices, by least squares: |v|^2 = 2 v.c + (r^2 - |c|^2)."""
    system = np.hstack([2 * vertices, np.ones((len(vertices), 1))])
    x, y, z, rest = np.linalg.lstsq(system, (vertices**2).sum(axis=1), rcond=None)[0]
    centre = np.array([x, y, z])
    return _Ball(centre, float(np.sqrt(rest + centre @ centre)))
