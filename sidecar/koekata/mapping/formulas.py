"""Step 5: many formulas at once, as arrays."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.absence import is_whole
from koekata.mapping.shaping import shaping_of
from koekata.mapping.table import Formula, Term

__all__ = ["FormulaBatch"]

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
        layout = [
            (name, [(index, formula) for index, formula in members])
            for name, members in itertools.groupby(enumerate(ordered), key=lambda pair: _block_of(pair[1]))
            if name != _CONSTANT
        ]
        self._terms = _Terms([term for _, members in layout for term in _lay_out(members)], slots)
        self._found = np.zeros(len(formulas))
        self._blocks: list[_Block] = []
        start = 0
        for name, members in layout:
            sources = np.array([len(formula.terms) for _, formula in members])
            terms = self._terms.values[start : start + max(sources) * len(members)].reshape(max(sources), -1)
            found = self._found[members[0][0] : members[-1][0] + 1]
            self._blocks.append(_Block(_REDUCTIONS[name], terms, tuple(terms), found, sources))
            start += terms.size
        self._stages = shaping_of(ordered)

    def __call__(self, values: FloatArray) -> FloatArray:
        """One value per formula; NaN is absent."""
        self._terms.read(values)
        found = self._found
        found.fill(0.0)
        for block in self._blocks:
            block.reduce(block)
        for stage in self._stages:
            stage(found)
        return found.take(self._place)


def _lay_out(members: Sequence[tuple[int, Formula]]) -> list[Term | float]:
    """The first source of each, then the second and so on; a number is padding."""
    width = max(len(formula.terms) for _, formula in members)
    return [_term_or_padding(formula, row) for row in range(width) for _, formula in members]


def _block_of(formula: Formula) -> str:
    return formula.op if len(formula.terms) > 1 else _SINGLE if formula.terms else _CONSTANT


def _term_or_padding(formula: Formula, row: int) -> Term | float:
    if row < len(formula.terms):
        return formula.terms[row]
    return _PADDING.get(formula.op, formula.terms[0])


class _Terms:
    """Step 5.1 for a list of sources and padding, into an array that stays the same."""

    def __init__(self, terms: Sequence[Term | float], slots: Mapping[str, int]) -> None:
        always = slots["tracked"]
        sources = [term if isinstance(term, Term) else None for term in terms]
        self._slots = np.array([slots[term.of] if term else always for term in sources], dtype=np.intp)
        self.values = np.zeros(len(sources))
        self._sign = np.array([(-1.0 if term.invert else 1.0) if term else 0.0 for term in sources])
        self._bias = np.array([float(term.invert) if isinstance(term, Term) else term for term in terms])
        self._weight = np.array([term.weight if term else 1.0 for term in sources])
        absent = [np.nan if term is None or term.absent is None else term.absent for term in sources]
        self._absent = np.array(absent, dtype=np.float64)
        self._substitutes = bool(np.isfinite(self._absent).any())
        self._turns = bool((self._sign != 1.0).any())
        self._weighs = bool((self._weight != 1.0).any())

    def read(self, values: FloatArray) -> None:
        """Take the sources of a frame."""
        terms = self.values
        # Slots are never out of bounds; `clip` spares a copy.
        values.take(self._slots, out=terms, mode="clip")
        if self._substitutes:
            np.putmask(terms, terms != terms, self._absent)
        if self._turns:
            terms *= self._sign
            terms += self._bias
        if self._weighs:
            terms *= self._weight


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Formulas with the same operation."""

    reduce: Callable[[_Block], None]
    terms: FloatArray
    """A row for the first sources, one for the second and so on; part of the array of all."""
    rows: tuple[FloatArray, ...]
    """The same, row by row."""
    found: FloatArray
    """Where the results go; part of the array of all."""
    sources: _Places
    """How many each has, without padding."""


def _single(block: _Block) -> None:
    block.found[:] = block.rows[0]


def _join(block: _Block, operation: np.ufunc) -> None:
    """Row by row, so that the order is that of the table; quicker than `reduce` for the two or three that are usual."""
    first, second, *others = block.rows
    operation(first, second, out=block.found)
    for row in others:
        operation(block.found, row, out=block.found)


def _sum(block: _Block) -> None:
    """Absent where every row is."""
    _join(block, np.add)
    if not is_whole(block.found):
        kept, number = _present(block)
        block.found[:] = np.where(number > 0, np.add.reduce(kept, axis=0), np.nan)


def _average(block: _Block) -> None:
    _join(block, np.add)
    if is_whole(block.found):
        np.divide(block.found, block.sources, out=block.found)
        return
    kept, number = _present(block)
    block.found[:] = np.where(number > 0, np.add.reduce(kept, axis=0) / np.maximum(number, 1), np.nan)


def _present(block: _Block) -> tuple[FloatArray, _Places]:
    """The terms with 0 for what is absent, and how many are there."""
    here = block.terms == block.terms
    padding = len(block.terms) - block.sources
    return np.where(here, block.terms, 0.0), np.add.reduce(here, axis=0) - padding


def _product(block: _Block) -> None:
    _join(block, np.multiply)


def _least(block: _Block) -> None:
    _join(block, np.fmin)


def _most(block: _Block) -> None:
    _join(block, np.fmax)


_REDUCTIONS: dict[str, Callable[[_Block], None]] = {
    _SINGLE: _single,
    "sum": _sum,
    "average": _average,
    "product": _product,
    "min": _least,
    "max": _most,
}
