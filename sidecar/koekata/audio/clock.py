"""When a sample sounded, from when blocks of samples arrived."""

from __future__ import annotations

import math

__all__ = ["SampleClock"]

_SETTLING_HZ, _SETTLED_HZ = 1.0, 0.05
_SETTLING_S = 2.0
_WORST_DRIFT = 1e-3
_STRANGE_S = 0.25
"""An error beyond this is a gap in the sound, not jitter."""


class SampleClock:
    """A sound card's sample counter against the monotonic clock.

    Blocks arrive with jitter, and a card that says 48,000 Hz runs at 47,998. A delay-locked loop follows both: Fons
    Adriaensen, "Using a DLL to filter time" (2005), with a bandwidth that narrows from 1 to 0.05 Hz while it settles.
    At first, drivers hand over several blocks at once that had piled up. No sound is heard before it sounds, so until
    the loop has settled the earliest statement counts.
    """

    def __init__(self, rate: float) -> None:
        """`rate` is the nominal number of samples per second."""
        self._nominal_s = 1.0 / rate
        self._period_s = self._nominal_s
        self._next_s = math.nan
        self._age_s = 0.0

    def block(self, count: int, stamp_s: float) -> float:
        """The filtered time of a block's first sample.

        `count` samples belong to it; `stamp_s` is when the first of them sounded as far as the driver knows, in
        seconds.
        """
        error = stamp_s - self._next_s
        if not abs(error) < _STRANGE_S:
            error, self._next_s, self._age_s, self._period_s = 0.0, stamp_s, 0.0, self._nominal_s
        if error < 0.0 and self._age_s < _SETTLING_S:
            error, self._next_s = 0.0, stamp_s
        start_s = self._next_s
        seconds = count * self._period_s
        bandwidth = max(_SETTLED_HZ, _SETTLING_HZ / (1.0 + self._age_s))
        omega = min(2.0 * math.pi * bandwidth * seconds, 1.0)
        self._next_s += seconds + math.sqrt(2.0) * omega * error
        period_s = self._period_s + omega * omega * error / count
        slowest, quickest = self._nominal_s * (1.0 + _WORST_DRIFT), self._nominal_s * (1.0 - _WORST_DRIFT)
        self._period_s = min(max(period_s, quickest), slowest)
        self._age_s += seconds
        return start_s

    @property
    def drift_ppm(self) -> float:
        """How much slower the card runs than it says, in millionths; trustworthy after about a minute."""
        return (self._period_s / self._nominal_s - 1.0) * 1e6
