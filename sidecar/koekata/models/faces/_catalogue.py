"""The face models that are known by name, with their licences. None of them is part of Koekata."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from koekata.errors import ModelError
from koekata.models._catalogue import catalogue

__all__ = [
    "BUILTIN",
    "UNKNOWN_LICENCE",
    "Download",
    "FaceEntry",
    "FaceTable",
    "Kind",
    "Licence",
    "check_own_name",
    "face_catalogue",
    "licence_of_edition",
    "read_face_catalogue",
    "unknown_face",
]  # fmt: skip

Kind = Literal["flame", "ict"]
FaceTable = Mapping[str, "FaceEntry"]

BUILTIN = "builtin"
"""Name of Koekata's own face model, which is always there."""
_OWN_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that Windows does not allow for files."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What may be done with a model, in short. The text at `url` is what binds."""

    name: str
    url: str
    permits: str
    commercial: str
    """`yes`, `no` or `unknown`."""
    credit: str
    """Whether the authors must be named: `yes`, `no` or `unknown`."""
    acceptance: bool
    """Whether it must be accepted before the model is used."""


@dataclass(frozen=True, slots=True)
class Download:
    """A ZIP archive that the publisher gives to those who registered."""

    url: str
    files: tuple[str, ...]
    """Names of the model in the archive, the one that is wanted most first."""
    user_variable: str
    """Environment variable that scripts put the user's name in."""
    password_variable: str


@dataclass(frozen=True, slots=True)
class FaceEntry:
    """A face model that others publish."""

    name: str
    title: str
    kind: Kind
    edition: str
    licence: Licence
    about_url: str
    how: str
    """How to get it."""
    download: Download | None


UNKNOWN_LICENCE = Licence(
    name="unknown",
    url="",
    permits="Not known: ask whoever published the file.",
    commercial="unknown",
    credit="unknown",
    acceptance=False,
)


def face_catalogue() -> FaceTable:
    """Every face model that is known by name."""
    with resources.as_file(resources.files("koekata.models.faces") / "catalogue.json") as path:
        return read_face_catalogue(path)


def read_face_catalogue(path: Path) -> FaceTable:
    """A catalogue file: a JSON object of entries by name. Raises ModelError where it is damaged."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {name: _entry(name, fields) for name, fields in table.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise ModelError(f"{path}: cannot be read as a catalogue of face models: {error}") from error


def licence_of_edition(edition: str, table: FaceTable) -> Licence:
    """The licence of an edition, whatever name the file was given."""
    return next((entry.licence for entry in table.values() if entry.edition == edition), UNKNOWN_LICENCE)


def check_own_name(name: str) -> None:
    """Raises ModelError when a model of the user's own cannot have this name."""
    if name == BUILTIN or name in catalogue():
        raise ModelError(f"'{name}' is the name of another model", remedy="Choose another name, such as 'my-head'.")
    if not _OWN_NAME.fullmatch(name) or name in _DEVICES:
        raise ModelError(
            f"'{name}' cannot be the name of a face model",
            remedy="Use small letters, digits, hyphens and underscores, at most 40 of them, such as 'my-head'.",
        )


def unknown_face(name: str, known: Iterable[str], table: FaceTable) -> ModelError:
    """The error for a name that is not there, with the one that was meant, or how to get it."""
    if name in table:
        return ModelError(f"the face model '{name}' is not here", remedy=table[name].how)
    names = sorted({BUILTIN, *known, *table})
    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(names)}; or give the path of a file."
    return ModelError(f"'{name}': there is no such face model, nor a file of that name", remedy=hint)


def _entry(name: str, fields: dict[str, Any]) -> FaceEntry:
    given = fields.pop("download")
    download = Download(**{**given, "files": tuple(given["files"])}) if given else None
    return FaceEntry(name=name, licence=Licence(**fields.pop("licence")), download=download, **fields)
