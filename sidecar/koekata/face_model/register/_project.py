"""The nearest point of a mesh's triangles, exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from koekata.face_model.register._mesh import Mask, face_normals
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["Projector"]

CANDIDATES = 160
"""Triangles looked at for each point: those with the nearest centres."""


@dataclass(frozen=True, slots=True, eq=False)
class Projector:
    """Finds nearest points on a part of a surface."""

    surface: Surface
    triangles: IndexArray
    """Rows of the surface's faces that may be hit."""
    normals: FloatArray
    """(len(triangles), 3)."""
    metric: FloatArray
    """(3, 3) applied to places before they are compared; distances are then metres of what it makes of space."""
    tree: cKDTree

    @staticmethod
    def over(surface: Surface, allowed: Mask, metric: FloatArray | None = None) -> Projector:
        metric = np.eye(3) if metric is None else metric
        normals = face_normals(surface)
        triangles = np.flatnonzero(allowed & (np.abs(normals).max(axis=1) > 0))
        centres = surface.vertices[surface.faces[triangles]].mean(axis=1) @ metric.T
        return Projector(surface, triangles, normals[triangles], metric, cKDTree(centres))

    def nearest(self, points: FloatArray, normals: FloatArray, least: float, refused: Mask | None = None) -> Embedding:
        """Nearest point for each of (L, 3) points, among triangles whose normal is compatible.

        A triangle is compatible when its normal times the point's normal is at least `least`; where none is, the
        best turned one is taken. `refused` (L, F) rules out triangles of the whole surface for a point.
        """
        count = min(CANDIDATES, len(self.triangles))
        points = points @ self.metric.T
        rows = self.tree.query(points, k=count)[1].reshape(len(points), count)
        corners = self.surface.vertices[self.surface.faces[self.triangles[rows]]] @ self.metric.T
        weights = closest_weights(points[:, None], corners)
        distance = np.linalg.norm(np.einsum("lkc,lkcd->lkd", weights, corners) - points[:, None], axis=2)
        agreement = np.einsum("lkd,ld->lk", self.normals[rows], normals)
        # One metre puts what is refused behind everything that is not.
        cost = distance + np.where(agreement < least, 1.0 - agreement, 0.0)
        if refused is not None:
            cost = cost + 10.0 * np.take_along_axis(refused, self.triangles[rows], axis=1)
        best = np.argmin(cost, axis=1)
        every = np.arange(len(points))
        return Embedding(self.triangles[rows[every, best]], weights[every, best])


def closest_weights(points: FloatArray, corners: FloatArray) -> FloatArray:
    """(..., 3) barycentric weights of the point of each (..., 3, 3) triangle that is nearest to (..., 3) points.

    The foot of the perpendicular where it is inside; otherwise the nearest point of the nearest edge.
    """
    a, b, c = corners[..., 0, :], corners[..., 1, :], corners[..., 2, :]
    ab, ac, ap = b - a, c - a, points - a
    d00, d01, d11 = (np.einsum("...d,...d->...", *pair) for pair in ((ab, ab), (ab, ac), (ac, ac)))
    d20, d21 = np.einsum("...d,...d->...", ap, ab), np.einsum("...d,...d->...", ap, ac)
    area = np.maximum(d00 * d11 - d01 * d01, 1e-30)
    v, w = (d11 * d20 - d01 * d21) / area, (d00 * d21 - d01 * d20) / area
    inside = np.stack([1 - v - w, v, w], axis=-1)
    options = [_along_edge(points, corners, first, second) for first, second in ((0, 1), (1, 2), (2, 0))]
    edges = np.stack(options, axis=-2)
    gaps = np.einsum("...ec,...cd->...ed", edges, corners) - points[..., None, :]
    nearest = np.argmin(np.einsum("...ed,...ed->...e", gaps, gaps), axis=-1)
    on_edge = np.take_along_axis(edges, nearest[..., None, None], axis=-2)[..., 0, :]
    return np.asarray(np.where((inside >= 0).all(axis=-1, keepdims=True), inside, on_edge))


def _along_edge(points: FloatArray, corners: FloatArray, first: int, second: int) -> FloatArray:
    start, along = corners[..., first, :], corners[..., second, :] - corners[..., first, :]
    length = np.maximum(np.einsum("...d,...d->...", along, along), 1e-30)
    share = np.clip(np.einsum("...d,...d->...", points - start, along) / length, 0.0, 1.0)
    weights = np.zeros((*share.shape, 3))
    weights[..., first], weights[..., second] = 1.0 - share, share
    return weights
