"""How far to go from the shipped weights towards those that were learnt.

A voice that the network knows already is heard worse when everything is learnt that a minute teaches; one that it does
not know gains by it. So each half of the speech is heard with a part of what was learnt from the other half, and the
part that hears best is taken. The judges are alignments, and each favours the network that made it: the shipped one's,
and, once there is one, that of what was learnt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from koekata.audio.adapt.gain import Gain, gain, lips_score, lips_shift
from koekata.audio.adapt.lips import shipped_lips
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.pieces import Piece, head_logits
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.tcn import Weights
from koekata.audio.visemes import Floats

__all__ = ["AHEAD", "Crossed", "Way", "between"]

AHEAD = "later"
"""The output layer that is aligned and judged by."""
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_LIPS_COUNT = 0.5
"""What the F1 of closures counts beside the shares of right visemes and vowels: it is of a few dozen events."""

Heard = Sequence[Mapping[str, Floats]]
"""(T, LOGITS) of each piece, by output layer."""


@dataclass(frozen=True)
class Way:
    """The share of the way that is best, what is heard there, and the gain; `before` is that of the shipped weights."""

    share: float
    heard: Heard
    before: Gain
    after: Gain


def between(shipped: Weights, learnt: Weights, share: float) -> Weights:
    """Weights on the straight line from the shipped ones (0) to the learnt ones (1)."""
    return {
        name: np.asarray(value + np.float32(share) * (learnt[name] - value), np.float32)
        for name, value in shipped.items()
    }


@dataclass(frozen=True)
class Crossed:
    """Pieces, and two networks: the first has not learnt from the even ones, the second not from the odd ones."""

    shipped: Shipped
    pieces: Sequence[Piece]
    halves: tuple[Weights, Weights]

    @cached_property
    def by_share(self) -> list[Heard]:
        """The pieces as heard with each share of what was learnt from the others."""
        return [self.heard(share) for share in _SHARES]

    def way(self, *readings: Sequence[Piece]) -> Way:
        """Where the pieces are heard best, by their phones in each of the readings; the shipped weights where nothing
        is better.
        """
        judges = [piece for reading in readings for piece in reading]
        gains = [self._gain(judges, [*each] * len(readings)) for each in self.by_share]
        best = int(np.argmax([each.viseme + each.vowel + _LIPS_COUNT * each.closures for each in gains]))
        return Way(_SHARES[best], self.by_share[best], gains[0], gains[best])

    def heard(self, share: float, *, shipped_mouth: bool = False) -> Heard:
        """Each piece as heard with a share of what was learnt from the others; the outputs for lips closed may be the
        shipped ones.
        """
        made: list[dict[str, Floats]] = [{} for _ in self.pieces]
        for half, learnt in enumerate(self.halves):
            weights = between(self.shipped.weights, learnt, share)
            weights = shipped_lips(self.shipped, weights, tuple(HEADS)) if shipped_mouth else weights
            for i in range(half, len(self.pieces), 2):
                made[i] = head_logits(self.shipped, weights, self.pieces[i].samples)
        return made

    def _gain(self, judges: Sequence[Piece], heard: Heard) -> Gain:
        """With the threshold of lips closed where it belongs."""
        said, threshold = [each[AHEAD] for each in heard], self.shipped.closed_thresholds[AHEAD]
        measured = gain(judges, said, threshold)
        shift = lips_shift(judges, said, threshold)
        return Gain(measured.viseme, measured.vowel, lips_score(judges, said, shift, threshold))
