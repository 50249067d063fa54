"""What is known of a CSV take and has no room in it: a small JSON file beside it, `take.csv.json`.

The columns of a CSV are those of the Live Link Face app to the last one, and programs that import them, Unreal's among
them, take a comment or a further column for damage. The app itself lays a JSON file beside its own takes.
"""

from __future__ import annotations

import json
from pathlib import Path

from koekata.errors import TakeError
from koekata.takes._columns import koekata_version
from koekata.takes._files import explained
from koekata.whole_file import whole_file

__all__ = ["about_path", "read_about", "write_about"]

_KEYS = ("face_model", "koekata_version")


def about_path(take: Path) -> Path:
    """Where it lies."""
    return take.with_name(f"{take.name}.json")


def write_about(take: Path, face_model: str) -> None:
    """Say which face model was fitted. Without one, nothing lies there: an older file spoke of another take.

    Raises TakeError.
    """
    path = about_path(take)
    with explained(path, "written"):
        if not face_model:
            path.unlink(missing_ok=True)
            return
        with whole_file(path) as file:
            values = dict(zip(_KEYS, (face_model, koekata_version()), strict=True))
            file.write((json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode())


def read_about(take: Path) -> tuple[str, str]:
    """Face model, and version of Koekata; both empty where nothing lies beside the take. Raises TakeError."""
    path = about_path(take)
    with explained(path, "read"):
        if not path.exists():
            return "", ""
        text = path.read_bytes()
    try:
        values = json.loads(text)
        face_model, version = (values[key] for key in _KEYS)
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path, error) from error
    if not isinstance(face_model, str) or not isinstance(version, str):
        raise _damaged(path, "texts are wanted")
    return face_model, version


def _damaged(path: Path, what: object) -> TakeError:
    return TakeError(
        f"{path}: does not say what a take was made with: {what}",
        remedy="Delete it: the take can be read without.",
    )
