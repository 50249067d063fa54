"""A mesh drawn over a picture, half transparent, so that both can be compared."""

from __future__ import annotations

import cv2
import numpy as np

from koekata.face_model.mesh import vertex_normals
from koekata.face_model.surface import IndexArray, Surface
from koekata.fit.camera import Camera
from koekata.frames import FloatArray, ImageArray

__all__ = ["draw_mesh", "draw_points", "projected"]

_OPAQUE = 0.6
_LIGHT = np.array([0.35, 0.45, 0.82])
_SKIN = np.array([225.0, 190.0, 120.0])
"""BGR: no skin has this colour, and so mesh and face are told apart."""
_FIXED_POINT = 4
"""Bits of a pixel's fraction, as OpenCV's drawing takes them."""


def projected(points: FloatArray, camera: Camera) -> FloatArray:
    """(N, 2) pixels of (N, 3) points in the camera's axes, metres."""
    x, y, z = points.T
    return np.column_stack((camera.centre[0] - camera.focal * x / z, camera.centre[1] + camera.focal * y / z))


def draw_mesh(image: ImageArray, vertices: FloatArray, faces: IndexArray, camera: Camera) -> ImageArray:
    """A copy of the BGR picture with the mesh over it; `vertices` (V, 3) are in the camera's axes."""
    corners, seen = vertices[faces], projected(vertices, camera)[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    # Only what faces the camera, which sits at the origin; the farthest is drawn first.
    front = np.flatnonzero((across * corners[:, 0]).sum(axis=1) < 0)
    order = front[np.argsort(corners[front, :, 2].mean(axis=1))]
    light = np.clip(vertex_normals(Surface(vertices, faces))[faces].mean(axis=1) @ _LIGHT, 0.0, 1.0)
    drawn = image.copy()
    pixels = np.round(seen * 2**_FIXED_POINT).astype(np.int32)
    for triangle in order:
        colour = (0.25 + 0.75 * light[triangle]) * _SKIN
        cv2.fillConvexPoly(drawn, pixels[triangle], colour.tolist(), cv2.LINE_AA, _FIXED_POINT)
    return np.asarray(cv2.addWeighted(drawn, _OPAQUE, image, 1 - _OPAQUE, 0.0), np.uint8)


def draw_points(image: ImageArray, points: FloatArray) -> ImageArray:
    """A copy of the picture with green dots at (N, 2) pixels."""
    drawn = image.copy()
    for x, y in np.round(points * 2**_FIXED_POINT).astype(np.int32).tolist():
        cv2.circle(drawn, (x, y), 2**_FIXED_POINT, (0, 255, 0), -1, cv2.LINE_AA, _FIXED_POINT)
    return drawn
