"""Where a face is in the picture: squares turned with the head, and the upright windows that are searched for one."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from koekata.frames import FloatArray, ImageArray

__all__ = ["Candidate", "Mesh", "Region", "Window", "cut", "eye_distance", "region_of", "window_around"]

OUTER_EYE_CORNERS = (33, 263)
"""Face-mesh indices: the performer's right eye, then the left."""


class Region(NamedTuple):
    """A square around a face, in image pixels; `angle` in radians turns it clockwise on the screen."""

    x: float
    y: float
    side: float
    """Of the tight box around the face; engines add the margin that their network wants."""
    angle: float = 0.0

    def distance(self, other: Region) -> float:
        """Between the centres, as a share of the smaller face."""
        return math.hypot(self.x - other.x, self.y - other.y) / max(1e-6, min(self.side, other.side))

    def same_face(self, other: Region) -> bool:
        """Two regions that cannot be two faces: heads do not sit closer than half a face apart."""
        return self.distance(other) < 0.5

    def similar_size(self, other: Region) -> bool:
        """Whether one face may be the other one a moment later."""
        return 0.6 < self.side / max(1e-6, other.side) < 1.7

    def moved(self, dx: float, dy: float) -> Region:
        """Shifted by pixels."""
        return self._replace(x=self.x + dx, y=self.y + dy)

    def rescaled(self, kx: float, ky: float) -> Region:
        """The same place in a picture of another size."""
        return self._replace(x=self.x * kx, y=self.y * ky, side=self.side * math.sqrt(kx * ky))


class Candidate(NamedTuple):
    """A face that a detector reports."""

    region: Region
    score: float


class Mesh(NamedTuple):
    """The landmarks of one face."""

    points: FloatArray
    """(478, 3) in image pixels."""
    presence: float
    """The network's own probability that this is a face; 1.0 where a backend does not tell."""


class Window(NamedTuple):
    """An upright part of the picture, in whole pixels, inside the picture."""

    x: int
    y: int
    width: int
    height: int


def region_of(points: FloatArray) -> Region:
    """The region of (478, 3) landmarks: their bounding box made square, turned with the line between the eyes."""
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    right, left = points[OUTER_EYE_CORNERS[0]], points[OUTER_EYE_CORNERS[1]]
    angle = math.atan2(left[1] - right[1], left[0] - right[0])
    x, y = (low + high) / 2
    return Region(float(x), float(y), float((high - low).max()), angle)


def eye_distance(points: FloatArray) -> float:
    """Pixels between the outer corners of the eyes in space, so that a turned head measures the same."""
    return float(np.linalg.norm(points[OUTER_EYE_CORNERS[1]] - points[OUTER_EYE_CORNERS[0]]))


def window_around(region: Region, side: float, size: tuple[int, int]) -> Window:
    """A window of `side` pixels centred on a region, as far as the picture of (width, height) reaches."""
    width, height = (max(1, min(round(side), extent)) for extent in size)
    x = min(max(0, round(region.x - width / 2)), size[0] - width)
    y = min(max(0, round(region.y - height / 2)), size[1] - height)
    return Window(x, y, width, height)


def cut(image: ImageArray, window: Window) -> ImageArray:
    """A view of the window."""
    return image[window.y : window.y + window.height, window.x : window.x + window.width]
