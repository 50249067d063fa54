"""A table while it grows: entries are taken over from presets together with all that they name."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from koekata.mapping.draft.character import Expression, Morph
from koekata.mapping.draft.tables import Parts, Raw, same

__all__ = ["Sections", "free_id", "kind_of", "listed"]

_KEPT = ("combine", "rest", "range", "category")
"""Properties of a preset's target that hold for any shape in its place."""
_ID_LENGTH = 64
_CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f]")
_ORDER = ("inputs", "signals", "conditions", "targets", "rows", "groups", "regions")


class Sections:
    """Sections by name, each with its entries by id."""

    def __init__(self, ignored: Collection[tuple[str, str]]) -> None:
        """`ignored` are conditions, by table and id, that rows shall no longer name."""
        self.entries: dict[str, dict[str, Raw]] = {name: {} for name in _ORDER}
        self.targets: dict[tuple[str, str], str] = {}
        """Kind and name of a shape -> the id of its target."""
        self._ignored = ignored
        self._taken: dict[tuple[str, str, str], str] = {}

    def taken(self, section: str, name: str, parts: Parts) -> str | None:
        """The id that an entry of a table has here; None where it was not taken."""
        return self._taken.get((section, name, parts.id))

    def target(self, shape: Morph | Expression, like: Raw, parts: Parts) -> str:
        """The id of a shape's target, which is made with the properties of a preset's target."""
        key = (kind_of(shape), shape.name)
        if key not in self.targets:
            name = _CONTROL.sub(" ", shape.name)[:_ID_LENGTH].strip() or "shape"
            found = free_id(name, self.entries["targets"])
            kept = {key: like[key] for key in _KEPT if key in like}
            region = {"region": self.take("regions", like["region"], parts)} if "region" in like else {}
            self.entries["targets"][found] = {"id": found, "kind": key[0], **_address(shape, found), **kept, **region}
            self.targets[key] = found
        return self.targets[key]

    def take(self, section: str, name: str, parts: Parts) -> str:
        """Take an entry over from a table, with all that it names; its id, which another entry may have had."""
        key = (section, name, parts.id)
        if key not in self._taken:
            raw = self.refer(parts.sections[section][name], parts)
            there = self.entries[section].get(name)
            clash = there is not None and not same(there, raw)
            found = free_id(f"{name} {parts.id}", self.entries[section]) if clash else name
            self._taken[key] = found
            self.entries[section][found] = {**raw, "id": found}
        return self._taken[key]

    def refer(self, raw: Raw, parts: Parts) -> Raw:
        """A copy of an entry whose signals, inputs, conditions and regions are those taken here; without its pose."""
        copy: Raw = json.loads(json.dumps(raw))
        for key in ("from", "when"):
            if key in copy:
                copy[key] = self._source(copy[key], parts)
        for key in ("while", "unless"):
            names = [name for name in listed(copy.pop(key, [])) if (parts.id, name) not in self._ignored]
            if names:
                copy[key] = [self.take("conditions", name, parts) for name in names]
        if "region" in copy:
            copy["region"] = self.take("regions", copy["region"], parts)
        return {name: value for name, value in copy.items() if name not in ("set", "suppress")}

    def _source(self, found: Any, parts: Parts) -> Any:
        if isinstance(found, list):
            return [self._source(source, parts) for source in found]
        if isinstance(found, dict):
            return {**found, "of": self._source(found["of"], parts)}
        section = next((name for name in ("signals", "inputs") if found in parts.sections[name]), "")
        return self.take(section, found, parts) if section else found


def kind_of(shape: Morph | Expression) -> str:
    """The kind of a shape's target."""
    return "expression" if isinstance(shape, Expression) else "morph"


def listed(found: Any) -> list[Any]:
    """One or several, as a list."""
    return found if isinstance(found, list) else [found]


def free_id(name: str, taken: Mapping[str, Any]) -> str:
    """The name, or with a number that nobody has, within the length of an id."""
    name = name[:_ID_LENGTH].strip()
    count = 2
    found = name
    while found in taken:
        found = f"{name[: _ID_LENGTH - 6].strip()} {count}"
        count += 1
    return found


def _address(shape: Morph | Expression, found: str) -> Raw:
    named = {"name": shape.name} if shape.name != found else {}
    if isinstance(shape, Morph):
        return {**named, **({"mesh": shape.meshes[0]} if len(shape.meshes) == 1 else {})}
    return {**named, **({"binary": True} if shape.binary else {}), **dict(shape.overrides)}
