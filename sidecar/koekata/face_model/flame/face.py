"""A FLAME model made ready for the fitter: what stands where, and what each ARKit channel is in FLAME's parameters."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.face_model.flame.model import FlameModel
from koekata.face_model.model import FaceModel
from koekata.face_model.surface import Embedding
from koekata.frames import FloatArray

__all__ = ["FlameFace"]


@dataclass(frozen=True, slots=True, eq=False)
class FlameFace:
    """Everything that depends on the FLAME file alone. The fitter sees `face_model` only.

    A point x of FLAME's mesh at rest is `x_head = placement_rotation @ x + placement_translation` in the head's axes.
    """

    flame: FlameModel
    embedding: Embedding
    """Of the 478 face-mesh landmarks on `flame`'s triangles."""
    face_model: FaceModel
    """Landmarks in the head's axes."""
    placement_rotation: FloatArray
    """(3, 3)."""
    placement_translation: FloatArray
    """(3,) metres."""
    expression: FloatArray
    """(K, E) expression coefficients of each ARKit channel at weight 1, in the order of the face model's names."""
    jaw: FloatArray
    """(K, 3) axis-angle of the jaw joint at weight 1, radians."""
    left_eye: FloatArray
    """(K, 3) axis-angle of the left eye joint at weight 1, radians."""
    right_eye: FloatArray
    """(K, 3)."""
