"""Why a target has its value: raw -> input -> signal -> row -> condition -> group -> final."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.mapping.evaluator import Evaluator
from koekata.mapping.table import Formula

__all__ = ["Explanation", "RowShare", "SourceValue", "explain"]


@dataclass(frozen=True, slots=True)
class SourceValue:
    """A source of a row, with the sources of a signal below it. None is absent."""

    name: str
    raw: float | None
    """As the frame gave it; None for signals."""
    value: float | None
    """After loss and eye rules, or of the signal."""
    sources: tuple[SourceValue, ...] = ()


@dataclass(frozen=True, slots=True)
class RowShare:
    """What one row says to the target."""

    id: str
    sources: tuple[SourceValue, ...]
    value: float | None
    """After curve, gain, offset and clamp."""
    weight: float
    """By conditions: 1 where nothing holds it back."""
    conditions: tuple[tuple[str, float], ...]
    """Every condition that weighs the row, with how much it is on."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The chain of one target in the last frame."""

    target: str
    rows: tuple[RowShare, ...]
    combined: float | None
    posed: float | None
    """After switches, poses and range."""
    excluded: float | None
    """After VRM overrides and groups."""
    final: float | None


def explain(evaluator: Evaluator, target: str) -> Explanation:
    """Explain a target's value in the last frame.

    Raises `KeyError` for a target that the table does not have, and before the first frame.
    """
    trace = evaluator.trace
    places = {entry.id: place for place, entry in enumerate(evaluator.table.targets)}
    if trace is None:
        raise KeyError(target)
    place = places[target]
    rows = tuple(_row(evaluator, index) for index, row in enumerate(evaluator.table.rows) if row.to == target)
    stages = (trace.combined, trace.ranged, trace.excluded, trace.final)
    return Explanation(target, rows, *(_known(float(values[place])) for values in stages))


def _known(value: float) -> float | None:
    return value if value == value else None


def _row(evaluator: Evaluator, index: int) -> RowShare:
    table, trace = evaluator.table, evaluator.trace
    assert trace is not None
    row = table.rows[index]
    region = next(target.region for target in table.targets if target.id == row.to)
    named = {*row.during, *row.unless, *(c.id for c in table.conditions if region and region in c.suppress)}
    on = zip(table.conditions, evaluator.condition_weights(), strict=True)
    conditions = tuple((condition.id, weight) for condition, weight in on if condition.id in named)
    sources = _sources(evaluator, row.formula)
    return RowShare(row.id, sources, _known(float(trace.found[index])), float(trace.weights[index]), conditions)


def _sources(evaluator: Evaluator, formula: Formula) -> tuple[SourceValue, ...]:
    return tuple(_source(evaluator, term.of) for term in formula.terms)


def _source(evaluator: Evaluator, name: str) -> SourceValue:
    trace = evaluator.trace
    assert trace is not None
    value = _known(float(trace.inputs[evaluator.slots[name]]))
    signal = next((signal for signal in evaluator.table.signals if signal.id == name), None)
    if signal is None:
        return SourceValue(name, trace.frame.values.get(name), value)
    return SourceValue(name, None, value, _sources(evaluator, signal.formula))
