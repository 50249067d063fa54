"""Puts the rows of presets together with the shapes of one model, as a table of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from koekata.mapping.draft.character import Character, Expression, Morph
from koekata.mapping.draft.choice import Choice, Driven
from koekata.mapping.draft.recognise import BAR
from koekata.mapping.draft.sections import Sections, free_id, listed
from koekata.mapping.draft.sharing import take_groups
from koekata.mapping.draft.spelling import fold
from koekata.mapping.draft.tables import RECIPES, Parts, Raw

__all__ = ["compose", "table_text"]

_NAME_LENGTH = 256


def compose(character: Character, choice: Choice) -> Raw:
    """The table as plain JSON, with every target declared."""
    counts = Counter(entry.source.id for entry in choice.driven)
    tables = {entry.source.id: entry.source for entry in choice.driven}
    ordered = sorted(tables.values(), key=lambda parts: (parts.id == RECIPES, -counts[parts.id]))
    sections = Sections({(parts.id, name) for parts in ordered for name in _one_sided(parts, choice.driven)})
    for entry in choice.driven:
        for row in entry.source.rows_of(entry.target):
            _take_row(sections, entry, row)
    for parts in ordered:
        _take_conditions(sections, parts, character)
    recipes = next((parts for parts in choice.leading if parts.id == RECIPES), None)
    for parts in dict.fromkeys((*ordered, *([recipes] if recipes else []))):
        take_groups(sections, parts, choice.driven)
    return _table(sections, character, ordered)


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


def _one_sided(parts: Parts, driven: Sequence[Driven]) -> Iterator[str]:
    """Conditions that choose between two shapes of which the model has one, which then always is the one."""
    every = list(parts.sections["rows"].values())
    here = [row for entry in driven if entry.source is parts for row in parts.rows_of(entry.target)]
    for name in parts.sections["conditions"]:
        known = [_names(every, key, name) for key in ("while", "unless")]
        present = [_names(here, key, name) for key in ("while", "unless")]
        if all(known) and present[0] != present[1]:
            yield name


def _names(rows: Sequence[Raw], key: str, condition: str) -> bool:
    return any(condition in listed(row.get(key, [])) for row in rows)


def _take_row(sections: Sections, entry: Driven, row: Raw) -> None:
    copy = sections.refer(row, entry.source)
    like = entry.source.sections["targets"].get(entry.target, {})
    copy["to"] = sections.target(entry.shape, like, entry.source)
    rows = sections.entries["rows"]
    copy["id"] = free_id(f"{row['id']} {copy['to']}" if row["id"] in rows else row["id"], rows)
    if entry.guess.score < BAR:
        copy["note"] = f"A guess ({entry.guess.score:.2f}): {entry.guess.why}. Look whether it is right."
    rows[copy["id"]] = copy


def _take_conditions(sections: Sections, parts: Parts, character: Character) -> None:
    """Hotkeys whose shapes the model has, and what conditions in use suppress and set."""
    for name, raw in parts.sections["conditions"].items():
        pose = dict(_pose(sections, parts, character, raw.get("set", {})))
        if pose:
            sections.take("conditions", name, parts)
        if taken := sections.taken("conditions", name, parts):
            regions = [sections.taken("regions", region, parts) for region in listed(raw.get("suppress", []))]
            there = [region for region in regions if region]
            entry = sections.entries["conditions"][taken]
            entry.update({**({"suppress": there} if there else {}), **({"set": pose} if pose else {})})


def _pose(
    sections: Sections, parts: Parts, character: Character, wanted: Mapping[str, float]
) -> Iterator[tuple[str, float]]:
    """The part of a pose that this model can show, by shapes that are spelt as in the preset."""
    morphs = {fold(morph.name): morph for morph in character.morphs}
    clips = {fold(entry.name): entry for entry in character.expressions if not entry.empty}
    for target, value in wanted.items():
        like = parts.sections["targets"].get(target, {})
        expression = like.get("kind", "expression" if parts.expressions else "morph") == "expression"
        found: Morph | Expression | None = clips.get(fold(target)) if expression else morphs.get(fold(target))
        if found:
            yield sections.target(found, like, parts), value


def _table(sections: Sections, character: Character, ordered: Sequence[Parts]) -> Raw:
    """`ordered` has the table that gave most first: its rules for the eyes and for a lost face hold."""
    path = PurePath(character.file)
    used = sorted(parts.id for parts in ordered if parts.id != RECIPES)
    objects = {"eyes": ordered[0].eyes, "lost": ordered[0].lost} if ordered else {}
    metadata = {"character": path.name, "drafted_from": used}
    entries = {name: list(found.values()) for name, found in sections.entries.items() if found}
    head = {"version": 1, "name": path.stem[:_NAME_LENGTH], "metadata": metadata, "implicit_target": "none"}
    return {**head, **objects, **entries}
