"""Undo and redo: whole states, bounded."""

from __future__ import annotations

import time
from typing import Generic, TypeVar

__all__ = ["History", "Steps"]

_MOST_STEPS = 200
_MOST_CHARACTERS = 16_000_000
_TOGETHER_S = 1.5

State = TypeVar("State")


class Steps(Generic[State]):
    """What is so `now`, and the states before and after it. Not safe for several threads at once."""

    def __init__(self, now: State) -> None:
        self.now = now
        self._past: list[State] = []
        self._future: list[State] = []
        self._key, self._at = "", 0.0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future)

    def change(self, to: State, key: str = "") -> None:
        """Take a new one. Steps of the same key in quick succession are one: a slider that is drawn is one change."""
        if not self._goes_on(key):
            self._past = [*self._past, self.now][-_MOST_STEPS:]
        self._future.clear()
        self.now = to

    def undo(self) -> None:
        """One step back; nothing where there is none."""
        if self._past:
            self._future.append(self.now)
            self.now, self._key = self._past.pop(), ""

    def redo(self) -> None:
        """One step forth again."""
        if self._future:
            self._past.append(self.now)
            self.now, self._key = self._future.pop(), ""

    def _goes_on(self, key: str) -> bool:
        """Whether a step of this key goes on with the last one; it is the last one from now on."""
        now = time.monotonic()
        together = bool(key) and key == self._key and now - self._at < _TOGETHER_S and bool(self._past)
        self._key, self._at = key, now
        return together


class History(Steps[str]):
    """Of texts."""

    def change(self, to: str, key: str = "") -> None:
        """Take a new text; the same once more is no step."""
        if to == self.now:
            self._goes_on(key)
            return
        super().change(to, key)
        while sum(map(len, self._past)) > _MOST_CHARACTERS:
            del self._past[0]
