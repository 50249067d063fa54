"""Takes as frames of the mapping: what was recorded, played through a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from koekata.errors import TakeError
from koekata.mapping.contract import pose_sources
from koekata.mapping.frame import MappingFrame
from koekata.takes import Take
from koekata.takes._timecode import seconds_of, smpte_seconds

__all__ = ["frames_of", "row_at"]

_SOURCE = re.compile(r"(\w+)\[(\d+)\]")
_NEAR = 1e-6
"""Seconds by which a time may miss its row."""


def frames_of(take: Take) -> Iterator[tuple[MappingFrame, float]]:
    """Every row as a frame, with the seconds since the row before; 0 for the first."""
    columns = _columns(take)
    steps = np.diff(take.time_s, prepend=take.time_s[:1]).tolist()
    for row, dt in enumerate(steps):
        values = {name: column.item(row) for name, column in columns.items()}
        confidence = None
        if take.confidence is not None:
            confidence = dict(zip(take.names, take.confidence[row].tolist(), strict=True))
        yield MappingFrame(values, confidence, bool(take.tracked[row]), float(take.time_s[row])), dt


def _columns(take: Take) -> dict[str, Any]:
    """The channels of `channels.json` that the take has."""
    found: dict[str, Any] = {name: take.weights[:, index] for index, name in enumerate(take.names)}
    parts = {"head_ypr": take.yaw_pitch_roll, "head_translation": take.translation, "gaze": take.gaze}
    for name, source in pose_sources().items():
        match = _SOURCE.fullmatch(source)
        part = parts.get(match[1]) if match else None
        if match and part is not None:
            found[name] = part[:, int(match[2])]
    return found


def row_at(take: Take, at: str) -> int:
    """The last row at or before a moment: seconds since the first row, or a timecode of the take.

    Raises `TakeError` for what is neither, or outside of the take.
    """
    if not len(take):
        raise TakeError("the take has no rows", remedy="Choose another take.")
    clock = take.time_s - take.time_s[0]
    seconds = _seconds(take, at)
    if not -_NEAR <= seconds <= clock[-1] + _NEAR:
        ends = f", {take.timecode[0]} to {take.timecode[-1]}" if take.timecode and take.timecode[0] else ""
        raise TakeError(f"{at}: the take is from 0 to {clock[-1]:.3f} s{ends}", remedy="Choose a moment within.")
    return int(np.searchsorted(clock, seconds + _NEAR, side="right")) - 1


def _seconds(take: Take, at: str) -> float:
    """Since the first row."""
    try:
        if ":" not in at:
            return float(at)
        return _of_timecode(take, at) - _of_timecode(take, take.timecode[0])
    except (ValueError, IndexError, ZeroDivisionError) as error:
        remedy = "Write seconds since the start, such as 1.25, or a timecode of the take, such as 01:02:03:04."
        raise TakeError(f"'{at}' is no moment of this take", remedy=remedy) from error


def _of_timecode(take: Take, code: str) -> float:
    """Timecodes of Live Link Face have thousandths behind them and count in sixtieths."""
    sixtieths = any("." in known for known in take.timecode)
    return seconds_of(code) if sixtieths else smpte_seconds(code, take.fps)
