"""Evaluates a mapping table frame by frame: `mappings/SPEC.md`, steps 1 to 15, in their order."""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.absence import is_whole
from koekata.mapping.combine import Combination
from koekata.mapping.conditions import ConditionStage, WeightPlan
from koekata.mapping.contract import OWN_INPUTS
from koekata.mapping.events import EventStage
from koekata.mapping.eyes import EYE_INPUTS, EyeStage
from koekata.mapping.formulas import FormulaBatch
from koekata.mapping.frame import Clock, Counters, MappingFrame, Outputs
from koekata.mapping.groups import GroupStage
from koekata.mapping.overrides import VrmOverrides
from koekata.mapping.poses import PoseStage
from koekata.mapping.presence import InputState, Presence
from koekata.mapping.signals import SignalStage
from koekata.mapping.switches import SwitchStage
from koekata.mapping.table import MappingTable
from koekata.mapping.timing import TimingStage, TimingState
from koekata.mapping.trace import Trace

__all__ = ["Evaluator"]


class Evaluator:
    """A table with its state. Not for use by two threads at once."""

    def __init__(self, table: MappingTable) -> None:
        self.counters = Counters()
        self._compile(table)

    def _compile(self, table: MappingTable) -> None:
        """Resolve every name to a place, once."""
        self.table = table
        self._clock = Clock(self.counters)
        self._presence = Presence(table, self.counters)
        names = [*self._presence.names, *OWN_INPUTS, *(signal.id for signal in table.signals)]
        self.slots = {name: slot for slot, name in enumerate([*names, ""])}
        places = {target.id: place for place, target in enumerate(table.targets)}
        self._eyes = EyeStage(table.eyes)
        self._eye_slots = [self.slots[name] for name in EYE_INPUTS]
        self._eye_values = operator.itemgetter(*self._eye_slots)
        # Signals, and the slot of what does not exist.
        self._absent = [math.nan] * (len(table.signals) + 1)
        self._signals = SignalStage(table, self.slots)
        self._conditions = ConditionStage(table, self.slots, self.counters)
        self._compile_formulas(table, places)
        self._combination = Combination(table, places)
        self._switches = SwitchStage(table, places)
        self._poses = PoseStage(table, places)
        self._vrm = VrmOverrides(table)
        self._groups = GroupStage(table, places)
        self._shared = np.array(sorted(self._vrm.places | self._groups.places), dtype=np.intp)
        self._timing = TimingStage(table)
        self._events = EventStage(table)
        self._compile_outputs(table)
        self.trace: Trace | None = None

    def _compile_formulas(self, table: MappingTable, places: Mapping[str, int]) -> None:
        """Rows, and after them the choices of switches, are one batch."""
        choices = [choice for switch in table.switches for choice in switch.choices]
        self._rows = len(table.rows)
        formulas = [*(row.formula for row in table.rows), *(choice.formula for choice in choices)]
        self._formulas = FormulaBatch(formulas, self.slots)
        weighed = [(row.during, row.unless, table.targets[places[row.to]].region) for row in table.rows]
        self._weights = WeightPlan([*weighed, *((c.during, c.unless, None) for c in choices)], table)
        self._group_weights = WeightPlan([(group.during, group.unless, None) for group in table.groups], table)

    def _compile_outputs(self, table: MappingTable) -> None:
        ranges = [target.range or (-math.inf, math.inf) for target in table.targets]
        self._low, self._high = np.array([pair[0] for pair in ranges]), np.array([pair[1] for pair in ranges])
        self._rest = np.array([target.rest for target in table.targets])
        self._ids = [target.id for target in table.targets]
        self._written = np.zeros(len(table.targets), dtype=bool)
        self._all_written = False
        kinds = [target.kind for target in table.targets]
        self._sprites = [place for place, kind in enumerate(kinds) if kind == "sprite"]
        self._has_events = "event" in kinds
        self._valued = np.array([kind != "event" for kind in kinds], dtype=bool)
        self._shown: tuple[NDArray[np.intp], list[str]] | None = None

    def step(self, frame: MappingFrame, dt: float) -> Outputs:
        """One frame, `dt` seconds after the last."""
        dt = self._clock.advance(dt, frame.time)
        inputs = self._signals.step(self._inputs(frame, dt))
        factors = self._conditions.step(inputs, frame.fire, dt)
        found, weights = self._formulas(inputs), self._weights(factors)
        values = self._combination(found[: self._rows], weights[: self._rows])
        combined = values.copy()
        self._add(values, found, weights, dt)
        ranged = self._ranged(values)
        timed = self._exclude(ranged, factors)
        excluded = timed.copy()
        if self._timing.active:
            self._timing.step(timed, dt, self._clock.now)
        final = self._final(timed)
        self.trace = Trace(frame, inputs, found, weights, combined, values, ranged, excluded, final)
        return self._outputs(final)

    def _inputs(self, frame: MappingFrame, dt: float) -> list[float]:
        """Steps 2 to 4: a slot for every input and signal."""
        inputs: list[float] = self._presence.step(frame, dt).tolist()
        if self._eyes.active:
            seen = self._eyes.step(list(self._eye_values(inputs)), dt)
            for slot, value in zip(self._eye_slots, seen, strict=True):
                inputs[slot] = value
        inputs += (float(frame.tracked), *self._eyes.winks)
        inputs += self._absent
        return inputs

    def _add(self, values: FloatArray, found: FloatArray, weights: FloatArray, dt: float) -> None:
        """Steps 9 and 10."""
        if self.table.switches:
            scores = found[self._rows :] * weights[self._rows :]
            self._switches.step(scores.tolist(), values, dt)
        self._poses.step(self._conditions.weights, values)

    def _ranged(self, values: FloatArray) -> FloatArray:
        """Step 11."""
        if not (self._all_written and is_whole(values)):
            here = values == values
            if np.count_nonzero(here > self._written):
                self._written |= here
                self._all_written = bool(self._written.all())
                self._shown = None
            values = np.where(self._written > here, self._rest, values)
        values = np.maximum(values, self._low)
        return np.minimum(values, self._high, out=values)

    def _exclude(self, values: FloatArray, factors: FloatArray) -> FloatArray:
        """Steps 12 and 13."""
        excluded = values.copy()
        if len(self._shared):
            plain = values.tolist()
            self._vrm.step(plain)
            self._groups.step(plain, self._group_weights(factors))
            excluded[self._shared] = [plain[place] for place in self._shared.tolist()]
        return excluded

    def _final(self, values: FloatArray) -> FloatArray:
        """Step 15, the values."""
        values = np.maximum(values, self._low)
        np.minimum(values, self._high, out=values)
        for place in self._sprites:
            if (value := values.item(place)) == value:
                values[place] = math.floor(value + 0.5)
        return values

    def _outputs(self, values: FloatArray) -> Outputs:
        """Step 15, what is handed out."""
        events = self._events.step(values) if self._has_events else ()
        if self._shown is None:
            here = self._written & self._valued
            self._shown = (np.flatnonzero(here), list(itertools.compress(self._ids, here.tolist())))
        places, names = self._shown
        shown = values if len(names) == len(values) else values.take(places)
        return Outputs(dict(zip(names, shown.tolist(), strict=True)), events)

    def condition_weights(self) -> list[float]:
        """How much each condition is on, in table order."""
        return list(self._conditions.weights)

    def conditions_on(self) -> list[bool]:
        """Which conditions are on, whatever their fades, in table order."""
        return list(self._conditions.on)

    def input_state(self, name: str) -> InputState | None:
        """What step 3 made of an input in the last frame; None for those that the evaluator delivers itself."""
        return self._presence.state_of(name) if name in self._presence.names else None

    def timing_state(self, place: int) -> TimingState:
        """What step 14 holds of a target, by its place in the table."""
        return self._timing.state_of(place)

    def exclusion(self) -> Iterator[FloatArray]:
        """The targets of the last frame after step 12, then after each group."""
        assert self.trace is not None
        values = self.trace.ranged.tolist()
        self._vrm.step(values)
        yield np.array(values)
        for index, weight in enumerate(self._group_weights(self._conditions.factors()).tolist()):
            self._groups.apply(index, values, weight)
            yield np.array(values)

    def shown(self) -> dict[str, str | None]:
        """The shown choice of every switch."""
        return self._switches.shown()

    def adopt(self, table: MappingTable) -> None:
        """Go on with another table, keeping the state of everything that both name."""
        old = Evaluator.__new__(Evaluator)
        old.__dict__.update(self.__dict__)
        self._compile(table)
        self._clock.now = old._clock.now
        self._presence.adopt(old._presence)
        self._eyes.adopt(old._eyes)
        self._conditions.adopt(old._conditions)
        self._switches.adopt(old._switches)
        self._timing.adopt(old._timing, old.trace.excluded if old.trace else None)
        self._events.adopt(old._events)
        written = {name for name, was in zip(old._ids, old._written.tolist(), strict=True) if was}
        self._written = np.array([name in written for name in self._ids], dtype=bool)
        self._shown = None
