"""The stage "map": a solved face becomes the motion of one character, as its mapping table says.

`CharacterMapper(find_table("vrm1")).map(faces)` gives a `MappedFace` for each face; the evaluation itself is
`koekata.mapping`. Triggers and values of own inputs come by name, from the API or over OSC.
"""

from __future__ import annotations

from koekata.character._find import find_table, presets
from koekata.character._inputs import POSE_NAMES
from koekata.character._mapped import MappedFace
from koekata.character._mapper import CharacterMapper
from koekata.character._port import TriggerPort

__all__ = ["POSE_NAMES", "CharacterMapper", "MappedFace", "TriggerPort", "find_table", "presets"]
