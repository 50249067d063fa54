"""The writer that every format shares: order, counting, and the life of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from koekata.errors import TakeError
from koekata.frames import SolvedFace
from koekata.takes._files import PartialFile, explained

__all__ = ["TakeFormat", "TakeWriter"]


class TakeFormat(Protocol):
    """How rows become bytes. `write` and `end` may raise OSError."""

    def write(self, face: SolvedFace) -> None:
        """Take one row."""

    def end(self) -> None:
        """Write what is still held back; the file itself stays open."""

    def abandon(self) -> None:
        """Let go of everything; the file is about to be deleted."""


class TakeWriter:
    """Records one performer. Leaving the `with` block finishes the file, or discards it when an error leaves with it.

    To keep what was recorded when something goes wrong (Ctrl-C, a lost camera), call `finish` before the block ends.
    """

    def __init__(self, file: PartialFile, form: TakeFormat, beside: Callable[[], None] | None = None) -> None:
        """`beside` is called when the take is complete: it writes what has no room in the file."""
        self._file, self._form, self._beside = file, form, beside
        self._performer: int | None = None
        self._sequence = -1
        self._open = True
        self.rows = 0
        """Rows written."""
        self.missing = 0
        """Pictures of the source between the first and the last row that have no row."""

    @property
    def path(self) -> Path:
        """Where the file appears once it is finished."""
        return self._file.target

    def add(self, face: SolvedFace) -> None:
        """Write one row, tracked or not.

        Raises TakeError for another performer, a picture out of order, or a disk that is full.
        """
        self._check(face)
        with explained(self.path, "written"):
            self._form.write(face)
        if self.rows:
            self.missing += face.time.sequence - self._sequence - 1
        self._performer, self._sequence = face.performer, face.time.sequence
        self.rows += 1

    def finish(self) -> None:
        """Complete the file under its name; the second time does nothing.

        Raises TakeError when that fails, and leaves no file behind; what lies beside the take may fail alone.
        """
        if not self._open:
            return
        self._open = False
        try:
            with explained(self.path, "written"):
                self._form.end()
            self._file.commit()
        except BaseException:
            self._abandon()
            raise
        if self._beside is not None:
            self._beside()

    def discard(self) -> None:
        """Leave no trace of what was added, unless it is finished already."""
        if self._open:
            self._open = False
            self._abandon()

    def _abandon(self) -> None:
        self._form.abandon()
        self._file.discard()

    def _check(self, face: SolvedFace) -> None:
        if not self._open:
            raise TakeError(f"{self.path}: the take is finished already", remedy="Open another one.")
        if self._performer not in (None, face.performer):
            raise TakeError(
                f"{self.path}: holds performer {self._performer}, and performer {face.performer} was added",
                remedy="Record each performer into a take of their own.",
            )
        if face.time.sequence <= self._sequence:
            raise TakeError(f"{self.path}: picture {face.time.sequence} came after picture {self._sequence}")

    def __enter__(self) -> TakeWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.finish()
        else:
            self.discard()
