"""Which shapes of a character are driven, by which target of which preset, and why the others are left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from koekata.mapping.draft.character import Character, Expression, Morph
from koekata.mapping.draft.knowledge import load_knowledge, names_folder
from koekata.mapping.draft.recognise import BAR, Guess, Recogniser
from koekata.mapping.draft.spelling import fold, split_words
from koekata.mapping.draft.tables import RECIPES, Parts, load_parts

__all__ = ["Choice", "Driven", "choose"]

_VRM_CONVENTIONS = {"VRM 0.x": "vrm0", "VRM 1.0": "vrm1"}
_LONGEST = 256
"""Letters of a name that a table may address."""
_BELOW = "a VRM expression that is driven moves it already"
_HOTKEY = "for a hotkey, as its preset has it"
_LONG = 8
"""So many letters of a name's end are enough to know it by."""


@dataclass(frozen=True, slots=True, eq=False)
class Driven:
    """A shape with the target of a table whose rows drive it."""

    shape: Morph | Expression
    guess: Guess
    source: Parts
    target: str

    @property
    def name(self) -> str:
        """As the model spells it."""
        return self.shape.name


@dataclass(slots=True)
class Choice:
    """What is driven, and what is not, with reasons."""

    driven: list[Driven] = field(default_factory=list)
    doubtful: list[Guess] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Recognised, but not driven: name and reason."""
    unmapped: list[Guess] = field(default_factory=list)
    leading: tuple[Parts, ...] = ()
    """The tables that may be used, the model's own kind first."""
    conventions: tuple[str, ...] = ()
    """Titles of the conventions that the model's names follow, the commonest first."""


class _Tables:
    """Tables by name, each loaded once, and the order in which they are asked."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self._fallback = rules["fallback"]
        self._presets = {entry.id: entry.presets for entry in load_knowledge().conventions}
        self._loaded: dict[str, Parts | None] = {}

    def order(self, convention: str) -> list[Parts]:
        names = dict.fromkeys((*self._presets.get(convention, ()), *self._fallback))
        for name in names:
            if name not in self._loaded:
                self._loaded[name] = load_parts(name)
        return [parts for name in names if (parts := self._loaded[name])]

    def find(self, guess: Guess, convention: str, accepted: bool) -> tuple[Parts, str] | None:
        """The table and target for a shape: by its very name in the tables of its own kind, else by its meaning."""
        if named := self.named(guess):
            return named if named[0].rows_of(named[1]) else None
        if not accepted or not guess.meaning:
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


def choose(character: Character, accept: float = BAR) -> Choice:
    """Decide for every shape of a character; guesses with a score below `accept` are not driven."""
    rules = json.loads((names_folder() / "layers.json").read_text("utf-8"))
    tables, choice = _Tables(rules), Choice()
    known = [morph for morph in character.morphs if len(morph.name) <= _LONGEST]
    long = [morph.name for morph in character.morphs if len(morph.name) > _LONGEST]
    morphs = Recogniser([name for morph in known for name in (morph.name, morph.alias[:_LONGEST]) if name])
    ranked = _ranked(morphs, _VRM_CONVENTIONS.get(character.form, ""), character)
    choice.conventions = tuple(title for _, title in ranked)
    main = ranked[0][0] if ranked else ""
    choice.leading = tuple(tables.order(main))
    shapes: list[tuple[Morph | Expression, Guess]] = [*_expressions(character, choice)]
    shapes += [(morph, morphs.of_morph(morph)) for morph in known]
    choice.unmapped += [Guess(f"{name[:40]}...", "", 0.0, "too long for a table") for name in long]
    for shape, guess in shapes:
        found = tables.find(guess, main, guess.score >= accept)
        named = tables.named(guess)
        if named and not found:
            choice.left_out.append((guess.name, _HOTKEY))
        else:
            if named and guess.score < BAR:
                guess = replace(guess, score=1.0, why=f"the preset '{named[0].id}' has it as '{named[1]}'")
            _place(shape, guess, choice, found, accept, rules["rest"])
    _finer(choice)
    _alternatives(choice, set(rules["parts"]))
    _layers(choice, rules["rules"])
    return choice


def _ranked(morphs: Recogniser, vrm: str, character: Character) -> list[tuple[str, str]]:
    """Ids and titles of the conventions in use: the commonest among the morphs, then that of VRM."""
    titles = {entry.id: entry.title for entry in load_knowledge().conventions}
    found = [(name, count) for name, count in morphs.counts.most_common() if count >= 3]
    order = [name for name, _ in found]
    if vrm and character.expressions:
        most = found[0][1] if found else 0
        clips = sum(not expression.empty for expression in character.expressions)
        order = [*order, vrm] if most > clips else [vrm, *order]
    return [(name, titles[name]) for name in dict.fromkeys(order)]


def _expressions(character: Character, choice: Choice) -> Iterable[tuple[Expression, Guess]]:
    names = Recogniser([expression.name for expression in character.expressions])
    convention = _VRM_CONVENTIONS.get(character.form, "")
    for expression in character.expressions:
        if expression.empty:
            choice.left_out.append((expression.name, "the expression moves nothing on this model"))
        elif len(expression.name) > _LONGEST:
            choice.left_out.append((f"{expression.name[:40]}...", "too long for a table"))
        elif expression.preset:
            yield expression, names.of_preset(expression.name, convention)
        else:
            yield expression, names.of_name(expression.name)


def _place(
    shape: Morph | Expression,
    guess: Guess,
    choice: Choice,
    found: tuple[Parts, str] | None,
    accept: float,
    rest: Sequence[str],
) -> None:
    if guess.meaning in rest and guess.score >= accept:
        choice.left_out.append((guess.name, "the face at rest: nothing has to drive it"))
    elif found:
        choice.driven.append(Driven(shape, guess, *found))
    elif not guess.meaning:
        choice.unmapped.append(guess)
    elif guess.score < accept:
        choice.doubtful.append(guess)
    else:
        choice.left_out.append((guess.name, f"known as {guess.meaning}, but no channel of the face tells it"))


def _finer(choice: Choice) -> None:
    """Of expressions and the morphs below them, keep what is finer; never both for the same work."""
    expressions = [entry for entry in choice.driven if isinstance(entry.shape, Expression)]
    morphs = [entry for entry in choice.driven if isinstance(entry.shape, Morph)]
    if len(morphs) > len(expressions):
        looks = {entry.guess.meaning for entry in morphs}
        for entry in expressions:
            if not entry.guess.meaning.startswith("eyeLook") or entry.guess.meaning in looks:
                _leave(choice, entry, "the morphs below the expressions are driven one by one, which is finer")
        return
    covered = {name for entry in expressions for name in _moves(entry)}
    meanings = {entry.guess.meaning for entry in expressions}
    for entry in morphs:
        if entry.name in covered or entry.guess.meaning in meanings:
            _leave(choice, entry, _BELOW)
    choice.left_out += [(guess.name, _BELOW) for guess in choice.unmapped if guess.name in covered]
    choice.unmapped = [guess for guess in choice.unmapped if guess.name not in covered]


def _moves(entry: Driven) -> tuple[str, ...]:
    return entry.shape.moves if isinstance(entry.shape, Expression) else ()


def _alternatives(choice: Choice, parts: set[str]) -> None:
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
                _leave(choice, entry, f"'{best.name}' does the same, and both at once would be too much")


def _apart(first: Driven, second: Driven) -> bool:
    """Whether two shapes are on different meshes, such as face and lashes, and so have to move together."""
    here, there = (entry.shape.meshes if isinstance(entry.shape, Morph) else () for entry in (first, second))
    return bool(here) and bool(there) and not set(here) & set(there)


def _layers(choice: Choice, rules: Sequence[dict[str, Any]]) -> None:
    for entry in list(choice.driven):
        both = [entry.guess.meaning + side for side in ("Left", "Right")]
        if len(_others(choice, entry, both)) == 2:
            _leave(choice, entry, "its left and right halves are there")
    for rule in rules:
        for entry in [entry for entry in choice.driven if _matches(entry.guess.meaning, rule["drop"])]:
            if len(_others(choice, entry, rule["have"])) >= rule["at_least"]:
                _leave(choice, entry, rule["why"])


def _others(choice: Choice, entry: Driven, wanted: Sequence[str]) -> set[str]:
    """Meanings that other shapes have, driven by tables that do not know of this one."""
    others = {other.guess.meaning for other in choice.driven if not _knows(entry, other)}
    return {meaning for meaning in others if _matches(meaning, wanted)}


def _knows(entry: Driven, other: Driven) -> bool:
    """Whether one table was written for both: the recipes are for single shapes."""
    return entry.source.id == other.source.id != RECIPES


def _matches(meaning: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(meaning, pattern) for pattern in patterns)


def _leave(choice: Choice, entry: Driven, why: str) -> None:
    if entry in choice.driven:
        choice.driven.remove(entry)
        choice.left_out.append((entry.name, why))
