"""Of several ways to do one thing, one is driven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import Any

from koekata.mapping.draft.character import Expression, Morph
from koekata.mapping.draft.choice import Choice, Driven
from koekata.mapping.draft.knowledge import load_knowledge
from koekata.mapping.draft.spelling import fold, split_words
from koekata.mapping.draft.tables import RECIPES

__all__ = ["keep_best", "keep_finer", "keep_one_layer"]

_BELOW = "a VRM expression that is driven moves it already"


def keep_finer(choice: Choice) -> None:
    """Of expressions and the morphs below them, keep what is finer; never both for the same work."""
    expressions = [entry for entry in choice.driven if isinstance(entry.shape, Expression)]
    morphs = [entry for entry in choice.driven if isinstance(entry.shape, Morph)]
    if len(morphs) > len(expressions):
        looks = {entry.guess.meaning for entry in morphs}
        for entry in expressions:
            if not entry.guess.meaning.startswith("eyeLook") or entry.guess.meaning in looks:
                choice.leave(entry, "the morphs below the expressions are driven one by one, which is finer")
        return
    covered = {name for entry in expressions for name in _moves(entry)}
    meanings = {entry.guess.meaning for entry in expressions}
    for entry in morphs:
        if entry.name in covered or entry.guess.meaning in meanings:
            choice.leave(entry, _BELOW)
    choice.left_out += [(guess.name, _BELOW) for guess in choice.unmapped if guess.name in covered]
    choice.unmapped = [guess for guess in choice.unmapped if guess.name not in covered]


def _moves(entry: Driven) -> tuple[str, ...]:
    return entry.shape.moves if isinstance(entry.shape, Expression) else ()


def keep_best(choice: Choice, parts: set[str]) -> None:
    """Of several shapes for one target, keep the best one, with those that are its other halves."""
    words = load_knowledge().words
    cut = parts | set(words.sides)

    def stem(entry: Driven) -> tuple[str, ...]:
        return tuple(word for word in split_words(entry.name, words.japanese) if word not in cut)

    def is_part(entry: Driven) -> bool:
        return not cut.isdisjoint(split_words(entry.name, words.japanese))

    for target in {(entry.source.id, entry.target): None for entry in choice.driven}:
        same = [entry for entry in choice.driven if (entry.source.id, entry.target) == target]
        best = max(same, key=lambda entry: (fold(entry.name) == fold(entry.target), entry.guess.score))
        halves = [entry for entry in same if is_part(entry) and stem(entry) == stem(best)]
        if not is_part(best) and len(halves) > 1:
            best = halves[0]
        for entry in same:
            half = entry in halves and is_part(best) and fold(entry.name) != fold(best.name)
            if entry is not best and not half and not _apart(entry, best):
                choice.leave(entry, f"'{best.name}' does the same, and both at once would be too much")


def _apart(first: Driven, second: Driven) -> bool:
    """Whether two shapes are on different meshes, such as face and lashes, and so have to move together."""
    here, there = (entry.shape.meshes if isinstance(entry.shape, Morph) else () for entry in (first, second))
    return bool(here) and bool(there) and not set(here) & set(there)


def keep_one_layer(choice: Choice, rules: Sequence[dict[str, Any]]) -> None:
    for entry in list(choice.driven):
        both = [entry.guess.meaning + side for side in ("Left", "Right")]
        if len(_others(choice, entry, both)) == 2:
            choice.leave(entry, "its left and right halves are there")
    for rule in rules:
        for entry in [entry for entry in choice.driven if _matches(entry.guess.meaning, rule["drop"])]:
            if len(_others(choice, entry, rule["have"])) >= rule["at_least"]:
                choice.leave(entry, rule["why"])


def _others(choice: Choice, entry: Driven, wanted: Sequence[str]) -> set[str]:
    """Meanings that other shapes have, driven by tables that do not know of this one."""
    others = {other.guess.meaning for other in choice.driven if not _knows(entry, other)}
    return {meaning for meaning in others if _matches(meaning, wanted)}


def _knows(entry: Driven, other: Driven) -> bool:
    """Whether one table was written for both: the recipes are for single shapes."""
    return entry.source.id == other.source.id != RECIPES


def _matches(meaning: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(meaning, pattern) for pattern in patterns)
