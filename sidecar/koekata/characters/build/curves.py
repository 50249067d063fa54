"""Curves through control points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline, PchipInterpolator

from koekata.characters.build.part import Floats

__all__ = ["Profile", "along", "cosine_steps", "smoothstep"]


def along(points: npt.ArrayLike, at: Floats) -> Floats:
    """(len(at), ...) the smooth curve through `points`, which stand at even steps from 0 to 1."""
    points = np.asarray(points, float)
    if len(points) == 2:
        return np.asarray(points[0] + (points[1] - points[0]) * at.reshape(-1, *[1] * (points.ndim - 1)))
    return np.asarray(CubicSpline(np.linspace(0, 1, len(points)), points)(at))


class Profile:
    """A curve through [place, value] pairs, in any order, without overshoot; flat beyond the ends."""

    def __init__(self, keys: Sequence[Sequence[float]]) -> None:
        table = np.asarray(sorted(list(key) for key in keys), float)
        self.ends = (table[0, 0], table[-1, 0])
        self.curve = PchipInterpolator(table[:, 0], table[:, 1])

    def __call__(self, at: npt.ArrayLike) -> Floats:
        return np.asarray(self.curve(np.clip(np.asarray(at, float), *self.ends)))


def cosine_steps(count: int) -> Floats:
    """`count` steps from 0 to 1, dense at both ends."""
    return np.asarray((1 - np.cos(np.linspace(0, np.pi, count))) / 2)


def smoothstep(low: float, high: float, x: Floats) -> Floats:
    """0 below `low`, 1 above `high`, with flat ends; `low` may be the greater."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))
