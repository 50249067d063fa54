"""`koekata mapping diff`: what an artist changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console

from koekata.commands._guard import make_console, report
from koekata.errors import MappingError
from koekata.mapping.compare import Change, Difference, compare, read_alone
from koekata.mapping.resolve import resolve

__all__ = ["diff"]

_SAME, _DIFFERENT, _ERROR = 0, 1, 2
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}


def diff(before: Path, after: Path, console: Console, *, alone: bool = False, as_json: bool = False) -> int:
    """Say what is different in `after`; `alone` without what the tables extend.

    Returns 0 if nothing is, 1 if something is, and 2 if a table cannot be read, as diff does.
    """
    read = read_alone if alone else resolve
    try:
        found = compare(read(before), read(after))
    except MappingError as error:
        report(error)
        return _ERROR
    if as_json:
        out = make_console()
        out.print(json.dumps({"same": not found, "differences": [_plain(d) for d in found]}, ensure_ascii=False))
    else:
        for line in _lines(found):
            console.print(line)
    return _DIFFERENT if found else _SAME


def _plain(difference: Difference) -> dict[str, Any]:
    """Without what is empty; the path of a change is a list of names."""
    return {name: value for name, value in asdict(difference).items() if value not in (None, "", ())}


def _lines(found: list[Difference]) -> Iterator[str]:
    for section, differences in groupby(found, key=lambda difference: difference.section):
        yield section
        for difference in differences:
            yield from _of_one(difference)


def _of_one(difference: Difference) -> Iterator[str]:
    sign = _SIGNS[difference.how]
    if difference.how == "changed":
        name = f"{difference.id}: " if difference.id else ""
        yield from (f"  {sign} {name}{_change(change)}" for change in difference.changes)
    elif difference.entry is None:
        yield f"  {sign} {difference.id}: stands in another place of the order"
    else:
        stated = ", ".join(f"{key} {_value(value)}" for key, value in difference.entry.items() if key != "id")
        yield f"  {sign} {difference.id}" + (f": {stated}" if stated else "")


def _change(change: Change) -> str:
    path = ".".join(change.path)
    return f"{path} {_value(change.before)} -> {_value(change.after)}".strip()


def _value(value: Any) -> str:
    return "(nothing)" if value is None else json.dumps(value, ensure_ascii=False)
