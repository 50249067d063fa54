"""Step 5: signals, in as few batches as their needs allow."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import numpy as np

from koekata.frames import FloatArray
from koekata.mapping.formulas import FormulaBatch
from koekata.mapping.scalar import Read, scalar_formula
from koekata.mapping.table import MappingTable, Signal

__all__ = ["SignalStage"]

_WORTH_A_BATCH = 16
"""From so many formulas on, arrays are faster."""


class SignalStage:
    """Evaluates signals into the values that inputs and signals share."""

    def __init__(self, table: MappingTable, slots: Mapping[str, int]) -> None:
        self._singles: list[tuple[int, Read]] = []
        self._batches: list[tuple[list[int], FormulaBatch]] = []
        # Several times as quick as NumPy's own ways from a list to an array.
        self._pack = struct.Struct(f"{len(slots)}d")
        levels = _levels(table.signals)
        if all(len(level) < _WORTH_A_BATCH for level in levels):
            self._singles = [(slots[signal.id], scalar_formula(signal.formula, slots)) for signal in table.signals]
            return
        for level in levels:
            batch = FormulaBatch([signal.formula for signal in level], slots)
            self._batches.append(([slots[signal.id] for signal in level], batch))

    def step(self, plain: list[float]) -> FloatArray:
        """Write every signal into its slot, and return all slots as an array."""
        for slot, formula in self._singles:
            plain[slot] = formula(plain)
        values = np.empty(len(plain))
        self._pack.pack_into(values.data, 0, *plain)
        for slots, batch in self._batches:
            values[slots] = batch(values)
        return values


def _levels(signals: tuple[Signal, ...]) -> list[list[Signal]]:
    """Signals that need only inputs, then those that need these, and so on."""
    depth: dict[str, int] = {}
    levels: list[list[Signal]] = []
    for signal in signals:
        depth[signal.id] = 1 + max((depth.get(term.of, -1) for term in signal.formula.terms), default=-1)
        if depth[signal.id] == len(levels):
            levels.append([])
        levels[depth[signal.id]].append(signal)
    return levels
