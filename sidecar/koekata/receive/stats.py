"""What a listener knows of its stream: rate, loss, delay and refusals."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from koekata.stream import STALE_S

__all__ = ["StatsCounter", "StreamStats"]

_WINDOW = 600
"""Frames that the delays are taken of: ten seconds at 60 frames per second."""
_RATE_WINDOW_S = 2.0


@dataclass(frozen=True, slots=True)
class StreamStats:
    """A snapshot. Times in milliseconds are None where they cannot be known."""

    frames: int = 0
    rate_hz: float = 0.0
    """Frames per second over the last two seconds."""
    lost: int = 0
    """Sequence numbers that never came: dropped at the source, on the way, or by a listener that was too slow."""
    latency_p50_ms: float | None = None
    """From capture to receipt, over the last 600 frames; only where sender and listener share a machine's clock."""
    latency_p99_ms: float | None = None
    transport_p50_ms: float | None = None
    """From the sender's socket to receipt."""
    transport_p99_ms: float | None = None
    bad: Mapping[str, int] = field(default_factory=dict)
    """Messages that broke the protocol, by error code."""
    skipped: int = 0
    """Frames whose layout was not known yet."""
    outdated: int = 0
    """Frames that were not newer than the one before."""
    sessions: int = 0
    """Starts of the sender that were seen."""
    since_last_s: float | None = None
    """Time since the last frame."""

    @property
    def stale(self) -> bool:
        """True when nothing came for half a second, or nothing at all yet."""
        return self.since_last_s is None or self.since_last_s > STALE_S


class StatsCounter:
    """Gathers what StreamStats shows."""

    def __init__(self) -> None:
        self.bad: Counter[str] = Counter()
        self.lost = 0
        self.skipped = 0
        self.outdated = 0
        self.sessions = 0
        self._frames = 0
        self._arrivals: deque[float] = deque(maxlen=_WINDOW)
        self._latency_ms: deque[float] = deque(maxlen=_WINDOW)
        self._transport_ms: deque[float] = deque(maxlen=_WINDOW)

    def count_frame(self, latency_ms: float | None, transport_ms: float | None = None) -> None:
        """One frame arrived just now."""
        self._frames += 1
        self._arrivals.append(time.monotonic())
        if latency_ms is not None:
            self._latency_ms.append(latency_ms)
        if transport_ms is not None:
            self._transport_ms.append(transport_ms)

    def snapshot(self) -> StreamStats:
        """The figures now."""
        now = time.monotonic()
        latency, transport = _percentiles(self._latency_ms), _percentiles(self._transport_ms)
        return StreamStats(
            frames=self._frames,
            rate_hz=self._rate(now),
            lost=self.lost,
            latency_p50_ms=latency[0],
            latency_p99_ms=latency[1],
            transport_p50_ms=transport[0],
            transport_p99_ms=transport[1],
            bad=dict(self.bad),
            skipped=self.skipped,
            outdated=self.outdated,
            sessions=self.sessions,
            since_last_s=now - self._arrivals[-1] if self._arrivals else None,
        )

    def _rate(self, now: float) -> float:
        recent = [moment for moment in self._arrivals if moment > now - _RATE_WINDOW_S]
        if len(recent) < 2:
            return 0.0
        # Up to now while the stream stands still, so that the rate falls at once.
        span = max(recent[-1] - recent[0], now - recent[0] - STALE_S, 1e-6)
        return (len(recent) - 1) / span


def _percentiles(values: deque[float]) -> tuple[float, float] | tuple[None, None]:
    if not values:
        return None, None
    middle, high = np.percentile(np.fromiter(values, np.float64), (50, 99))
    return float(middle), float(high)
