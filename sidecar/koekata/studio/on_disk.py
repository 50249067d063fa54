"""The file of a table as it lies on disk: what it held when it was last looked at, and whether somebody changed it."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path

from koekata.errors import MappingError
from koekata.mapping.document import read_file
from koekata.mapping.loader import error_of
from koekata.whole_file import whole_file

__all__ = ["OnDisk", "Stamp", "stamps", "text_of"]

Stamp = tuple[int, int]
"""When a file was written, in nanoseconds, and its size."""


class OnDisk:
    """One file."""

    def __init__(self, path: Path, *, must_exist: bool = True) -> None:
        """Raises MappingError where it cannot be read at all."""
        self.path = path
        self._stamp = _stamp(path)
        self.text = text_of(path) if must_exist else ""
        """What it held when it was last looked at."""

    @property
    def now(self) -> str:
        """What it holds now; nothing where it cannot be read."""
        try:
            return text_of(self.path)
        except MappingError:
            return ""

    @property
    def is_foreign(self) -> bool:
        """Whether somebody else changed it since it was last looked at."""
        return _stamp(self.path) != self._stamp and self.now != self.text

    def news(self) -> str | None:
        """What it holds now, where that is another text than when this was last asked; None for a file that is gone."""
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return None
        self._stamp = stamp
        text = self.now
        return None if stamp is None or text == self.text else text

    def write(self, text: str) -> None:
        """Put another text there. Raises OSError, and leaves what was there then."""
        # A byte order mark stays.
        mark = codecs.BOM_UTF8 if _has_mark(self.path) else b""
        with whole_file(self.path) as file:
            file.write(mark + text.encode())
        self.text, self._stamp = text, _stamp(self.path)


def text_of(path: Path) -> str:
    """The text of a file, right or wrong. Raises MappingError where it cannot be read at all."""
    _, source = read_file(path)
    if not source.text and source.faults:
        raise error_of(source, source.faults)
    return source.text


def stamps(files: Iterable[str]) -> dict[str, Stamp | None]:
    """Of those that are paths."""
    return {file: _stamp(Path(file)) for file in files if Path(file).is_absolute()}


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _has_mark(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    except OSError:
        return False
