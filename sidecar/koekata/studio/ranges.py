"""What a minute of neutral face, ranges and vowels says of a performer's weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.frames import FloatArray
from koekata.studio.exercise import Step

__all__ = ["Ranges", "ranges"]

_HIGH, _FULL, _LEAST, _MOST_GAIN = 95.0, 0.9, 0.15, 3.0
"""The percentile that counts as full, what it becomes, below which range a channel says nothing, and the most gain."""
_SEEN_AT_REST, _MOST_REST = 0.02, 0.3


@dataclass(frozen=True, slots=True)
class Ranges:
    """By channel."""

    rest: Mapping[str, float]
    gains: Mapping[str, float]
    still: tuple[str, ...]
    """Channels that were asked for and hardly moved."""


def ranges(weights: Mapping[str, FloatArray], steps: Sequence[Step], *, has_neutral: bool) -> Ranges:
    """What is taken off at rest, and gains, from (T, 52) weights of each step.

    Where the neutral face itself was found anew, nothing is taken off beside it. A channel that several steps ask for
    has the range of the widest of them.
    """
    still = np.median(weights["neutral"], axis=0)
    held = {name: min(_MOST_REST, float(value)) for name, value in zip(ARKIT_NAMES, still, strict=True)}
    rest = {} if has_neutral else {name: round(value, 4) for name, value in held.items() if value > _SEEN_AT_REST}
    tops: dict[str, float] = {}
    for step in steps:
        for name in step.channels if step.id in weights else ():
            top = float(np.percentile(weights[step.id][:, ARKIT_INDEX[name]], _HIGH)) - rest.get(name, 0.0)
            tops[name] = max(top, tops.get(name, 0.0))
    gains = {name: min(_MOST_GAIN, round(_FULL / top, 3)) for name, top in tops.items() if _LEAST < top < _FULL}
    return Ranges(rest, gains, tuple(name for name, top in tops.items() if top <= _LEAST))
