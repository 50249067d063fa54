"""Expressions carried from one face to another: deformation transfer.

What an expression does to a triangle (turns, stretches, shears it) is done to the same triangle of the other face, and
the places that agree with that best are found. Linear in the expression, so that a mixture of expressions is carried to
the mixture of the carried ones.

Source: Sumner, Popovic, "Deformation transfer for triangle meshes", SIGGRAPH 2004; in the form of a Poisson equation,
Botsch, Sumner, Pauly, Gross, "Deformation transfer for detail-preserving surface editing", VMV 2006.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import splu

from koekata.face_model.surface import IndexArray
from koekata.face_model.triangles import IRISES
from koekata.frames import FloatArray

__all__ = ["transfer"]

_SLIVER = 0.2
"""Quality (1 for an equilateral triangle) below which the word of a triangle counts less: on lids and lips, noise in
the place of a landmark turns into a large rotation of a triangle that is a hundredth as wide as long."""
_TIE = 0.01
"""How strongly landmarks are tied to the plainly scaled displacement, for an area a hundredth of the face's.

It holds the face in place, which the triangles say nothing about, and what lies between needles."""


def transfer(source: FloatArray, expression: FloatArray, target: FloatArray, triangles: IndexArray) -> FloatArray:
    """Carry displacements (K, 478, 3) of the face `source` (478, 3) to the face `target` (478, 3); metres.

    Both faces look the same way. `triangles` (F, 3) join the landmarks of the skin. Each iris moves with the size of
    its eye. A face twice as large makes displacements twice as large; the face itself makes the same ones.
    """
    used = int(triangles.max()) + 1
    from_, to = _Triangles.of(source, triangles), _Triangles.of(target, triangles)
    weight = to.area * np.clip(np.minimum(from_.quality, to.quality) / _SLIVER, 0.0, 1.0) ** 2
    gradient = _gradient(to, triangles, used)
    weighted = gradient.T @ sparse.diags(np.repeat(weight, 3))
    tie = _TIE * _vertex_areas(to, triangles, used) / (to.area.sum() / 100.0)
    plain = _size(target) / _size(source) * expression
    wanted = np.stack([_wanted(from_, to, shape[triangles]) for shape in expression], axis=-1)
    right = weighted @ wanted.reshape(len(triangles) * 3, -1)
    right += (tie[:, None, None] * plain[:, :used].transpose(1, 2, 0)).reshape(used, -1)
    solved = splu((weighted @ gradient + sparse.diags(tie)).tocsc()).solve(right)
    carried = plain.copy()
    carried[:, :used] = solved.reshape(used, 3, -1).transpose(2, 0, 1)
    for iris, corners in IRISES:
        carried[:, list(iris)] = _width(target, corners) / _width(source, corners) * expression[:, list(iris)]
    return carried


@dataclass(frozen=True, slots=True, eq=False)
class _Triangles:
    """(F, ...) triangles of one face."""

    first: FloatArray
    """(F, 3) edge from corner 0 to corner 1, metres."""
    second: FloatArray
    """(F, 3) edge from corner 0 to corner 2, metres."""
    normal: FloatArray
    """(F, 3) of length 1."""
    area: FloatArray
    quality: FloatArray
    """1 for an equilateral triangle, 0 for a needle."""

    @classmethod
    def of(cls, points: FloatArray, triangles: IndexArray) -> _Triangles:
        a, b, c = (points[triangles[:, corner]] for corner in range(3))
        cross = np.cross(b - a, c - a)
        double = np.maximum(np.linalg.norm(cross, axis=1), 1e-12)
        edges = ((b - a) ** 2).sum(axis=1) + ((c - b) ** 2).sum(axis=1) + ((a - c) ** 2).sum(axis=1)
        return cls(
            b - a, c - a, cross / double[:, None], double / 2, 2 * np.sqrt(3) * double / np.maximum(edges, 1e-18)
        )


def _wanted(source: _Triangles, target: _Triangles, moved: FloatArray) -> FloatArray:
    """(F, 3, 3) what (F, 3, 3) displacements of the corners do to the source's triangles, as gradients on the target's.

    Rows are the direction of the gradient, columns that of the displacement.
    """
    first, second = moved[:, 1] - moved[:, 0], moved[:, 2] - moved[:, 0]
    # The normal stands for the third direction: it turns with the triangle and grows with the root of the area.
    root = np.sqrt(2 * source.area)[:, None]
    turned = (np.cross(first, source.second) + np.cross(source.first, second)) / root
    turned -= source.normal * (source.normal * turned).sum(axis=1, keepdims=True) / 2
    shape = np.stack([source.first, source.second, source.normal * root], axis=-1)
    change = np.stack([first, second, turned], axis=-1) @ np.linalg.pinv(shape)
    tangent = np.eye(3) - target.normal[:, :, None] * target.normal[:, None, :]
    return np.asarray((change @ tangent).transpose(0, 2, 1))


def _gradient(faces: _Triangles, triangles: IndexArray, count: int) -> sparse.csr_matrix:
    """(3 F, count) the gradient, triangle by triangle, of a value at the corners."""
    by_edge = np.linalg.pinv(np.stack([faces.first, faces.second], axis=-1))
    coefficients = np.stack([-by_edge.sum(axis=1), by_edge[:, 0], by_edge[:, 1]], axis=-1)
    rows = np.broadcast_to(np.arange(3 * len(triangles)).reshape(-1, 3, 1), coefficients.shape)
    columns = np.broadcast_to(triangles[:, None, :], coefficients.shape)
    return sparse.csr_matrix((coefficients.ravel(), (rows.ravel(), columns.ravel())), shape=(3 * len(triangles), count))


def _vertex_areas(faces: _Triangles, triangles: IndexArray, count: int) -> FloatArray:
    return np.bincount(triangles.ravel(), np.repeat(faces.area / 3, 3), count).astype(np.float64)


def _size(points: FloatArray) -> float:
    return float(np.linalg.norm(points - points.mean(axis=0)))


def _width(points: FloatArray, corners: tuple[int, int]) -> float:
    return float(np.linalg.norm(points[corners[0]] - points[corners[1]]))
