"""Fetching, checking and keeping model files: a file is complete and right, or it is not there."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from koekata.errors import ModelError
from koekata.models._catalogue import Catalogue, ModelEntry, entry, model_path
from koekata.whole_file import whole_file

__all__ = ["Progress", "get", "import_file", "is_intact"]

Progress = Callable[[int, int], None]
"""Called with the bytes that have arrived and the bytes expected."""

_CHUNK = 1 << 16
_TIMEOUT_S = 30.0


def get(name: str, progress: Progress | None = None, *, table: Catalogue | None = None) -> Path:
    """Download a model unless an intact copy is there; returns its path.

    Raises ModelError when there is no connection, the transfer breaks off, the file is not the one that the catalogue
    describes, or it cannot be stored. Nothing is left behind then.
    """
    wanted = entry(name, table)
    path = model_path(name, table)
    if not is_intact(path, wanted):
        with contextlib.closing(_downloaded(wanted)) as chunks:
            _store(chunks, wanted, path, wanted.url, progress)
    return path


def import_file(name: str, source: Path, *, table: Catalogue | None = None) -> Path:
    """Copy a model that was brought by hand, after checking it; returns its path. Raises ModelError."""
    wanted = entry(name, table)
    path = model_path(name, table)
    try:
        file = source.open("rb")
    except OSError as error:
        raise ModelError(f"{source}: cannot be read: {error.strerror}") from error
    with file:
        _store(_chunks(file), wanted, path, str(source), None)
    return path


def is_intact(path: Path, wanted: ModelEntry) -> bool:
    """Whether the file is there with the right content."""
    try:
        if path.stat().st_size != wanted.size:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == wanted.sha256
    except OSError:
        return False


def _store(chunks: Iterable[bytes], wanted: ModelEntry, path: Path, origin: str, progress: Progress | None) -> None:
    """Write to a temporary file beside the final one, check it, and rename it: readers never see half a file."""
    try:
        with whole_file(path) as file:
            _write(file, chunks, wanted, origin, progress)
    except OSError as error:
        raise _unwritable(path, error) from error


def _write(file: BinaryIO, chunks: Iterable[bytes], wanted: ModelEntry, origin: str, progress: Progress | None) -> None:
    digest, done = hashlib.sha256(), 0
    for chunk in chunks:
        done += len(chunk)
        _refuse(done > wanted.size, wanted, origin, f"it is larger than the {wanted.size} bytes expected")
        digest.update(chunk)
        file.write(chunk)
        if progress:
            progress(done, wanted.size)
    _refuse(done < wanted.size, wanted, origin, f"it ended after {done} of {wanted.size} bytes")
    _refuse(digest.hexdigest() != wanted.sha256, wanted, origin, "its checksum (SHA-256) is wrong")


def _refuse(fault: bool, wanted: ModelEntry, origin: str, reason: str) -> None:
    if fault:
        raise ModelError(
            f"{origin}: this is not an intact copy of {wanted.file}: {reason}; it was not stored",
            remedy="Try again; if it stays so, something between here and the source changes the file.",
        )


def _downloaded(wanted: ModelEntry) -> Generator[bytes, None, None]:
    # Only web addresses: urllib would open file:// as well.
    if not wanted.url.startswith(("https://", "http://")):
        raise ModelError(f"{wanted.url}: not a web address")
    try:
        with urllib.request.urlopen(wanted.url, timeout=_TIMEOUT_S) as response:
            yield from _chunks(response)
    except urllib.error.HTTPError as error:
        error.close()
        raise _unreachable(wanted, f"the server answers {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise _unreachable(wanted, f"no connection: {error.reason}") from error
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(wanted, f"the connection broke off: {str(error) or type(error).__name__}") from error


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _unreachable(wanted: ModelEntry, reason: str) -> ModelError:
    return ModelError(
        f"{wanted.url}: {reason}",
        remedy=f"Connect and try again, or bring the file from elsewhere: `koekata models import {wanted.name} FILE`.",
    )


def _unwritable(path: Path, error: OSError) -> ModelError:
    return ModelError(
        f"{path}: cannot be stored: {error.strerror or error}",
        remedy="Make room or give write permission, or set KOEKATA_HOME to another folder.",
    )
