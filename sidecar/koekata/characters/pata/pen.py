"""Ink on a canvas: shapes with a line around them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from koekata.characters.build.curves import along
from koekata.characters.build.paint import Canvas
from koekata.characters.build.part import Floats

__all__ = ["Pen", "closed", "oval"]


class Pen:
    """Draws in the units of one cell of a sheet, `at` being its centre on the canvas."""

    def __init__(self, canvas: Canvas, ink: str, width: float, at: tuple[float, float] = (0.0, 0.0)) -> None:
        self.canvas, self.ink, self.width, self.at = canvas, ink, width, np.array(at)

    def shape(
        self, outline: npt.ArrayLike, fill: str, *, line: bool = True, opacity: float = 1.0, soft: float = 0.0
    ) -> None:
        """Fills a closed outline, and draws around it."""
        here = np.asarray(outline, float)
        self.canvas.shape(here + self.at, fill, opacity=opacity, soft=soft)
        if line:
            self.around(here)

    def around(self, outline: Floats) -> None:
        """A line around a closed outline."""
        ring = np.concatenate([outline, outline[:1]]) + self.at
        self.canvas.stroke(ring, np.full(len(ring), self.width), self.ink)

    def line(self, points: npt.ArrayLike, *, width: float = 1.0, fill: str = "") -> None:
        """A smooth line through points, thin at both ends, with round joints."""
        steps = np.linspace(0, 1, 40)
        thick = self.width * width * (0.55 + 0.45 * np.sin(steps * np.pi) ** 0.6)
        self.canvas.stroke(along(points, steps) + self.at, thick, fill or self.ink)


def closed(points: npt.ArrayLike, count: int = 120) -> Floats:
    """A smooth closed curve through points."""
    points = np.asarray(points, float)
    ring = np.concatenate([points, points[:1]])
    return np.asarray(
        CubicSpline(np.linspace(0, 1, len(ring)), ring, bc_type="periodic")(np.linspace(0, 1, count, endpoint=False))
    )


def oval(centre: npt.ArrayLike, half: npt.ArrayLike, count: int = 72) -> Floats:
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.asarray(np.asarray(centre) + np.column_stack([np.cos(turn), np.sin(turn)]) * np.asarray(half))
