"""Openings in the face: rims that morphs redraw, and the skin around them that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from koekata.characters.build.part import Floats

__all__ = ["Opening", "Rim", "loop"]


@dataclass(frozen=True)
class Rim:
    """Upper and lower edge (n, 2), with common ends, and how far each stands out of the face (n,)."""

    upper: Floats
    lower: Floats
    upper_out: Floats
    lower_out: Floats

    def loop(self) -> Floats:
        """(2n - 2, 3) both edges as one ring, anticlockwise from the first end along the lower one: x, y, out."""
        return loop(
            np.column_stack([self.upper, self.upper_out]),
            np.column_stack([self.lower, self.lower_out]),
        )


def loop(upper: Floats, lower: Floats) -> Floats:
    return np.concatenate([lower, upper[-2:0:-1]])


@dataclass(frozen=True)
class Opening:
    """A hole whose rim is `rest`, surrounded by rings out to an ellipse.

    `morphs` are rims at weight 1. `design` is the rim by which the mesh is laid out: open, even where `rest` is shut.
    """

    design: Rim
    rest: Rim
    centre: tuple[float, float]
    radii: tuple[float, float]
    rings: int
    wall: float
    morphs: Mapping[str, Rim] = field(default_factory=dict)

    def outer(self) -> Floats:
        """(n, 2) the ellipse, a point for each of the rim."""
        offset = (self.design.loop()[:, :2] - self.centre) / self.radii
        return np.asarray(self.centre + offset / np.linalg.norm(offset, axis=1, keepdims=True) * self.radii)

    def steps(self) -> Floats:
        """(rings,) how far each ring is on the way from the rim, 0, to the ellipse, 1."""
        return np.asarray(np.linspace(0, 1, self.rings) ** 1.35)

    def layout(self) -> Floats:
        """(rings, n, 2) of the design."""
        return self._rings(self.design)[..., :2]

    def at_rest(self) -> Floats:
        """(rings, n, 3): x, y, out."""
        return self._rings(self.rest)

    def moved(self, name: str) -> Floats:
        return self._rings(self.morphs[name])

    def follows(self) -> Floats:
        """(rings,) how much of the rim's motion each ring takes part in."""
        return np.asarray((1 - self.steps()) ** 1.4)

    def _rings(self, rim: Rim) -> Floats:
        design, outer = self.design.loop(), np.column_stack([self.outer(), np.zeros(len(self.outer()))])
        there = self.steps()[:, None, None]
        laid = design + (outer - design) * there
        return np.asarray(laid + (rim.loop() - design) * self.follows()[:, None, None])

    def contains(self, flat: Floats, margin: float) -> Floats:
        """(n,) whether points are inside the ellipse, `margin` around it included."""
        offset = (flat - self.centre) / (np.array(self.radii) + margin)
        return np.asarray((offset**2).sum(1) < 1)
