"""A chain of tables as one table that stands alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from koekata.mapping.extend import SECTIONS, Entry, Merged
from koekata.mapping.loader import load_merged

__all__ = ["merged_table", "resolve"]


def resolve(path: Path, folder: Path | None = None) -> dict[str, Any]:
    """The table with all that it extends, as plain JSON without `extends`; it evaluates the same.

    A relative `$schema` is made one from `folder`, which is that of the table unless stated. Raises `MappingError`.
    """
    merged = load_merged(path)
    table = merged_table(merged)
    if "$schema" in table:
        table["$schema"] = _moved(merged, folder or path.parent)
    return table


def merged_table(merged: Merged) -> dict[str, Any]:
    """Entries in table order, each with what was stated of it last; `$schema` is as it was written."""
    table: dict[str, Any] = {name: node.plain() for name, node in merged.properties.items() if name != "extends"}
    for name, nodes in merged.objects.items():
        if nodes:
            table[name] = {key: node.plain() for key, node in nodes.items()}
    for name in SECTIONS:
        if merged.sections[name]:
            table[name] = [_plain(entry) for entry in merged.entries(name)]
    return table


def _plain(entry: Entry) -> dict[str, Any]:
    stated = {name: node.plain() for name, node in entry.properties.items()}
    note = {"note": entry.note.plain()} if entry.note else {}
    return {"id": entry.id, **stated, **note}


def _moved(merged: Merged, folder: Path) -> str:
    node = merged.properties["$schema"]
    stated = str(node.plain())
    if ":" in stated or Path(stated).is_absolute():
        return stated
    schema = Path(node.source.file).parent / stated
    return Path(os.path.relpath(schema, folder)).as_posix()
