"""Curves over time as a picture: ours, the network's, and where the face is still."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from koekata.bench._recordings import Recording
from koekata.bench.agreement import Movement, moves, spearman
from koekata.errors import TakeError
from koekata.frames import FloatArray, ImageArray

__all__ = ["plot"]

_WIDTH, _HEIGHT, _MARGIN = 1300, 84, 170
_BACKGROUND, _STILL, _LINE, _TEXT = 250, (235, 235, 215), (200, 200, 200), (40, 40, 40)
_OURS, _NETWORK = (200, 80, 0), (40, 40, 220)
"""Blue and red, as OpenCV orders colours."""


def plot(recording: Recording, movements: Sequence[Movement], quiet: Sequence[slice], path: Path) -> None:
    """A row for each movement: ours blue, the network red, still stretches shaded. Raises TakeError."""
    picture = np.vstack([_row(recording, movement, quiet) for movement in movements])
    if not cv2.imwrite(str(path), picture):
        raise TakeError(f"{path}: the picture cannot be written", remedy="Choose another folder with --out.")


def _row(recording: Recording, movement: Movement, quiet: Sequence[slice]) -> ImageArray:
    row: ImageArray = np.full((_HEIGHT, _WIDTH, 3), _BACKGROUND, np.uint8)
    ours, network = movement.of(recording.smooth), movement.of(recording.network)
    low = -1.0 if movement.opposite else 0.0
    across = _places(recording.times)
    for stretch in quiet:
        row[:, across[stretch.start] : across[stretch.stop - 1]] = _STILL
    for level in (0.0, 1.0):
        height = int(_heights(np.array([level]), low)[0])
        cv2.line(row, (_MARGIN, height), (_WIDTH, height), _LINE, 1)
    for values, colour in ((network, _NETWORK), (ours, _OURS)):
        line = np.column_stack((across, _heights(values, low))).astype(np.int32)
        cv2.polylines(row, [line], False, colour, 1, cv2.LINE_AA)
    note = f"rho {spearman(ours, network):.2f}" + ("" if moves(recording, movement) else "  (not counted)")
    for number, text in enumerate((movement.name, note)):
        cv2.putText(row, text, (6, 34 + 20 * number), cv2.FONT_HERSHEY_SIMPLEX, 0.42, _TEXT, 1, cv2.LINE_AA)
    return row


def _places(times: FloatArray) -> list[int]:
    share = (times - times[0]) / max(1e-9, float(times[-1] - times[0]))
    return [int(_MARGIN + each * (_WIDTH - _MARGIN - 6)) for each in share]


def _heights(values: FloatArray, low: float) -> FloatArray:
    return np.asarray(_HEIGHT - 7 - (values - low) / (1.0 - low) * (_HEIGHT - 14))
