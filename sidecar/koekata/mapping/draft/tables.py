"""Presets taken apart: what drives each of their targets, by the target's name and by what it means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from koekata.errors import MappingError
from koekata.mapping.contract import contract_folder
from koekata.mapping.document import read_file
from koekata.mapping.draft.knowledge import names_folder
from koekata.mapping.draft.recognise import BAR, Recogniser
from koekata.mapping.draft.spelling import fold
from koekata.mapping.extend import SECTIONS, Entry, Merged, merge, read_chain

__all__ = ["RECIPES", "Parts", "load_parts", "sources_of"]

RECIPES = "recipes"
"""The table whose targets are meanings instead of names."""
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """One table, with its chain put together, as plain JSON by section and id."""

    id: str
    expressions: bool
    """Undeclared targets are VRM expressions."""
    sections: Mapping[str, Mapping[str, Raw]]
    eyes: Raw
    lost: Raw
    by_name: Mapping[str, str]
    """Folded name -> target id, of targets with rows and of those that hotkeys set."""
    by_meaning: Mapping[str, str]
    """Meaning -> target id, of targets with rows; the first of several."""
    meanings: Mapping[str, str]
    """Target id -> meaning."""

    def rows_of(self, target: str) -> list[Raw]:
        """The rows that drive a target."""
        return [row for row in self.sections["rows"].values() if row["to"] == target]


def load_parts(preset: str) -> Parts | None:
    """A preset by its name, or `recipes`; None where there is no such preset."""
    own = preset == RECIPES
    path = names_folder() / "recipes.json" if own else contract_folder() / "presets" / f"{preset}.json"
    return _parts(preset, path, own) if path.is_file() else None


def _parts(preset: str, path: Path, own: bool) -> Parts:
    merged = _merged(path)
    sections = {name: {entry.id: _plain(entry) for entry in merged.entries(name)} for name in SECTIONS}
    driven = list(dict.fromkeys(row["to"] for row in sections["rows"].values()))
    posed = [target for condition in sections["conditions"].values() for target in condition.get("set", {})]
    names = {target: str(sections["targets"].get(target, {}).get("name", target)) for target in [*driven, *posed]}
    meanings = {name: name for name in driven} if own else _meanings(names)
    by_meaning = {meanings[target]: target for target in reversed(driven) if target in meanings}
    by_name = {} if own else {fold(name): target for target, name in names.items()}
    implicit = merged.properties.get("implicit_target")
    expressions = implicit is not None and implicit.value == "expression"
    objects = {name: {key: node.plain() for key, node in merged.objects[name].items()} for name in ("eyes", "lost")}
    return Parts(preset, expressions, sections, objects["eyes"], objects["lost"], by_name, by_meaning, meanings)


def _merged(path: Path) -> Merged:
    node, source = read_file(path)
    if node is None:
        raise MappingError(f"{path}: cannot be read as a table", faults=source.faults)
    roots, faults = read_chain(node, path)
    if faults:
        raise MappingError(f"{path}: is no table", faults=faults)
    return merge(roots)


def _plain(entry: Entry) -> Raw:
    note = dict(entry.node.items()).get("note")
    found = {name: _number(node.plain()) for name, node in entry.properties.items()}
    return {"id": entry.id, **found, **({"note": note.plain()} if note else {})}


def _number(value: Any) -> Any:
    """Whole numbers as they were written: the reader of tables has made them floats."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_number(part) for part in value]
    return {name: _number(part) for name, part in value.items()} if isinstance(value, dict) else value


def _meanings(names: Mapping[str, str]) -> dict[str, str]:
    recogniser = Recogniser(tuple(names.values()))
    guesses = {target: recogniser.of_name(name) for target, name in names.items()}
    return {target: guess.meaning for target, guess in guesses.items() if guess.score >= BAR}


def sources_of(formula: Raw) -> Iterable[str]:
    """The inputs and signals that a formula names."""
    found = formula.get("from", [])
    for source in found if isinstance(found, list) else [found]:
        yield source if isinstance(source, str) else source["of"]


def same(first: Any, second: Any) -> bool:
    """Whether two entries say the same."""
    return json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
