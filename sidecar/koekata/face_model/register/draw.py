"""A picture of an embedding, to be looked at before it is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from koekata.face_model.register._face_mesh import FaceMesh, face_mesh
from koekata.face_model.register._mesh import Mask, pieces_of
from koekata.face_model.register._shade import View, owners, shaded
from koekata.face_model.surface import Embedding, Surface
from koekata.frames import FloatArray, ImageArray

__all__ = ["draw_embedding"]

SKIN_COLOUR, HIDDEN_COLOUR = (255, 255, 255), (120, 60, 60)
COLOURS = {"upper": (255, 90, 80), "lower": (80, 170, 255), "brow": (255, 200, 60), "iris": (90, 230, 120),
           "oval": (220, 120, 255), "nose": (250, 160, 60)}  # fmt: skip
"""RGB; the first word that a contour's name contains counts."""
HIDDEN = 0.001
"""Metres that the whole of a triangle must be nearer for a landmark behind it to count as hidden."""
TURNED = 40.0
"""Degrees of the half profiles."""


def draw_embedding(surface: Surface, embedding: Embedding, size: int = 900) -> ImageArray:
    """(2 size, 3 size, 3) RGB picture: the face from ahead and from both sides, below them eyes and mouth close by.

    Red lines are upper lids and lips, blue ones the lower; yellow brows, green irises, violet the face's outline,
    orange the nose. White dots are the other landmarks, dark red ones lie behind something else in that view. Parts of
    the mesh without landmarks, such as lashes, are left out.
    """
    mesh = face_mesh()
    landmarks = embedding.of(surface.vertices, surface.faces)
    shown = Surface(surface.vertices, surface.faces[pieces_of(surface, embedding.triangles)])
    panels = [_panel(shown, mesh, landmarks, view) for view in _views(landmarks, size)]
    rows = [np.hstack(panels[:3]), np.hstack(panels[3:])]
    return np.ascontiguousarray(np.vstack(rows))


def _views(landmarks: FloatArray, size: int) -> list[View]:
    whole = np.ptp(landmarks[:, 1]) * 0.56
    middle = (landmarks.max(axis=0) + landmarks.min(axis=0)) / 2
    views = [View(middle, whole, size, yaw) for yaw in (0.0, TURNED, -TURNED)]
    for corners in ((33, 133), (61, 291), (362, 263)):
        ends = landmarks[list(corners)]
        views.append(View(ends.mean(axis=0), 0.68 * float(np.linalg.norm(ends[1] - ends[0])), size))
    return views


def _panel(surface: Surface, mesh: FaceMesh, landmarks: FloatArray, view: View) -> ImageArray:
    picture, seen = shaded(surface, view), view.seen(landmarks)
    hidden = _hidden(surface, view, seen)
    for name, line in mesh.contours.items():
        _line(picture, seen, hidden, line, _colour(name))
    for place, is_hidden in zip(seen, hidden, strict=True):
        _dot(picture, place, HIDDEN_COLOUR if is_hidden else SKIN_COLOUR)
    return picture


def _hidden(surface: Surface, view: View, seen: FloatArray) -> Mask:
    """(L,) whether a triangle that shows at a landmark's pixel lies before it."""
    column, row = np.clip(seen[:, :2].astype(np.int64), 0, view.size - 1).T
    triangles = owners(surface, view)[row, column]
    nearest = view.seen(surface.vertices)[surface.faces[triangles], 2].min(axis=1)
    return np.asarray((triangles >= 0) & (nearest > seen[:, 2] + HIDDEN))


def _line(picture: ImageArray, seen: FloatArray, hidden: Mask, line: Sequence[int], colour: tuple[int, ...]) -> None:
    for start, end in pairwise(line):
        if not (hidden[start] and hidden[end]):
            cv2.line(picture, _pixel(seen[start]), _pixel(seen[end]), colour, 2, cv2.LINE_AA)


def _dot(picture: ImageArray, place: FloatArray, colour: tuple[int, ...]) -> None:
    cv2.circle(picture, _pixel(place), 3, (30, 30, 30), -1, cv2.LINE_AA)
    cv2.circle(picture, _pixel(place), 2, colour, -1, cv2.LINE_AA)


def _pixel(place: FloatArray) -> tuple[int, int]:
    return round(float(place[0])), round(float(place[1]))


def _colour(name: str) -> tuple[int, ...]:
    return next((colour for word, colour in COLOURS.items() if word in name and "brow" not in name), COLOURS["brow"])
