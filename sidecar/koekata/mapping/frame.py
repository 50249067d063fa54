"""What goes into an evaluator for one frame, and what comes out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Counters", "MappingFrame", "Outputs", "hysteresis", "ramp"]


@dataclass(frozen=True, slots=True)
class MappingFrame:
    """The performer at one moment."""

    values: Mapping[str, float | None]
    """By the names of `channels.json` and of the table's own inputs; None and names that are missing are absent."""
    confidence: Mapping[str, float] | None = None
    """In [0, 1]; 1 where not stated, and 0 for what the source cannot observe."""
    tracked: bool = True
    time: float | None = None
    """Seconds on the time line, for holds on twos and threes; without it elapsed time is added up."""
    fire: tuple[tuple[str, str], ...] = ()
    """Triggers with `on`, `off` or `toggle`, in the order in which they came."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The character at one moment."""

    values: dict[str, float]
    """By target id, in target order; a target that nothing has driven yet is left out."""
    events: tuple[str, ...] = ()
    """Ids of the event targets that fire in this frame."""


@dataclass(slots=True)
class Counters:
    """What was wrong with frames, counted since the start."""

    bad_dt: int = 0
    bad_time: int = 0
    bad_inputs: int = 0
    bad_fire: int = 0


@dataclass(slots=True)
class Clock:
    """Step 1: seconds, kept within bounds."""

    counters: Counters = field(default_factory=Counters)
    now: float = 0.0

    def advance(self, dt: float, time: float | None) -> float:
        """Moves on, and returns the step that counts."""
        if not math.isfinite(dt) or dt < 0.0:
            self.counters.bad_dt += 1
            dt = 0.0
        dt = min(dt, 10.0)
        if time is not None and math.isfinite(time):
            self.now = time
            return dt
        self.counters.bad_time += time is not None
        self.now += dt
        return dt


def hysteresis(state: bool, value: float, on: float, off: float) -> bool:
    """H of the specification: exactly at a threshold, nothing changes."""
    if value > on:
        return True
    return False if value < off else state


def ramp(weight: float, state: bool, dt: float, fade_in: float, fade_out: float) -> float:
    """R of the specification: a linear fade."""
    if state:
        return min(1.0, weight + dt / fade_in) if fade_in > 0.0 else 1.0
    return max(0.0, weight - dt / fade_out) if fade_out > 0.0 else 0.0
