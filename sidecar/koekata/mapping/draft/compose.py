"""Puts the rows of presets together with the shapes of one model, as a table of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from koekata.mapping.contract import channel_ranges
from koekata.mapping.draft.character import Character, Expression, Morph
from koekata.mapping.draft.choose import Choice, Driven
from koekata.mapping.draft.recognise import BAR
from koekata.mapping.draft.spelling import fold
from koekata.mapping.draft.tables import RECIPES, Parts, Raw, same, sources_of

__all__ = ["compose", "table_text"]

_KEPT = ("combine", "rest", "range", "category", "region")
"""Properties of a preset's target that hold for any shape in its place."""
_ID_LENGTH = 64
_CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f]")
_MEMBERS = (2, 64)
_FOR_MORPHS = ("joyLeft", "joyRight")
"""Groups of the recipes that a VRM expression does not need, since it says itself what it overrides."""


class _Draft:
    """The sections while they grow."""

    def __init__(self, character: Character, choice: Choice) -> None:
        self.character, self.choice = character, choice
        self.sections: dict[str, dict[str, Raw]] = {
            name: {} for name in ("inputs", "signals", "conditions", "targets", "rows", "groups", "regions")
        }
        self.ids: dict[tuple[str, str], str] = {}
        """Kind and name of a shape -> its target id."""
        self.tables = {entry.source.id: entry.source for entry in choice.driven}
        self.one_sided = {
            (parts.id, name) for parts in self.tables.values() for name in _one_sided(parts, choice.driven)
        }
        self._renamed: dict[tuple[str, str, str], str] = {}

    def target(self, shape: Morph | Expression, like: Raw) -> str:
        """The id of a shape's target, which is made with the properties of a preset's target."""
        kind = "expression" if isinstance(shape, Expression) else "morph"
        if (kind, shape.name) not in self.ids:
            name = _CONTROL.sub(" ", shape.name)[:_ID_LENGTH].strip() or "shape"
            found = _free(name, self.sections["targets"])
            kept = {key: like[key] for key in _KEPT if key in like}
            self.sections["targets"][found] = {"id": found, "kind": kind, **_address(shape, found), **kept}
            self.ids[kind, shape.name] = found
        return self.ids[kind, shape.name]

    def entry(self, section: str, name: str, parts: Parts) -> str:
        """Take an entry over from a table, with all that it names; its id, which another entry may have had."""
        key = (section, name, parts.id)
        if key not in self._renamed:
            raw = self.refer(parts.sections[section][name], parts)
            taken = self.sections[section].get(name)
            found = name if taken is None or same(taken, raw) else _free(f"{name} {parts.id}", self.sections[section])
            self._renamed[key] = found
            self.sections[section][found] = {**raw, "id": found}
        return self._renamed[key]

    def refer(self, raw: Raw, parts: Parts) -> Raw:
        """A copy of an entry whose signals, inputs, conditions and regions are those of the draft."""
        copy = json.loads(json.dumps(raw))
        if "from" in copy:
            copy["from"] = self._from(copy["from"], parts)
        if "when" in copy:
            copy["when"] = self._from(copy["when"], parts)
        for key in ("while", "unless"):
            names = [name for name in _listed(copy.pop(key, [])) if (parts.id, name) not in self.one_sided]
            if names:
                copy[key] = [self.entry("conditions", name, parts) for name in names]
        if "region" in copy:
            copy["region"] = self.entry("regions", copy["region"], parts)
        return {name: value for name, value in copy.items() if name not in ("set", "suppress")}

    def _from(self, found: Any, parts: Parts) -> Any:
        if isinstance(found, list):
            return [self._from(source, parts) for source in found]
        if isinstance(found, dict):
            return {**found, "of": self._from(found["of"], parts)}
        if found in parts.sections["signals"]:
            return self.entry("signals", found, parts)
        if found in parts.sections["inputs"]:
            return self.entry("inputs", found, parts)
        return found


def _one_sided(parts: Parts, driven: Iterable[Driven]) -> Iterator[str]:
    """Conditions that choose between two shapes of which the model has one, which then always is the one."""
    every = list(parts.sections["rows"].values())
    here = [row for entry in driven if entry.source is parts for row in parts.rows_of(entry.target)]
    for name in parts.sections["conditions"]:
        sides = [
            (
                any(name in _listed(row.get(key, [])) for row in every),
                any(name in _listed(row.get(key, [])) for row in here),
            )
            for key in ("while", "unless")
        ]
        if all(known for known, _ in sides) and [present for _, present in sides].count(True) == 1:
            yield name


def compose(character: Character, choice: Choice) -> Raw:
    """The table as plain JSON, with every target declared."""
    draft = _Draft(character, choice)
    counts: dict[str, int] = {}
    for entry in choice.driven:
        for row in entry.source.rows_of(entry.target):
            _row(draft, entry, row)
        counts[entry.source.id] = counts.get(entry.source.id, 0) + 1
    for parts in draft.tables.values():
        _conditions(draft, parts)
    for parts in sorted(draft.tables.values(), key=lambda parts: (parts.id == RECIPES, -counts[parts.id])):
        _groups(draft, parts)
    if RECIPES not in draft.tables:
        _groups(draft, next(parts for parts in choice.leading if parts.id == RECIPES))
    lead = max(draft.tables.values(), key=lambda parts: counts[parts.id], default=None)
    return _table(draft, lead)


def _row(draft: _Draft, entry: Driven, row: Raw) -> None:
    like = entry.source.sections["targets"].get(entry.target, {})
    copy = draft.refer(row, entry.source)
    if "region" in like:
        draft.entry("regions", like["region"], entry.source)
    copy["to"] = draft.target(entry.shape, like)
    copy["id"] = _free(
        row["id"] if row["id"] not in draft.sections["rows"] else f"{row['id']} {copy['to']}", draft.sections["rows"]
    )
    if entry.guess.score < BAR:
        copy["note"] = f"A guess ({entry.guess.score:.2f}): {entry.guess.why}. Look whether it is right."
    draft.sections["rows"][copy["id"]] = copy


def _conditions(draft: _Draft, parts: Parts) -> None:
    """Hotkeys whose shapes the model has, and what conditions in use suppress and set."""
    for name, raw in parts.sections["conditions"].items():
        pose = dict(_pose(draft, parts, raw.get("set", {})))
        if pose:
            draft.entry("conditions", name, parts)
        known = draft._renamed.get(("conditions", name, parts.id))
        if known is None:
            continue
        regions = [
            region for region in _listed(raw.get("suppress", [])) if ("regions", region, parts.id) in draft._renamed
        ]
        extra = {"suppress": [draft.entry("regions", region, parts) for region in regions]} if regions else {}
        draft.sections["conditions"][known].update({**extra, **({"set": pose} if pose else {})})


def _pose(draft: _Draft, parts: Parts, wanted: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """The part of a pose that this model can show, by shapes that are spelt as in the preset."""
    morphs = {fold(morph.name): morph for morph in draft.character.morphs}
    clips = {fold(entry.name): entry for entry in draft.character.expressions if not entry.empty}
    for target, value in wanted.items():
        like = parts.sections["targets"].get(target, {})
        expression = like.get("kind", "expression" if parts.expressions else "morph") == "expression"
        found: Morph | Expression | None = clips.get(fold(target)) if expression else morphs.get(fold(target))
        if found:
            yield draft.target(found, like), value


def _groups(draft: _Draft, parts: Parts) -> None:
    for name, raw in parts.sections["groups"].items():
        members = list(_members(draft, parts, raw["members"]))
        wanted = {str(member["target"]): member for member in members}
        if not _MEMBERS[0] <= len(wanted) <= _MEMBERS[1] or _needless(draft, parts, name, wanted):
            continue
        found = _free(name, draft.sections["groups"])
        shown = [member["target"] if not member["priority"] else member for member in wanted.values()]
        draft.sections["groups"][found] = {**draft.refer(raw, parts), "id": found, "members": shown}


def _members(draft: _Draft, parts: Parts, members: Iterable[Any]) -> Iterator[Raw]:
    """The shapes in the place of a preset's members: those of its own rows, and others of the same meaning."""
    for member in members:
        target = member["target"] if isinstance(member, dict) else member
        priority = member.get("priority", 0) if isinstance(member, dict) else 0
        meaning = parts.meanings.get(target, target if parts.id == RECIPES else "")
        for entry in draft.choice.driven:
            own = entry.source is parts and entry.target == target
            if own or (meaning and entry.guess.meaning == meaning and entry.source is not parts):
                kind = "expression" if isinstance(entry.shape, Expression) else "morph"
                yield {"target": draft.ids[kind, entry.name], "priority": priority}


def _needless(draft: _Draft, parts: Parts, name: str, members: Mapping[str, Raw]) -> bool:
    """A group that another one does already, that has one priority only for a scale, or that VRM does itself."""
    if len({member["priority"] for member in members.values()}) == 1 and any(
        len({member.get("priority", 0) for member in _as_members(raw)}) > 1 for raw in (parts.sections["groups"][name],)
    ):
        return True
    if parts.id == RECIPES and name in _FOR_MORPHS:
        return any(draft.sections["targets"][target]["kind"] == "expression" for target in members)
    groups = draft.sections["groups"].values()
    return any(set(members) <= {member["target"] for member in _as_members(group)} for group in groups)


def _as_members(group: Raw) -> list[Raw]:
    return [member if isinstance(member, dict) else {"target": member} for member in group["members"]]


def _table(draft: _Draft, lead: Parts | None) -> Raw:
    used = sorted(name for name in draft.tables if name != RECIPES)
    sections = {name: list(entries.values()) for name, entries in draft.sections.items() if entries}
    taken = {source for part in ("signals", "rows") for raw in sections.get(part, []) for source in sources_of(raw)}
    unknown = taken - set(channel_ranges()) - set(draft.sections["signals"]) - set(draft.sections["inputs"])
    assert unknown <= {"tracked", "winkLeft", "winkRight"}, unknown
    metadata = {"character": PurePath(draft.character.file).name, "drafted_from": used}
    objects = {"eyes": lead.eyes, "lost": lead.lost} if lead else {}
    name = PurePath(draft.character.file).stem[:_ID_LENGTH]
    return {"version": 1, "name": name, "metadata": metadata, "implicit_target": "none", **objects, **sections}


def table_text(table: Raw) -> str:
    """JSON with one entry a line, as the presets are written."""
    parts = []
    for name, value in table.items():
        if isinstance(value, list):
            lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in value)
            parts.append(f"  {json.dumps(name)}: [\n{lines}\n  ]")
        else:
            parts.append(f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _address(shape: Morph | Expression, found: str) -> Raw:
    named = {"name": shape.name} if shape.name != found else {}
    if isinstance(shape, Morph):
        return {**named, **({"mesh": shape.meshes[0]} if len(shape.meshes) == 1 else {})}
    return {**named, **({"binary": True} if shape.binary else {}), **dict(shape.overrides)}


def _free(name: str, taken: Mapping[str, Any]) -> str:
    """The name, or with a number that nobody has, within the length of an id."""
    name = name[:_ID_LENGTH].strip()
    count = 2
    found = name
    while found in taken:
        found = f"{name[: _ID_LENGTH - 6].strip()} {count}"
        count += 1
    return found


def _listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]
