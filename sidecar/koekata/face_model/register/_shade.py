"""A small painter: a mesh seen from a direction, in grey, and which triangle shows where."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from koekata.face_model.register._mesh import Mask, face_normals
from koekata.face_model.surface import IndexArray, Surface
from koekata.frames import FloatArray, ImageArray

__all__ = ["View", "owners", "shaded"]

FRACTION_BITS = 4
"""Of OpenCV's fixed-point corners."""
LIGHT = np.array([0.3, 0.45, 0.84])
BACKGROUND, DARK, RANGE = 38, 70, 150
"""Grey levels."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """An orthographic camera in front of the face."""

    centre: FloatArray
    """(3,) metres, in the middle of the picture."""
    half_width: float
    """Metres from there to the picture's edge."""
    size: int
    """Pixels of a side."""
    yaw: float = 0.0
    """Degrees that the head is turned to the performer's left."""

    def seen(self, points: FloatArray) -> FloatArray:
        """(P, 3) pixels right, pixels down, and metres towards the camera."""
        turn = np.radians(self.yaw)
        rotation = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]])
        turned = (points - self.centre) @ rotation.T
        half = self.size / 2
        scale = half / self.half_width
        return np.stack([half + turned[:, 0] * scale, half - turned[:, 1] * scale, turned[:, 2]], axis=1)


def shaded(surface: Surface, view: View) -> ImageArray:
    """(S, S, 3) the mesh's front, far triangles first, with the edges of its triangles where they are large."""
    seen = view.seen(surface.vertices)
    picture = np.full((view.size, view.size, 3), BACKGROUND, np.uint8)
    for corners, level in zip(*_painted(surface, seen, view.size), strict=True):
        cv2.fillConvexPoly(picture, corners, (level, level, level), cv2.LINE_AA, FRACTION_BITS)
        cv2.polylines(picture, [corners], True, (level - 18,) * 3, 1, cv2.LINE_AA, FRACTION_BITS)
    return picture


def owners(surface: Surface, view: View) -> IndexArray:
    """(S, S) the triangle that shows at each pixel; -1 where none does."""
    seen = view.seen(surface.vertices)
    order = _order(surface, seen, view.size)
    picture = np.full((view.size, view.size), -1.0, np.float32)
    for corners, triangle in zip(_fixed(seen[surface.faces[order]]), order.tolist(), strict=True):
        cv2.fillConvexPoly(picture, corners, (float(triangle),), 8, FRACTION_BITS)
    return picture.astype(np.int64)


def _painted(surface: Surface, seen: FloatArray, size: int) -> tuple[IndexArray, list[int]]:
    order = _order(surface, seen, size)
    light = np.clip(face_normals(surface)[order] @ LIGHT, 0.0, 1.0)
    return _fixed(seen[surface.faces[order]]), [int(DARK + RANGE * level) for level in light]


def _order(surface: Surface, seen: FloatArray, size: int) -> IndexArray:
    """Triangles that face the camera and touch the picture, far ones first."""
    corners = seen[surface.faces]
    first, second = corners[:, 1, :2] - corners[:, 0, :2], corners[:, 2, :2] - corners[:, 0, :2]
    # Pixels count downwards, which turns the sense round.
    front: Mask = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] < 0
    inside = (corners[..., :2].max(axis=1) > 0).all(axis=1) & (corners[..., :2].min(axis=1) < size).all(axis=1)
    rows = np.flatnonzero(front & inside)
    return np.asarray(rows[np.argsort(corners[rows, :, 2].mean(axis=1))])


def _fixed(corners: FloatArray) -> IndexArray:
    return np.asarray(np.round(corners[..., :2] * (1 << FRACTION_BITS)).astype(np.int32))
