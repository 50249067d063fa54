"""Steps 5.3 to 5.7 for many formulas at once: dead zones, curves, gains and limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.curves import CurveBatch
from koekata.mapping.table import Formula

__all__ = ["Stage", "shaping_of"]

_LARGEST = 1e9
_Places = NDArray[np.intp]
Stage = Callable[[FloatArray], None]
"""Changes values in place."""


def _where(formulas: Sequence[Formula], wanted: Callable[[Formula], bool]) -> _Places:
    return np.array([index for index, formula in enumerate(formulas) if wanted(formula)], dtype=np.intp)


def shaping_of(formulas: Sequence[Formula]) -> list[Stage]:
    """Steps 5.3 to 5.7, each only where a formula needs it."""
    stages: list[Stage] = []
    dead = _where(formulas, lambda formula: formula.dead_zone > 0.0)
    if len(dead):
        zone = np.array([formulas[index].dead_zone for index in dead])
        full = np.array([formulas[index].full for index in dead])
        stages.append(_on(dead, _dead_zone(zone, full)))
    inverted = _where(formulas, lambda formula: formula.invert)
    if len(inverted):
        stages.append(_on(inverted, lambda values: 1.0 - values))
    curved = _where(formulas, lambda formula: bool(formula.curve))
    if len(curved):
        stages.append(_on(curved, CurveBatch([formulas[index].curve for index in curved])))
    stages.append(_last_steps(formulas))
    return stages


def _last_steps(formulas: Sequence[Formula]) -> Stage:
    gain = np.array([formula.gain for formula in formulas])
    offset = np.array([formula.offset for formula in formulas])
    limits = [formula.clamp or (-_LARGEST, _LARGEST) for formula in formulas]
    low, high = np.array([pair[0] for pair in limits]), np.array([pair[1] for pair in limits])
    moves = bool((gain != 1.0).any() or (offset != 0.0).any())

    def apply(values: FloatArray) -> None:
        if moves:
            values *= gain
            values += offset
        np.maximum(values, low, out=values)
        np.minimum(values, high, out=values)

    return apply


def _on(places: _Places, change: Callable[[FloatArray], FloatArray]) -> Stage:
    def apply(values: FloatArray) -> None:
        values[places] = change(values.take(places))

    return apply


def _dead_zone(zone: FloatArray, full: FloatArray) -> Callable[[FloatArray], FloatArray]:
    width = full - zone

    def change(values: FloatArray) -> FloatArray:
        beyond = np.abs(values)
        beyond -= zone
        np.maximum(beyond, 0.0, out=beyond)
        beyond *= full
        beyond /= width
        return np.copysign(beyond, values)

    return change
