"""The output for lips closed after calibration: which one, and where its threshold belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from koekata.audio.adapt.gain import CLOSED, lips_score, lips_shift
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.pieces import Piece
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.tcn import Weights
from koekata.audio.visemes import Floats

__all__ = ["settled_lips", "shipped_lips"]

_Heard = Sequence[Mapping[str, Floats]]
"""(T, LOGITS) of each piece, by output layer."""


def settled_lips(shipped: Shipped, weights: Weights, pieces: Sequence[Piece], heard: tuple[_Heard, _Heard]) -> Weights:
    """The weights with the logits of lips closed moved to where the shipped thresholds are right.

    `heard` is what was heard of the pieces by networks that had not learnt from them: with the outputs for lips closed
    that they had learnt, and with the shipped ones. Where the shipped ones find more, they stay: a minute has few
    closures, and a network that learns them from so few may lose more than it gains.
    """
    moved = dict(weights)
    for name in HEADS:
        threshold = shipped.closed_thresholds[name]
        said = [[each[name] for each in side] for side in heard]
        shifts = [lips_shift(pieces, logits, threshold) for logits in said]
        learnt, kept = (lips_score(pieces, *each, threshold) for each in zip(said, shifts, strict=True))
        moved = shipped_lips(shipped, moved, (name,)) if kept > learnt else moved
        moved[f"{name}_b"] = moved[f"{name}_b"].copy()
        moved[f"{name}_b"][CLOSED] += np.float32(shifts[kept > learnt])
    return moved


def shipped_lips(shipped: Shipped, weights: Weights, names: Sequence[str]) -> Weights:
    """The weights with the shipped outputs for lips closed of some output layers."""
    made = dict(weights)
    for key in (part for name in names for part in (name, f"{name}_b")):
        made[key] = made[key].copy()
        made[key][..., CLOSED] = shipped.weights[key][..., CLOSED]
    return made
