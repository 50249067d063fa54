"""Steps 7 and 8: rows meet at their targets."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from koekata.frames import FloatArray
from koekata.mapping.table import MappingTable

__all__ = ["Combination"]


class Combination:
    """From the values and weights of rows to the values of targets."""

    def __init__(self, table: MappingTable, places: Mapping[str, int]) -> None:
        self._count = len(table.targets)
        self._to = np.array([places[row.to] for row in table.rows], dtype=np.intp)
        self._rest = np.array([target.rest for target in table.targets])
        self._rest_of_row = self._rest[self._to]
        self._average = np.array([target.combine == "average" for target in table.targets])
        rows: dict[int, list[int]] = {}
        for index, place in enumerate(self._to.tolist()):
            rows.setdefault(place, []).append(index)
        self._special = [
            (place, table.targets[place].combine, sorted(found, key=lambda index: table.rows[index].priority))
            for place, found in rows.items()
            if table.targets[place].combine in ("max", "min", "override")
        ]

    def __call__(self, values: FloatArray, weights: FloatArray) -> FloatArray:
        """The value of each target, NaN where no row says anything."""
        says = values == values
        moved = (values - self._rest_of_row) * weights
        number = np.bincount(self._to, says, self._count)
        total = np.bincount(self._to, np.where(says, moved, 0.0), self._count)
        divisor = np.where(self._average, np.maximum(number, 1.0), 1.0)
        found = np.where(number > 0.0, self._rest + total / divisor, np.nan)
        for place, combine, rows in self._special:
            if number[place]:
                found[place] = self._one(place, combine, [row for row in rows if says[row]], values, weights)
        return found

    def _one(self, place: int, combine: str, rows: list[int], values: FloatArray, weights: FloatArray) -> float:
        rest = float(self._rest[place])
        if combine == "override":
            found = rest
            for row in rows:
                found += (float(values[row]) - found) * float(weights[row])
            return found
        moved = [(float(values[row]) - rest) * float(weights[row]) for row in rows]
        return rest + (max(moved) if combine == "max" else min(moved))
