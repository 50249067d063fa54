"""Steps 7 and 8: rows meet at their targets."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable, Mapping

import numpy as np

from koekata.frames import FloatArray
from koekata.mapping.absence import is_whole
from koekata.mapping.table import MappingTable

__all__ = ["Combination"]


class Combination:
    """From the values and weights of rows to the values of targets."""

    def __init__(self, table: MappingTable, places: Mapping[str, int]) -> None:
        self._count = len(table.targets)
        self._to = np.array([places[row.to] for row in table.rows], dtype=np.intp)
        self._rest = np.array([target.rest for target in table.targets])
        self._rest_of_row = self._rest[self._to]
        self._rests = bool(self._rest_of_row.any())
        self._average = np.array([target.combine == "average" for target in table.targets])
        number = np.bincount(self._to, minlength=self._count)
        self._divisor = np.where(self._average, np.maximum(number, 1), 1) if self._average.any() else None
        self._start = np.where(number > 0, self._rest, np.nan)
        rows: dict[int, list[int]] = {}
        for index, place in enumerate(self._to.tolist()):
            rows.setdefault(place, []).append(index)
        # A single row comes to the same in every way.
        several = [
            _Meeting(place, target.rest, target.combine, rows[place], [table.rows[row].priority for row in rows[place]])
            for place, target in enumerate(table.targets)
            if len(rows.get(place, ())) > 1
        ]
        self._added = [meeting for meeting in several if meeting.combine in ("sum", "average")]
        self._overridden = [meeting for meeting in several if meeting.combine == "override"]
        extremes = (_Extremes(several, way, choose) for way, choose in (("max", np.fmax), ("min", np.fmin)))
        self._extremes = [extreme for extreme in extremes if len(extreme.places)]

    def __call__(self, values: FloatArray, weights: FloatArray) -> FloatArray:
        """The value of each target, NaN where no row says anything."""
        moved = (values - self._rest_of_row) * weights if self._rests else values * weights
        total: FloatArray = np.bincount(self._to, moved, self._count)  # type: ignore[assignment]
        found: FloatArray = self._start + (total if self._divisor is None else total / self._divisor)
        # An absent row spoils the sum of its target.
        if not is_whole(total):
            spoilt = [meeting for meeting in self._added if not _is_here(total.item(meeting.place))]
            _meet(found, spoilt, values, weights)
        for extreme in self._extremes:
            found[extreme.places] = extreme(moved)
        _meet(found, self._overridden, values, weights)
        return found


def _is_here(value: float) -> bool:
    return value == value


def _meet(found: FloatArray, meetings: list[_Meeting], values: FloatArray, weights: FloatArray) -> None:
    """Write what the rows that say something come to."""
    for meeting in meetings:
        found[meeting.place] = meeting.value(values.item, weights.item)


_Look = Callable[[int], float]
"""The number of a row."""


class _Meeting:
    """Rows that share a target, evaluated one by one."""

    def __init__(self, place: int, rest: float, combine: str, rows: list[int], priorities: list[int]) -> None:
        self.place, self.combine, self.rest = place, combine, rest
        by_priority = sorted(zip(priorities, rows, strict=True)) if combine == "override" else None
        self.rows = [row for _, row in by_priority] if by_priority else rows

    def value(self, values: _Look, weights: _Look) -> float:
        """The value of the target; NaN where no row says anything."""
        return _WAYS[self.combine](self.rows, self.rest, values, weights)


class _Extremes:
    """Targets of which the largest or the smallest row counts, all at once. `choose` passes over NaN."""

    def __init__(self, meetings: list[_Meeting], combine: str, choose: np.ufunc) -> None:
        mine = [meeting for meeting in meetings if meeting.combine == combine]
        width = max((len(meeting.rows) for meeting in mine), default=0)
        padded = [[*meeting.rows, *meeting.rows[:1] * width][:width] for meeting in mine]
        self.places = np.array([meeting.place for meeting in mine], dtype=np.intp)
        self._rest = np.array([meeting.rest for meeting in mine])
        self._rows = np.array(padded, dtype=np.intp).reshape(len(mine), width).T.copy()
        self._choose = choose

    def __call__(self, moved: FloatArray) -> FloatArray:
        """The values of the targets; `moved` is how far each row is from rest, with its weight."""
        found: FloatArray
        found, *others = moved.take(self._rows)
        for row in others:
            self._choose(found, row, out=found)
        found += self._rest
        return found


def _shares(rows: list[int], rest: float, values: _Look, weights: _Look) -> tuple[float, int]:
    """The sum, which is not that of sum(), since that compensates for rounding; and of how many."""
    shares = [(value - rest) * weights(row) for row in rows if (value := values(row)) == value]
    return functools.reduce(operator.add, shares, 0.0), len(shares)


def _sum(rows: list[int], rest: float, values: _Look, weights: _Look) -> float:
    total, number = _shares(rows, rest, values, weights)
    return rest + total if number else math.nan


def _average(rows: list[int], rest: float, values: _Look, weights: _Look) -> float:
    total, number = _shares(rows, rest, values, weights)
    return rest + total / number if number else math.nan


def _last_word(rows: list[int], rest: float, values: _Look, weights: _Look) -> float:
    found, says = rest, False
    for row in rows:
        if (value := values(row)) == value:
            found, says = found + (value - found) * weights(row), True
    return found if says else math.nan


_WAYS = {"sum": _sum, "average": _average, "override": _last_word}
