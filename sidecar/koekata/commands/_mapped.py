"""Faces through a mapping table into a file."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from koekata.character import CharacterMapper
from koekata.errors import ConfigError
from koekata.frames import SolvedFace
from koekata.takes.mapped import MAPPED_SUFFIXES, MappedTake

__all__ = ["MappedWriter", "need_mapped_suffix"]


class MappedWriter:
    """Maps every face that is added. A context manager: call `finish` to keep the file, else it leaves none."""

    def __init__(self, path: Path, table: Path, fps: float) -> None:
        """Raises MappingError and TakeError."""
        self._mapper = CharacterMapper(table, watch=False)
        self._take = MappedTake(path, self._mapper.table, fps)

    @property
    def path(self) -> Path:
        """Where the file appears."""
        return self._take.path

    @property
    def rows(self) -> int:
        """Frames that were added."""
        return self._take.rows

    def add(self, face: SolvedFace) -> None:
        """Map and write one face."""
        for mapped in self._mapper.map((face,)):
            self._take.add(mapped)

    def finish(self) -> None:
        """Complete the file."""
        self._take.finish()

    def report(self) -> str:
        """What was written, in one line."""
        table = self._mapper.table
        title = table.name or self._mapper.path.stem
        return f"{self.path}: {len(table.targets)} targets of '{title}' in {self.rows} frames"

    def __enter__(self) -> MappedWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._take.discard()


def need_mapped_suffix(path: Path) -> None:
    """Raises ConfigError for a file that is neither CSV nor NumPy, before any work begins."""
    if path.suffix.lower() not in MAPPED_SUFFIXES:
        raise ConfigError(
            f"{path}: what is mapped is written as {' or '.join(MAPPED_SUFFIXES)}",
            remedy="Give the file one of those suffixes.",
        )
