"""Triangle meshes, and points on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray

__all__ = ["Embedding", "IndexArray", "Surface"]

IndexArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A mesh in metres; +x performer's left, +y up, +z out of the face."""

    vertices: FloatArray
    """(V, 3)."""
    faces: IndexArray
    """(F, 3) vertex indices, counter-clockwise seen from outside."""


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """L points on the triangles of a mesh, whatever the mesh does."""

    triangles: IndexArray
    """(L,) rows of the mesh's faces."""
    barycentric: FloatArray
    """(L, 3) weights of the triangle's corners; each row adds up to 1."""

    def of(self, values: FloatArray, faces: IndexArray) -> FloatArray:
        """(L, ...) values at the points from (V, ...) values at the vertices: places, displacements, modes."""
        corners = values[faces[self.triangles]]
        return np.asarray(np.einsum("lc,lc...->l...", self.barycentric, corners))
