"""Writes what C# needs of `mappings/`: run `python tests/csharp/generate_contract.py`.

A Unity package cannot read `mappings/` at run time, so that the channels and the rules of the schema are put into a
source file, without the texts for people. A test fails where the file is not what this script writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "unity-package" / "Runtime" / "Core" / "Mapping" / "Contract" / "ContractData.cs"
WIDTH = 96
FACE = ("weights", "pose")
"""The groups of channels that are lost together with the face."""
HEAD = """// Written by tests/csharp/generate_contract.py from mappings/channels.json and mappings/schema/table.json.

namespace Koekata.Mapping
{
    /// <summary>What every language reads from mappings/, as text.</summary>
    internal static class ContractData
    {"""


def channels() -> list[list[Any]]:
    """Name, low, high and whether it is lost with the face, of every channel; null where there is no bound."""
    groups = json.loads((ROOT / "mappings" / "channels.json").read_text("utf-8"))
    return [
        [entry["name"], *(entry["range"] or (None, None)), group in FACE]
        for group, entries in groups.items()
        if isinstance(entries, list)
        for entry in entries
    ]


def schema() -> Any:
    """The schema of a table without its texts for people."""
    return _bare(json.loads((ROOT / "mappings" / "schema" / "table.json").read_text("utf-8")))


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _bare(entry)
        for key, entry in value.items()
        if not (key in ("title", "description", "$schema", "$id") and isinstance(entry, str))
    }


def rendered() -> str:
    """The whole source file."""
    parts = [_constant("Channels", channels()), _constant("Schema", schema())]
    return HEAD + "\n" + "\n".join(parts) + "    }\n}\n"


def _constant(name: str, value: Any) -> str:
    text = json.dumps(value, separators=(",", ":")).replace('"', '""')
    pieces = []
    while text:
        cut = _cut(text)
        pieces.append(text[:cut])
        text = text[cut:]
    body = " +\n".join(f'            @"{piece}"' for piece in pieces)
    return f"        internal const string {name} =\n{body};\n"


def _cut(text: str) -> int:
    """Where a line ends: never within a doubled quote."""
    if len(text) <= WIDTH:
        return len(text)
    before = text.rfind(",", 0, WIDTH)
    return (before if before >= 0 else text.index(",", WIDTH)) + 1


if __name__ == "__main__":
    TARGET.write_text(rendered(), "utf-8")
