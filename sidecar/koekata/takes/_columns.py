"""The columns of the formats that keep everything, gathered row by row."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES
from koekata.errors import TakeError
from koekata.frames import SolvedFace

__all__ = ["COLUMNS", "PER_CHANNEL", "Columns", "koekata_version"]

PER_CHANNEL = -1
"""Stands for the number of channels."""

Extract = Callable[[SolvedFace], Any]

COLUMNS: dict[str, tuple[Any, tuple[int, ...], Extract]] = {
    "weights": (np.float32, (PER_CHANNEL,), lambda face: face.weights),
    "confidence": (np.float32, (PER_CHANNEL,), lambda face: face.channel_confidence),
    "tracked": (np.bool_, (), lambda face: face.tracked),
    "time_s": (np.float64, (), lambda face: face.time.timeline_s),
    "yaw_pitch_roll": (np.float32, (3,), lambda face: face.yaw_pitch_roll),
    "gaze": (np.float32, (4,), lambda face: face.gaze),
    "translation": (np.float32, (3,), lambda face: face.translation),
    "sequence": (np.int64, (), lambda face: face.time.sequence),
    "timecode": ("U16", (), lambda face: face.time.timecode or ""),
}
"""Name -> type, shape of one row, and where it comes from."""


class Columns:
    """Rows as one growing array per column, so that an hour at 60 frames per second stays near 140 MB."""

    def __init__(self, capacity: int = 1024) -> None:
        self._capacity = capacity
        self._arrays: dict[str, NDArray[Any]] = {}
        self._rows = 0
        self.names = ARKIT_NAMES
        """The channels: the 52 of ARKit, and after them those that the first row had beside."""

    def add(self, face: SolvedFace) -> None:
        """Append one row. Raises TakeError when its channels are not those of the rows before, ARKit's in front."""
        if not self._arrays:
            self.names = face.names
            self._arrays = self._allocated()
        same = face.names is self.names or face.names == self.names
        if not same or face.names[: len(ARKIT_NAMES)] != ARKIT_NAMES:
            raise TakeError("A take holds the 52 ARKit channels in their usual order, and the same others in every row")
        if self._rows == len(self._arrays["tracked"]):
            self._arrays = {name: np.concatenate([array, array]) for name, array in self._arrays.items()}
        for name, (_, _, extract) in COLUMNS.items():
            self._arrays[name][self._rows] = extract(face)
        self._rows += 1

    def _allocated(self) -> dict[str, NDArray[Any]]:
        count = len(self.names)
        return {
            name: np.zeros((self._capacity, *(count if size == PER_CHANNEL else size for size in shape)), kind)
            for name, (kind, shape, _) in COLUMNS.items()
        }

    def __len__(self) -> int:
        return self._rows

    def take(self) -> dict[str, NDArray[Any]]:
        """All rows; the next row starts anew."""
        rows, self._rows = self._rows, 0
        return {name: array[:rows] for name, array in (self._arrays or self._allocated()).items()}


def koekata_version() -> str:
    """Of the installed package; empty in a bare source tree."""
    try:
        return version("koekata")
    except PackageNotFoundError:
        return ""
