"""No pictures at all, at a steady rate: time for a voice alone."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator

import numpy as np

from koekata.capture.pictures import Damage, Picture
from koekata.frames import ImageArray

__all__ = ["BlindMedium"]

_USUAL_FPS = 60.0


class BlindMedium:
    """Black pictures of one pixel, in which nobody looks for a face."""

    recorded = False
    recoverable = False
    frame_count: int | None = None
    shortfall: str | None = None

    def __init__(self, fps: float = 0.0, *, paced: bool = True) -> None:
        """`paced` keeps to the clock; otherwise moments come as fast as they are taken."""
        self.fps: float | None = fps or _USUAL_FPS
        self._paced = paced
        self._closed = threading.Event()

    @property
    def description(self) -> str:
        """The rate."""
        return f"none: {self.fps:g} moments a second, for the voice alone"

    def pictures(self) -> Iterator[Picture | Damage]:
        """Until it is closed. Moments that are missed, on a machine that slept, are left out."""
        return self._by_clock() if self._paced else self._at_once()

    def _by_clock(self) -> Iterator[Picture]:
        step_s = 1.0 / (self.fps or _USUAL_FPS)
        due_s = time.monotonic()
        while not self._closed.wait(max(0.0, due_s - time.monotonic())):
            yield Picture(_black)
            due_s = max(due_s + step_s, time.monotonic() - step_s)

    def _at_once(self) -> Iterator[Picture]:
        for number in itertools.count():
            if self._closed.is_set():
                return
            yield Picture(_black, number / (self.fps or _USUAL_FPS))

    def interrupt(self) -> None:
        """End `pictures`."""
        self._closed.set()

    def close(self) -> None:
        """Nothing is held."""
        self._closed.set()


def _black() -> ImageArray:
    return np.zeros((1, 1, 3), np.uint8)
