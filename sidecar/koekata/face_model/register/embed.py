"""Finds where the 478 landmarks of the face mesh lie on a surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import splu

from koekata.errors import ModelError
from koekata.face_model.register._eyes import irises
from koekata.face_model.register._face_mesh import LANDMARKS, SKIN, FaceMesh, face_mesh
from koekata.face_model.register._mesh import Mask, edge_graph, face_normals, without_insides
from koekata.face_model.register._project import Projector
from koekata.face_model.register._sides import wrong_sides
from koekata.face_model.register._warp import similarity, spline_warp
from koekata.face_model.register.hints import Hints
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["find_embedding"]

SLACK = 0.002
"""Of the first warp, metres: hints are a millimetre or two wrong, and their spread must not crumple the cheeks."""
STIFFNESS = (30.0, 10.0, 10.0, 3.0, 3.0, 1.0, 1.0, 0.3, 0.3, 0.3)
"""Weight of the template's shape against the surface in each round."""
HELD = 100.0
"""Weight of a hint."""
COMPATIBLE = 0.5
"""Least cosine between the normals of a landmark and of its triangle."""
DEPTH = 0.5
"""Weight of distance along the view against distance across it: trackers see little of depth."""
LEAST_HINTS = 8


def find_embedding(surface: Surface, template: FloatArray, hints: Hints) -> Embedding:
    """Where the landmarks lie on a surface, from a few whose place is known.

    `template` (478, 3) are the landmarks of some other face, in metres and the head's axes. It is bent onto the hints
    by a biharmonic spline, then drawn to the nearest compatible points of the skin while it keeps its shape (Laplacian
    coordinates on the face mesh), and laid on the triangles. Raises ModelError when the hints do not allow that.
    """
    _check(surface, template, hints)
    mesh = face_mesh()
    landmarks, places = hints.known(template)
    scale, rotation, translation = similarity(template[landmarks], places)
    start = scale * template @ rotation.T + translation
    ground = _ground(surface, mesh, hints, landmarks, places)
    skin = landmarks < SKIN
    bent = spline_warp(start[landmarks[skin]], places[skin], start, SLACK)
    settled = _settle(ground, mesh, bent[:SKIN], landmarks[skin], places[skin])
    on_skin = ground.lay(settled, mesh.normals(settled))
    return _joined(on_skin, *_on_eyes(ground, start, bent, hints.eyeballs))


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """The part of the surface that landmarks may lie on."""

    projector: Projector
    refused: Mask
    """(478, F)."""

    def lay(self, points: FloatArray, normals: FloatArray) -> Embedding:
        return self.projector.nearest(points, normals, COMPATIBLE, self.refused[: len(points)])


def _ground(surface: Surface, mesh: FaceMesh, hints: Hints, landmarks: IndexArray, places: FloatArray) -> _Ground:
    nose = places[np.argmin(mesh.steps_from((1,))[np.minimum(landmarks, SKIN - 1)] + (landmarks >= SKIN) * 1e3)]
    seed = int(np.argmin(np.linalg.norm(surface.vertices - nose, axis=1)))
    skin = without_insides(surface, seed, hints.openings)
    graph = edge_graph(Surface(surface.vertices, surface.faces[skin]))
    facing = face_normals(surface)[:, 2] > 0
    metric = np.diag([1.0, 1.0, DEPTH])
    return _Ground(Projector.over(surface, skin & facing, metric), wrong_sides(surface, graph, mesh, hints.contours))


def _settle(ground: _Ground, mesh: FaceMesh, bent: FloatArray, landmarks: IndexArray, places: FloatArray) -> FloatArray:
    """(468, 3) landmarks drawn to the surface, in rounds that let their shape go more and more."""
    surface = ground.projector.surface
    points = bent
    for stiffness in STIFFNESS:
        feet = ground.lay(points, mesh.normals(points)).of(surface.vertices, surface.faces)
        feet[landmarks] = places
        weights = np.ones(SKIN)
        weights[landmarks] = HELD
        points = _relaxed(mesh, bent, feet, weights, stiffness)
    return points


def _relaxed(
    mesh: FaceMesh, shape: FloatArray, targets: FloatArray, weights: FloatArray, stiffness: float
) -> FloatArray:
    """Points near the targets whose Laplacian coordinates are near those of `shape`."""
    curvature = stiffness * mesh.laplacian.T @ mesh.laplacian
    system = sparse.csc_matrix(curvature + sparse.diags(weights))
    wanted = curvature @ shape + weights[:, None] * targets
    return np.asarray(splu(system).solve(np.asarray(wanted)))


def _on_eyes(
    ground: _Ground, start: FloatArray, bent: FloatArray, eyeballs: IndexArray | None
) -> tuple[Embedding, ...]:
    """On the eyeballs, or on the skin between the lids of a mesh without."""
    if eyeballs is not None:
        return irises(ground.projector.surface, start, eyeballs)
    normals = np.tile([0.0, 0.0, 1.0], (LANDMARKS - SKIN, 1))
    return (ground.projector.nearest(bent[SKIN:], normals, COMPATIBLE),)


def _joined(*parts: Embedding) -> Embedding:
    weights = np.clip(np.concatenate([part.barycentric for part in parts]), 0.0, None)
    return Embedding(np.concatenate([part.triangles for part in parts]), weights / weights.sum(axis=1, keepdims=True))


def _check(surface: Surface, template: FloatArray, hints: Hints) -> None:
    if template.shape != (LANDMARKS, 3):
        raise ModelError(f"The template must have {LANDMARKS} landmarks of 3 coordinates, not {template.shape}.")
    known = sorted({*hints.landmarks.tolist(), *(landmark for line in hints.contours for landmark in line.landmarks)})
    if sum(landmark < SKIN for landmark in known) < LEAST_HINTS:
        remedy = f"Name at least {LEAST_HINTS} of them, spread over the face; see docs/embedding.md."
        raise ModelError(f"The surface has only {len(known)} known landmarks.", remedy=remedy)
    if known[-1] >= LANDMARKS or known[0] < 0:
        raise ModelError(f"There is no landmark {known[-1]}; they are numbered 0 to {LANDMARKS - 1}.")
    if not np.isfinite(surface.vertices).all() or not np.isfinite(hints.points).all():
        raise ModelError("The surface or its hints contain numbers that are not finite.")
