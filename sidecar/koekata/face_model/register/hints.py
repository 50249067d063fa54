"""Where some landmarks are known to lie on a mesh."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["Contour", "Hints", "with_embedding"]

TURNING_BACK = 0.1
"""Share of its way that a line may lead back and still be measured straight from end to end."""


@dataclass(frozen=True, slots=True, eq=False)
class Contour:
    """A line on the surface along which landmarks lie in order; the first and last lie at its ends."""

    landmarks: tuple[int, ...]
    points: FloatArray
    """(K, 3) metres; straight between them."""
    vertices: IndexArray = field(default_factory=lambda: np.zeros(0, np.int64))
    """Vertices of the surface that it leads by; they tell an upper from a lower lip where the two touch."""

    def placed(self, template: FloatArray) -> FloatArray:
        """(N, 3) places of its landmarks: as far from corner to corner as the template's landmarks are.

        How far is told along the straight way between the ends, as lids and lips of two faces differ in how much they
        are arched; a line that turns back or closes is measured along its length.
        """
        wanted, stations = _ways(template[list(self.landmarks)], self.points)
        return np.stack([np.interp(wanted, stations, self.points[:, axis]) for axis in range(3)], axis=1)


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
    eyeballs: IndexArray | None = None
    """(2,) any vertex of the right and of the left eyeball, where these are separate parts of the mesh."""

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


def _ways(first: FloatArray, second: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How far each point of two lines is on its way, 0 to 1, measured alike for both."""
    across = [_across(line) for line in (first, second)]
    if all((np.maximum.accumulate(way) - way).max() < TURNING_BACK for way in across):
        # The least of slopes keeps both ends of what does not lead on apart.
        return across[0], np.maximum.accumulate(across[1]) + 1e-9 * np.arange(len(second))
    return _along(first), _along(second)


def _across(points: FloatArray) -> FloatArray:
    """(K,) shares of the straight way from the first point to the last."""
    way = points[-1] - points[0]
    return np.asarray((points - points[0]) @ way / max(float(way @ way), 1e-12))


def _along(points: FloatArray) -> FloatArray:
    """(K,) shares of the line's length."""
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    return np.asarray(lengths / lengths[-1])
