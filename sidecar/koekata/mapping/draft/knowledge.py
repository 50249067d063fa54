"""What is known about names: the tables of `data/mapping_names`, ready to be asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from koekata.channels import ARKIT_NAMES
from koekata.mapping.draft.spelling import fold

__all__ = ["Convention", "Knowledge", "Words", "load_knowledge", "names_folder"]

_SPELLED_SIDES = {"Left": ("L", "Left", "左"), "Right": ("R", "Right", "右")}


@dataclass(frozen=True, slots=True)
class Convention:
    """A way of naming that a tool or a community has settled on."""

    id: str
    title: str
    source: str
    """Where the meanings, and what is left, come from."""
    presets: tuple[str, ...]
    """Tables of `mappings/presets` whose rows fit, the best first."""
    spellings: Mapping[str, tuple[str, str]]
    """Folded spelling -> meaning and the spelling as written; an empty meaning has no channel."""
    among: Mapping[str, tuple[str, str]]
    """As `spellings`, for names that say nothing on their own."""
    among_count: int
    starts: tuple[str, ...]
    """Other names that begin so belong to the convention, and have no channel."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words and what they mean together."""

    ideas: Mapping[str, str]
    sides: Mapping[str, str]
    ignored: frozenset[str]
    barred: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    patterns: Mapping[frozenset[str], str]
    panels: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, float]
    japanese: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that recognition needs."""

    conventions: tuple[Convention, ...]
    words: Words


def names_folder() -> Path:
    """The folder of the tables."""
    return Path(__file__).parents[2] / "data" / "mapping_names"


@cache
def load_knowledge() -> Knowledge:
    """Read the tables that come with Koekata."""
    spellings = json.loads((names_folder() / "spellings.json").read_text("utf-8"))
    words = json.loads((names_folder() / "words.json").read_text("utf-8"))
    return Knowledge(tuple(_convention(entry) for entry in spellings["conventions"]), _words(words))


def _convention(entry: dict[str, Any]) -> Convention:
    among = entry.get("among", {"count": 0, "names": {}})
    spellings = {key: ("", text) for text in entry.get("without_channel", []) for key in _keys(text)}
    if entry.get("channels"):
        spellings.update({fold(name): (name, name) for name in ARKIT_NAMES})
        spellings.update({fold(short): (name, short) for name in ARKIT_NAMES for short in _short(name)})
    return Convention(
        id=entry["id"],
        title=entry["title"],
        source=entry["source"],
        presets=tuple(entry["presets"]),
        spellings={**spellings, **dict(_spelled(entry["names"]))},
        among=dict(_spelled(among["names"])),
        among_count=among["count"],
        starts=tuple(entry.get("other_starts", [])),
    )


def _short(name: str) -> Iterator[str]:
    """`eyeBlink_L` for eyeBlinkLeft; jawLeft and mouthLeft have no sides and stay as they are."""
    for side in _SPELLED_SIDES:
        if name.endswith(side) and name not in ("jawLeft", "jawRight", "mouthLeft", "mouthRight"):
            yield f"{name.removesuffix(side)}_{side[0]}"


def _spelled(names: dict[str, list[str]]) -> Iterator[tuple[str, tuple[str, str]]]:
    for meaning, texts in names.items():
        for text in texts:
            for side, marks in _SPELLED_SIDES.items():
                for mark in marks:
                    spelling = text.replace("@", mark)
                    yield fold(spelling), (meaning.replace("@", side), spelling)


def _keys(text: str) -> Iterator[str]:
    yield from (fold(text.replace("@", mark)) for marks in _SPELLED_SIDES.values() for mark in marks)


def _words(entry: dict[str, Any]) -> Words:
    ideas = {fold(word): idea for idea, words in entry["ideas"].items() for word in words}
    sides = {fold(word): side for side, words in entry["sides"].items() for word in words}
    groups = {name: frozenset(map(fold, entry[name])) for name in ("ignored", "barred", "begins", "ends")}
    every = {*ideas, *sides, *groups["ignored"], *groups["barred"]}
    patterns = {frozenset(ideas): meaning for meaning, found in entry["patterns"].items() for ideas in found}
    panels = {panel: tuple(starts) for panel, starts in entry["panels"].items()}
    japanese = frozenset(word for word in every if not word.isascii())
    return Words(ideas, sides, **groups, patterns=patterns, panels=panels, scores=entry["scores"], japanese=japanese)
