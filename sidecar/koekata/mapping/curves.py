"""Step 5.5: response curves of many formulas at once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from koekata.frames import FloatArray
from koekata.mapping.table import Key

__all__ = ["CurveBatch", "segment_of"]


class CurveBatch:
    """Segments of all curves as cubic polynomials of the place within the segment."""

    def __init__(self, curves: list[tuple[Key, ...]]) -> None:
        longest = max(len(keys) for keys in curves)
        self._inner = np.full((longest - 1, len(curves)), np.inf)
        """Where the second and the later segments begin; infinite where a curve has fewer."""
        for column, keys in enumerate(curves):
            self._inner[: len(keys) - 1, column] = [key.x for key in keys[1:]]
        counts = np.array([len(keys) for keys in curves])
        self._first = np.concatenate(([0], np.cumsum(counts)[:-1]))
        self._segments = np.array([segment for keys in curves for segment in _segments(keys)]).T.copy()
        self._x_first = np.array([keys[0].x for keys in curves])
        self._x_last = np.array([keys[-1].x for keys in curves])

    def __call__(self, values: FloatArray) -> FloatArray:
        """One value per curve; NaN stays NaN."""
        inside = np.maximum(values, self._x_first)
        np.minimum(inside, self._x_last, out=inside)
        segment = np.add.reduce(inside >= self._inner, axis=0)
        segment += self._first
        start, width, c0, c1, c2, c3 = self._segments.take(segment, axis=1)
        inside -= start
        inside /= width
        found: FloatArray = c3
        for coefficient in (c2, c1, c0):
            found *= inside
            found += coefficient
        return found


def _segments(keys: tuple[Key, ...]) -> Iterator[tuple[float, ...]]:
    """Between the keys, and a level one from the last key on, where the polynomial before it would be rounded."""
    yield from itertools.starmap(segment_of, itertools.pairwise(keys))
    yield keys[-1].x, 1.0, keys[-1].y, 0.0, 0.0, 0.0


def segment_of(a: Key, b: Key) -> tuple[float, float, float, float, float, float]:
    """Start, width, and the coefficients of the cubic between two keys, for a place from 0 to 1 within it."""
    width, rise = b.x - a.x, b.y - a.y
    if a.slope_out is None and b.slope_in is None:
        return a.x, width, a.y, rise, 0.0, 0.0
    leave = rise if a.slope_out is None else width * a.slope_out
    arrive = rise if b.slope_in is None else width * b.slope_in
    return a.x, width, a.y, leave, 3.0 * rise - 2.0 * leave - arrive, leave + arrive - 2.0 * rise
