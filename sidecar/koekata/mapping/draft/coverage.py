"""What a draft covers: which channels it uses, which it leaves dead, and which of its targets its source can move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from koekata.channels import ARKIT_NAMES
from koekata.mapping.table import Formula, MappingTable

__all__ = ["Coverage", "cover"]

WEAK = 0.2
"""A channel of which less than this share is recovered (squared correlation) moves a shape only roughly."""
_FACE_POSE = ("head", "gaze", "tracked", "wink")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one table, for one source."""

    inputs: Mapping[str, tuple[str, ...]]
    """Target id -> the inputs that its rows come from, through signals."""
    dead: tuple[str, ...]
    """ARKit channels that drive nothing."""
    unobserved: tuple[str, ...]
    """Targets that nothing drives but channels which the source does not see."""
    weak: tuple[str, ...]
    """Targets that nothing drives but channels which the source sees poorly."""
    sound_only: tuple[str, ...]
    """Targets that only a voice or an emotion drives."""


def cover(table: MappingTable, reliability: Mapping[str, float]) -> Coverage:
    """Look through a table; `reliability` is the share of each ARKit channel that the source recovers, 0 to 1."""
    signals = {signal.id: signal.formula for signal in table.signals}
    inputs: dict[str, tuple[str, ...]] = {}
    for row in table.rows:
        found = tuple(_inputs(row.formula, signals))
        inputs[row.to] = tuple(dict.fromkeys((*inputs.get(row.to, ()), *found)))
    used = {name for names in inputs.values() for name in names}
    best = {target: _best(names, reliability) for target, names in inputs.items()}
    return Coverage(
        inputs=inputs,
        dead=tuple(name for name in ARKIT_NAMES if name not in used),
        unobserved=tuple(target for target, share in best.items() if share == 0.0),
        weak=tuple(target for target, share in best.items() if share is not None and 0.0 < share < WEAK),
        sound_only=tuple(target for target, share in best.items() if share is None),
    )


def _inputs(formula: Formula, signals: Mapping[str, Formula]) -> Iterable[str]:
    for term in formula.terms:
        if term.of in signals:
            yield from _inputs(signals[term.of], signals)
        else:
            yield term.of


def _best(names: Iterable[str], reliability: Mapping[str, float]) -> float | None:
    """The reliability of the best of some inputs; None where none of them is of the face."""
    shares = [reliability.get(name, 1.0) for name in names if name in reliability or name.startswith(_FACE_POSE)]
    return max(shares, default=None)
