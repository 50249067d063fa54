"""Finds the table and the target whose rows drive a shape."""

from __future__ import annotations

from collections.abc import Sequence

from koekata.mapping.draft.knowledge import load_knowledge
from koekata.mapping.draft.recognise import Guess
from koekata.mapping.draft.spelling import fold
from koekata.mapping.draft.tables import Parts, load_parts

__all__ = ["Tables"]

_LONG = 8
"""So many letters of a name's end are enough to know it by."""


class Tables:
    """Tables by name, each loaded once, and the order in which they are asked."""

    def __init__(self, fallback: Sequence[str], rest: Sequence[str]) -> None:
        """`fallback` are tables that are asked for any convention, after its own; `rest` meanings that need no row."""
        self.rest = frozenset(rest)
        self._fallback = fallback
        self._presets = {entry.id: entry.presets for entry in load_knowledge().conventions}
        self._loaded: dict[str, Parts | None] = {}

    def order(self, convention: str) -> list[Parts]:
        """The tables for a convention, its own first; presets that are not there are passed over."""
        names = dict.fromkeys((*self._presets.get(convention, ()), *self._fallback))
        for name in names:
            if name not in self._loaded:
                self._loaded[name] = load_parts(name)
        return [parts for name in names if (parts := self._loaded[name])]

    def find(self, guess: Guess, convention: str) -> tuple[Parts, str] | None:
        """The table and target for a shape: by its very name in the tables of its own kind, else by its meaning."""
        if named := self.named(guess):
            return named if named[0].rows_of(named[1]) else None
        if not guess.meaning:
            return None
        known = (parts for parts in self.order(guess.convention or convention) if guess.meaning in parts.by_meaning)
        return next(((parts, parts.by_meaning[guess.meaning]) for parts in known), None)

    def named(self, guess: Guess) -> tuple[Parts, str] | None:
        """The table of its own kind that has a shape by its name, be it behind a prefix."""
        own = self._presets.get(guess.convention, ())[:1]
        key = fold(guess.name)
        for parts in (parts for parts in self.order(guess.convention) if parts.id in own):
            behind = (name for name in parts.by_name if len(name) >= _LONG and key.endswith(name))
            found = key if key in parts.by_name else next(behind, "")
            if found:
                return parts, parts.by_name[found]
        return None
