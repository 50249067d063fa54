"""Where some landmarks are known to lie on a mesh."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["Contour", "Hints", "with_embedding"]


@dataclass(frozen=True, slots=True, eq=False)
class Contour:
    """A line on the surface along which landmarks lie in order; the first and last lie at its ends."""

    landmarks: tuple[int, ...]
    points: FloatArray
    """(K, 3) metres; straight between them."""

    def at(self, shares: FloatArray) -> FloatArray:
        """(S, 3) points at shares of the length, 0 to 1."""
        lengths = _shares(self.points)
        return np.stack([np.interp(shares, lengths, self.points[:, axis]) for axis in range(3)], axis=1)

    def placed(self, template: FloatArray) -> FloatArray:
        """(N, 3) places of its landmarks: spaced along the line as the template's are along theirs."""
        return self.at(_shares(template[list(self.landmarks)]))


@dataclass(frozen=True, slots=True, eq=False)
class Hints:
    """Known correspondences between the face mesh and a surface. All points in the surface's own axes, metres."""

    landmarks: IndexArray
    """(N,)."""
    points: FloatArray
    """(N, 3) where they lie on the surface."""
    contours: tuple[Contour, ...] = ()
    """Lids, lips and whatever else is known as a line. A landmark of `landmarks` is not moved by a contour."""
    openings: tuple[IndexArray, ...] = ()
    """Closed lines of vertices, joined by edges, behind which the surface is not skin: eye sockets and mouth."""
    pupils: IndexArray | None = None
    """(2,) vertices in the middle of the right and of the left iris, on eyeballs that are separate parts of the mesh."""

    def known(self, template: FloatArray) -> tuple[IndexArray, FloatArray]:
        """(M,) landmarks with a known place, points and contours together, and (M, 3) their places."""
        places: dict[int, FloatArray] = {}
        for contour in self.contours:
            places.update(zip(contour.landmarks, contour.placed(template), strict=True))
        places.update(zip(self.landmarks.tolist(), self.points, strict=True))
        order = sorted(places)
        return np.array(order, np.int64), np.array([places[landmark] for landmark in order])


def with_embedding(hints: Hints, surface: Surface, landmarks: IndexArray, embedding: Embedding) -> Hints:
    """Hints in which an embedding of some landmarks overrules what was known about them."""
    places = dict(zip(hints.landmarks.tolist(), hints.points, strict=True))
    places.update(zip(landmarks.tolist(), embedding.of(surface.vertices, surface.faces), strict=True))
    return replace(hints, landmarks=np.array(list(places), np.int64), points=np.array(list(places.values())))


def _shares(points: FloatArray) -> FloatArray:
    """(K,) length of a line up to each of its points, as a share of the whole."""
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    return np.asarray(lengths / lengths[-1])
