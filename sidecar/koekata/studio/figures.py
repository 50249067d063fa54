"""What the pipeline did lately, for people."""

from __future__ import annotations

import time
from collections import deque
from itertools import islice
from typing import Any

from koekata.live import LiveSession
from koekata.smooth import preset_delays
from koekata.stopwatch import percentiles

__all__ = ["Figures", "smoothing_delays"]

_LATELY = 150
"""Pictures that count."""


class Figures:
    """Counts between two looks. Used by the thread of the pipeline alone."""

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._at, self._frames = time.monotonic(), session.summary.frames

    def take(self) -> dict[str, Any]:
        """The figures now."""
        session, now = self._session, time.monotonic()
        done = session.summary
        rate = (done.frames - self._frames) / max(1e-6, now - self._at)
        self._at, self._frames = now, done.frames
        return {
            "stages": {name: _lately(times) for name, times in session.pipeline.stopwatch.milliseconds.items()},
            "delay": _lately(done.delay_ms),
            "frames": done.frames,
            "tracked": done.tracked,
            "dropped": done.dropped,
            "rejected": session.publisher.rejected,
            "rate": rate,
            "drift": done.drift,
            "calibrated": session.pipeline.calibrated() is not None,
        }


def smoothing_delays(preset: str) -> dict[str, float]:
    """By how many milliseconds the filter delays each region."""
    return {} if preset == "off" else dict(preset_delays(preset))


def _lately(times: deque[float]) -> dict[str, float]:
    return percentiles(list(islice(reversed(times), _LATELY)))
