"""One performer's values through their filters, as they come."""

from __future__ import annotations

from koekata.frames import FloatArray
from koekata.smooth.gated import GatedLowPass
from koekata.smooth.parameters import FilterParameters
from koekata.smooth.tremble import Tremble

__all__ = ["LiveFilter"]

_LOST_SECONDS = 0.5
"""After a gap this long the filter starts afresh instead of gliding from the old pose. The tremble stays known."""


class LiveFilter:
    """A low-pass for N values that learns their tremble."""

    def __init__(self, parameters: FilterParameters) -> None:
        self._parameters = parameters
        self._tremble = Tremble(parameters.tremble, parameters.bounded)
        self._low_pass = self._afresh()
        self._last: float | None = None

    @property
    def slope(self) -> FloatArray:
        """(N,) smoothed change per second."""
        return self._low_pass.slope

    @property
    def tremble(self) -> FloatArray:
        """(N,) as far as it is known by now."""
        return self._tremble.deviation

    def __call__(self, time_s: float, value: FloatArray, tremble: FloatArray | None = None) -> FloatArray:
        """The (N,) filtered value; with `tremble` (N,), that is taken instead of learning it."""
        if self._last is not None and not 0.0 <= time_s - self._last < _LOST_SECONDS:
            self._low_pass = self._afresh()
        self._last = time_s
        if tremble is None:
            self._tremble.learn(time_s, value)
            tremble = self.tremble
        return self._low_pass(time_s, value, tremble)

    def _afresh(self) -> GatedLowPass:
        return GatedLowPass(self._parameters.rest_hz, self._parameters.threshold, self._parameters.steepness)
