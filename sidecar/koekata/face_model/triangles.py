"""The triangles between the 468 skin landmarks of MediaPipe's face mesh."""

from __future__ import annotations

from importlib import resources

import numpy as np

from koekata.face_model.surface import IndexArray

__all__ = ["IRISES", "SKIN", "face_mesh_triangles"]

SKIN = 468
"""Landmarks before this one lie on the skin."""
IRISES = ((range(468, 473), (33, 133)), (range(473, 478), (362, 263)))
"""Landmarks of the right and of the left iris, each with the two corners of its eye."""


def face_mesh_triangles() -> IndexArray:
    """(852, 3) landmarks, counter-clockwise seen from outside; the eyes and the mouth are holes.

    They are the triangles whose edges MediaPipe publishes as `FACEMESH_TESSELATION`.
    """
    folder = resources.files("koekata") / "data" / "face_model"
    with resources.as_file(folder / "triangles.npz") as path, np.load(path, allow_pickle=False) as stored:
        triangles: IndexArray = stored["triangles"].astype(np.int64)
    return triangles
