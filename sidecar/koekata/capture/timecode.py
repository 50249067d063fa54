"""SMPTE timecode of recorded footage (SMPTE ST 12-1): read from the container, advanced with the pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Timecode"]

_PATTERN = re.compile(r"(\d{2}):(\d{2}):(\d{2})([:;.])(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Timecode:
    """The label of the first picture, and the rate at which labels follow."""

    start: int
    """Number of the first picture since midnight."""
    fps: float
    """Pictures per second, for instance 29.97."""
    drop_frame: bool
    """Labels 0 and 1 (0 to 3 at 60 per second) are left out each minute but every tenth."""

    @classmethod
    def parse(cls, text: str | None, fps: float | None) -> Timecode | None:
        """Read `HH:MM:SS:FF`, drop-frame as `HH:MM:SS;FF`. None where there is no timecode or no rate."""
        match = _PATTERN.fullmatch(text.strip()) if text else None
        if match is None or not fps or round(fps) < 1:
            return None
        hours, minutes, seconds, frames = (int(match.group(part)) for part in (1, 2, 3, 5))
        nominal = round(fps)
        drop = match.group(4) != ":" and nominal % 30 == 0
        count = ((hours * 60 + minutes) * 60 + seconds) * nominal + frames
        if drop:
            count -= _left_out(nominal) * _short_minutes(hours * 60 + minutes)
        return cls(count, fps, drop)

    def at(self, timeline_s: float) -> str:
        """The label of the picture that is shown at this time."""
        nominal = round(self.fps)
        count = self.start + round(timeline_s * self.fps)
        if self.drop_frame:
            count = _skip_labels(count, nominal)
        count %= 24 * 3600 * nominal
        seconds, frames = divmod(count, nominal)
        minutes, seconds = divmod(seconds, 60)
        mark = ";" if self.drop_frame else ":"
        return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}{mark}{frames:02d}"


def _left_out(nominal: int) -> int:
    return nominal // 15


def _short_minutes(minutes: int) -> int:
    return minutes - minutes // 10


def _skip_labels(count: int, nominal: int) -> int:
    """From a count of pictures to a count of labels, for drop-frame timecode."""
    out = _left_out(nominal)
    ten_minutes, rest = divmod(count, nominal * 600 - 9 * out)
    within = max(0, rest - out) // (nominal * 60 - out)
    return count + out * (9 * ten_minutes + within)
