"""Displacements of the 478 landmarks spread to every vertex of a mesh.

The skin follows as a thin plate would: the displacement with the least bending that agrees with the landmarks. It is
measured along the mesh, so that a lip never feels the other one, and fades out behind the face. An eyeball, which is a
piece of its own, turns about its centre.

Source of the bending energy (the squared Laplacian): Botsch, Kobbelt, "An intuitive framework for real-time freeform
modeling", SIGGRAPH 2004.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import splu

from koekata.face_model.mesh import cotangent_laplacian, distances_along, pieces, vertex_areas
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.face_model.triangles import IRISES, SKIN
from koekata.frames import FloatArray

__all__ = ["eyeballs", "fading", "spread"]

_STIFFNESS = 1e-3
"""How much bending weighs against the landmarks; 0 would follow all of their noise."""
_FADES = (0.1, 0.45)
"""Distances behind the landmarks where fading begins and where nothing moves any more, in heights of the face."""
_REST = 1e-2
"""How strongly what lies behind is held in place."""


def spread(surface: Surface, embedding: Embedding, displacements: FloatArray) -> FloatArray:
    """(K, V, 3) displacements of the vertices from (K, 478, 3) of the embedded landmarks; metres.

    Pieces of the mesh without landmarks stay where they are.
    """
    balls = eyeballs(surface, embedding)
    spread_out = _skin(surface, embedding, displacements)
    points = embedding.of(surface.vertices, surface.faces)
    for (iris, _), ball in zip(IRISES, balls, strict=True):
        if ball is not None:
            spread_out[:, ball] = _turned(surface.vertices[ball], points[list(iris)], displacements[:, list(iris)])
    return spread_out


def eyeballs(surface: Surface, embedding: Embedding) -> tuple[IndexArray | None, IndexArray | None]:
    """The vertices of the right and of the left eyeball: pieces that carry an iris and nothing of the skin."""
    labels = pieces(surface)
    carrying = labels[surface.faces[embedding.triangles, 0]]
    skin = set(carrying[:SKIN].tolist())

    def ball(iris: range) -> IndexArray | None:
        own = set(carrying[list(iris)].tolist())
        return np.flatnonzero(labels == own.pop()) if len(own) == 1 and not own & skin else None

    return ball(IRISES[0][0]), ball(IRISES[1][0])


def fading(surface: Surface, embedding: Embedding) -> FloatArray:
    """(V,) 0 on the face, 1 far behind it and on pieces without landmarks, smooth between them."""
    points = embedding.of(surface.vertices, surface.faces)[:SKIN]
    near = np.unique(surface.faces[embedding.triangles[:SKIN]])
    begin, end = (share * float(np.ptp(points[:, 1])) for share in _FADES)
    along = np.clip((distances_along(surface, near) - begin) / (end - begin), 0.0, 1.0)
    return np.asarray(along * along * (3 - 2 * along))


def _skin(surface: Surface, embedding: Embedding, displacements: FloatArray) -> FloatArray:
    """The thin plate, measured in heights of the face, so that the size of the mesh does not matter.

    Irises never pull: eyes that are painted on must not drag the lids.
    """
    height = float(np.ptp(embedding.of(surface.vertices, surface.faces)[:SKIN, 1]))
    areas = np.maximum(vertex_areas(surface) / height**2, 1e-9)
    laplacian = cotangent_laplacian(surface)
    places = _interpolation(surface, embedding)
    rest = _REST * fading(surface, embedding) * areas / areas.mean()
    bending = _STIFFNESS * areas.mean() * (laplacian @ sparse.diags(1.0 / areas) @ laplacian)
    system = bending + places.T @ places + sparse.diags(rest + 1e-9)
    columns = displacements[:, :SKIN].transpose(1, 0, 2).reshape(SKIN, -1)
    solved = splu(system.tocsc()).solve(places.T @ columns)
    return np.asarray(solved.reshape(len(areas), len(displacements), 3).transpose(1, 0, 2)).copy()


def _interpolation(surface: Surface, embedding: Embedding) -> sparse.csr_matrix:
    """(468, V) barycentric weights."""
    corners = surface.faces[embedding.triangles[:SKIN]]
    rows = np.repeat(np.arange(SKIN), 3)
    return sparse.csr_matrix(
        (embedding.barycentric[:SKIN].ravel(), (rows, corners.ravel())), (SKIN, len(surface.vertices))
    )


def _turned(vertices: FloatArray, iris: FloatArray, moved: FloatArray) -> FloatArray:
    """(K, N, 3) displacements of an eyeball (N, 3) that turns as (K, 5, 3) displacements of its iris (5, 3) ask for."""
    centre = (vertices.min(axis=0) + vertices.max(axis=0)) / 2
    arms, around = iris - centre, vertices - centre
    covariance = np.einsum("kij,il->kjl", arms + moved, arms)
    left, _, right = np.linalg.svd(covariance)
    left[:, :, 2] *= np.sign(np.linalg.det(left @ right))[:, None]
    return np.asarray(np.einsum("kij,nj->kni", left @ right, around) - around)
