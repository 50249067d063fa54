"""Triggers without hands: a face that is held for some time fires one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from koekata.adjust import Adjustment, Dwell
from koekata.frames import SolvedFace

__all__ = ["DwellWatch"]

_LET_GO = 0.8
"""The share of the limit below which the face counts as let go: trembling at the limit must not begin anew."""
_LONGEST_STEP_S = 0.5
"""More between two pictures was a gap, in which nobody knows what the face did."""


class DwellWatch:
    """Counts how long each face has been held. Belongs to the pipeline."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, str], float] = {}
        self._fired: set[tuple[int, str]] = set()
        self._last_s: dict[int, float] = {}

    def step(self, face: SolvedFace, adjustment: Adjustment) -> Iterator[str]:
        """The triggers that this face fires, each once until it was let go. A face out of sight fires nothing."""
        dt = face.time.monotonic_ns * 1e-9 - self._last_s.get(face.performer, face.time.monotonic_ns * 1e-9)
        self._last_s[face.performer] = face.time.monotonic_ns * 1e-9
        for trigger, dwell in adjustment.dwells.items():
            if self._over(face, trigger, dwell, min(max(dt, 0.0), _LONGEST_STEP_S)):
                yield trigger

    def shares(self, performer: int, dwells: Mapping[str, Dwell]) -> dict[str, float]:
        """How much of its time each face has been held, in [0, 1]."""
        return {
            trigger: min(1.0, self._held.get((performer, trigger), 0.0) / max(dwell.seconds, 1e-3))
            for trigger, dwell in dwells.items()
        }

    def _over(self, face: SolvedFace, trigger: str, dwell: Dwell, dt: float) -> bool:
        key = (face.performer, trigger)
        value = _value(face, dwell.channel)
        if value < dwell.above * (_LET_GO if key in self._held else 1.0):
            self._held.pop(key, None)
            self._fired.discard(key)
            return False
        self._held[key] = self._held[key] + dt if key in self._held else 0.0
        if self._held[key] < dwell.seconds or key in self._fired:
            return False
        self._fired.add(key)
        return True


def _value(face: SolvedFace, channel: str) -> float:
    """What is not seen is not held."""
    if not face.tracked or channel not in face.names:
        return 0.0
    place = face.names.index(channel)
    return float(face.weights[place]) if face.channel_confidence[place] > 0 else 0.0
