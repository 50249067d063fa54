"""Step 5: many formulas at once, as arrays."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.curves import CurveBatch
from koekata.mapping.table import Formula, Term

__all__ = ["FormulaBatch"]

_LARGEST = 1e9
_Places = NDArray[np.intp]
_SINGLE, _CONSTANT = "", "constant"
_ORDER = (_SINGLE, "sum", "product", "average", "min", "max", _CONSTANT)
_PADDING = {"sum": 0.0, "average": 0.0, "product": 1.0}
"""What may be added to the sources without changing the result; `min` and `max` repeat the first source."""


class FormulaBatch:
    """Evaluates formulas that do not need one another.

    `slots` says where each input and signal stands in the values. Inside, formulas with the same operation stand
    together, so that each operation works on one block of the sources.
    """

    def __init__(self, formulas: Sequence[Formula], slots: Mapping[str, int]) -> None:
        order = sorted(range(len(formulas)), key=lambda index: _ORDER.index(_block_of(formulas[index])))
        ordered = [formulas[index] for index in order]
        self._place = np.argsort(np.array(order, dtype=np.intp))
        self._count = len(formulas)
        self._blocks: list[_Block] = []
        self._terms = _Terms(self._lay_out(ordered), slots)
        self._stages = _stages(ordered)

    def _lay_out(self, ordered: Sequence[Formula]) -> list[Term | float]:
        """The sources of all blocks one after another; a number is padding."""
        terms: list[Term | float] = []
        for name, block in itertools.groupby(enumerate(ordered), key=lambda pair: _block_of(pair[1])):
            members = list(block)
            if name == _CONSTANT:
                continue
            width = max(len(formula.terms) for _, formula in members)
            first, start = members[0][0], len(terms)
            for row in range(width):
                terms += [_term_or_padding(formula, row) for _, formula in members]
            sources = np.array([len(formula.terms) for _, formula in members])
            here = slice(first, first + len(members))
            self._blocks.append(_Block(_REDUCTIONS[name], here, slice(start, len(terms)), width, sources))
        return terms

    def __call__(self, values: FloatArray) -> FloatArray:
        """One value per formula; NaN is absent."""
        terms = self._terms(values)
        found = np.zeros(self._count)
        for block in self._blocks:
            found[block.formulas] = block.reduce(terms[block.terms].reshape(block.width, -1), block.sources)
        for stage in self._stages:
            stage(found)
        return found.take(self._place)


def _block_of(formula: Formula) -> str:
    return formula.op if len(formula.terms) > 1 else _SINGLE if formula.terms else _CONSTANT


def _term_or_padding(formula: Formula, row: int) -> Term | float:
    if row < len(formula.terms):
        return formula.terms[row]
    return _PADDING.get(formula.op, formula.terms[0])


class _Terms:
    """Step 5.1 for a list of sources and padding."""

    def __init__(self, terms: Sequence[Term | float], slots: Mapping[str, int]) -> None:
        always = slots["tracked"]
        sources = [term if isinstance(term, Term) else None for term in terms]
        self._slots = np.array([slots[term.of] if term else always for term in sources], dtype=np.intp)
        self._sign = np.array([(-1.0 if term.invert else 1.0) if term else 0.0 for term in sources])
        self._bias = np.array([float(term.invert) if isinstance(term, Term) else term for term in terms])
        self._weight = np.array([term.weight if term else 1.0 for term in sources])
        absent = [np.nan if term is None or term.absent is None else term.absent for term in sources]
        self._absent = np.array(absent, dtype=np.float64)
        self._substitutes = bool(np.isfinite(self._absent).any())
        self._turns = bool((self._sign != 1.0).any())
        self._weighs = bool((self._weight != 1.0).any())

    def __call__(self, values: FloatArray) -> FloatArray:
        terms = values.take(self._slots)
        if self._substitutes:
            terms = np.where(terms == terms, terms, self._absent)
        if self._turns:
            terms *= self._sign
            terms += self._bias
        if self._weighs:
            terms *= self._weight
        return terms


_Reduce = Callable[[FloatArray, _Places], FloatArray]


@dataclass(frozen=True, slots=True)
class _Block:
    """Formulas with the same operation."""

    reduce: _Reduce
    formulas: slice
    terms: slice
    width: int
    """Sources of each, with padding."""
    sources: _Places
    """Sources of each, without."""


def _sum(terms: FloatArray, sources: _Places) -> FloatArray:
    """Row by row, so that the order is that of the table; absent where every row is."""
    total: FloatArray = np.add.reduce(terms, axis=0)
    if _whole(total):
        return total
    kept, number = _present(terms, sources)
    return np.where(number > 0, np.add.reduce(kept, axis=0), np.nan)


def _average(terms: FloatArray, sources: _Places) -> FloatArray:
    total: FloatArray = np.add.reduce(terms, axis=0)
    if _whole(total):
        return total / sources
    kept, number = _present(terms, sources)
    return np.where(number > 0, np.add.reduce(kept, axis=0) / np.maximum(number, 1), np.nan)


def _whole(values: FloatArray) -> bool:
    """Whether none is absent: one would spoil the sum."""
    total = np.add.reduce(values)
    return bool(total == total)


def _present(terms: FloatArray, sources: _Places) -> tuple[FloatArray, _Places]:
    """The terms with 0 for what is absent, and how many are there."""
    here = terms == terms
    return np.where(here, terms, 0.0), np.add.reduce(here, axis=0) - (len(terms) - sources)


_REDUCTIONS: dict[str, _Reduce] = {
    _SINGLE: lambda terms, sources: terms[0],  # noqa: ARG005
    "sum": _sum,
    "average": _average,
    "product": lambda terms, sources: np.multiply.reduce(terms, axis=0),  # noqa: ARG005
    "min": lambda terms, sources: np.fmin.reduce(terms, axis=0),  # noqa: ARG005
    "max": lambda terms, sources: np.fmax.reduce(terms, axis=0),  # noqa: ARG005
}

_Stage = Callable[[FloatArray], None]
"""Changes values in place."""


def _where(formulas: Sequence[Formula], wanted: Callable[[Formula], bool]) -> _Places:
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
    stages.append(_last_steps(formulas))
    return stages


def _last_steps(formulas: Sequence[Formula]) -> _Stage:
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


def _on(places: _Places, change: Callable[[FloatArray], FloatArray]) -> _Stage:
    def apply(values: FloatArray) -> None:
        values[places] = change(values.take(places))

    return apply


def _dead_zone(zone: FloatArray, full: FloatArray) -> Callable[[FloatArray], FloatArray]:
    def change(values: FloatArray) -> FloatArray:
        beyond = np.abs(values) - zone
        return np.where(beyond <= 0.0, 0.0, np.copysign(beyond * full / (full - zone), values))

    return change
