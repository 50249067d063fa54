"""Step 5 for one formula: faster than arrays where only a few do not need one another."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Callable, Mapping, Sequence

from koekata.mapping.curves import segment_of
from koekata.mapping.table import Formula, Key, Term

__all__ = ["ScalarFormula", "term_value"]

_LARGEST = 1e9


def term_value(term: Term, value: float) -> float:
    """Step 5.1 of one source; NaN is absent."""
    if value != value:
        if term.absent is None:
            return value
        value = term.absent
    return (1.0 - value if term.invert else value) * term.weight


Slots = Sequence[int]


def _sum(values: list[float], slots: Slots) -> float:
    """One by one: `sum` of Python compensates for rounding."""
    total, here = 0.0, False
    for slot in slots:
        value = values[slot]
        if value == value:
            total += value
            here = True
    return total if here else math.nan


def _average(values: list[float], slots: Slots) -> float:
    total, number = 0.0, 0
    for slot in slots:
        value = values[slot]
        if value == value:
            total += value
            number += 1
    return total / number if number else math.nan


def _product(values: list[float], slots: Slots) -> float:
    found = 1.0
    for slot in slots:
        found *= values[slot]
    return found


def _least(values: list[float], slots: Slots) -> float:
    found = math.nan
    for slot in slots:
        if values[slot] < found or found != found:
            found = values[slot]
    return found


def _most(values: list[float], slots: Slots) -> float:
    found = math.nan
    for slot in slots:
        if values[slot] > found or found != found:
            found = values[slot]
    return found


_OPERATIONS: dict[str, Callable[[list[float], Slots], float]] = {
    "sum": _sum,
    "product": _product,
    "min": _least,
    "max": _most,
    "average": _average,
}


class ScalarFormula:
    """One formula; `slots` as in `FormulaBatch`."""

    def __init__(self, formula: Formula, slots: Mapping[str, int]) -> None:
        self._formula = formula
        self._slots = [slots[term.of] for term in formula.terms]
        self._terms = None if all(term == Term(term.of) for term in formula.terms) else formula.terms
        self._operation = _OPERATIONS[formula.op]
        self._shapes = formula.dead_zone > 0.0 or formula.invert or bool(formula.curve)
        self._curve = _Curve(formula.curve) if formula.curve else None
        self._gain, self._offset = formula.gain, formula.offset
        self._low, self._high = formula.clamp or (-_LARGEST, _LARGEST)

    def __call__(self, values: list[float]) -> float:
        """The value; NaN is absent."""
        slots: Slots = self._slots
        if self._terms:
            values = [term_value(term, values[slot]) for term, slot in zip(self._terms, slots, strict=True)]
            slots = range(len(values))
        found = self._operation(values, slots) if slots else 0.0
        if found != found:
            return found
        if self._shapes:
            found = self._shape(found)
        found = found * self._gain + self._offset
        return self._low if found < self._low else self._high if found > self._high else found

    def _shape(self, found: float) -> float:
        """Steps 5.3 to 5.5."""
        formula = self._formula
        if formula.dead_zone > 0.0:
            beyond = abs(found) - formula.dead_zone
            scaled = beyond * formula.full / (formula.full - formula.dead_zone)
            found = 0.0 if beyond <= 0.0 else math.copysign(scaled, found)
        if formula.invert:
            found = 1.0 - found
        return self._curve(found) if self._curve else found


class _Curve:
    def __init__(self, keys: tuple[Key, ...]) -> None:
        self._xs = [key.x for key in keys]
        self._first, self._last = keys[0].y, keys[-1].y
        self._segments = [segment_of(a, b) for a, b in itertools.pairwise(keys)]

    def __call__(self, value: float) -> float:
        if value <= self._xs[0]:
            return self._first
        if value >= self._xs[-1]:
            return self._last
        start, width, c0, c1, c2, c3 = self._segments[bisect.bisect_right(self._xs, value) - 1]
        place = (value - start) / width
        return c0 + place * (c1 + place * (c2 + place * c3))
