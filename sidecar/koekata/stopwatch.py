"""Where the time goes: milliseconds per stage, over the last few thousand frames."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

__all__ = ["Stopwatch", "percentiles"]

_KEPT = 20_000


class Stopwatch:
    """Times named stages. `with watch("fit"): ...`; memory is bounded."""

    def __init__(self) -> None:
        self.milliseconds: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_KEPT))

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time one passage through a stage."""
        start = time.perf_counter_ns()
        try:
            yield
        finally:
            self.milliseconds[stage].append((time.perf_counter_ns() - start) * 1e-6)

    def summary(self) -> dict[str, dict[str, float]]:
        """p50 and p99 of each stage in milliseconds."""
        return {stage: percentiles(values) for stage, values in self.milliseconds.items()}


def percentiles(values: deque[float] | list[float]) -> dict[str, float]:
    """p50 and p99 of some values; zeros where there are none."""
    if not values:
        return {"p50": 0.0, "p99": 0.0}
    p50, p99 = np.percentile(np.array(values), [50, 99])
    return {"p50": float(p50), "p99": float(p99)}
