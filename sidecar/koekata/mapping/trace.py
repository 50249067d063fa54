"""What an evaluator remembers of its last frame, so that a value can be explained."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from koekata.frames import FloatArray
from koekata.mapping.frame import MappingFrame

__all__ = ["Trace"]


def _empty() -> FloatArray:
    return np.zeros(0)


@dataclass(slots=True)
class Trace:
    """The values between the stages; NaN is absent."""

    frame: MappingFrame
    inputs: FloatArray
    """Inputs after steps 2 to 4, then signals."""
    found: FloatArray
    """The formula of each row, then of each choice."""
    weights: FloatArray
    """By conditions, of the same."""
    combined: FloatArray
    """Targets after step 8."""
    posed: FloatArray = field(default_factory=_empty)
    """Targets after switches and poses (steps 9 and 10)."""
    ranged: FloatArray = field(default_factory=_empty)
    """Targets after ranges (step 11)."""
    excluded: FloatArray = field(default_factory=_empty)
    """Targets after VRM overrides and groups (steps 12 and 13)."""
    final: FloatArray = field(default_factory=_empty)
    """Targets after timing (steps 14 and 15)."""
