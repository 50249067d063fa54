"""From a character to a table that loads, with an account of what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.mapping.draft.character import Character
from koekata.mapping.draft.choice import Choice
from koekata.mapping.draft.choose import choose
from koekata.mapping.draft.compose import compose, table_text
from koekata.mapping.draft.recognise import BAR
from koekata.mapping.loader import load_text
from koekata.mapping.table import MappingTable

__all__ = ["Draft", "draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted table with what it was drafted from."""

    character: Character
    choice: Choice
    text: str
    """The table as it is written."""
    table: MappingTable
    """The same, loaded."""


def draft(character: Character, accept: float = BAR) -> Draft:
    """Draft a table. Guesses below `accept`, in [0, 1], are not in it. Raises MappingError where it does not load."""
    choice = choose(character, accept)
    text = table_text(compose(character, choice))
    return Draft(character, choice, text, load_text(text, "the draft"))
