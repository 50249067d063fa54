"""Why a target has its value: raw, input, signal, row, condition, switch and pose, group, timing, final."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from koekata.frames import FloatArray
from koekata.mapping.evaluator import Evaluator
from koekata.mapping.scalar import scalar_formula
from koekata.mapping.table import Condition, Formula, Group, Term
from koekata.mapping.timing import TimingState

__all__ = [
    "ConditionShare", "Explanation", "GroupShare", "PoseShare", "RowShare", "SourceValue", "SwitchShare", "explain",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceValue:
    """A source, with the sources of a signal below it. None is absent."""

    name: str
    raw: float | None
    """As the frame gave it; None for signals."""
    value: float | None
    """After loss and eye rules, or of the signal."""
    sources: tuple[SourceValue, ...] = ()
    why: str = ""
    """What happened to it between raw and value."""


@dataclass(frozen=True, slots=True)
class ConditionShare:
    """A condition that weighs a row."""

    id: str
    use: str
    """`while`, `unless` or `suppress`."""
    on: bool
    weight: float
    """How much it is on, 0 to 1: fades take time."""
    source: SourceValue | None
    """What it looks at; None for a trigger."""
    thresholds: tuple[float, float]
    """On above the first, off below the second."""

    @property
    def holds_back(self) -> float:
        """How much of the row it takes away."""
        return 1.0 - self.weight if self.use == "while" else self.weight


@dataclass(frozen=True, slots=True)
class RowShare:
    """What one row says to the target."""

    id: str
    formula: Formula
    sources: tuple[SourceValue, ...]
    unclamped: float | None
    """After curve, gain and offset."""
    value: float | None
    """After clamp."""
    weight: float
    """By conditions: 1 where nothing holds it back."""
    conditions: tuple[ConditionShare, ...]
    """Every condition that weighs the row."""


@dataclass(frozen=True, slots=True)
class SwitchShare:
    """The switch that the target belongs to."""

    id: str
    shown: str | None
    scores: tuple[tuple[str, float | None], ...]
    """Of every choice."""
    value: float | None
    """What the shown choice sets; None where there is none yet."""


@dataclass(frozen=True, slots=True)
class PoseShare:
    """A pose of a condition that names the target."""

    condition: str
    blend: str
    wanted: float
    weight: float


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group that the target is in."""

    group: Group
    before: float
    after: float
    others: tuple[tuple[str, float], ...]
    """The other members with their values before."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The chain of one target in the last frame; None is no value."""

    target: str
    combine: str
    rest: float
    range: tuple[float, float] | None
    rows: tuple[RowShare, ...]
    combined: float | None
    switch: SwitchShare | None
    poses: tuple[PoseShare, ...]
    posed: float | None
    """After switch and poses."""
    ranged: float | None
    damped: float | None
    """After VRM overrides."""
    groups: tuple[GroupShare, ...]
    excluded: float | None
    """After groups."""
    timing: TimingState
    final: float | None
    """None for events, and where nothing has driven the target yet."""


def explain(evaluator: Evaluator, target: str) -> Explanation:
    """Explain a target's value in the last frame.

    Raises `KeyError` for a target that the table does not have, and before the first frame.
    """
    trace, table = evaluator.trace, evaluator.table
    place = {entry.id: place for place, entry in enumerate(table.targets)}[target]
    if trace is None:
        raise KeyError(target)
    described = table.targets[place]
    seen: set[str] = set()
    damped, *after_groups = evaluator.exclusion()
    return Explanation(
        target,
        described.combine,
        described.rest,
        described.range,
        tuple(_row(evaluator, index, seen) for index, row in enumerate(table.rows) if row.to == target),
        _at(trace.combined, place),
        _switch(evaluator, target),
        tuple(_poses(evaluator, target)),
        _at(trace.posed, place),
        _at(trace.ranged, place),
        _at(damped, place),
        tuple(_groups(evaluator, target, [damped, *after_groups])),
        _at(trace.excluded, place),
        evaluator.timing_state(place),
        _at(trace.final, place),
    )


def _known(value: float) -> float | None:
    return value if value == value else None


def _at(values: FloatArray, place: int) -> float | None:
    return _known(float(values[place]))


def _row(evaluator: Evaluator, index: int, seen: set[str]) -> RowShare:
    table, trace = evaluator.table, evaluator.trace
    assert trace is not None
    row = table.rows[index]
    region = next(target.region for target in table.targets if target.id == row.to)
    uses = [(name, "while") for name in row.during] + [(name, "unless") for name in row.unless]
    uses += [(condition.id, "suppress") for condition in table.conditions if region and region in condition.suppress]
    return RowShare(
        row.id,
        row.formula,
        _sources(evaluator, row.formula, seen),
        _known(scalar_formula(replace(row.formula, clamp=None), evaluator.slots)(trace.inputs.tolist())),
        _known(float(trace.found[index])),
        float(trace.weights[index]),
        tuple(_condition(evaluator, name, use, seen) for name, use in uses),
    )


def _condition(evaluator: Evaluator, name: str, use: str, seen: set[str]) -> ConditionShare:
    place, found = _named(evaluator, name)
    source = _source(evaluator, found.when, seen) if found.when else None
    on, weight = evaluator.conditions_on()[place], evaluator.condition_weights()[place]
    return ConditionShare(name, use, on, weight, source, (found.on, found.off))


def _named(evaluator: Evaluator, name: str) -> tuple[int, Condition]:
    return next((place, entry) for place, entry in enumerate(evaluator.table.conditions) if entry.id == name)


def _sources(evaluator: Evaluator, formula: Formula, seen: set[str]) -> tuple[SourceValue, ...]:
    return tuple(_source(evaluator, term, seen) for term in formula.terms)


def _source(evaluator: Evaluator, term: Term, seen: set[str]) -> SourceValue:
    """What is below a signal is told once: signals that share others would repeat themselves without end."""
    trace, name = evaluator.trace, term.of
    assert trace is not None
    value = _known(float(trace.inputs[evaluator.slots[name]]))
    signal = next((signal for signal in evaluator.table.signals if signal.id == name), None)
    if signal is not None and name in seen:
        return SourceValue(name, None, value, why="as above")
    if signal is not None:
        seen.add(name)
        return SourceValue(name, None, value, _sources(evaluator, signal.formula, seen))
    raw = trace.frame.values.get(name)
    return SourceValue(name, raw, value, why="; ".join(_what_happened(evaluator, name, raw, value)))


def _what_happened(evaluator: Evaluator, name: str, raw: float | None, value: float | None) -> Iterator[str]:
    """Why an input is not what the frame gave."""
    frame = evaluator.trace.frame if evaluator.trace else None
    state = evaluator.input_state(name)
    if frame is None or state is None:
        return
    confidence = (frame.confidence or {}).get(name, 1.0)
    if raw is None:
        yield "not delivered"
    elif not (math.isfinite(raw) and abs(raw) <= 1e6):
        yield "not a sensible number"
    elif not (math.isfinite(confidence) and confidence > 0.0):
        yield "not observed: its confidence is 0"
    elif state.face and not frame.tracked:
        yield "the face is lost"
    if state.missing_for is not None:
        yield f"missing for {state.missing_for:.2f} s, so kept and then eased to rest"
    elif state.returning:
        yield "on its way back to the performer"
    elif raw is not None and state.value is not None and raw != state.value:
        yield "kept within its range"
    if value is not None and state.value is not None and abs(value - state.value) > 1e-9:
        yield f"the rules of eyes made it of {state.value:.3f}"


def _switch(evaluator: Evaluator, target: str) -> SwitchShare | None:
    trace, table = evaluator.trace, evaluator.table
    assert trace is not None
    first = len(table.rows)
    for switch in table.switches:
        count = len(switch.choices)
        if any(name == target for choice in switch.choices for name, _ in choice.pose):
            scores = trace.found[first : first + count] * trace.weights[first : first + count]
            shown = evaluator.shown()[switch.id]
            pose = next((dict(choice.pose) for choice in switch.choices if choice.id == shown), None)
            rest = next(entry.rest for entry in table.targets if entry.id == target)
            named = zip((choice.id for choice in switch.choices), map(_known, scores.tolist()), strict=True)
            return SwitchShare(switch.id, shown, tuple(named), None if pose is None else pose.get(target, rest))
        first += count
    return None


def _poses(evaluator: Evaluator, target: str) -> Iterator[PoseShare]:
    """In the order in which they are shown."""
    weighed = zip(evaluator.table.conditions, evaluator.condition_weights(), strict=True)
    for condition, weight in sorted(weighed, key=lambda pair: pair[0].priority):
        if target in dict(condition.pose):
            yield PoseShare(condition.id, condition.blend, dict(condition.pose)[target], weight)


def _groups(evaluator: Evaluator, target: str, stages: list[FloatArray]) -> Iterator[GroupShare]:
    places = {entry.id: place for place, entry in enumerate(evaluator.table.targets)}
    for group, before, after in zip(evaluator.table.groups, stages, stages[1:], strict=False):
        names = [member.target for member in group.members]
        was, became = _at(before, places[target]), _at(after, places[target])
        if target in names and was is not None and became is not None:
            others = ((name, _at(before, places[name])) for name in names if name != target)
            yield GroupShare(group, was, became, tuple((name, value) for name, value in others if value is not None))
