"""Step 5: many formulas at once, as arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.curves import CurveBatch
from koekata.mapping.table import Formula

__all__ = ["FormulaBatch"]

_LARGEST = 1e9
_Slots = NDArray[np.intp]


class FormulaBatch:
    """Evaluates formulas that do not need one another.

    `slots` says where each input and signal stands in the values; `slots[""]` is a place that is always absent.
    """

    def __init__(self, formulas: Sequence[Formula], slots: Mapping[str, int]) -> None:
        count, width = len(formulas), max([1, *(len(formula.terms) for formula in formulas)])
        self._slots = np.full((width, count), slots[""], dtype=np.intp)
        self._absent, self._weight = np.full((width, count), np.nan), np.ones((width, count))
        self._inverted = np.zeros((width, count), dtype=bool)
        for column, formula in enumerate(formulas):
            for row, term in enumerate(formula.terms):
                self._slots[row, column], self._weight[row, column] = slots[term.of], term.weight
                self._inverted[row, column] = term.invert
                if term.absent is not None:
                    self._absent[row, column] = term.absent
        self._sources = np.array([len(formula.terms) for formula in formulas])
        self._substitutes = bool(np.isfinite(self._absent).any())
        self._inverts = bool(self._inverted.any())
        self._weighs = bool((self._weight != 1.0).any())
        by_op = {op: _where(formulas, lambda f, op=op: f.op == op) for op in _REDUCTIONS}  # type: ignore[misc]
        self._by_op = [
            (columns, _REDUCTIONS[op], self._sources[columns]) for op, columns in by_op.items() if len(columns)
        ]
        self._constant = np.array([not formula.terms for formula in formulas])
        self._constants = bool(self._constant.any())
        self._stages = _stages(formulas)

    def __call__(self, values: FloatArray) -> FloatArray:
        """One value per formula; NaN is absent."""
        terms = values.take(self._slots)
        if self._substitutes:
            terms = np.where(terms == terms, terms, self._absent)
        if self._inverts:
            terms = np.where(self._inverted, 1.0 - terms, terms)
        if self._weighs:
            terms = terms * self._weight
        found = self._combine(terms)
        for stage in self._stages:
            found = stage(found)
        return found

    def _combine(self, terms: FloatArray) -> FloatArray:
        if len(terms) == 1:
            found = terms[0]
        else:
            found = _sum(terms)
            for columns, reduce, sources in self._by_op:
                found[columns] = reduce(terms[:, columns], sources)
        return np.where(self._constant, 0.0, found) if self._constants else found


def _sum(terms: FloatArray) -> FloatArray:
    """Row by row, so that the order is that of the table; absent where every row is."""
    here = terms == terms
    total = np.add.reduce(np.where(here, terms, 0.0), axis=0)
    return np.where(np.logical_or.reduce(here, axis=0), total, np.nan)


def _product(terms: FloatArray, sources: _Slots) -> FloatArray:
    padding = np.arange(len(terms))[:, None] >= sources
    found: FloatArray = np.multiply.reduce(np.where(padding, 1.0, terms), axis=0)
    return found


def _average(terms: FloatArray, sources: _Slots) -> FloatArray:  # noqa: ARG001
    number = np.add.reduce(terms == terms, axis=0)
    found: FloatArray = _sum(terms) / np.maximum(number, 1)
    return found


_REDUCTIONS: dict[str, Callable[[FloatArray, _Slots], FloatArray]] = {
    "product": _product,
    "average": _average,
    "min": lambda terms, sources: np.fmin.reduce(terms, axis=0),  # noqa: ARG005
    "max": lambda terms, sources: np.fmax.reduce(terms, axis=0),  # noqa: ARG005
}

_Stage = Callable[[FloatArray], FloatArray]


def _where(formulas: Sequence[Formula], wanted: Callable[[Formula], bool]) -> _Slots:
    return np.array([index for index, formula in enumerate(formulas) if wanted(formula)], dtype=np.intp)


def _stages(formulas: Sequence[Formula]) -> list[_Stage]:
    """Steps 5.3 to 5.7, each only where a formula needs it."""
    stages: list[_Stage] = []
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
    gain = np.array([formula.gain for formula in formulas])
    offset = np.array([formula.offset for formula in formulas])
    if (gain != 1.0).any() or (offset != 0.0).any():
        stages.append(lambda values: values * gain + offset)
    limits = [formula.clamp or (-_LARGEST, _LARGEST) for formula in formulas]
    low, high = np.array([pair[0] for pair in limits]), np.array([pair[1] for pair in limits])
    stages.append(lambda values: np.minimum(np.maximum(values, low), high))
    return stages


def _on(columns: _Slots, stage: _Stage) -> _Stage:
    def apply(values: FloatArray) -> FloatArray:
        changed = values.copy()
        changed[columns] = stage(values[columns])
        return changed

    return apply


def _dead_zone(zone: FloatArray, full: FloatArray) -> _Stage:
    def apply(values: FloatArray) -> FloatArray:
        beyond = np.abs(values) - zone
        return np.where(beyond <= 0.0, 0.0, np.copysign(beyond * full / (full - zone), values))

    return apply
