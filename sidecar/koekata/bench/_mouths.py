"""Contact sheets of mouths: the picture, and the lips before and after the fusion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from koekata.channels import ARKIT_INDEX
from koekata.errors import TakeError
from koekata.face_model.model import load_builtin
from koekata.frames import FloatArray, ImageArray

__all__ = ["Moment", "mouth_sheet"]

_TILE, _COLUMNS, _TEXT = 150, 5, 34
_OUTER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
_INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
_SKIN, _LIP, _DARK = (180, 200, 225), (110, 110, 200), (35, 25, 45)
_METRES = 0.085
"""What a drawn tile is wide."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A picture around the mouth (BGR), the weights before and after, and what there is to say, in two lines."""

    image: ImageArray
    before: FloatArray
    after: FloatArray
    title: str
    why: str


def mouth_sheet(moments: Sequence[Moment], out: Path) -> None:
    """Write a PNG. Raises TakeError when it cannot be written."""
    tiles = [_tile(moment) for moment in moments]
    blank = np.full_like(tiles[0], 255)
    tiles += [blank] * (-len(tiles) % _COLUMNS)
    rows = [np.hstack(tiles[i : i + _COLUMNS]) for i in range(0, len(tiles), _COLUMNS)]
    if not cv2.imwrite(str(out), np.vstack(rows)):
        raise TakeError(f"{out}: the picture cannot be written", remedy="Choose a .png in a folder that exists.")


def _tile(moment: Moment) -> ImageArray:
    parts = [cv2.resize(moment.image, (_TILE, _TILE)), _lips(moment.before), _lips(moment.after)]
    text = np.full((_TEXT, 3 * _TILE, 3), 255, np.uint8)
    for line, words in enumerate((moment.title, moment.why)):
        cv2.putText(text, words, (4, 13 + 15 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 0, 0), 1, cv2.LINE_AA)
    tile = np.vstack([np.hstack(parts), text])
    return np.asarray(cv2.copyMakeBorder(tile, 3, 3, 3, 3, cv2.BORDER_CONSTANT, value=(255, 255, 255)), np.uint8)


def _lips(weights: FloatArray) -> ImageArray:
    """The lips of the built-in face model, from the front, drawn at four times the size."""
    model = load_builtin()
    order = [ARKIT_INDEX[name] for name in model.expression_names]
    points = model.mean + np.tensordot(weights[order], model.expression, 1)
    centre = model.mean[list(_OUTER)].mean(axis=0) - np.array([0.0, 0.008, 0.0])
    scale = 4 * _TILE / _METRES
    flat = ((points - centre)[:, :2] * (scale, -scale) + 2 * _TILE).astype(np.int32)
    image = np.full((4 * _TILE, 4 * _TILE, 3), _SKIN, np.uint8)
    cv2.fillPoly(image, [flat[list(_OUTER)]], _LIP, cv2.LINE_AA)
    upper, lower = flat[list(_INNER[:11])], flat[[*_INNER[10:], _INNER[0]]]
    # Where the lower lip lies above the upper one, the lips touch: nothing is seen between them.
    lower[1:-1, 1] = np.maximum(lower[1:-1, 1], upper[1:-1, 1][::-1])
    cv2.fillPoly(image, [np.concatenate([upper, lower])], _DARK, cv2.LINE_AA)
    cv2.polylines(image, [upper], False, _DARK, 3, cv2.LINE_AA)
    return np.asarray(cv2.resize(image, (_TILE, _TILE), interpolation=cv2.INTER_AREA), np.uint8)
