"""What is in use for one performer, what was before, and what it is compared with."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

from koekata.adjust import Adjustment
from koekata.fit.calibrate import Neutral

__all__ = ["Book", "Setting"]

_MOST_STEPS = 100
_TOGETHER_S = 1.5


@dataclass(frozen=True, slots=True)
class Setting:
    """A calibration."""

    adjustment: Adjustment = field(default_factory=Adjustment)
    neutral: Neutral | None = None
    """None: as it was found when the performer came into sight."""


class Book:
    """Undo and redo, and A against B. Not safe for several threads at once."""

    def __init__(self, now: Setting) -> None:
        self.now = now
        self.other, self.other_name = Setting(), ""
        """What B stands for; nothing at all at first."""
        self.shown = True
        """Whether A is shown."""
        self._past: list[Setting] = []
        self._future: list[Setting] = []
        self._key, self._at = "", 0.0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future)

    @property
    def in_force(self) -> Setting:
        """A or B. Faces that fire triggers work with both: who needs them must not lose them by comparing."""
        if self.shown:
            return self.now
        return replace(self.other, adjustment=replace(self.other.adjustment, dwells=self.now.adjustment.dwells))

    def change(self, setting: Setting, key: str = "") -> None:
        """Take another one. Steps of the same key in quick succession are one."""
        now = time.monotonic()
        together = bool(key) and key == self._key and now - self._at < _TOGETHER_S and bool(self._past)
        self._key, self._at, self.shown = key, now, True
        if not together:
            self._past = [*self._past, self.now][-_MOST_STEPS:]
        self._future.clear()
        self.now = setting

    def undo(self) -> None:
        """One step back; nothing where there is none."""
        if self._past:
            self._future.append(self.now)
            self.now, self._key, self.shown = self._past.pop(), "", True

    def redo(self) -> None:
        """One step forth again."""
        if self._future:
            self._past.append(self.now)
            self.now, self._key, self.shown = self._future.pop(), "", True
