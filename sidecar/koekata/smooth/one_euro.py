"""The One Euro filter on many values at once, by time stamps.

Source: Casiez, Roussel, Vogel, "1 EUR Filter: a simple speed-based low-pass filter for noisy input in interactive
systems", CHI 2012.
"""

from __future__ import annotations

import numpy as np

from koekata.frames import FloatArray

__all__ = ["OneEuro"]

_SPEED_CUTOFF = 6.0
"""Hz, of the low-pass on the speed that opens the filter."""


class OneEuro:
    """Low-pass filters whose cut-off rises with speed. Irregular time steps are taken as they come."""

    def __init__(self, min_cutoff: FloatArray, beta: FloatArray) -> None:
        """`min_cutoff` (N,) in Hz; `beta` (N,) in Hz per unit of speed."""
        self._min_cutoff, self._beta = min_cutoff, beta
        self._time: float | None = None
        self._value = np.zeros(len(min_cutoff))
        self._speed = np.zeros(len(min_cutoff))
        self._slope = np.zeros(len(min_cutoff))

    @property
    def slope(self) -> FloatArray:
        """(N,) smoothed change per second of the filtered value."""
        return self._slope

    def __call__(self, time_s: float, value: FloatArray) -> FloatArray:
        """The (N,) filtered value; a time that does not advance leaves the filter as it is."""
        if self._time is None:
            self._time, self._value = time_s, value.copy()
            return value.copy()
        step = time_s - self._time
        if step <= 0.0:
            return self._value.copy()
        self._time = time_s
        share = _share(_SPEED_CUTOFF, step)
        # Measured against the filtered value, which lags: the faster the change, the more it opens.
        self._speed = self._speed + share * ((value - self._value) / step - self._speed)
        cutoff = self._min_cutoff + self._beta * np.abs(self._speed)
        change = _share(cutoff, step) * (value - self._value)
        self._slope = self._slope + share * (change / step - self._slope)
        self._value = self._value + change
        return self._value.copy()


def _share(cutoff: FloatArray | float, step: float) -> FloatArray:
    """How much of the new value a first-order low-pass takes over in `step` seconds."""
    rate = 2.0 * np.pi * np.asarray(cutoff) * step
    return np.asarray(rate / (rate + 1.0))
