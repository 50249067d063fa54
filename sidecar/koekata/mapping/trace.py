"""What an evaluator remembers of its last frame, so that a value can be explained."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.frames import FloatArray
from koekata.mapping.frame import MappingFrame

__all__ = ["Trace"]


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
    posed: FloatArray
    """Targets after switches and poses (steps 9 and 10)."""
    ranged: FloatArray
    """Targets after ranges (step 11)."""
    excluded: FloatArray
    """Targets after VRM overrides and groups (steps 12 and 13)."""
    final: FloatArray
    """Targets after timing (steps 14 and 15)."""
