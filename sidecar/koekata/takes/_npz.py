"""Takes as NumPy archives: everything that was solved, readable with `allow_pickle=False`.

`names` (C), the 52 of ARKit first and then those of the voice where it was heard; `weights` and `confidence` (T, C),
`tracked`, `time_s`, `sequence` and `timecode` (T), `yaw_pitch_roll` (T, 3) and `gaze` (T, 4) in degrees, `translation`
(T, 3) in metres, `fps`, `face_model`, `koekata_version`.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES
from koekata.errors import TakeError
from koekata.frames import SolvedFace
from koekata.takes._columns import Columns, koekata_version
from koekata.takes._take import Take

__all__ = ["NpzFormat", "read"]

_REQUIRED = ("names", "weights", "yaw_pitch_roll", "gaze", "fps")


class NpzFormat:
    """Holds the rows in memory until the end, since an archive stores each column in one piece."""

    def __init__(self, file: BinaryIO, fps: float, face_model: str = "") -> None:
        self._file, self._fps, self._face_model = file, fps, face_model
        self._columns = Columns()

    def write(self, face: SolvedFace) -> None:
        """Keep one row."""
        self._columns.add(face)

    def end(self) -> None:
        """Write the archive."""
        arrays: dict[str, Any] = dict(self._columns.take())
        arrays["names"] = np.array(self._columns.names)
        arrays["fps"] = np.array(self._fps)
        arrays["face_model"] = np.array(self._face_model)
        arrays["koekata_version"] = np.array(koekata_version())
        np.savez_compressed(self._file, **arrays)

    def abandon(self) -> None:
        """Nothing: nothing is written before the end."""


def read(path: Path) -> Take:
    """Read an archive; beyond names, weights, head, gaze and rate, every column may be absent."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return _take({key: archive[key] for key in archive.files}, path)
    except (ValueError, zipfile.BadZipFile, EOFError) as error:
        raise TakeError(f"{path}: damaged, or not a take: {error}") from error


def _take(data: dict[str, NDArray[Any]], path: Path) -> Take:
    absent = [key for key in _REQUIRED if key not in data]
    if absent:
        raise TakeError(f"{path}: not a take: {', '.join(absent)} missing")
    rows, fps = len(data["weights"]), float(data["fps"])
    names, order = _order(data["names"], path)
    timecode = data.get("timecode", np.full(rows, ""))
    return Take(
        weights=data["weights"][:, order].astype(np.float64),
        confidence=data["confidence"][:, order].astype(np.float64) if "confidence" in data else None,
        tracked=data.get("tracked", np.ones(rows, np.bool_)),
        time_s=data.get("time_s", np.arange(rows) / fps),
        yaw_pitch_roll=data["yaw_pitch_roll"].astype(np.float64),
        gaze=data["gaze"].astype(np.float64),
        translation=data["translation"].astype(np.float64) if "translation" in data else None,
        sequence=data.get("sequence"),
        timecode=tuple(str(code) for code in timecode),
        fps=fps,
        version=str(data.get("koekata_version", "")),
        face_model=str(data.get("face_model", "")),
        names=names,
    )


def _order(names: NDArray[Any], path: Path) -> tuple[tuple[str, ...], list[int]]:
    """The channels, those of ARKit first, and where each stands in the file."""
    found = [str(name) for name in names]
    absent = [name for name in ARKIT_NAMES if name not in found]
    if absent:
        raise TakeError(f"{path}: channels missing: {', '.join(absent)}")
    ordered = (*ARKIT_NAMES, *(name for name in found if name not in ARKIT_NAMES))
    return ordered, [found.index(name) for name in ordered]
