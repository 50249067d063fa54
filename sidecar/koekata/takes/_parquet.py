"""Takes as Parquet: one column per channel, for data frames. Written in groups of rows, so a long take needs little
memory. Names of columns are those of `column_names`; `fps`, `face_model` and `koekata_version` are metadata of
the schema.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.errors import TakeError
from koekata.frames import SolvedFace
from koekata.takes._columns import COLUMNS, Columns, koekata_version
from koekata.takes._take import Take

try:
    import pyarrow
    import pyarrow.parquet
except ImportError as error:
    raise TakeError(
        f"Parquet takes need pyarrow, which is not installed or does not load: {error}",
        remedy='Install it with `pip install "koekata[parquet]"`, or record .npz.',
    ) from error

__all__ = ["ParquetFormat", "column_names", "read"]

_ROWS_PER_GROUP = 1024

_CONFIDENCE = "confidence_"


def column_names(channels: tuple[str, ...] = ARKIT_NAMES) -> dict[str, tuple[str, ...]]:
    """Which columns hold the parts of each array."""
    return {
        "sequence": ("sequence",),
        "time_s": ("time_s",),
        "timecode": ("timecode",),
        "tracked": ("tracked",),
        "weights": channels,
        "confidence": tuple(f"{_CONFIDENCE}{name}" for name in channels),
        "yaw_pitch_roll": ("head_yaw", "head_pitch", "head_roll"),
        "translation": ("head_x", "head_y", "head_z"),
        "gaze": ("gaze_left_yaw", "gaze_left_pitch", "gaze_right_yaw", "gaze_right_pitch"),
    }


class ParquetFormat:
    """Writes a group of rows whenever enough have come together."""

    def __init__(self, file: BinaryIO, fps: float, face_model: str = "") -> None:
        self._about = {"fps": repr(float(fps)), "face_model": face_model, "koekata_version": koekata_version()}
        self._columns = Columns(_ROWS_PER_GROUP)
        self._file = file
        self._writer: Any = None

    def write(self, face: SolvedFace) -> None:
        """Keep one row, and write the group when it is full."""
        self._columns.add(face)
        if len(self._columns) == _ROWS_PER_GROUP:
            self._write_group()

    def end(self) -> None:
        """Write the last group and the footer."""
        if len(self._columns) or self._writer is None:
            self._write_group()
        self._writer.close()

    def abandon(self) -> None:
        """Close Arrow's side. It writes a footer, which the disk may have no room for; that no longer matters."""
        with suppress(OSError, ValueError):
            if self._writer is not None:
                self._writer.close()

    def _write_group(self) -> None:
        names = column_names(self._columns.names)
        if self._writer is None:
            # Which channels there are is known from the first row on.
            self._schema = pyarrow.schema(_fields(names), metadata=self._about)
            self._writer = pyarrow.parquet.ParquetWriter(self._file, self._schema, compression="zstd")
        parts: list[Any] = []
        data = self._columns.take()
        for name in names:
            array = data[name]
            parts += [array] if array.ndim == 1 else list(array.T.copy())
        self._writer.write_table(pyarrow.table(parts, schema=self._schema))


def _fields(names: dict[str, tuple[str, ...]]) -> list[Any]:
    kinds = {"timecode": pyarrow.string()}
    return [
        (column, kinds.get(name) or pyarrow.from_numpy_dtype(np.dtype(COLUMNS[name][0])))
        for name, columns in names.items()
        for column in columns
    ]


def read(path: Path) -> Take:
    """Read a whole file."""
    try:
        table = pyarrow.parquet.read_table(path)
    except pyarrow.ArrowInvalid as error:
        raise TakeError(f"{path}: damaged, or not Parquet: {error}") from error
    heard = (column.removeprefix(_CONFIDENCE) for column in table.column_names if column.startswith(_CONFIDENCE))
    channels = (*ARKIT_NAMES, *(name for name in heard if name not in ARKIT_NAMES))
    names = column_names(channels)
    absent = [column for columns in names.values() for column in columns if column not in table.column_names]
    if absent:
        raise TakeError(f"{path}: not a take: columns missing: {', '.join(absent[:5])}")
    about = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
    return Take(
        weights=_matrix(table, names["weights"]), confidence=_matrix(table, names["confidence"]),
        tracked=table["tracked"].to_numpy(), time_s=table["time_s"].to_numpy(),
        yaw_pitch_roll=_matrix(table, names["yaw_pitch_roll"]), gaze=_matrix(table, names["gaze"]),
        translation=_matrix(table, names["translation"]), sequence=table["sequence"].to_numpy(),
        timecode=tuple(table["timecode"].to_pylist()), fps=float(about.get("fps", 0.0)),
        version=about.get("koekata_version", ""), face_model=about.get("face_model", ""),
        names=channels,
    )  # fmt: skip


def _matrix(table: Any, columns: tuple[str, ...]) -> Any:
    return np.stack([table[column].to_numpy().astype(np.float64) for column in columns], axis=1)
