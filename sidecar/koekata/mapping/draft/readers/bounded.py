"""A file that is read with every length checked before it is believed."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import Any, NoReturn

from koekata.errors import ModelError

__all__ = ["Cursor", "DamagedError", "bytes_of", "json_of", "refuse"]

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


class DamagedError(Exception):
    """Something in a file is not what the format says; the reader adds which file it is."""


def refuse(path: Path, what: str, remedy: str) -> NoReturn:
    """Raises ModelError for a file that cannot be taken."""
    raise ModelError(f"{path}: {what}", remedy=remedy)


def bytes_of(path: Path, limit: int, length: int = -1) -> bytes:
    """The first `length` bytes of a file that is no longer than `limit`. Raises ModelError."""
    try:
        size = path.stat().st_size
        if size > limit:
            refuse(path, f"is longer than {limit >> 20} MiB", "Give a smaller export, or a list of names.")
        with path.open("rb") as file:
            return file.read(length)
    except OSError as error:
        refuse(path, f"cannot be read: {error.strerror or error}", "Check the path and its permissions.")


def json_of(raw: bytes, where: str) -> Any:
    """JSON of UTF-8 bytes. Raises DamagedError."""
    try:
        text = raw.decode("utf-8-sig")
        found = json.loads(text)
        if _HALF_CHARACTER.search(text):
            json.dumps(found, ensure_ascii=False).encode()
        return found
    except UnicodeEncodeError as error:
        raise DamagedError(f"{where}: a text holds half a character (a lone surrogate)") from error
    except UnicodeDecodeError as error:
        raise DamagedError(f"{where}: byte {error.start} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise DamagedError(f"{where}: line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise DamagedError(f"{where}: is nested too deeply") from error
    except ValueError as error:
        raise DamagedError(f"{where}: has a number with too many digits") from error


class Cursor:
    """A place in a block of little-endian bytes that never leaves it."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0
        self.part = "header"
        """What is being read, for messages."""

    def fail(self, what: str) -> NoReturn:
        """Raises DamagedError with the place."""
        raise DamagedError(f"{self.part}, byte {self._at}: {what}")

    def take(self, length: int) -> bytes:
        """The next bytes."""
        end = self._at + length
        if length < 0 or end > len(self._raw):
            left = len(self._raw) - self._at
            self.fail(f"{length} bytes are announced, and {left} are left in the file")
        found = self._raw[self._at : end]
        self._at = end
        return found

    def skip(self, length: int) -> None:
        """Pass over bytes that must be there."""
        if length < 0 or self._at + length > len(self._raw):
            self.take(length)
        self._at += length

    def number(self, form: str) -> Any:
        """One number of a `struct` format."""
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))[0]

    def count(self, smallest: int) -> int:
        """A count of things that need at least `smallest` bytes each, which must fit into the rest of the file."""
        count: int = self.number("i")
        left = len(self._raw) - self._at
        if count < 0 or count * smallest > left:
            self.fail(f"{count} entries are announced, which cannot stand in the {left} bytes that are left")
        return count
