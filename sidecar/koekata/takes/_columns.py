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

__all__ = ["COLUMNS", "Columns", "koekata_version"]

Extract = Callable[[SolvedFace], Any]

COLUMNS: dict[str, tuple[Any, tuple[int, ...], Extract]] = {
    "weights": (np.float32, (52,), lambda face: face.weights),
    "confidence": (np.float32, (52,), lambda face: face.channel_confidence),
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
    """Rows as one growing array per column, so that an hour at 60 frames per second stays near 120 MB."""

    def __init__(self, capacity: int = 1024) -> None:
        self._arrays = {name: np.zeros((capacity, *shape), kind) for name, (kind, shape, _) in COLUMNS.items()}
        self._rows = 0

    def add(self, face: SolvedFace) -> None:
        """Append one row. Raises TakeError when its channels are not the 52 of ARKit in Koekata's order."""
        if face.names is not ARKIT_NAMES and face.names != ARKIT_NAMES:
            raise TakeError("A take holds the 52 ARKit channels in their usual order, and a frame has others")
        if self._rows == len(self._arrays["tracked"]):
            self._arrays = {name: np.concatenate([array, array]) for name, array in self._arrays.items()}
        for name, (_, _, extract) in COLUMNS.items():
            self._arrays[name][self._rows] = extract(face)
        self._rows += 1

    def __len__(self) -> int:
        return self._rows

    def take(self) -> dict[str, NDArray[Any]]:
        """All rows; the next row starts anew."""
        rows, self._rows = self._rows, 0
        return {name: array[:rows] for name, array in self._arrays.items()}


def koekata_version() -> str:
    """Of the installed package; empty in a bare source tree."""
    try:
        return version("koekata")
    except PackageNotFoundError:
        return ""
