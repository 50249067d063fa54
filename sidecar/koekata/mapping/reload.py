"""A table that is edited while it drives a character."""

from __future__ import annotations

from pathlib import Path

from koekata.errors import MappingError
from koekata.mapping.evaluator import Evaluator
from koekata.mapping.faults import Fault
from koekata.mapping.loader import load_table

__all__ = ["TableFile"]

_Stamp = tuple[int, int]


class TableFile:
    """Watches a table and all that it extends; a bad edit leaves the last good one in force."""

    def __init__(self, path: Path | str) -> None:
        """Load the table. Raises `MappingError`: the first one must be good."""
        self._path = Path(path)
        table = load_table(self._path)
        self.evaluator = Evaluator(table)
        self.error: MappingError | None = None
        """What is wrong with the file as it is now, None while it is in force."""
        self._stamps = self._look()

    def poll(self) -> bool:
        """Look whether a file has changed, and take it over. True if a new table is in force."""
        stamps = self._look()
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        try:
            table = load_table(self._path)
        except MappingError as error:
            self.error = error
            return False
        self.error = None
        self.evaluator.adopt(table)
        self._stamps = self._look()
        return True

    def _look(self) -> dict[str, _Stamp | None]:
        files = {str(self._path), *self.evaluator.table.files, *(fault.file for fault in self._faults())}
        return {file: _stamp(Path(file)) for file in files}

    def _faults(self) -> tuple[Fault, ...]:
        return self.error.faults if self.error else ()


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
