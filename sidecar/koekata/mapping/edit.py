"""Edits of a table's text that leave all else as it was written, character by character.

    text = change_entry(text, "rows", "smile", ("gain",), 1.4)

Each function takes the text of a table and returns the new one. Raises `MappingError` where the text is no JSON object,
`KeyError` and `IndexError` for a place that is not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from koekata.mapping.document import Node, read_document
from koekata.mapping.form import properties_of
from koekata.mapping.loader import error_of

__all__ = [
    "ABSENT",
    "add_entry",
    "change_entry",
    "change_property",
    "entry_ids",
    "move_entry",
    "remove_entry",
    "root_of",
]

ABSENT = object()
"""Stands for no value: the property is taken away."""

Path = Sequence["str | int"]


def entry_ids(text: str, section: str) -> list[str]:
    """The entries of a section that stand in this text, in its order; those that remove others included."""
    found = _members(root_of(text)).get(section)
    return [str(_members(node)["id"].value) for node in _items(found)] if found else []


def change_entry(text: str, section: str, entry: str, path: Path, value: Any) -> str:
    """Give a property of an entry another value, or take it away; `path` leads on into lists and objects."""
    return _change(text, _entry(root_of(text), section, entry), path, value)


def change_property(text: str, path: Path, value: Any) -> str:
    """As `change_entry`, of the table itself, such as `("eyes", "link")`. Objects on the way are made."""
    root = root_of(text)
    first = str(path[0])
    if first not in _members(root) and value is not ABSENT:
        for name in reversed(path[1:]):
            value = {str(name): value}
        return _add_member(text, root, first, _line(value), _place(root, first))
    return text if first not in _members(root) else _change(text, root, path, value)


def add_entry(text: str, section: str, entry: Mapping[str, Any], place: int | None = None) -> str:
    """Add an entry at the end of its section, or so that it stands at `place` of this text's own."""
    return _insert_entry(text, section, _line(entry), place)


def remove_entry(text: str, section: str, entry: str) -> str:
    """Cut an entry out; a section that is empty then stays as `[]`."""
    root = root_of(text)
    items = _items(_members(root)[section])
    return _cut(text, _members(root)[section], items, items.index(_entry(root, section, entry)))


def move_entry(text: str, section: str, entry: str, place: int) -> str:
    """Move an entry as it is written to another place of its section, counted without it."""
    begin, end = _entry(root_of(text), section, entry).span
    return _insert_entry(remove_entry(text, section, entry), section, text[begin:end], place)


# --- finding ----------------------------------------------------------------------------------------------------------


def root_of(text: str) -> Node:
    """The object that a table is. Raises `MappingError` where the text is none."""
    node, source = read_document(text, "table")
    if node is None:
        raise error_of(source, source.faults)
    if not isinstance(node.value, dict):
        raise error_of(source, [source.fault("wrong-type", 0, "", "an object {...} is expected", "Write { first.")])
    return node


def _members(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


def _entry(root: Node, section: str, entry: str) -> Node:
    for node in _items(_members(root)[section]):
        named = _members(node).get("id")
        if named is not None and named.value == entry:
            return node
    raise KeyError(entry)


# --- changing ---------------------------------------------------------------------------------------------------------


def _change(text: str, node: Node, path: Path, value: Any) -> str:
    for depth, step in enumerate(path):
        inner = _items(node)[step] if isinstance(step, int) else _members(node).get(step)
        if inner is None:
            for name in reversed(path[depth + 1 :]):
                value = {str(name): value}
            return text if value is ABSENT else _add_member(text, node, str(step), _line(value), None)
        parent, node = node, inner
    if value is ABSENT:
        siblings = list(_members(parent).values()) or _items(parent)
        return _cut(text, parent, siblings, siblings.index(node))
    return _replaced(text, node.span, _line(value))


def _place(root: Node, section: str) -> int:
    """Where a new property of the table stands, by the order of the specification."""
    order = {name: place for place, name in enumerate(properties_of("table"))}
    here = order.get(section, len(order))
    return sum(order.get(name, -1) < here for name in _members(root))


def _insert_entry(text: str, section: str, entry: str, place: int | None) -> str:
    root = root_of(text)
    found = _members(root).get(section)
    if found is None:
        step = _indent(text, list(_members(root).values())) or "  "
        lines = f"[{_newline(text)}{step}{step}{entry}{_newline(text)}{step}]"
        return _add_member(text, root, section, lines, _place(root, section))
    items = _items(found)
    if not items:
        step = _indent(text, list(_members(root).values())) or "  "
        return _replaced(text, found.span, f"[{_newline(text)}{step}{step}{entry}{_newline(text)}{step}]")
    return _insert(text, items, len(items) if place is None else place, entry)


def _add_member(text: str, parent: Node, name: str, value: str, place: int | None) -> str:
    members = list(_members(parent).values())
    written = f"{_line(name)}: {value}"
    if not members:
        return _replaced(text, parent.span, f"{{{written}}}")
    if place is None:
        # A note stands last, where people look for it.
        place = len(members) - (list(_members(parent))[-1] == "note" and len(members) > 1)
    return _insert(text, members, place, written)


def _insert(text: str, siblings: list[Node], place: int, written: str) -> str:
    """Between siblings, parted as they are."""
    indent = _indent(text, siblings)
    gap = " " if indent is None else _newline(text) + indent
    if place >= len(siblings):
        end = siblings[-1].span[1]
        return f"{text[:end]},{gap}{written}{text[end:]}"
    start = siblings[place].start
    return f"{text[:start]}{written},{gap}{text[start:]}"


def _cut(text: str, parent: Node, siblings: list[Node], place: int) -> str:
    if len(siblings) == 1:
        begin, end = parent.span
        return _replaced(text, parent.span, text[begin] + text[end - 1])
    if place == 0:
        return _replaced(text, (siblings[0].start, siblings[1].start), "")
    return _replaced(text, (siblings[place - 1].span[1], siblings[place].span[1]), "")


def _replaced(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def _indent(text: str, siblings: list[Node]) -> str | None:
    """The white space before the last of them where it begins a line, else None."""
    if not siblings:
        return None
    start = siblings[-1].start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before if "\n" in text[:start] and not before.strip() else None


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
