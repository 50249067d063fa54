"""What the stage hands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from koekata.frames import SolvedFace
from koekata.mapping import MappingTable

__all__ = ["MappedFace"]


@dataclass(frozen=True, slots=True, eq=False)
class MappedFace:
    """A solved face with what the character does."""

    face: SolvedFace
    table: MappingTable
    """The table in force, whose targets say where each value goes."""
    values: Mapping[str, float]
    """By target id; a target that nothing has driven yet is left out."""
    events: tuple[str, ...]
    """Ids of the event targets that fire in this frame."""
    pose: Mapping[str, float]
    """Head and gaze by their names in `channels.json`, after the table's rules for eyes and for a lost face.

    Degrees and metres in the axes of `SolvedFace`; what is absent is left out.
    """
