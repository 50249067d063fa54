"""Which FLAME edition a file is: known by its checksum, or else guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

__all__ = ["UNKNOWN", "edition_of"]

UNKNOWN = "unknown FLAME layout"


def edition_of(path: Path, sha256: str, keys: Iterable[str], layout: tuple[int, int, int]) -> tuple[str, str]:
    """Edition and what it rests on: `checksum`, `contents`, `file name` or `nothing`.

    `layout` is the count of vertices, faces and modes. A guess by name is made only where they are FLAME's own; the
    name is taken with its folder, as releases of several years share the name `generic_model.pkl`.
    """
    table = _table()
    if sha256 in table["sha256"]:
        return str(table["sha256"][sha256]), "checksum"
    if layout != tuple(table["official_layout"].values()):
        return UNKNOWN, "nothing"
    for key, edition in table["only_in"].items():
        if key in keys:
            return str(edition), "contents"
    named = f"{path.resolve().parent.name}/{path.name}".lower()
    for pattern, edition in table["file_names"]:
        if re.search(pattern, named):
            return str(edition), "file name"
    return UNKNOWN, "nothing"


def _table() -> dict[str, Any]:
    text = resources.files("koekata.face_model.flame").joinpath("editions.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
