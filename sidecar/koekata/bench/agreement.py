"""How far our weights agree with the Face Landmarker network's, on the movements where that network is trustworthy.

Spearman's rank correlation, since the two scale their channels differently; both in steps of 0.01, since less is not
seen, and the tails of a filter would otherwise rank the frames of a quiet channel. A movement counts in a clip when the
network's own value has a range of more than 0.1 between its 5th and 95th percentile, so that it moves for at least a
tenth of the clip, and when there are 60 frames. Horizontal gaze is one signed movement per eye: outwards minus inwards.

Two figures tell how high agreement can be. `itself` is the network's agreement with its own scores on each picture
alone. `bound` is the most that any series with as many equal values as our weights from each picture alone can reach:
a bounded fit keeps quiet channels at exactly zero, and leaves those frames without a rank. For n frames with groups of
t_i equal values it is sqrt(1 - sum(t_i^3 - t_i) / (n^3 - n)), the correlation of mid-ranks with untied ranks (Kendall,
"Rank Correlation Methods", 1948, chapter 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from koekata.bench._recordings import Recording
from koekata.channels import ARKIT_INDEX
from koekata.frames import FloatArray

__all__ = ["HALVES", "MOVEMENTS", "Agreement", "Movement", "agreements", "means", "moves", "spearman"]

_FEWEST, _RANGE = 60, 0.1
_STEP = 0.01


@dataclass(frozen=True, slots=True)
class Movement:
    """A channel, or one minus its opposite."""

    name: str
    channel: str
    opposite: str | None = None

    def of(self, weights: FloatArray) -> FloatArray:
        """(T,) from (T, 52)."""
        value = weights[:, ARKIT_INDEX[self.channel]]
        return value if self.opposite is None else value - weights[:, ARKIT_INDEX[self.opposite]]


def _alone(*names: str) -> tuple[Movement, ...]:
    return tuple(Movement(name, name) for name in names)


MOVEMENTS: tuple[Movement, ...] = (
    *_alone("eyeBlinkLeft", "eyeBlinkRight"),
    *(Movement(f"gaze{side}", f"eyeLookOut{side}", f"eyeLookIn{side}") for side in ("Left", "Right")),
    *_alone("jawOpen", "mouthSmileLeft", "mouthSmileRight", "mouthLeft", "mouthRight"),
    *_alone("browInnerUp", "browOuterUpLeft", "browOuterUpRight"),
)
HALVES: tuple[Movement, ...] = _alone("eyeLookInLeft", "eyeLookOutLeft", "eyeLookInRight", "eyeLookOutRight")
"""The channels of horizontal gaze by themselves."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One movement in one clip."""

    clip: str
    movement: str
    spearman: float
    bound: float
    itself: float
    range: float
    """Of the network's value, from the 5th to the 95th percentile."""


def agreements(recordings: Iterable[Recording], movements: Iterable[Movement] = MOVEMENTS) -> list[Agreement]:
    """Every movement in every clip in which it counts."""
    kinds = tuple(movements)
    return [_agreement(recording, each) for recording in recordings for each in kinds if moves(recording, each)]


def moves(recording: Recording, movement: Movement) -> bool:
    """Whether the movement counts in the clip."""
    return len(recording.times) >= _FEWEST and _spread(movement.of(recording.network)) > _RANGE


def spearman(one: FloatArray, other: FloatArray) -> float:
    """Rank correlation of two (T,) series, equal values at their mean rank; 0 where one of them never changes."""
    one, other = np.round(one / _STEP), np.round(other / _STEP)
    if one.max() == one.min() or other.max() == other.min():
        return 0.0
    return float(np.corrcoef(rankdata(one), rankdata(other))[0, 1])


def _agreement(recording: Recording, movement: Movement) -> Agreement:
    ours, network = movement.of(recording.smooth), movement.of(recording.network)
    return Agreement(
        clip=recording.name,
        movement=movement.name,
        spearman=spearman(ours, network),
        bound=_bound(movement.of(recording.alone)),
        itself=spearman(movement.of(recording.network_alone), network),
        range=_spread(network),
    )


def _spread(values: FloatArray) -> float:
    return float(np.ptp(np.percentile(values, (5, 95))))


def _bound(values: FloatArray) -> float:
    counts = np.unique(np.round(values / _STEP), return_counts=True)[1].astype(np.float64)
    count = len(values)
    return float(np.sqrt(max(0.0, 1.0 - (counts**3 - counts).sum() / (count**3 - count))))


def means(found: Iterable[Agreement], key: str) -> Mapping[str, float]:
    """Mean Spearman by `clip` or by `movement`."""
    groups: dict[str, list[float]] = {}
    for each in found:
        groups.setdefault(str(getattr(each, key)), []).append(each.spearman)
    return {name: float(np.mean(values)) for name, values in groups.items()}
