"""`koekata mapping`: tables that turn channels into the motion of a character."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from koekata.errors import MappingError
from koekata.mapping import Fault, MappingTable
from koekata.mapping.build import build
from koekata.mapping.loader import load_merged
from koekata.mapping.misspelt import likely_misspelt

__all__ = ["validate"]


def validate(files: list[Path], console: Console, *, as_json: bool = False) -> int:
    """Say of each table whether it is right, and if not, where and why. Returns the exit code.

    Warnings are told beside the faults, with the code `warning`, and do not make a table wrong.
    """
    found = {str(file): _check(file) for file in files}
    if as_json:
        console.print_json(
            json.dumps({name: [asdict(fault) for fault in faults] for name, (_, faults) in found.items()})
        )
    else:
        for name, (table, faults) in found.items():
            _tell(name, table, faults, console)
    return int(any(table is None for table, _ in found.values()))


def _check(file: Path) -> tuple[MappingTable | None, tuple[Fault, ...]]:
    try:
        merged = load_merged(file)
    except MappingError as error:
        return None, error.faults
    return build(merged), tuple(likely_misspelt(merged))


def _tell(name: str, table: MappingTable | None, faults: tuple[Fault, ...], console: Console) -> None:
    for fault in faults:
        console.print(str(fault))
    if table is None:
        console.print(f"{name}: {len(faults)} fault{'s' if len(faults) > 1 else ''}", style="red")
        return
    parts = f"{len(table.rows)} rows, {len(table.targets)} targets, {len(table.conditions)} conditions"
    base = f", extends {' -> '.join(table.files[:-1])}" if len(table.files) > 1 else ""
    console.print(f"{name}: right ({parts}{base})")
