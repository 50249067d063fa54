"""Gives an entry of a table another id, everywhere in its text; all else stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from koekata.mapping.document import Node
from koekata.mapping.edit import change_entry, entry_ids, root_of
from koekata.mapping.extend import SECTIONS
from koekata.mapping.fields import listed

__all__ = ["rename_entry"]

_NAME = re.compile(r'"(?:[^"\\]|\\.)*"')
_KNOWN_BY_NAME = ("morph", "expression", "sprite", "event")


def rename_entry(text: str, section: str, entry: str, wanted: str) -> str:
    """Rename an entry that stands in this text, with everything in it that names the entry.

    A target that the model knows by its id keeps its name there, in `name`. What other files say is not seen. Raises
    `MappingError` where the text is no JSON object, KeyError for an entry that is not there, and ValueError for an id
    that is taken.
    """
    if wanted in entry_ids(text, section):
        raise ValueError(f'there is a "{wanted}" already')
    root = root_of(text)
    found = next((node for node in _items(root, section) if _text(node, "id") == entry), None)
    if found is None:
        raise KeyError(entry)
    places = [_members(found)["id"].span, *_mentions(root, section, entry, text)]
    renamed = text
    for begin, end in sorted(places, reverse=True):
        renamed = renamed[:begin] + json.dumps(wanted, ensure_ascii=False) + renamed[end:]
    known_by_id = "name" not in _members(found) and (_text(found, "kind") or "morph") in _KNOWN_BY_NAME
    if section == "targets" and known_by_id and "remove" not in _members(found):
        renamed = change_entry(renamed, section, wanted, ("name",), entry)
    return renamed


def _mentions(root: Node, section: str, entry: str, text: str) -> Iterator[tuple[int, int]]:
    """Where its id stands: the value of a property, or the name of one in a `set`."""
    for holder in _holders(root):
        yield from (node.span for node in _named_by(holder, section) if node.value == entry)
        poses = _members(holder).get("set")
        if section == "targets" and poses is not None and entry in _members(poses):
            name = _NAME.match(text, _members(poses)[entry].start)
            assert name is not None
            yield name.span()


def _holders(root: Node) -> Iterator[Node]:
    """Everything that can name something: the entries of all sections, and the choices of switches."""
    for section in SECTIONS:
        for entry in _items(root, section):
            yield entry
            yield from listed(_members(entry).get("choices"))


def _named_by(holder: Node, section: str) -> Iterator[Node]:
    """The texts of an entry that are ids of a section."""
    if section in ("signals", "inputs"):
        yield from (_inner(node, "of") for name in ("from", "when") for node in listed(_members(holder).get(name)))
    elif section == "conditions":
        yield from (node for name in ("while", "unless") for node in listed(_members(holder).get(name)))
    elif section == "regions":
        yield from (node for name in ("region", "suppress") for node in listed(_members(holder).get(name)))
    elif section == "targets":
        yield from listed(_members(holder).get("to"))
        yield from (_inner(node, "target") for node in listed(_members(holder).get("members")))


def _inner(node: Node, name: str) -> Node:
    return _members(node).get(name, node)


def _members(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _items(root: Node, section: str) -> list[Node]:
    return listed(_members(root).get(section))


def _text(node: Node, name: str) -> str:
    found = _members(node).get(name)
    return str(found.value) if found is not None else ""
