"""The face models that the user has brought: a folder each, with the model and what is known of it."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from koekata.errors import ModelError
from koekata.models._catalogue import home
from koekata.models.faces._catalogue import Kind

__all__ = [
    "Acceptance",
    "StoredFace",
    "computed_folder",
    "edition_text",
    "faces_folder",
    "is_here",
    "is_whole",
    "read_stored",
    "remove_stored",
    "sha256_of",
    "stored_faces",
    "storing",
    "write_about",
]  # fmt: skip

ABOUT = "about.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That the user accepted a licence."""

    date: str
    """ISO 8601, UTC."""
    licence: str
    licence_url: str
    edition: str


@dataclass(frozen=True, slots=True)
class StoredFace:
    """An imported model, as `about.json` beside it says."""

    name: str
    kind: Kind
    file: str
    """Name of the model beside `about.json`."""
    origin: str
    """Name of the file or folder that it was taken from."""
    edition: str
    evidence: str
    """What the edition rests on: `checksum`, or a guess by `contents` or `file name`, or `nothing`."""
    sha256: str
    """Of the file that is kept."""
    vertices: int
    identity_modes: int
    expression_modes: int
    imported: str
    """ISO 8601, UTC."""
    accepted: Acceptance | None

    @property
    def path(self) -> Path:
        """Where the model is kept."""
        return faces_folder() / self.name / self.file


def faces_folder() -> Path:
    """Where imported face models are kept."""
    return home() / "models" / "faces"


def stored_faces() -> tuple[str, ...]:
    """Names of what has been imported, damaged or not."""
    folder = faces_folder()
    names = (path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ()
    return tuple(sorted(name for name in names if not name.startswith(".")))


def read_stored(name: str) -> StoredFace:
    """What is known of an imported model. Raises ModelError when its `about.json` is missing or damaged."""
    path = faces_folder() / name / ABOUT
    try:
        fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        accepted = fields.pop("accepted")
        stored = StoredFace(name=name, accepted=Acceptance(**accepted) if accepted else None, **fields)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(
            f"{path}: what is known of the face model '{name}' is missing or damaged",
            remedy=f"Import the model again: `koekata models import {name} FILE`.",
        ) from error
    if stored.kind not in ("flame", "ict") or Path(stored.file).name != stored.file:
        raise ModelError(f"{path}: damaged", remedy=f"Import the model again: `koekata models import {name} FILE`.")
    return stored


def write_about(folder: Path, stored: StoredFace) -> None:
    """Write `about.json` into the folder of a model. Raises OSError."""
    fields = asdict(stored)
    del fields["name"]
    (folder / ABOUT).write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def is_whole(stored: StoredFace) -> bool:
    """Whether the model is there with the content that was imported."""
    try:
        return sha256_of(stored.path) == stored.sha256
    except OSError:
        return False


def is_here(name: str) -> bool:
    """Whether a model of this name has been imported and is whole."""
    try:
        return is_whole(read_stored(name))
    except ModelError:
        return False


def sha256_of(path: Path) -> str:
    """Lower-case hexadecimal digest of a file. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def storing(name: str) -> Iterator[Path]:
    """A fresh folder that becomes the model's when the block ends well; a model of that name stays until then.

    Raises ModelError when nothing can be written there.
    """
    target = faces_folder() / name
    fresh: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{name}."))
        yield fresh
        _replace(fresh, target)
    except OSError as error:
        raise ModelError(
            f"{target}: cannot be stored: {error.strerror or error}",
            remedy="Make room or give write permission, or set KOEKATA_HOME to another folder.",
        ) from error
    finally:
        if fresh is not None:
            shutil.rmtree(fresh, ignore_errors=True)


def computed_folder(name: str) -> Path:
    """Where what is computed from a model is kept: with it, so that it goes with it."""
    return faces_folder() / name / "computed"


def remove_stored(name: str) -> None:
    """Delete a model, its acceptance, and what was computed from it. Raises ModelError when it cannot be deleted."""
    try:
        shutil.rmtree(faces_folder() / name)
    except OSError as error:
        raise ModelError(
            f"{faces_folder() / name}: cannot be deleted: {error.strerror or error}",
            remedy="Change the permissions of the folder, or end the program that holds it.",
        ) from error


def edition_text(edition: str, evidence: str) -> str:
    """An edition with what it rests on, for people."""
    how = {"checksum": "known by its checksum", "contents": "known by its contents", "file name": "a guess by its name"}
    return f"{edition}, {how[evidence]}" if evidence in how else edition


def _replace(fresh: Path, target: Path) -> None:
    """Put a folder in the place of another; they change places in two steps, as systems know no single one."""
    old = fresh.with_name(f"{fresh.name}.old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
