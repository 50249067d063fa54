"""What a character did, picture by picture: the targets of a mapping table as CSV or as a NumPy archive.

| CSV column | |
|---|---|
| `sequence`, `time_s`, `timecode`, `tracked` | which picture, when on the source's time line, whether it shows a face |
| every target by its id, in the order of the table | its value; empty as long as nothing has driven it |

| array of the archive | shape | |
|---|---|---|
| `targets`, `kinds` | (N,) | ids, and what they are (`morph`, `bone`, ...) |
| `values` | (T, N) | NaN as long as nothing has driven a target |
| `sequence`, `time_s`, `timecode`, `tracked` | (T,) | as above |
| `fps`, `table`, `koekata_version` | () | the rate of the source, and the name of the table |

An event is 1 in the frame in which it fires, else 0.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import numpy as np

from koekata.errors import TakeError
from koekata.frames import SolvedFace
from koekata.takes._columns import koekata_version
from koekata.takes._files import PartialFile, explained

if TYPE_CHECKING:
    from koekata.character import MappedFace
    from koekata.mapping import MappingTable

__all__ = ["MAPPED_SUFFIXES", "MappedTake"]

MAPPED_SUFFIXES = (".csv", ".npz")
_LEADING = ("sequence", "time_s", "timecode", "tracked")


class MappedTake:
    """Writes one character. A context manager: call `finish` to keep the file, else it leaves none."""

    def __init__(self, path: Path, table: MappingTable, fps: float) -> None:
        """Raises TakeError when the file cannot be written: before the first frame, not after the last."""
        make_form = _FORMS.get(path.suffix.lower())
        if make_form is None:
            raise TakeError(f"{path}: '{path.suffix}' is no format of mapped takes", remedy="Use .csv or .npz.")
        self.path = path
        self.rows = 0
        """Frames that were added."""
        self._ids = [target.id for target in table.targets]
        self._file: PartialFile | None = PartialFile(path)
        self._form = make_form(self._file.file, table, fps)

    def add(self, mapped: MappedFace) -> None:
        """Write one row. Raises TakeError when the disk is full."""
        fired = dict.fromkeys(mapped.events, 1.0)
        quiet = {target.id: 0.0 for target in mapped.table.targets if target.kind == "event"}
        values = {**quiet, **mapped.values, **fired}
        with explained(self.path, "written"):
            self._form.write(mapped.face, [values.get(target) for target in self._ids])
        self.rows += 1

    def finish(self) -> None:
        """Complete the file under its name; the second time does nothing. Raises TakeError when that fails."""
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            with explained(self.path, "written"):
                self._form.end()
            file.commit()
        except BaseException:
            file.discard()
            raise

    def discard(self) -> None:
        """Leave no trace, unless it is finished already."""
        if self._file is not None:
            self._file.discard()
            self._file = None

    def __enter__(self) -> MappedTake:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()


class _Form(Protocol):
    def write(self, face: SolvedFace, values: list[float | None]) -> None: ...

    def end(self) -> None: ...


class _Csv:
    """Writes each row at once. Text of any script is UTF-8."""

    def __init__(self, file: BinaryIO, table: MappingTable, fps: float) -> None:  # noqa: ARG002
        self._text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        self._rows = csv.writer(self._text, lineterminator="\n")
        self._rows.writerow([*_LEADING, *(target.id for target in table.targets)])

    def write(self, face: SolvedFace, values: list[float | None]) -> None:
        time = face.time
        leading = (time.sequence, f"{time.timeline_s:.6f}", time.timecode or "", int(face.tracked))
        self._rows.writerow([*leading, *("" if value is None else f"{value:.6f}" for value in values)])

    def end(self) -> None:
        self._text.flush()
        self._text.detach()


class _Npz:
    """Holds the rows in memory until the end, since an archive stores each column in one piece."""

    def __init__(self, file: BinaryIO, table: MappingTable, fps: float) -> None:
        self._file, self._table, self._fps = file, table, fps
        self._values: list[Any] = []
        self._leading: list[tuple[int, float, str, bool]] = []

    def write(self, face: SolvedFace, values: list[float | None]) -> None:
        time = face.time
        self._values.append(np.array([np.nan if value is None else value for value in values]))
        self._leading.append((time.sequence, time.timeline_s, time.timecode or "", face.tracked))

    def end(self) -> None:
        targets = self._table.targets
        kinds: tuple[Any, ...] = (np.int64, np.float64, "U16", np.bool_)
        columns: list[Any] = list(zip(*self._leading, strict=True)) or [()] * len(_LEADING)
        arrays = {name: np.array(column, kind) for name, column, kind in zip(_LEADING, columns, kinds, strict=True)}
        np.savez_compressed(
            self._file,
            targets=np.array([target.id for target in targets], "U64"),
            kinds=np.array([target.kind for target in targets], "U16"),
            values=np.array(self._values).reshape(-1, len(targets)),
            fps=np.array(self._fps),
            table=np.array(self._table.name),
            koekata_version=np.array(koekata_version()),
            **arrays,
        )


_FORMS: dict[str, Callable[[BinaryIO, MappingTable, float], _Form]] = dict(
    zip(MAPPED_SUFFIXES, (_Csv, _Npz), strict=True)
)
