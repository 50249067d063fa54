"""Targets that are declared nowhere and are spelt almost as another one: right tables, and most likely wrong ones."""

from __future__ import annotations

from collections.abc import Iterator

from koekata.mapping.document import Node
from koekata.mapping.extend import Merged
from koekata.mapping.faults import Fault
from koekata.mapping.fields import Fields
from koekata.mapping.references import named_targets

__all__ = ["likely_misspelt"]

_SHORTEST = 4
"""Shorter names differ by a letter as a rule: A, I, U."""


def likely_misspelt(merged: Merged) -> list[Fault]:
    """A warning for each undeclared target that is one slip away from another target; its code is `warning`."""
    if Fields("table", merged.properties)["implicit_target"] == "none":
        return []
    first: dict[str, Node] = {}
    for name, node in named_targets(merged):
        first.setdefault(name, node)
    declared = merged.sections["targets"]
    known = dict.fromkeys([*declared, *first])
    return [
        _warning(name, other, first[name])
        for name, other in _pairs(list(known))
        if name not in declared and name in first
    ]


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Each name with the first earlier one that it is near to."""
    by_key: dict[str, list[str]] = {}
    for name in names:
        if len(name) < _SHORTEST:
            continue
        folded = name.casefold()
        keys = {folded, *(folded[:place] + folded[place + 1 :] for place in range(len(folded)))}
        near = (other for key in keys for other in by_key.get(key, ()) if _is_slip(other, name))
        if found := min(near, default=None):
            yield name, found
        for key in keys:
            by_key.setdefault(key, []).append(name)


def _is_slip(one: str, other: str) -> bool:
    """Whether a letter was left out, added, changed or swapped with the next, or capitals differ.

    Not where the letter stands alone, as in `Blink_L` and `Blink_R`, and not for digits and other scripts.
    """
    if one.casefold() == other.casefold():
        return True
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if one[place + 2 :] == other[place + 2 :] and one[place : place + 2] == other[place : place + 2][::-1]:
        return True
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    same_length = len(one) == len(other)
    if longer[place + 1 :] != shorter[place + same_length :]:
        return False
    changed = [(longer, place)] + ([(shorter, place)] if same_length else [])
    return all(_in_a_word(text, at) for text, at in changed)


def _in_a_word(text: str, place: int) -> bool:
    """Whether a character is a Latin letter with others of its word beside it."""
    letter, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if not (letter.isascii() and letter.isalpha()):
        return False
    follows = after.isascii() and after.islower()
    return follows or (before.isascii() and before.isalpha() and before.isupper() == letter.isupper())


def _warning(name: str, other: str, node: Node) -> Fault:
    line, column = node.source.place(node.start)
    message = f'"{name}" is declared nowhere, and there is "{other}"'
    remedy = 'Is it misspelt? With "implicit_target": "none" a target that is not declared is an error.'
    return Fault("warning", message, remedy, node.source.file, node.pointer, line, column)
