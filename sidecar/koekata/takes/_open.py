"""Formats by suffix."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from koekata.errors import TakeError
from koekata.takes import _csv, _npz
from koekata.takes._about import write_about
from koekata.takes._files import PartialFile, explained
from koekata.takes._take import Take
from koekata.takes._writer import TakeFormat, TakeWriter

__all__ = ["open_take", "read_take"]

_READ_REMEDIES = {errno.ENOENT: "Check the path.", errno.EACCES: "Change the permissions of the file."}


def open_take(path: Path, *, fps: float, face_model: str = "") -> TakeWriter:
    """Open a take for writing; the suffix chooses the format.

    A file of that name is replaced when the take is finished. `fps` is the nominal rate of the source, `face_model`
    tells which face model and edition was fitted. Both are written into the file; a CSV has no room for the face model,
    which `<name>.csv.json` beside it tells. Raises TakeError when the suffix is unknown, a package is missing, or the
    file cannot be written.
    """
    make_format = _writers(path)
    if not fps > 0:
        raise TakeError(f"{path}: a take needs the rate of its source, not {fps:g} frames per second")
    file = PartialFile(path)
    try:
        beside = (lambda: write_about(path, face_model)) if make_format is _csv.CsvFormat else None
        return TakeWriter(file, make_format(file.file, fps, face_model), beside)
    except BaseException:
        file.discard()
        raise


def read_take(path: Path) -> Take:
    """Read a take back. Raises TakeError when the file is missing, damaged, or no take."""
    read = _readers(path)
    with explained(path, "read", _READ_REMEDIES):
        return read(path)


def _writers(path: Path) -> Callable[[BinaryIO, float, str], TakeFormat]:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _csv.CsvFormat
    if suffix == ".npz":
        return _npz.NpzFormat
    if suffix == ".parquet":
        from koekata.takes import _parquet

        return _parquet.ParquetFormat
    raise _unknown(path)


def _readers(path: Path) -> Callable[[Path], Take]:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _csv.read
    if suffix == ".npz":
        return _npz.read
    if suffix == ".parquet":
        from koekata.takes import _parquet

        return _parquet.read
    raise _unknown(path)


def _unknown(path: Path) -> TakeError:
    what = f"'{path.suffix}' is no format of takes" if path.suffix else "the name has no suffix"
    return TakeError(f"{path}: {what}", remedy="Use .csv (Live Link Face layout), .npz or .parquet.")
