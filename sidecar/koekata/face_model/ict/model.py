"""An ICT-FaceKit model as plain arrays, and which of its shapes make up which ARKit channel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES
from koekata.face_model.surface import Surface
from koekata.frames import FloatArray

__all__ = ["CHANNELS", "IctModel", "Shapes", "shapes_of"]

Shapes = NDArray[np.float32]

CHANNELS = tuple(name for name in ARKIT_NAMES if name != "tongueOut")
"""The ARKit channels that ICT-FaceKit has shapes for."""
_HALVED = frozenset({"browInnerUp", "cheekPuff"})
"""One channel of ARKit, two shapes of ICT-FaceKit."""
_WITHOUT_SIDES = frozenset({"jawLeft", "jawRight", "mouthLeft", "mouthRight"})
"""Here, Left and Right are directions."""


@dataclass(frozen=True, slots=True, eq=False)
class IctModel:
    """Neutral head, identity modes and expression shapes, in metres; +x performer's left, +y up, +z out of the face."""

    surface: Surface
    identity: Shapes
    """(I, V, 3) metres for a coefficient of 1: one standard deviation."""
    shape_names: tuple[str, ...]
    """ICT's own, such as `browDown_L`."""
    shapes: Shapes
    """(S, V, 3) metres at weight 1."""
    sha256: str
    """Lower-case hexadecimal digest of the arrays above."""

    def channel(self, name: str) -> FloatArray:
        """(V, 3) metres that an ARKit channel moves the vertices at weight 1. The eyeballs stay in place."""
        parts = [self.shape_names.index(shape) for shape in shapes_of(name)]
        return np.asarray(self.shapes[parts].sum(axis=0), np.float64)


def shapes_of(channel: str) -> tuple[str, ...]:
    """ICT's shapes that add up to an ARKit channel."""
    if channel in _HALVED:
        return (f"{channel}_L", f"{channel}_R")
    if channel not in _WITHOUT_SIDES:
        for side in ("Left", "Right"):
            if channel.endswith(side):
                return (f"{channel.removesuffix(side)}_{side[0]}",)
    return (channel,)
