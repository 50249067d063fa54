"""Opens FLAME files. What a file holds is data: nothing in it is run, whatever it asks for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from koekata.errors import ModelError
from koekata.face_model.flame._assemble import ALIASES, assemble
from koekata.face_model.flame._inert import DamagedError, RefusedError
from koekata.face_model.flame._npz import read_npz
from koekata.face_model.flame._pickle import OPENERS, read_pickle
from koekata.face_model.flame.model import FlameModel

__all__ = ["load_flame"]

LARGEST = 512 << 20
"""Bytes of a file, packed or unpacked; FLAME 2020 has 53 million."""
FETCH_AGAIN = "Get the file again from https://flame.is.tue.mpg.de and put it in place unchanged."
DISTRUST = "FLAME files need none of this. Do not use this file; get one from https://flame.is.tue.mpg.de."


def load_flame(path: Path, *, expression_modes: int | None = None) -> FlameModel:
    """Read a FLAME 2020, 2023 or 2023 Open pickle, or any .pkl or .npz of that layout.

    `expression_modes` tells how many of the last `shapedirs` are expressions, for files that do not follow FLAME's
    300 + 100 and do not say. Raises ModelError: missing, damaged, refused, or lacking what FLAME has.
    """
    data = _read(path)
    try:
        return assemble(path, _stored(path, data), hashlib.sha256(data).hexdigest(), expression_modes)
    except RefusedError as error:
        raise ModelError(f"{path}: refused, because it contains {error}", remedy=DISTRUST) from error
    except (DamagedError, RecursionError) as error:
        raise ModelError(f"{path}: the file is damaged: {error}", remedy=FETCH_AGAIN) from error


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ModelError(f"{path}: too large for a face model ({size >> 20} MiB)", remedy=FETCH_AGAIN)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError(f"{path}: there is no such file", remedy="See docs/flame.md for where FLAME goes.") from error
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error}", remedy="Give the path of a .pkl or .npz file.") from error


def _stored(path: Path, data: bytes) -> dict[str, object]:
    if data[:2] == b"PK":
        return read_npz(data, frozenset(ALIASES), LARGEST)
    if data.lstrip()[:1] == b"<":
        raise ModelError(
            f"{path}: this is a web page, not a model: the download asked for a login",
            remedy="Log in at https://flame.is.tue.mpg.de in a browser and download the file there.",
        )
    if not data:
        raise DamagedError("it is empty")
    if data[0] not in OPENERS:
        raise ModelError(f"{path}: neither a pickle nor an .npz file", remedy="Give FLAME's .pkl, or an .npz of it.")
    table = read_pickle(data)
    if not isinstance(table, dict):
        raise DamagedError(f"a dictionary of arrays was expected, not {type(table).__name__}")
    return {str(key): value for key, value in table.items() if isinstance(key, str)}
