"""Sheets of what switches: eyes, brows and mouths. Cells run from left to right, then down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from koekata.characters.build.paint import Canvas
from koekata.characters.pata.pen import Pen, closed, oval

__all__ = ["brows", "eye", "mouth"]

Tints = dict[str, str]
Draw = Callable[[Pen, Tints], None]


def _sheet(
    table: dict[str, Any], name: str, grid: tuple[int, int], half: tuple[float, float], draws: list[Draw], width: float
) -> bytes:
    columns, rows = grid
    pixels, tints = table["pixels"][name], table["palette"]
    canvas = Canvas(pixels[0], pixels[1], (0, 0, columns * 2 * half[0], -rows * 2 * half[1]), tints["ink"], clear=True)
    for index, draw in enumerate(draws):
        row, column = divmod(index, columns)
        draw(Pen(canvas, tints["ink"], width, ((2 * column + 1) * half[0], -(2 * row + 1) * half[1])), tints)
    return canvas.png()


def eye(table: dict[str, Any]) -> bytes:
    """The left eye in a cell of 64 by 72: open, half, shut, smiling, wide, squeezed."""
    draws: list[Draw] = [_open, _half, _shut, _smiling, _wide, _squeezed]
    return _sheet(table, "eye", (3, 2), (32, 36), draws, 4.0)


def _ball(pen: Pen, tints: Tints, half: tuple[float, float]) -> None:
    pen.shape(oval((0, -2), half), tints["eye"])
    pen.shape(oval((0, -2 - half[1] * 0.42), (half[0] * 0.72, half[1] * 0.46)), tints["eye_low"], line=False, soft=1.2)
    pen.shape(oval((0, -2 - half[1] * 0.62), (half[0] * 0.45, half[1] * 0.22)), tints["eye_glow"], line=False, soft=0.8)
    pen.shape(oval((0, 0), (half[0] * 0.3, half[1] * 0.5)), tints["eye"], line=False)
    pen.shape(oval((-half[0] * 0.34, half[1] * 0.38), (half[0] * 0.33, half[1] * 0.27)), tints["white"], line=False)
    pen.shape(oval((half[0] * 0.38, -half[1] * 0.36), (half[0] * 0.15, half[1] * 0.12)), tints["white"], line=False)


def _open(pen: Pen, tints: Tints) -> None:
    _ball(pen, tints, (19, 26))
    pen.line([(-21, 12), (-13, 23), (0, 27.5), (13, 24), (23, 12), (29, 11)], width=1.5)


def _half(pen: Pen, tints: Tints) -> None:
    _ball(pen, tints, (19, 26))
    pen.canvas.cut(np.array([(-31, 3), (-12, 7), (2, 9), (16, 7), (31, 3), (31, 35), (-31, 35)]) + pen.at)
    pen.line([(-23, 2), (-12, 7), (2, 9), (16, 7), (27, 2)], width=1.7)
    pen.line([(-14, 17), (0, 19.5), (15, 17)], width=0.6)


def _shut(pen: Pen, _: Tints) -> None:
    pen.line([(-24, -4), (-12, -13), (1, -16), (14, -13), (26, -5)], width=1.6)
    pen.line([(19, -10), (25, -14)], width=1.0)


def _smiling(pen: Pen, _: Tints) -> None:
    pen.line([(-25, -11), (-14, 3), (0, 8), (14, 3), (25, -11)], width=1.7)


def _wide(pen: Pen, tints: Tints) -> None:
    pen.shape(oval((0, -1), (24, 29)), tints["white"])
    pen.shape(oval((0, -2), (9, 12)), tints["eye"], line=False)
    pen.shape(oval((-3, 3), (3.5, 4)), tints["white"], line=False)


def _squeezed(pen: Pen, _: Tints) -> None:
    pen.line([(22, 15), (0, 7), (-22, -3)], width=1.5)
    pen.line([(-22, -3), (0, -9), (22, -18)], width=1.5)


def brows(table: dict[str, Any]) -> bytes:
    """Both brows in a cell of 180 by 45: at rest, up, angry, sad."""
    shapes = table["drawings"]["brows"]
    return _sheet(table, "brows", (2, 2), (90, 22.5), [_pair(shape) for shape in shapes], 5.0)


def _pair(points: list[list[float]]) -> Draw:
    def draw(pen: Pen, _: Tints) -> None:
        for side in (-1, 1):
            pen.line(np.array(points) * [side, 1], width=1.3)

    return draw


def mouth(table: dict[str, Any]) -> bytes:
    """A cell of 84 by 60: closed, a, i, u, e, o, pressed, closed smile, frown."""
    return _sheet(table, "mouth", (3, 3), (42, 30), [_mouth(entry) for entry in table["drawings"]["mouth"]], 3.6)


def _mouth(entry: dict[str, Any]) -> Draw:
    if "cat" in entry:
        return lambda pen, _: _cat(pen, *entry["cat"])
    if "line" in entry:
        return lambda pen, _: pen.line(entry["line"], width=1.2)
    return lambda pen, tints: _hole(pen, tints, entry)


def _cat(pen: Pen, wide: float, deep: float) -> None:
    for side in (-1, 1):
        pen.line(
            np.array([(0, 12), (wide * 0.25, 12 - deep), (wide * 0.65, 12 - deep), (wide, 13)]) * [side, 1], width=1.1
        )


def _hole(pen: Pen, tints: Tints, entry: dict[str, Any]) -> None:
    outline = closed(entry["hole"])
    pen.shape(outline, tints["inside"], line=False)
    if "tongue" in entry:
        hump = oval(entry["tongue"], (9, 8))
        low = float(outline[:, 1].min())
        pen.shape(np.column_stack([hump[:, 0], np.maximum(hump[:, 1], low + 1.0)]), tints["tongue"], line=False)
    if entry.get("teeth"):
        pen.shape(outline * [0.93, 0.8] + [0, 1], tints["white"], line=False)
    pen.around(outline)
