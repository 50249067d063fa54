"""When closed lips begin, how long they last, and how they part."""

from __future__ import annotations

from koekata.audio.fuse.settings import FusionSettings

__all__ = ["Closing"]


class Closing:
    """At once when the log-odds pass the threshold; held for a while, so that a character of 24 pictures a second
    shows it; released quickly, and not begun again before the evidence has gone.
    """

    def __init__(self, settings: FusionSettings) -> None:
        self._settings = settings
        self._age_s: float | None = None
        self._spent = False
        self.amount = 0.0
        """In [0, 1]."""
        self.parted_s = float("inf")
        """Since the end of the last closure."""
        self.state = ""
        """`begun`, `held`, `releasing`, or empty."""

    def step(self, log_odds: float, begin: float, release: float, dt: float) -> float:
        """The amount `dt` seconds later, given log-odds and the two thresholds."""
        self._spent = self._spent and log_odds > release
        if self._age_s is not None:
            self._age_s += dt
            short = self._age_s < self._settings.min_hold_s
            lasting = log_odds > release and self._age_s < self._settings.max_hold_s
            if not short and not lasting:
                self._spent = log_odds > release
                self._age_s = None
        elif log_odds > begin and not self._spent:
            self._age_s = 0.0
        self.parted_s = 0.0 if self._age_s is not None else self.parted_s + dt
        self._move(dt)
        return self.amount

    def _move(self, dt: float) -> None:
        if self._age_s is not None:
            self.amount, self.state = 1.0, "held" if self._age_s else "begun"
            return
        self.amount = max(0.0, self.amount - dt / max(self._settings.release_s, 1e-3))
        self.state = "releasing" if self.amount else ""
