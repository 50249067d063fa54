"""Which side of the mouth or of an eye a landmark and a triangle belong to: above, or below."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csgraph

from koekata.face_model.register._face_mesh import LANDMARKS, FaceMesh
from koekata.face_model.register._mesh import Graph, Mask
from koekata.face_model.register.hints import Contour
from koekata.face_model.surface import IndexArray, Surface

__all__ = ["wrong_sides"]

OPENINGS = (("lips_upper_inner", "lips_lower_inner"), ("right_eye_upper", "right_eye_lower"),
            ("left_eye_upper", "left_eye_lower"))  # fmt: skip
NEAR = 3
"""Edges of the face mesh from the rim, up to which a landmark must be on its own side."""


def wrong_sides(surface: Surface, graph: Graph, mesh: FaceMesh, contours: tuple[Contour, ...]) -> Mask:
    """(478, F) triangles on which a landmark must not lie: the lower lip for one of the upper, and so on.

    Sides are told apart by the way over the skin: `graph` must not lead through an opening.
    """
    refused = np.zeros((LANDMARKS, len(surface.faces)), np.bool_)
    for above, below in OPENINGS:
        lines = [_line(contours, mesh.contours[name]) for name in (above, below)]
        if min(len(line) for line in lines) == 0:
            continue
        lower = _is_lower(surface, graph, *lines)
        upper_landmarks, lower_landmarks = _near(mesh, above, below)
        refused[np.ix_(upper_landmarks, np.flatnonzero(lower))] = True
        refused[np.ix_(lower_landmarks, np.flatnonzero(~lower))] = True
    return refused


def _line(contours: tuple[Contour, ...], landmarks: tuple[int, ...]) -> IndexArray:
    """Vertices that a contour leads by, none where the contour is not known."""
    lines = [contour.vertices for contour in contours if contour.landmarks == landmarks]
    return lines[0] if lines else np.zeros(0, np.int64)


def _near(mesh: FaceMesh, above: str, below: str) -> tuple[IndexArray, IndexArray]:
    """Landmarks near the upper rim and near the lower one, without the corners, where the sides meet."""
    to_upper, to_lower = (mesh.steps_from(mesh.contours[name][1:-1]) for name in (above, below))
    upper = (to_upper <= NEAR) & (to_upper + 1 < to_lower)
    lower = (to_lower <= NEAR) & (to_lower + 1 < to_upper)
    return np.flatnonzero(upper), np.flatnonzero(lower)


def _is_lower(surface: Surface, graph: Graph, above: IndexArray, below: IndexArray) -> Mask:
    """(F,) triangles nearer to the lower rim than to the upper one."""
    # The corners belong to both.
    lines = np.setdiff1d(above, below), np.setdiff1d(below, above)
    to_upper, to_lower = (csgraph.dijkstra(graph, indices=line, min_only=True) for line in lines)
    return np.asarray((to_lower < to_upper)[surface.faces].sum(axis=1) >= 2)
