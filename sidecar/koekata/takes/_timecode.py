"""Live Link Face timecodes, `HH:MM:SS:FF.mmm`: FF counts sixtieths of a second whatever the rate of the take, `.mmm`
thousandths of such a sixtieth.
"""

from __future__ import annotations

import re

import numpy as np

from koekata.frames import FloatArray

__all__ = ["format_timecode", "rate_of", "seconds_of", "smpte_seconds", "unwrap"]

_TICKS = 60 * 1000
_DAY_S = 86_400
_PATTERN = re.compile(r"(\d\d):(\d\d):(\d\d)[:;](\d\d)(?:\.(\d{1,3}))?")


def format_timecode(seconds: float) -> str:
    """Seconds since midnight, or since the start of the source; wraps after a day."""
    whole, ticks = divmod(round(seconds * _TICKS) % (_DAY_S * _TICKS), _TICKS)
    frame, part = divmod(ticks, 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}:{frame:02d}.{part:03d}"


def seconds_of(timecode: str) -> float:
    """The inverse. Raises ValueError."""
    hours, minutes, seconds, frame, part = _fields(timecode)
    return hours * 3600 + minutes * 60 + seconds + (frame + part / 1000) / 60


def smpte_seconds(timecode: str, fps: float) -> float:
    """Seconds that an SMPTE timecode shows, its frames counted at the nominal rate. Raises ValueError."""
    hours, minutes, seconds, frame, _ = _fields(timecode)
    return hours * 3600 + minutes * 60 + seconds + frame / round(fps)


def unwrap(seconds: FloatArray) -> FloatArray:
    """Let the clock run on past midnight."""
    days = np.cumsum(np.diff(seconds, prepend=seconds[:1]) < -_DAY_S / 2)
    return seconds + days * _DAY_S


def rate_of(seconds: FloatArray) -> float:
    """Rows per second from the usual distance of two rows; 0 when there are too few."""
    steps = np.diff(seconds)
    usual = float(np.median(steps)) if len(steps) else 0.0
    return round(1.0 / usual, 2) if usual > 0 else 0.0


def _fields(timecode: str) -> tuple[int, int, int, int, int]:
    match = _PATTERN.fullmatch(timecode.strip())
    if match is None:
        raise ValueError(f"'{timecode}' is not a timecode")
    hours, minutes, seconds, frame = (int(match.group(number)) for number in range(1, 5))
    return hours, minutes, seconds, frame, int((match.group(5) or "0").ljust(3, "0"))
