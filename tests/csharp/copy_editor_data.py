"""Copies what the Unity editor needs to draft and edit tables: run `python tests/csharp/copy_editor_data.py`.

A package holds what it uses: the tables of names of the sidecar, the presets, and the schema with its texts for people.
A test fails where a copy is not what this script writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "unity-package" / "Editor" / "Data"
NAMES = ROOT / "sidecar" / "koekata" / "data" / "mapping_names"
PRESETS = ROOT / "mappings" / "presets"
SCHEMA = ROOT / "mappings" / "schema" / "table.json"


def copies() -> Iterator[tuple[Path, Path]]:
    """Each file with the place of its copy."""
    yield from ((path, TARGET / "names" / path.name) for path in sorted(NAMES.glob("*.json")))
    yield from ((path, TARGET / "presets" / path.name) for path in sorted(PRESETS.glob("*.json")))
    yield SCHEMA, TARGET / "schema" / SCHEMA.name


def left_over() -> list[Path]:
    """Copies of files that are no longer there."""
    wanted = {target for _, target in copies()}
    return [path for path in TARGET.rglob("*.json") if path not in wanted]


if __name__ == "__main__":
    for source, target in copies():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    for path in left_over():
        path.unlink()
