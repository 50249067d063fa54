"""Tables of a character: JSON files beside its code, in millimetres."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


def read_table(character: str, name: str) -> dict[str, Any]:
    """The table `name`.json of a character; properties called `note` are for people."""
    text = files("koekata.characters").joinpath(character, f"{name}.json").read_text("utf-8")
    table = json.loads(text)
    assert isinstance(table, dict)
    return table
