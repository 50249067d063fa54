"""What a triangle mesh is made of: its pieces, distances along it, and its Laplacian."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.csgraph import connected_components, dijkstra

from koekata.face_model.surface import IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["cotangent_laplacian", "distances_along", "pieces", "vertex_areas", "vertex_normals"]

_STEEPEST = 20.0
"""Largest cotangent: a corner of 3 degrees. Needles would outweigh all else."""


def pieces(surface: Surface) -> IndexArray:
    """(V,) the number of the connected piece that each vertex belongs to."""
    labels: IndexArray = connected_components(_edge_lengths(surface), directed=False)[1].astype(np.int64)
    return labels


def distances_along(surface: Surface, sources: IndexArray) -> FloatArray:
    """(V,) metres along the edges to the nearest of the `sources`; infinite on other pieces."""
    return np.asarray(dijkstra(_edge_lengths(surface), directed=False, indices=sources, min_only=True))


def cotangent_laplacian(surface: Surface) -> sparse.csr_matrix:
    """(V, V) symmetric and positive semi-definite; constants are its null space, one for each piece.

    Source: Pinkall, Polthier, "Computing discrete minimal surfaces and their conjugates", 1993.
    """
    faces, corners = surface.faces, surface.vertices[surface.faces]
    rows, columns, values = [], [], []
    for corner in range(3):
        a, b = (corner + 1) % 3, (corner + 2) % 3
        first, second = corners[:, a] - corners[:, corner], corners[:, b] - corners[:, corner]
        double = np.maximum(np.linalg.norm(np.cross(first, second), axis=1), 1e-12)
        cotangent = np.clip((first * second).sum(axis=1) / double, 1 / _STEEPEST, _STEEPEST)
        rows.append(faces[:, a])
        columns.append(faces[:, b])
        values.append(cotangent / 2)
    count = len(surface.vertices)
    one_way = sparse.coo_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), (count,) * 2)
    weights = (one_way + one_way.T).tocsr()
    return sparse.diags(np.asarray(weights.sum(axis=1)).ravel()) - weights


def vertex_areas(surface: Surface) -> FloatArray:
    """(V,) square metres: a third of the triangles around each vertex."""
    corners = surface.vertices[surface.faces]
    double = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    return np.bincount(surface.faces.ravel(), np.repeat(double / 6, 3), len(surface.vertices)).astype(np.float64)


def vertex_normals(surface: Surface) -> FloatArray:
    """(V, 3) unit vectors out of the surface; zero for a vertex without a triangle."""
    corners = surface.vertices[surface.faces]
    areas = np.repeat(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), 3, axis=0)
    total = [np.bincount(surface.faces.ravel(), areas[:, axis], len(surface.vertices)) for axis in range(3)]
    normals = np.stack(total, axis=1)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def _edge_lengths(surface: Surface) -> sparse.csr_matrix:
    ends = np.unique(np.sort(surface.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1), axis=0)
    lengths = np.linalg.norm(surface.vertices[ends[:, 0]] - surface.vertices[ends[:, 1]], axis=1)
    count = len(surface.vertices)
    # Two vertices in one place are joined all the same: a stored zero is no edge.
    return sparse.csr_matrix((np.maximum(lengths, 1e-9), (ends[:, 0], ends[:, 1])), (count, count))
