"""NaN stands for what is absent; how to look for it in an array at little cost."""

from __future__ import annotations

from koekata.frames import FloatArray

__all__ = ["is_whole"]


def is_whole(values: FloatArray) -> bool:
    """Whether none of (N,) values is absent: one would spoil the sum of squares, which is quicker than any search."""
    total = float(values.dot(values))
    return total == total
