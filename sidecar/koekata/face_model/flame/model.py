"""A FLAME model as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.face_model.surface import IndexArray
from koekata.frames import FloatArray

__all__ = ["JOINTS", "FlameModel"]

JOINTS = ("root", "neck", "jaw", "left_eye", "right_eye")
"""In the order of FLAME's pose vector."""


@dataclass(frozen=True, slots=True, eq=False)
class FlameModel:
    """Mean head, its modes of shape and expression, pose correctives and skinning weights.

    V vertices, F faces, S shape modes, E expression modes, 5 joints. Metres; FLAME's axes (+x performer's left, +y up,
    +z out of the face). Li, Bolkart, Black, Li, Romero: "Learning a model of facial shape and expression from 4D
    scans", 2017.
    """

    v_template: FloatArray
    """(V, 3) metres."""
    faces: IndexArray
    """(F, 3) vertex indices."""
    shapedirs: FloatArray
    """(V, 3, S) metres for a coefficient of 1: one standard deviation."""
    expressiondirs: FloatArray
    """(V, 3, E) metres for a coefficient of 1."""
    posedirs: FloatArray
    """(V, 3, 36) metres for each element of `R - 1` of neck, jaw, left and right eye, row by row."""
    j_regressor: FloatArray
    """(5, V) weights of the vertices in each joint's position."""
    parents: tuple[int, ...]
    """Parent of each joint; -1 for the root."""
    lbs_weights: FloatArray
    """(V, 5) share of each joint in each vertex."""
    edition: str
    """`FLAME 2020`, `FLAME 2023`, `FLAME 2023 Open` or `unknown FLAME layout`."""
    edition_evidence: str
    """What `edition` rests on: `checksum`, or a guess by `contents` or `file name`, or `nothing`."""
    sha256: str
    """Lower-case hexadecimal digest of the file."""

    @property
    def shape_count(self) -> int:
        return self.shapedirs.shape[2]

    @property
    def expression_count(self) -> int:
        return self.expressiondirs.shape[2]
