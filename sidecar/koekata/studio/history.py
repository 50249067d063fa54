"""Undo and redo: whole texts, bounded."""

from __future__ import annotations

import time

__all__ = ["History"]

_MOST_STEPS = 200
_MOST_CHARACTERS = 16_000_000
_TOGETHER_S = 1.5


class History:
    """The texts before and after the present one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._past: list[str] = []
        self._future: list[str] = []
        self._key, self._at = "", 0.0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future)

    def change(self, text: str, key: str = "") -> None:
        """Take a new text. Steps of the same key in quick succession are one: a slider that is drawn is one change."""
        now = time.monotonic()
        together = bool(key) and key == self._key and now - self._at < _TOGETHER_S and bool(self._past)
        self._key, self._at = key, now
        if text == self.text:
            return
        if not together:
            self._past.append(self.text)
        self._future.clear()
        self.text = text
        while len(self._past) > _MOST_STEPS or sum(map(len, self._past)) > _MOST_CHARACTERS:
            del self._past[0]

    def undo(self) -> None:
        """One step back; nothing where there is none."""
        if self._past:
            self._future.append(self.text)
            self.text, self._key = self._past.pop(), ""

    def redo(self) -> None:
        """One step forth again."""
        if self._future:
            self._past.append(self.text)
            self.text, self._key = self._future.pop(), ""
