"""MediaPipe's face mesh: which landmarks make its triangles, lips, lids, brows and irises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from koekata.face_model.surface import IndexArray
from koekata.face_model.triangles import SKIN, face_mesh_triangles
from koekata.frames import FloatArray

__all__ = ["IRIS_CENTRES", "LANDMARKS", "SKIN", "FaceMesh", "face_mesh"]

LANDMARKS = 478
IRIS_CENTRES = (468, 473)
"""The performer's right, then left; the four that follow each lie on the iris' edge."""


@dataclass(frozen=True)
class FaceMesh:
    """The fixed part of the face mesh."""

    triangles: IndexArray
    """(852, 3) landmarks, counter-clockwise seen from outside; open at the eyes and at the mouth."""
    contours: Mapping[str, tuple[int, ...]]
    """Landmarks of each line, from the performer's right to left and from above to below, closed ones in a round."""

    @cached_property
    def laplacian(self) -> sparse.csr_matrix:
        """(468, 468) each skin landmark less the mean of its neighbours."""
        adjacency = self.adjacency
        degree = np.asarray(adjacency.sum(axis=1)).ravel()
        return sparse.csr_matrix(sparse.identity(SKIN) - sparse.diags(1.0 / degree) @ adjacency)

    @cached_property
    def adjacency(self) -> sparse.csr_matrix:
        """(468, 468) ones between landmarks that share an edge."""
        start, end = self.triangles.ravel(), np.roll(self.triangles, -1, axis=1).ravel()
        ones = sparse.coo_matrix((np.ones(len(start)), (start, end)), shape=(SKIN, SKIN))
        return sparse.csr_matrix(((ones + ones.T) > 0).astype(np.float64))

    def normals(self, landmarks: FloatArray) -> FloatArray:
        """(468, 3) unit normals of the mesh at its landmarks, out of the face."""
        corners = landmarks[self.triangles]
        areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        total = np.zeros((SKIN, 3))
        for corner in range(3):
            np.add.at(total, self.triangles[:, corner], areas)
        return np.asarray(total / np.linalg.norm(total, axis=1, keepdims=True))

    def steps_from(self, landmarks: tuple[int, ...]) -> FloatArray:
        """(468,) edges between each landmark and the nearest of those given."""
        steps = csgraph.dijkstra(self.adjacency, indices=np.array(landmarks), unweighted=True, min_only=True)
        return np.asarray(steps, np.float64)


def face_mesh() -> FaceMesh:
    """The face mesh with the lines of `contours.json`, in MediaPipe's numbering (Google, Apache-2.0)."""
    text = resources.files("koekata.face_model.register").joinpath("contours.json").read_text(encoding="utf-8")
    return FaceMesh(face_mesh_triangles(), {name: tuple(line) for name, line in json.loads(text).items()})
