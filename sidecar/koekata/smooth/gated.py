"""A low-pass that stands open for movement and all but closed for tremble, on many values at once, by time stamps.

What tells the two apart is not speed, as in the One Euro filter (Casiez, Roussel, Vogel, CHI 2012), but how far the
value has got away from what is shown, in units of its own tremble. Tremble is fast but gets nowhere. The idea is that
of finding saccades by a multiple of the noise (Engbert, Kliegl, "Microsaccades uncover the orientation of covert
attention", 2003), with a smooth rise in place of the threshold, so that what is shown glides and never sticks:

    cut-off = rest + (60 Hz - rest) * open        open = max(u / (1 + u), the last one fading within 50 ms)
    u = (|distance| / (threshold * tremble)) ** steepness
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np

from koekata.frames import FloatArray

__all__ = ["GatedLowPass"]

_OPEN_HZ = 60.0
_CLOSING_S = 0.05
"""How long the gate takes to close: the end of a movement is nearer to its goal than the threshold."""
_SLOPE_HZ = 6.0
_LOOK_BACK_S = 1.0 / 30.0
"""Distance is taken from what was shown this long ago, and longer steps are taken in parts along a straight line.

So 60 frames a second open the gate as 30 do, and a dropped frame does not look like a jump.
"""
_SLACK = 0.3
"""Of that time, by which a step may be longer: those of 25 frames a second are whole."""


class GatedLowPass:
    """First-order low-passes. A step never overshoots; irregular time steps are taken as they come."""

    def __init__(self, rest_hz: FloatArray, threshold: FloatArray, steepness: FloatArray) -> None:
        """`rest_hz` (N,) is the cut-off for tremble, `threshold` (N,) the trembles of distance that half open it.

        `steepness` (N,) is the power of the distance by which it opens.
        """
        self._rest_hz, self._threshold, self._steepness = rest_hz, threshold, steepness
        self._shown: deque[tuple[float, FloatArray]] = deque()
        self._before = self._open = self._slope = np.zeros(len(rest_hz))

    @property
    def slope(self) -> FloatArray:
        """(N,) smoothed change per second of the filtered value."""
        return self._slope

    def __call__(self, time_s: float, value: FloatArray, tremble: FloatArray) -> FloatArray:
        """The (N,) filtered value, where `tremble` is (N,); a time that does not advance leaves the filter as it is."""
        if not self._shown:
            self._shown.append((time_s, value))
            self._before = value
        step = time_s - self._shown[-1][0]
        if step > 0.0:
            count = max(1, math.ceil(step / _LOOK_BACK_S - _SLACK))
            way = value - self._before
            for left in range(count - 1, -1, -1):
                share = left / count
                self._advance(time_s - share * step, value - share * way, self._threshold * tremble)
            self._before = value
        return self._shown[-1][1].copy()

    def _advance(self, time_s: float, value: FloatArray, threshold: FloatArray) -> None:
        last_time, last = self._shown[-1]
        step = time_s - last_time
        reached = np.abs((value - self._shown_at(time_s - _LOOK_BACK_S)) / threshold) ** self._steepness
        self._open = np.maximum(reached / (1.0 + reached), self._open * np.exp(-step / _CLOSING_S))
        change = _share(self._rest_hz + (_OPEN_HZ - self._rest_hz) * self._open, step) * (value - last)
        self._slope = self._slope + _share(_SLOPE_HZ, step) * (change / step - self._slope)
        self._shown.append((time_s, last + change))

    def _shown_at(self, time_s: float) -> FloatArray:
        """Forgets what was shown before."""
        while len(self._shown) > 1 and self._shown[1][0] <= time_s:
            self._shown.popleft()
        first_time, first = self._shown[0]
        if len(self._shown) == 1 or time_s <= first_time:
            return first
        next_time, next_ = self._shown[1]
        return first + (next_ - first) * ((time_s - first_time) / (next_time - first_time))


def _share(cutoff: FloatArray | float, step: float) -> FloatArray:
    """How much of the way a first-order low-pass goes in `step` seconds."""
    return np.asarray(-np.expm1(-2.0 * np.pi * np.asarray(cutoff) * step))
