"""Step 5 for one formula: faster than arrays where only a few do not need one another."""

from __future__ import annotations

import bisect
import itertools
import math
import operator
from collections.abc import Callable, Mapping, Sequence

from koekata.mapping.curves import segment_of
from koekata.mapping.table import Formula, Key, Term

__all__ = ["Read", "scalar_formula", "term_value"]

_LARGEST = 1e9


def term_value(term: Term, value: float) -> float:
    """Step 5.1 of one source; NaN is absent."""
    if value != value:
        if term.absent is None:
            return value
        value = term.absent
    return (1.0 - value if term.invert else value) * term.weight


Values = list[float]
Read = Callable[[Values], float]
"""From the values of all inputs and signals to one; NaN is absent."""


def _sum(slots: Sequence[int]) -> Read:
    def read(values: Values) -> float:
        """One by one: `sum` of Python compensates for rounding."""
        total, here = 0.0, False
        for slot in slots:
            value = values[slot]
            if value == value:
                total += value
                here = True
        return total if here else math.nan

    return read


def _average(slots: Sequence[int]) -> Read:
    def read(values: Values) -> float:
        total, number = 0.0, 0
        for slot in slots:
            value = values[slot]
            if value == value:
                total += value
                number += 1
        return total / number if number else math.nan

    return _average_of_two(slots[0], slots[1], read) if len(slots) == 2 else read


def _average_of_two(first: int, second: int, otherwise: Read) -> Read:
    """Left and right, as most are."""

    def read(values: Values) -> float:
        total = values[first] + values[second]
        return total / 2 if total == total else otherwise(values)

    return read


def _product(slots: Sequence[int]) -> Read:
    def read(values: Values) -> float:
        found = 1.0
        for slot in slots:
            found *= values[slot]
        return found

    return read


def _least(slots: Sequence[int]) -> Read:
    def read(values: Values) -> float:
        found = math.nan
        for slot in slots:
            value = values[slot]
            if value < found or found != found:
                found = value
        return found

    return read


def _most(slots: Sequence[int]) -> Read:
    def read(values: Values) -> float:
        found = math.nan
        for slot in slots:
            value = values[slot]
            if value > found or found != found:
                found = value
        return found

    return read


_OPERATIONS: dict[str, Callable[[Sequence[int]], Read]] = {
    "sum": _sum,
    "product": _product,
    "min": _least,
    "max": _most,
    "average": _average,
}
_GROWING = ("sum", "product")
"""What may come out larger than what goes in."""


def scalar_formula(formula: Formula, slots: Mapping[str, int]) -> Read:
    """One formula; `slots` as in `FormulaBatch`."""
    read = _sources(formula, slots)
    shape = _shaping(formula)
    if not (shape or formula.clamp or formula.op in _GROWING or _changes(formula)):
        return read
    low, high = formula.clamp or (-_LARGEST, _LARGEST)

    def value(values: Values) -> float:
        found = read(values)
        if shape and found == found:
            found = shape(found)
        # NaN is neither.
        return low if found < low else high if found > high else found

    return value


def _changes(formula: Formula) -> bool:
    """Whether step 5.1 does more than to read a value."""
    return any(term != Term(term.of) for term in formula.terms)


def _sources(formula: Formula, slots: Mapping[str, int]) -> Read:
    """Steps 5.1 and 5.2."""
    terms = [(term, slots[term.of]) for term in formula.terms]
    if not terms:
        return lambda _: 0.0
    if _changes(formula):
        join = _OPERATIONS[formula.op](range(len(terms)))
        return lambda values: join([term_value(term, values[slot]) for term, slot in terms])
    places = [slot for _, slot in terms]
    return operator.itemgetter(places[0]) if len(places) == 1 else _OPERATIONS[formula.op](places)


def _shaping(formula: Formula) -> Callable[[float], float] | None:
    """Steps 5.3 to 5.6, None where they change nothing."""
    zone, full, invert = formula.dead_zone, formula.full, formula.invert
    gain, offset = formula.gain, formula.offset
    curve = _Curve(formula.curve) if formula.curve else None

    def shape(found: float) -> float:
        if zone > 0.0:
            beyond = abs(found) - zone
            found = 0.0 if beyond <= 0.0 else math.copysign(beyond * full / (full - zone), found)
        if invert:
            found = 1.0 - found
        if curve:
            found = curve(found)
        return found * gain + offset

    return shape if zone > 0.0 or invert or curve or gain != 1.0 or offset != 0.0 else None


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
