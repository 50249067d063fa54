"""Tells once what is wrong with sound: too loud, or nothing at all."""

from __future__ import annotations

import logging

import numpy as np

from koekata.audio.samples import SAMPLE_RATE, Block

__all__ = ["SoundWatch"]

_log = logging.getLogger(__name__)

_CLIPPED, _CLIPPED_SHARE = 0.999, 0.005
_WATCHED_S = 3.0


class SoundWatch:
    """Warns in the log, of each fault once."""

    def __init__(self, name: str, every_s: float = _WATCHED_S) -> None:
        """`name` is what is listened to; it is judged anew in every stretch of `every_s` seconds."""
        self._name, self._every_s = name, every_s
        self._told: set[str] = set()
        self._loudest, self._clipped, self._samples = 0.0, 0, 0

    def add(self, block: Block) -> None:
        """More of the sound."""
        level = np.abs(block.samples)
        self._samples += len(level)
        self._clipped += int((level >= _CLIPPED).sum())
        self._loudest = max(self._loudest, float(level.max(initial=0.0)))
        if self._samples >= self._every_s * SAMPLE_RATE:
            self.judge()

    def judge(self) -> None:
        """Warn of the stretch so far, and begin another."""
        if self._samples and self._loudest == 0.0:
            self._tell("silent", "not a single sound: is it muted?")
        elif self._clipped > _CLIPPED_SHARE * self._samples:
            self._tell("clipped", "the sound is too loud and cut off: turn the input level down")
        self._loudest, self._clipped, self._samples = 0.0, 0, 0

    def _tell(self, kind: str, message: str) -> None:
        if kind not in self._told:
            self._told.add(kind)
            _log.warning("%s: %s", self._name, message)
