"""How much each value trembles, learned while it runs.

Tremble is what a frame lies off the straight line between its neighbours: steady movement leaves no trace in that, and
white noise all of it. What is tracked is a quantile and no mean, by steps in its logarithm (stochastic approximation:
Robbins, Monro, "A stochastic approximation method", 1951), so that a blink counts no more than any other frame.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray

__all__ = ["Tremble"]

_SPACING_S, _LONGEST_S = 0.024, 0.15
"""Frames nearer than this are passed over, so that 60 frames a second look like 30; wider triples say nothing."""
_LEARNING_S = 8.0
_BELOW, _QUANTILE = 0.65, 0.935
"""The share of frames that tremble less than the quantile, and where it lies for a normal distribution of 1."""
_LEAST, _MOST = 0.5, 2.0
"""Of the start: neither an empty channel nor lasting chatter carries the estimate away."""
_MARGIN = 0.03
"""Weights nearer to 0 or 1 are held there by their bounds and tremble less than they would elsewhere."""


class Tremble:
    """Standard deviations of the noise in N values, by time stamps."""

    def __init__(self, start: FloatArray, bounded: NDArray[np.bool_]) -> None:
        """`start` (N,) is assumed at first; `bounded` (N,) tells which values are weights between 0 and 1."""
        self._start, self._bounded = start, bounded
        self._before: tuple[float, FloatArray] | None = None
        self._last: tuple[float, FloatArray] | None = None
        self.deviation = start
        """(N,) in the units of the values; a new array after every change."""

    def learn(self, time_s: float, value: FloatArray) -> None:
        """Take one frame of (N,) values into account."""
        if self._last is not None and 0.0 <= time_s - self._last[0] < _SPACING_S:
            return
        before, last = self._before, self._last
        self._before, self._last = last, (time_s, value)
        if before is None or last is None or not before[0] < last[0] < time_s <= before[0] + _LONGEST_S:
            return
        step = time_s - last[0]
        weight = step / (time_s - before[0])
        off = np.abs(last[1] - weight * before[1] - (1.0 - weight) * value)
        off /= np.sqrt(1.0 + weight**2 + (1.0 - weight) ** 2)
        above = off > _QUANTILE * self.deviation
        rate = (above - (1.0 - _BELOW)) * (step / _LEARNING_S)
        learned = np.where(self._counts(before[1], last[1], value), self.deviation * np.exp(rate), self.deviation)
        self.deviation = np.clip(learned, _LEAST * self._start, _MOST * self._start)

    def _counts(self, *values: FloatArray) -> NDArray[np.bool_]:
        inside = np.array([(value > _MARGIN) & (value < 1.0 - _MARGIN) for value in values]).all(axis=0)
        return np.asarray(inside | ~self._bounded)
