"""Step 5: many formulas at once, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_ORDER = (_SINGLE, _CONSTANT, "product", "min", "max", "sum", "average")
_OPERATIONS: dict[str, np.ufunc] = {
    "sum": np.add,
    "average": np.add,
    "product": np.multiply,
    "min": np.fmin,
    "max": np.fmax,
}
_PADDING = {"sum": 0.0, "average": 0.0, "product": 1.0}
"""What may be added to the sources without changing the result; `min` and `max` repeat the first source."""


class FormulaBatch:
    """Evaluates formulas that do not need one another.

    `slots` says where each input and signal stands in the values. Inside, formulas with the same operation stand
    together, so that each operation works on one block of the sources. The first sources of all formulas come first:
    the others are joined to them, and they become the values. The formulas that add stand last and their other sources
    first, so that one look at one place tells whether something is absent there.
    """

    def __init__(self, formulas: Sequence[Formula], slots: Mapping[str, int]) -> None:
        order = sorted(range(len(formulas)), key=lambda index: _ORDER.index(_block_of(formulas[index])))
        ordered = [formulas[index] for index in order]
        self._place = np.argsort(np.array(order, dtype=np.intp))
        kinds = [_block_of(formula) for formula in ordered]
        blocks = {name: ordered[kinds.index(name) :][: kinds.count(name)] for name in _OPERATIONS if name in kinds}
        others = [term for members in blocks.values() for term in _others(members)]
        self._terms = _Terms([*(_term_or_padding(formula, 0) for formula in ordered), *others], slots)
        self._found, rest = np.split(self._terms.values, [len(formulas)])
        self._blocks: list[_Block] = []
        for name, members in blocks.items():
            block, rest = _cut(name, members, self._found[kinds.index(name) :], rest)
            self._blocks.append(block)
        adding = [block for block in self._blocks if block.adds]
        start = len(formulas) - sum(len(block.found) for block in adding)
        end = len(formulas) + sum(len(block.found) * len(block.others) for block in adding)
        self._added = self._terms.values[start:end]
        self._stages = shaping_of(ordered)

    def __call__(self, values: FloatArray) -> FloatArray:
        """One value per formula; NaN is absent."""
        self._terms.read(values)
        whole = is_whole(self._added)
        for block in self._blocks:
            block.join(whole)
        for stage in self._stages:
            stage(self._found)
        return self._found.take(self._place)


def _cut(name: str, formulas: Sequence[Formula], first: FloatArray, rest: FloatArray) -> tuple[_Block, FloatArray]:
    """The block whose first sources begin `first`, and whose other ones begin `rest`; and the rest of these."""
    sources = np.array([len(formula.terms) for formula in formulas])
    others, rest = np.split(rest, [(max(sources) - 1) * len(formulas)])
    return _Block(name, first[: len(formulas)], tuple(others.reshape(-1, len(formulas))), sources), rest


def _others(formulas: Sequence[Formula]) -> list[Term | float]:
    """The second source of each, then the third and so on; a number is padding."""
    width = max(len(formula.terms) for formula in formulas)
    return [_term_or_padding(formula, row) for row in range(1, width) for formula in formulas]


def _block_of(formula: Formula) -> str:
    return formula.op if len(formula.terms) > 1 else _SINGLE if formula.terms else _CONSTANT


def _term_or_padding(formula: Formula, row: int) -> Term | float:
    if row < len(formula.terms):
        return formula.terms[row]
    if not formula.terms:
        return 0.0
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
    """Formulas with the same operation, of two sources or more."""

    name: str
    found: FloatArray
    """The first sources, where the results go; part of the array of all."""
    others: tuple[FloatArray, ...]
    """The second sources, the third and so on; parts of the array of all."""
    sources: _Places
    """How many each has, without padding."""

    @property
    def adds(self) -> bool:
        """Whether it passes over what is absent, where other operations know by themselves what to do with NaN."""
        return self.name in ("sum", "average")

    def join(self, whole: bool) -> None:
        """Work out the results; `whole` says that nothing is absent from what is added."""
        if self.adds and not whole:
            self._add_what_is_there()
            return
        operation, found = _OPERATIONS[self.name], self.found
        # Row by row: the order is that of the table, and `reduce` is slower for the two or three that are usual.
        for row in self.others:
            operation(found, row, out=found)
        if self.name == "average":
            np.divide(found, self.sources, out=found)

    def _add_what_is_there(self) -> None:
        """Absent where every source is."""
        rows = np.stack([self.found, *self.others])
        here = rows == rows
        total = np.add.reduce(np.where(here, rows, 0.0), axis=0)
        number = np.add.reduce(here, axis=0) - (len(rows) - self.sources)
        if self.name == "average":
            total /= np.maximum(number, 1)
        self.found[:] = np.where(number > 0, total, np.nan)
