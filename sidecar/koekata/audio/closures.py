"""When the lips are together for p, b and m: intervals from probabilities, and how well two sets of them agree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Interval", "closures", "matched", "runs"]

_RELEASE = 0.2
"""A closure ends when the probability falls below this share of the threshold."""
_SHORTEST = 3

Interval = tuple[int, int]
"""First frame, and the frame after the last."""


def closures(closed: NDArray[np.float32], threshold: float) -> list[Interval]:
    """Intervals of (T,) probabilities that rise above the threshold, three frames long at least."""
    inside, state = np.zeros(len(closed), bool), False
    for i, value in enumerate(closed.tolist()):
        state = value > threshold or (state and value > _RELEASE * threshold)
        inside[i] = state
    return [(first, end) for first, end in runs(inside) if end - first >= _SHORTEST]


def runs(inside: NDArray[np.bool_]) -> list[Interval]:
    """The intervals where (T,) is true."""
    steps = np.diff(np.concatenate([[0], inside.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True))


def matched(truth: Sequence[Interval], found: Sequence[Interval], tolerance: int) -> int:
    """How many pairs there are, one to one in order of time, that overlap or are less than `tolerance` frames apart."""
    pairs, at = 0, 0
    for first, end in truth:
        while at < len(found) and found[at][1] + tolerance <= first:
            at += 1
        if at < len(found) and found[at][0] - tolerance < end:
            pairs, at = pairs + 1, at + 1
    return pairs
