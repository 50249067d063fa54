"""Left and right: what is written for the character's left, for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

__all__ = ["both_sides", "other_side"]

Entry = TypeVar("Entry")


def other_side(name: str) -> str:
    """The partner of a name: EyeBlinkLeft and EyeBlinkRight, leftEye and rightEye, sideLeft1 and sideRight1."""
    for here, there in (("Left", "Right"), ("Right", "Left"), ("left", "right"), ("right", "left")):
        if here in name:
            return name.replace(here, there)
    return name


def both_sides(entries: Mapping[str, Entry], mirror: Callable[[Entry], Entry]) -> dict[str, Entry]:
    """Every entry, and behind each that has a side its mirror image under the partner's name."""
    both: dict[str, Entry] = {}
    for name, entry in entries.items():
        both[name] = entry
        if other_side(name) != name:
            both[other_side(name)] = mirror(entry)
    return both
