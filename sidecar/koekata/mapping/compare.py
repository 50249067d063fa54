"""What is different between two tables, entry by entry and property by property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from koekata.mapping.document import read_file
from koekata.mapping.extend import SECTIONS
from koekata.mapping.form import check_form, default_of, properties_of
from koekata.mapping.loader import error_of

__all__ = ["Change", "Difference", "compare", "read_alone"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A property that is otherwise. None is what is not stated and has no default."""

    path: tuple[str, ...]
    """Within the entry, such as `gain`, or `choices`, `a`, `offset`."""
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one entry, or of a property of the table."""

    section: str
    id: str
    """Empty for properties of the table and of `eyes`, `lost` and `metadata`."""
    how: str
    """`added`, `removed`, `changed` or `moved` among the entries that both have."""
    changes: tuple[Change, ...] = ()
    entry: Json | None = None
    """The whole entry that was added or removed."""


def compare(before: Json, after: Json) -> list[Difference]:
    """The differences in the order of the specification; a default that is written out is none."""
    found: list[Difference] = []
    for name in properties_of("table"):
        if name in SECTIONS:
            found += _section(name, before.get(name, []), after.get(name, []))
        elif name not in ("$schema", "version"):
            changes = tuple(_of_property(name, before, after))
            found += [Difference(name, "", "changed", changes)] if changes else []
    return found


def _of_property(name: str, before: Json, after: Json) -> Iterator[Change]:
    fallback = default_of("table", name)
    old, new = before.get(name, fallback), after.get(name, fallback)
    if name in ("eyes", "lost"):
        yield from _of_entries(name, old, new, ())
    else:
        yield from _changes(name, old, new, ())


def read_alone(path: Path) -> Json:
    """A table as its file has it, without what it extends. Raises `MappingError`."""
    node, source = read_file(path)
    if node is not None:
        check_form(node)
    if source.faults or node is None:
        raise error_of(source, source.faults)
    table: Any = node.plain()
    return dict(table)


def _section(name: str, before: list[Json], after: list[Json]) -> Iterator[Difference]:
    old, new = ({entry["id"]: entry for entry in entries} for entries in (before, after))
    for key, entry in old.items():
        if key not in new:
            yield Difference(name, key, "removed", entry=entry)
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for key, entry in new.items():
        if key not in old:
            yield Difference(name, key, "added", entry=entry)
            continue
        if changes := tuple(_of_entries(SECTIONS[name], old[key], entry, ())):
            yield Difference(name, key, "changed", changes)
        if key in moved:
            yield Difference(name, key, "moved")


def _moved(before: list[str], after: list[str]) -> set[str]:
    """A smallest set of entries without which both have the same order."""
    if before == after:
        return set()
    places = {key: place for place, key in enumerate(before)}
    length: dict[str, int] = {}
    previous: dict[str, str | None] = {}
    for index, key in enumerate(after):
        fitting = [other for other in after[:index] if places[other] < places[key]]
        previous[key] = max(fitting, key=lambda other: length[other], default=None)
        length[key] = 1 + length.get(previous[key] or "", 0)
    at: str | None = max(after, key=lambda key: length[key])
    kept = set()
    while at is not None:
        kept.add(at)
        at = previous[at]
    return set(after) - kept


def _of_entries(
    kind: str, before: Mapping[str, Any], after: Mapping[str, Any], path: tuple[str, ...]
) -> Iterator[Change]:
    known = properties_of(kind)
    for name in dict.fromkeys([*before, *after]):
        fallback = default_of(kind, name) if name in known else None
        yield from _changes(name, before.get(name, fallback), after.get(name, fallback), (*path, name))


def _changes(name: str, before: Any, after: Any, path: tuple[str, ...]) -> Iterator[Change]:
    if before == after:
        return
    if name == "choices" and before and after:
        for difference in _section_of_choices(before, after):
            yield Change((*path, *difference.path), difference.before, difference.after)
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            yield from _changes("", before.get(key), after.get(key), (*path, key))
    else:
        yield Change(path, before, after)


def _section_of_choices(before: list[Json], after: list[Json]) -> Iterator[Change]:
    old, new = ({entry["id"]: entry for entry in entries} for entries in (before, after))
    for key in dict.fromkeys([*old, *new]):
        if key in old and key in new:
            yield from _of_entries("choice", old[key], new[key], (key,))
        else:
            yield Change((key,), old.get(key), new.get(key))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Change(("order",), list(old), list(new))
