"""Step 3.4 and 3.5: blinks while the face is lost."""

from __future__ import annotations

from koekata.mapping.table import Lost

__all__ = ["Idle"]


class Idle:
    """Blinks at intervals that a seed decides, so that every evaluator blinks alike."""

    def __init__(self, lost: Lost) -> None:
        self._lost = lost
        self._random = lost.blink.seed
        self._next: float | None = None
        self.lost_for = 0.0
        """Seconds since the face was lost."""

    def step(self, tracked: bool, dt: float) -> float | None:
        """The blink, or None where there is no idle."""
        if tracked:
            self.lost_for, self._next = 0.0, None
            return None
        self.lost_for += dt
        begin = self._lost.hold + self._lost.ease
        if self._lost.to != "idle" or self.lost_for < begin:
            return None
        return self._shape(self._phase(self.lost_for - begin))

    def _phase(self, now: float) -> float:
        """Seconds since the blink began; negative before it."""
        blink = self._lost.blink
        length = blink.close + blink.shut + blink.open
        if self._next is None:
            self._next = self._draw()
        while now >= self._next + length:
            self._next = self._next + length + self._draw()
        return now - self._next

    def _shape(self, phase: float) -> float:
        blink = self._lost.blink
        if phase < 0.0:
            return 0.0
        if phase < blink.close:
            return phase / blink.close
        if phase < blink.close + blink.shut:
            return 1.0
        # Rounding may lead here although the blink is over.
        return max(0.0, 1.0 - (phase - blink.close - blink.shut) / blink.open) if blink.open > 0.0 else 0.0

    def _draw(self) -> float:
        """A linear congruential generator (Numerical Recipes' constants), the same in every language."""
        self._random = (1664525 * self._random + 1013904223) % 2**32
        low, high = self._lost.blink.interval
        return low + (high - low) * (self._random / 2**32)

    def adopt(self, other: Idle) -> None:
        """Take over the state; another seed begins its own sequence."""
        self.lost_for, self._next = other.lost_for, other._next
        if self._lost.blink.seed == other._lost.blink.seed:
            self._random = other._random
