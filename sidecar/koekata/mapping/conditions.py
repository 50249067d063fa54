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
        self._slots = [slots[entry.when.of] if entry.when else -1 for entry in table.conditions]
        self._triggers = {entry.id: place for place, entry in enumerate(table.conditions) if entry.when is None}
        self._counters = counters
        self.on = [False] * len(table.conditions)
        self.weights = [0.0] * len(table.conditions)
        self._elapsed = [0.0] * len(table.conditions)

    def step(self, values: FloatArray, fire: tuple[tuple[str, str], ...], dt: float) -> FloatArray:
        """Factors for a `WeightPlan`: 1, the weights, and 1 minus the weights."""
        for place, entry in enumerate(self._conditions):
            if entry.when is not None:
                value = term_value(entry.when, values.item(self._slots[place]))
                self.on[place] = hysteresis(self.on[place], value, entry.on, entry.off)
            elif self.on[place] and entry.duration > 0.0:
                self._elapsed[place] += dt
                self.on[place] = self._elapsed[place] < entry.duration
        for name, action in fire:
            self._fire(name, action)
        for place, entry in enumerate(self._conditions):
            self.weights[place] = ramp(self.weights[place], self.on[place], dt, entry.fade_in, entry.fade_out)
        return self.factors()

    def factors(self) -> FloatArray:
        """As `step` returned them."""
        return np.array([1.0, *self.weights, *(1.0 - weight for weight in self.weights)])

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
        self._last: tuple[bytes, FloatArray] = (b"", self._ones)

    def __call__(self, factors: FloatArray) -> FloatArray:
        """The weight of each entry; not to be changed by the caller."""
        if not len(self._weighed):
            return self._ones
        # Most of the time nothing fades.
        seen = factors.tobytes()
        if seen != self._last[0]:
            weights = self._ones.copy()
            weights[self._weighed] = np.multiply.reduce(factors.take(self._factors), axis=0)
            self._last = (seen, weights)
        return self._last[1]
