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


def keep_best(choice: Choice, parts: Sequence[str]) -> None:
    """Of several shapes for one target, keep the best one, with its other halves and its copies on other meshes."""
    for work in (_target_of, _meaning_of):
        for key in dict.fromkeys(map(work, choice.driven)):
            _keep_best_of(choice, [entry for entry in choice.driven if work(entry) == key], parts)


def _target_of(entry: Driven) -> str:
    return f"{entry.source.id}: {entry.target}"


def _meaning_of(entry: Driven) -> str:
    return entry.guess.meaning or _target_of(entry)


def _keep_best_of(choice: Choice, same: Sequence[Driven], parts: Sequence[str]) -> None:
    best = max(same, key=lambda entry: (fold(entry.name) == fold(entry.target), entry.guess.score))
    kept = _with_halves(best, same, parts)
    for entry in same:
        if entry not in kept and not _beside(entry, kept[0]):
            choice.leave(entry, f"'{kept[0].name}' does the same, and both at once would be too much")


def _beside(entry: Driven, best: Driven) -> bool:
    """Whether two shapes of one meaning work together: one preset drives both, or they are on different meshes."""
    return (entry.source is best.source and entry.target != best.target) or _apart(entry, best)


def _with_halves(best: Driven, same: Sequence[Driven], parts: Sequence[str]) -> list[Driven]:
    """The best shape, with those whose names differ from it in side or part; its halves alone if it is their whole."""
    stem, own = _stem_and_parts(best.name, parts)
    halves: dict[frozenset[str], Driven] = {own: best}
    for entry in same:
        its_stem, its_parts = _stem_and_parts(entry.name, parts)
        if its_stem == stem and its_parts:
            halves.setdefault(its_parts, entry)
    if not own:
        del halves[own]
        return list(halves.values()) if len(halves) > 1 else [best]
    return list(halves.values())


def _stem_and_parts(name: str, parts: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a name without side and part, and its side and part."""
    sides = load_knowledge().words.sides
    words = split_words(name, load_knowledge().words.japanese)
    stem = tuple(word for word in words if word not in parts and word not in sides)
    return stem, frozenset(sides.get(word, word) for word in words if word in sides or word in parts)


def _apart(first: Driven, second: Driven) -> bool:
    """Whether two shapes are on different meshes, such as face and lashes, and so have to move together."""
    here, there = (entry.shape.meshes if isinstance(entry.shape, Morph) else () for entry in (first, second))
    return bool(here) and bool(there) and not set(here) & set(there)


def keep_one_layer(choice: Choice, rules: Sequence[dict[str, Any]]) -> None:
    """Leave out what finer shapes do already: both sides in one, and what the rules of `layers.json` name."""
    for entry in list(choice.driven):
        both = [entry.guess.meaning + side for side in ("Left", "Right")]
        if len(_others(choice, entry, both)) == 2:
            choice.leave(entry, "its left and right halves are there")
    for rule in rules:
        for entry in [entry for entry in choice.driven if _matches(entry.guess.meaning, rule["drop"])]:
            present = {other.guess.meaning for other in choice.driven}
            if (
                present.issuperset(rule.get("must", ()))
                and len(_others(choice, entry, rule["have"])) >= rule["at_least"]
            ):
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
