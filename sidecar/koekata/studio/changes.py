"""What a page asks to be changed in a table, and how that is written into the text.

An entry that only an extended table has is not copied: what is changed of it is stated here, under its id.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from koekata.errors import ConfigError
from koekata.mapping import edit
from koekata.mapping.document import read_document
from koekata.mapping.extend import SECTIONS
from koekata.mapping.rename import rename_entry
from koekata.studio.sheet import inherited_ids

__all__ = ["changed", "rooted"]

_PATHS = ("extends", "$schema")


def changed(text: str, path: Path, wanted: Mapping[str, Any]) -> str:
    """The text with one change. Raises ConfigError for what cannot be done.

    `wanted` has `op`, and with `set` `section`, `id`, `path` and `value` (without it the property goes); with `add`
    `section`, `entry` and maybe `place`; with `remove` `section` and `id`; with `move` also `place`, with `rename` also
    `to`; with `property` `path` and `value`.
    """
    try:
        return _CHANGES[str(wanted["op"])](text, path, wanted)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ConfigError(
            f"this change cannot be made: {dict(wanted)!r} ({error})",
            remedy="Somebody may have changed the table meanwhile. Load the page again.",
        ) from error


def _set(text: str, path: Path, wanted: Mapping[str, Any]) -> str:
    section, name, place = _section(wanted), str(wanted["id"]), list(wanted["path"])
    value = wanted.get("value", edit.ABSENT)
    if name not in edit.entry_ids(text, section):
        if name not in inherited_ids(text, path)[section]:
            raise KeyError(name)
        if value is edit.ABSENT:
            return text
        if len(place) > 1:
            raise KeyError("the whole property must be stated here")
        return edit.add_entry(text, section, {"id": name, place[0]: value})
    text = edit.change_entry(text, section, name, place, value)
    if value is edit.ABSENT and name in inherited_ids(text, path)[section] and _states_nothing(text, section, name):
        return edit.remove_entry(text, section, name)
    return text


def _add(text: str, _: Path, wanted: Mapping[str, Any]) -> str:
    entry = dict(wanted["entry"])
    section, name = _section(wanted), str(entry["id"])
    if name in edit.entry_ids(text, section):
        raise ConfigError(f'there is a "{name}" already', remedy="Choose another id.")
    return edit.add_entry(text, section, entry, wanted.get("place"))


def _remove(text: str, path: Path, wanted: Mapping[str, Any]) -> str:
    section, name = _section(wanted), str(wanted["id"])
    if name in edit.entry_ids(text, section):
        text = edit.remove_entry(text, section, name)
    if name in inherited_ids(text, path)[section]:
        text = edit.add_entry(text, section, {"id": name, "remove": True})
    return text


def _move(text: str, _: Path, wanted: Mapping[str, Any]) -> str:
    return edit.move_entry(text, _section(wanted), str(wanted["id"]), int(wanted["place"]))


def _rename(text: str, path: Path, wanted: Mapping[str, Any]) -> str:
    section, name, to = _section(wanted), str(wanted["id"]), str(wanted["to"]).strip()
    inherited = inherited_ids(text, path)[section]
    if name in inherited:
        raise ConfigError(
            f'"{name}" comes from a table that this one extends', remedy="Rename it there, or copy it under a new id."
        )
    if to in edit.entry_ids(text, section) or to in inherited:
        raise ConfigError(f'there is a "{to}" already', remedy="Choose another id.")
    return rename_entry(text, section, name, to)


def _property(text: str, _: Path, wanted: Mapping[str, Any]) -> str:
    return edit.change_property(text, list(wanted["path"]), wanted.get("value", edit.ABSENT))


_CHANGES = {
    "set": _set, "add": _add, "remove": _remove, "move": _move, "rename": _rename, "property": _property,
}  # fmt: skip


def _section(wanted: Mapping[str, Any]) -> str:
    section = str(wanted["section"])
    if section not in SECTIONS:
        raise KeyError(section)
    return section


def _states_nothing(text: str, section: str, name: str) -> bool:
    node, _ = read_document(text, "table")
    plain: Any = node.plain() if node is not None else {}
    return any(set(entry) == {"id"} for entry in plain.get(section, []) if entry.get("id") == name)


def rooted(text: str, before: Path, after: Path) -> str:
    """The text with its relative paths as they are seen from another folder."""
    node, _ = read_document(text, "table")
    plain: Any = node.plain() if node is not None else None
    for name in _PATHS:
        link = plain.get(name) if isinstance(plain, dict) else None
        if isinstance(link, str) and link and "://" not in link and before.resolve() != after.resolve():
            text = edit.change_property(text, (name,), _relative((before / link).resolve(), after))
    return text


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder.resolve())).as_posix()
    except ValueError:
        # Another drive.
        return path.as_posix()
