"""What a mesh says about its vertices and triangles: who is next to whom, and what lies behind an opening."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from koekata.face_model.surface import IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["Graph", "edge_graph", "edge_path", "face_normals", "joined_to", "pieces_of", "without_insides"]

Mask = NDArray[np.bool_]
Graph: TypeAlias = sparse.csr_matrix


def face_normals(surface: Surface) -> FloatArray:
    """(F, 3) unit normals; zero for triangles without area."""
    corners = surface.vertices[surface.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def edge_graph(surface: Surface) -> Graph:
    """(V, V) symmetric lengths of the edges, metres."""
    start, end = _half_edges(surface.faces)
    lengths = np.linalg.norm(surface.vertices[start] - surface.vertices[end], axis=1)
    size = len(surface.vertices)
    # Edges without length would vanish from a sparse matrix.
    one_way = sparse.csr_matrix((np.maximum(lengths, 1e-9), (start, end)), shape=(size, size))
    one_way.data = np.maximum(one_way.data, 1e-9)
    return sparse.csr_matrix(one_way.maximum(one_way.T))


def edge_path(graph: Graph, stations: IndexArray) -> IndexArray:
    """Vertices along the shortest way over edges through all stations, in order."""
    way = [int(stations[0])]
    for start, end in pairwise(int(station) for station in stations):
        before = csgraph.dijkstra(graph, indices=start, return_predecessors=True)[1]
        leg = [end]
        while leg[-1] != start and before[leg[-1]] >= 0:
            leg.append(int(before[leg[-1]]))
        way.extend(reversed(leg[:-1]))
    return np.array(way, np.int64)


def without_insides(surface: Surface, seed: int, openings: tuple[IndexArray, ...]) -> Mask:
    """(F,) triangles that can be reached from vertex `seed` without crossing an opening.

    An opening is a closed line of vertices joined by edges: the rim of the lids, or the seam of the lips.
    """
    barred = np.zeros((0, 2), np.int64)
    if openings:
        barred = np.concatenate([np.stack([line, np.roll(line, -1)], axis=1) for line in openings])
    groups = _groups(surface, barred)
    at_seed = groups[(surface.faces == seed).any(axis=1)]
    return np.asarray(np.isin(groups, at_seed))


def joined_to(surface: Surface, vertex: int) -> Mask:
    """(F,) triangles of the part of the mesh that `vertex` belongs to."""
    return without_insides(surface, vertex, ())


def pieces_of(surface: Surface, triangles: IndexArray) -> Mask:
    """(F,) triangles of the parts of the mesh that some triangles belong to."""
    groups = _groups(surface, np.zeros((0, 2), np.int64))
    return np.asarray(np.isin(groups, groups[triangles]))


def _half_edges(faces: IndexArray) -> tuple[IndexArray, IndexArray]:
    return faces.T.ravel(), np.roll(faces, -1, axis=1).T.ravel()


def _groups(surface: Surface, barred: IndexArray) -> IndexArray:
    """(F,) numbers of the groups of triangles that are joined by edges other than the (B, 2) barred ones."""
    size, count = len(surface.vertices), len(surface.faces)
    start, end = _half_edges(surface.faces)
    keys = np.minimum(start, end) * size + np.maximum(start, end)
    owner = np.tile(np.arange(count), 3)
    free = ~np.isin(keys, barred.min(axis=1) * size + barred.max(axis=1))
    keys, owner = keys[free], owner[free]
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    same = keys[1:] == keys[:-1]
    links = sparse.coo_matrix((np.ones(int(same.sum())), (owner[1:][same], owner[:-1][same])), shape=(count, count))
    return np.asarray(csgraph.connected_components(links, directed=False)[1], np.int64)
