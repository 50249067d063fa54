"""Step 6: what is on or off."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.frame import Counters, hysteresis, ramp
from koekata.mapping.scalar import term_value
from koekata.mapping.table import MappingTable

__all__ = ["ConditionStage", "WeightPlan"]


class ConditionStage:
    """The state of every condition."""

    def __init__(self, table: MappingTable, slots: Mapping[str, int], counters: Counters) -> None:
        self._conditions = table.conditions
        self._watched = [(at, slots[c.when.of], c.when, c) for at, c in enumerate(table.conditions) if c.when]
        self._timed = [(at, c.duration) for at, c in enumerate(table.conditions) if not c.when and c.duration > 0.0]
        self._triggers = {entry.id: place for place, entry in enumerate(table.conditions) if entry.when is None}
        self._counters = counters
        self.on = [False] * len(table.conditions)
        self.weights = [0.0] * len(table.conditions)
        self._elapsed = [0.0] * len(table.conditions)
        self._factors: FloatArray | None = None

    def step(self, values: FloatArray, fire: tuple[tuple[str, str], ...], dt: float) -> FloatArray:
        """Factors for a `WeightPlan`: 1, the weights, and 1 minus the weights."""
        for place, slot, term, entry in self._watched:
            value = term_value(term, values.item(slot))
            self.on[place] = hysteresis(self.on[place], value, entry.on, entry.off)
        for place, duration in self._timed:
            if self.on[place]:
                self._elapsed[place] += dt
                self.on[place] = self._elapsed[place] < duration
        for name, action in fire:
            self._fire(name, action)
        for place, (on, weight) in enumerate(zip(self.on, self.weights, strict=True)):
            if weight != on:
                entry = self._conditions[place]
                self.weights[place] = ramp(weight, on, dt, entry.fade_in, entry.fade_out)
                self._factors = None
        return self.factors()

    def factors(self) -> FloatArray:
        """As `step` returned them: the same array as long as nothing fades."""
        if self._factors is None:
            self._factors = np.array([1.0, *self.weights, *(1.0 - weight for weight in self.weights)])
        return self._factors

    def _fire(self, name: str, action: str) -> None:
        place = self._triggers.get(name)
        if place is None or action not in ("on", "off", "toggle"):
            self._counters.bad_fire += 1
            return
        self.on[place] = action == "on" or (action == "toggle" and not self.on[place])
        if self.on[place]:
            self._elapsed[place] = 0.0

    def adopt(self, other: ConditionStage) -> None:
        """Take over the state of conditions of the same id, and of the same sort."""
        places = {(entry.id, entry.when is None): place for place, entry in enumerate(other._conditions)}
        for mine, entry in enumerate(self._conditions):
            theirs = places.get((entry.id, entry.when is None))
            if theirs is not None:
                self.on[mine], self.weights[mine] = other.on[theirs], other.weights[theirs]
                self._elapsed[mine] = other._elapsed[theirs]
        self._factors = None


class WeightPlan:
    """Which conditions weigh which entries: `while`, `unless`, and suppression."""

    def __init__(self, entries: list[tuple[tuple[str, ...], tuple[str, ...], str | None]], table: MappingTable) -> None:
        places = {entry.id: place for place, entry in enumerate(table.conditions)}
        number = len(places)
        factors: list[list[int]] = []
        for during, unless, region in entries:
            found = [1 + places[name] for name in during] + [1 + number + places[name] for name in unless]
            found += [1 + number + places[c.id] for c in table.conditions if region and region in c.suppress]
            factors.append(found)
        self._weighed = np.array([index for index, found in enumerate(factors) if found], dtype=np.intp)
        width = max([1, *map(len, factors)])
        padded = [(factors[index] + [0] * width)[:width] for index in self._weighed]
        self._factors: NDArray[np.intp] = np.array(padded, dtype=np.intp).reshape(-1, width).T.copy()
        self._ones = np.ones(len(entries))
        self._seen: FloatArray | None = None
        self._weights = self._ones

    def __call__(self, factors: FloatArray) -> FloatArray:
        """The weight of each entry; not to be changed by the caller."""
        if not len(self._weighed):
            return self._ones
        # Most of the time nothing fades.
        if factors is not self._seen:
            self._seen, self._weights = factors, self._ones.copy()
            first, *others = factors.take(self._factors)
            for factor in others:
                first *= factor
            self._weights[self._weighed] = first
        return self._weights
