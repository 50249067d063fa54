"""What can be downloaded, and where it is kept."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from koekata.errors import ModelError

__all__ = ["ModelEntry", "catalogue", "entry", "home", "model_path", "read_catalogue"]

Catalogue = Mapping[str, "ModelEntry"]


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One file of the catalogue."""

    name: str
    title: str
    file: str
    """Name on disk."""
    url: str
    sha256: str
    """Lower-case hexadecimal digest that the file must have."""
    size: int
    """Bytes."""
    licence: str
    """SPDX identifier."""
    licence_url: str
    about_url: str


def catalogue() -> Catalogue:
    """Every model that Koekata can download, by name."""
    return read_catalogue(Path(__file__).with_name("catalogue.json"))


def read_catalogue(path: Path) -> Catalogue:
    """A catalogue file: a JSON object of entries by name. Raises ModelError where it is damaged."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {name: ModelEntry(name=name, **fields) for name, fields in table.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: cannot be read as a model catalogue: {error}") from error


def entry(name: str, table: Catalogue | None = None) -> ModelEntry:
    """The entry of a name. Raises ModelError with the names that exist."""
    table = catalogue() if table is None else table
    if name in table:
        return table[name]
    close = difflib.get_close_matches(name, list(table), n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(sorted(table))}."
    raise ModelError(f"'{name}': there is no such model", remedy=hint)


def home() -> Path:
    """The folder of Koekata's own files: `$KOEKATA_HOME`, or else the user's data folder."""
    chosen = os.environ.get("KOEKATA_HOME", "")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("koekata", appauthor=False))


def model_path(name: str, table: Catalogue | None = None) -> Path:
    """Where a model is kept, whether or not it is there yet."""
    return home() / "models" / entry(name, table).file
