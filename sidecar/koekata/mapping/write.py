"""Writes tables as people read them: an entry a line, the properties of the table in the order of the specification."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from koekata.mapping.extend import SECTIONS
from koekata.mapping.form import properties_of

__all__ = ["table_text"]

_WIDTH = 120
"""A switch that is longer has a line for each choice."""


def table_text(table: Mapping[str, Any]) -> str:
    """The text of a table with its line end; `table` is plain JSON."""
    known = [name for name in properties_of("table") if name in table]
    lines = [f"  {_line(name)}: {_section(name, table[name])}" for name in known]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _section(name: str, value: Any) -> str:
    if name not in SECTIONS or not value:
        return _line(value)
    return "[\n" + ",\n".join(f"    {_entry(entry)}" for entry in value) + "\n  ]"


def _entry(entry: Mapping[str, Any]) -> str:
    whole = _line(entry)
    if "choices" not in entry or len(whole) <= _WIDTH:
        return whole
    choices = ",\n".join(f"      {_line(choice)}" for choice in entry["choices"])
    rest = _line({**entry, "choices": []})
    return rest.replace('"choices": []', f'"choices": [\n{choices}\n    ]', 1)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
