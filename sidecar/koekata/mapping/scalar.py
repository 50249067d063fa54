"""Step 5 for one formula: faster than arrays where only a few do not need one another."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Callable, Mapping

from koekata.frames import FloatArray
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


def _sum(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total


def _product(values: list[float]) -> float:
    found = 1.0
    for value in values:
        found *= value
    return found


_OPERATIONS: dict[str, Callable[[list[float]], float]] = {
    "sum": _sum,
    "product": _product,
    "min": min,
    "max": max,
    "average": lambda values: _sum(values) / len(values),
}


class ScalarFormula:
    """One formula; `slots` as in `FormulaBatch`."""

    def __init__(self, formula: Formula, slots: Mapping[str, int]) -> None:
        self._formula = formula
        self._terms = [(slots[term.of], term) for term in formula.terms]
        self._operation = _OPERATIONS[formula.op]
        self._curve = _Curve(formula.curve) if formula.curve else None
        self._low, self._high = formula.clamp or (-_LARGEST, _LARGEST)

    def __call__(self, values: FloatArray) -> float:
        """The value; NaN is absent."""
        found = self._combine(values)
        if found != found:
            return found
        formula = self._formula
        if formula.dead_zone > 0.0:
            beyond = abs(found) - formula.dead_zone
            scaled = beyond * formula.full / (formula.full - formula.dead_zone)
            found = 0.0 if beyond <= 0.0 else math.copysign(scaled, found)
        if formula.invert:
            found = 1.0 - found
        if self._curve:
            found = self._curve(found)
        found = found * formula.gain + formula.offset
        return min(max(found, self._low), self._high)

    def _combine(self, values: FloatArray) -> float:
        if not self._terms:
            return 0.0
        terms = [term_value(term, values.item(slot)) for slot, term in self._terms]
        here = [value for value in terms if value == value]
        if not here or (len(here) < len(terms) and self._formula.op == "product"):
            return math.nan
        return self._operation(here)


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
