"""Which shapes of a character are driven, by which target of which preset, and why the others are left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from koekata.mapping.draft.character import Character, Expression, Morph
from koekata.mapping.draft.choice import Choice, Driven
from koekata.mapping.draft.exclude import keep_best, keep_finer, keep_one_layer
from koekata.mapping.draft.knowledge import load_knowledge, names_folder
from koekata.mapping.draft.lookup import Tables
from koekata.mapping.draft.recognise import BAR, Guess, Recogniser

__all__ = ["choose"]

_VRM_CONVENTIONS = {"VRM 0.x": "vrm0", "VRM 1.0": "vrm1"}
_LONGEST = 256
"""Letters of a name that a table may address."""


def choose(character: Character, accept: float = BAR) -> Choice:
    """Decide for every shape of a character; guesses with a score below `accept` are not driven."""
    rules = json.loads((names_folder() / "layers.json").read_text("utf-8"))
    tables, choice = Tables(rules["fallback"], rules["rest"]), Choice()
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
        _place(shape, guess, choice, tables, main, accept)
    keep_finer(choice)
    keep_best(choice, rules["parts"])
    keep_one_layer(choice, rules["rules"])
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
    shape: Morph | Expression, guess: Guess, choice: Choice, tables: Tables, convention: str, accept: float
) -> None:
    doubtful = bool(guess.meaning) and guess.score < accept
    named = tables.named(guess)
    found = None if doubtful else tables.find(guess, convention)
    if doubtful:
        choice.doubtful.append(guess)
    elif guess.meaning in tables.rest:
        choice.left_out.append((guess.name, "the face at rest: nothing has to drive it"))
    elif found:
        why = f"the preset '{found[0].id}' has it as '{found[1]}'"
        choice.driven.append(Driven(shape, guess if guess.meaning else replace(guess, score=1.0, why=why), *found))
    elif named:
        choice.left_out.append((guess.name, "for a hotkey, as its preset has it"))
    elif guess.meaning:
        choice.left_out.append((guess.name, f"known as {guess.meaning}, but no channel of the face tells it"))
    else:
        choice.unmapped.append(guess)
