"""Step 2: the numbers of a frame."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.frame import Counters
from koekata.mapping.table import Input

__all__ = ["InputReader"]

_LARGEST = 1e6


class InputReader:
    """Puts the values of a frame into the order of the inputs.

    A source names its channels in the same order in every frame, so that where each of them goes is found out once.
    """

    def __init__(self, inputs: list[Input], counters: Counters) -> None:
        self._names = [entry.id for entry in inputs]
        self._counters = counters
        ranges = [entry.range or (-np.inf, np.inf) for entry in inputs]
        self._low, self._high = np.array([low for low, _ in ranges]), np.array([high for _, high in ranges])
        self._largest = np.full(len(inputs), _LARGEST)
        self._given: list[str] = []
        self._pack = struct.Struct("d")
        self._order = np.zeros(len(inputs), dtype=np.intp)
        self._missing = len(inputs)

    def read(self, given: Mapping[str, float | None]) -> tuple[FloatArray, NDArray[np.bool_]]:
        """The values, kept within the ranges, NaN where they are no numbers of a sensible size; and where they are."""
        names = list(given)
        if names != self._given:
            self._learn(names)
        values = self._numbers(given).take(self._order)
        sensible = np.abs(values) <= self._largest
        wrong = len(values) - int(np.count_nonzero(sensible)) - self._missing
        if wrong:
            self._counters.bad_inputs += wrong - self._without_value(given)
            values[~sensible] = np.nan
        np.maximum(values, self._low, out=values)
        return np.minimum(values, self._high, out=values), sensible

    def _numbers(self, given: Mapping[str, float | None]) -> FloatArray:
        """What is given, in its own order, and NaN behind it."""
        numbers = np.empty(len(self._given) + 1)
        try:
            self._pack.pack_into(numbers.data, 0, *given.values(), math.nan)
        except struct.error:  # None is among them, for which NumPy has NaN.
            numbers[:-1] = np.array(list(given.values()), dtype=np.float64)
            numbers[-1] = math.nan
        return numbers

    def _learn(self, names: list[str]) -> None:
        places = {name: place for place, name in enumerate(names)}
        # Behind the values stands one that is absent.
        order = [places.get(name, len(names)) for name in self._names]
        self._given, self._order = names, np.array(order, dtype=np.intp)
        self._missing = order.count(len(names))
        self._pack = struct.Struct(f"{len(names) + 1}d")

    def _without_value(self, given: Mapping[str, float | None]) -> int:
        return sum(given.get(name, 0.0) is None for name in self._names)
