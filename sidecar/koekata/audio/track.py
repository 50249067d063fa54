"""What has been heard of late, to be looked up by the time of a picture."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from koekata.audio.visemes import VoiceFrame

__all__ = ["VoiceTrack", "VoiceWindow"]

_KEPT_S = 3.0


@dataclass(frozen=True, slots=True)
class VoiceWindow:
    """The sound around a moment."""

    time_s: float
    """The moment."""
    frames: tuple[VoiceFrame, ...]
    """10 ms apart, in order; empty where nothing was heard around the moment."""

    @property
    def nearest(self) -> VoiceFrame | None:
        """The frame at the moment, or the nearest to it."""
        return min(self.frames, key=lambda frame: abs(frame.time_s - self.time_s), default=None)


class VoiceTrack:
    """The frames of the last seconds. One thread adds, another looks."""

    def __init__(self, kept_s: float = _KEPT_S) -> None:
        self._kept_s = kept_s
        self._frames: list[VoiceFrame] = []
        self._times: list[float] = []
        self._lock = threading.Lock()

    def add(self, frames: Iterable[VoiceFrame]) -> None:
        """Add frames that come after those that are there; after a gap in time, older ones are still kept."""
        with self._lock:
            for frame in frames:
                if not self._times or frame.time_s > self._times[-1]:
                    self._frames.append(frame)
                    self._times.append(frame.time_s)
            self._forget()

    def _forget(self) -> None:
        # Moving the rest costs more than keeping a little longer.
        if self._times and self._times[-1] - self._times[0] > 2.0 * self._kept_s:
            first = bisect_left(self._times, self._times[-1] - self._kept_s)
            del self._frames[:first], self._times[:first]

    @property
    def newest_s(self) -> float | None:
        """Time of the last frame."""
        with self._lock:
            return self._times[-1] if self._times else None

    def window(self, time_s: float, before_s: float, after_s: float) -> VoiceWindow:
        """What is there of the stretch around a moment."""
        with self._lock:
            first = bisect_left(self._times, time_s - before_s)
            last = bisect_right(self._times, time_s + after_s)
            return VoiceWindow(time_s, tuple(self._frames[first:last]))
