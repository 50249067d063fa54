"""Step 3: which inputs are there, and what the lost ones do."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.contract import OWN_INPUTS
from koekata.mapping.frame import Counters, MappingFrame
from koekata.mapping.idle import Idle
from koekata.mapping.reading import InputReader
from koekata.mapping.table import MappingTable

__all__ = ["InputState", "Presence"]

_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class InputState:
    """An input after step 3."""

    value: float | None
    """None where it was never there."""
    missing_for: float | None
    """Seconds, None where it is there."""
    returning: bool
    """Whether it is on its way back to the performer."""
    face: bool
    """Whether it is lost together with the face."""


class Presence:
    """Delivers every input but the evaluator's own, NaN being absent."""

    def __init__(self, table: MappingTable, counters: Counters) -> None:
        inputs = [entry for entry in table.inputs if entry.id not in OWN_INPUTS]
        self.names = [entry.id for entry in inputs]
        self._reader = InputReader(inputs, counters)
        self._lost = table.lost
        self._face = np.array([entry.face for entry in inputs])
        self._rest = np.array([entry.rest for entry in inputs])
        self._out = np.full(len(inputs), np.nan)
        self._origin = np.full(len(inputs), np.nan)
        self._missing = np.zeros(len(inputs), dtype=bool)
        self._age = np.zeros(len(inputs))
        self._since = np.zeros(len(inputs))
        self._calm = True
        """Whether nothing is missing, and nothing on its way back."""
        self._flags = b""
        """What was there in the last frame."""
        self._idle = Idle(table.lost)
        self._blinks = [self.names.index(name) for name in ("eyeBlinkLeft", "eyeBlinkRight")]

    def step(self, frame: MappingFrame, dt: float) -> FloatArray:
        """The inputs of this frame; not to be changed by the caller."""
        values, present = self._reader.read(frame.values)
        if frame.confidence is not None:
            present &= self._believed(frame.confidence)
        if not frame.tracked:
            present &= ~self._face
        # Most of the time the same inputs are there as in the last frame.
        flags = present.tobytes()
        same, self._flags = flags == self._flags, flags
        if self._calm and (same or not np.count_nonzero((self._out == self._out) > present)):
            if frame.confidence is not None or not frame.tracked:
                values[~present] = np.nan
            self._out = values
        else:
            self._follow(values, present, dt)
        self._blink(self._idle.step(frame.tracked, dt))
        return self._out

    def _believed(self, confidence: Mapping[str, float]) -> _Flags:
        stated = np.array(list(map(confidence.get, self.names, itertools.repeat(1.0))), dtype=np.float64)
        return (stated > 0.0) & (stated < np.inf)

    def _follow(self, values: FloatArray, present: _Flags, dt: float) -> None:
        """Step 3.1 to 3.3 for all inputs at once."""
        back = present & self._missing
        gone = ~present & ~self._missing & (self._out == self._out)
        self._origin = np.where(back | gone, self._out, self._origin)
        self._since = np.where(back, 0.0, self._since) + dt
        self._age = np.where(gone, 0.0, self._age) + dt
        self._missing = (self._missing & ~back) | gone
        returning = present & (self._origin == self._origin) & (self._since < self._lost.back)
        self._origin = np.where(present & ~returning, np.nan, self._origin)
        share = self._since / self._lost.back if self._lost.back > 0.0 else self._since
        live = np.where(returning, self._origin + (values - self._origin) * share, values)
        held = self._origin + (self._rest - self._origin) * self._eased()
        self._out = np.where(present, live, np.where(self._missing, held, np.nan))
        self._calm = not (self._missing.any() or (self._origin == self._origin).any())

    def _eased(self) -> FloatArray:
        """How far each missing input is on its way to rest."""
        lost = self._lost
        if lost.to == "hold":
            return np.zeros_like(self._age)
        over = self._age - lost.hold
        share = np.minimum(1.0, over / lost.ease) if lost.ease > 0.0 else np.ones_like(over)
        return np.where(self._age < lost.hold, 0.0, share)

    def _blink(self, blink: float | None) -> None:
        if blink is None:
            return
        self._calm = False
        for slot in self._blinks:
            if self._out[slot] != self._out[slot]:
                self._origin[slot], self._missing[slot], self._age[slot] = 0.0, True, self._idle.lost_for
            self._out[slot] = blink

    def state_of(self, name: str) -> InputState:
        """What became of an input in the last frame."""
        slot = self.names.index(name)
        known = self._out.item(slot) == self._out.item(slot)
        return InputState(
            value=self._out.item(slot) if known else None,
            missing_for=self._age.item(slot) if self._missing[slot] else None,
            returning=not self._missing[slot] and self._origin.item(slot) == self._origin.item(slot),
            face=bool(self._face[slot]),
        )

    def adopt(self, other: Presence) -> None:
        """Take over the state of inputs of the same name."""
        mine, theirs = _shared(self.names, other.names)
        for name in ("_out", "_origin", "_missing", "_age", "_since"):
            getattr(self, name)[mine] = getattr(other, name)[theirs]
        self._calm = other._calm
        self._idle.adopt(other._idle)


def _shared(mine: list[str], theirs: list[str]) -> tuple[list[int], list[int]]:
    places = {name: slot for slot, name in enumerate(theirs)}
    pairs = [(slot, places[name]) for slot, name in enumerate(mine) if name in places]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
