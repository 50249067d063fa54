"""Stretches of a recording, with what was said in them, to learn from and to measure with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.learn import Lesson
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.features import HOP, log_mel, normalised
from koekata.audio.visemes import Floats

__all__ = ["Piece", "Take", "head_logits", "lesson", "pieces_of", "stream"]

_SHORTEST = 200
_BOUNDARY, _BOUNDARY_COUNTS = 1, 0.4
"""Frames on either side of a change of phone of which the aligner is not sure, and what they count."""
_AHEAD = max(lag for lag, _ in HEADS.values())


@dataclass(frozen=True)
class Take:
    """`samples` (N,) in [-1, 1] at 16 kHz, and the sentences that were read, in order."""

    samples: Floats
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Piece:
    """From frame `first` of the take of that number on: `samples`, and (T,) the indices of their phones."""

    take: int
    first: int
    samples: Floats
    phone: NDArray[np.int64]


def pieces_of(number: int, take: Take, phone: NDArray[np.int64]) -> Iterator[Piece]:
    """Stretches of two seconds at least, cut in the middle of pauses; together they are the take."""
    quiet = np.concatenate([[False], phone == 0, [False]])
    steps = np.flatnonzero(quiet[1:] != quiet[:-1])
    cuts = [0]
    for begin, end in steps.reshape(-1, 2).tolist():
        middle = (begin + end) // 2
        if middle - cuts[-1] >= _SHORTEST and len(phone) - middle >= _SHORTEST:
            cuts.append(middle)
    for first, end in zip(cuts, [*cuts[1:], len(phone)], strict=True):
        yield Piece(number, first, take.samples[first * HOP : end * HOP], phone[first:end])


def lesson(shipped: Shipped, piece: Piece) -> Lesson:
    """The piece from a fresh start."""
    features = normalised(log_mel(piece.samples), shipped.prior)[: len(piece.phone)]
    phone = piece.phone[: len(features)]
    return Lesson(features, phone, _counts(phone))


def stream(shipped: Shipped, pieces: Sequence[Piece]) -> Lesson:
    """The pieces as one stretch of speech, as the network hears them in use."""
    features = normalised(log_mel(np.concatenate([piece.samples for piece in pieces])), shipped.prior)
    phone = np.concatenate([piece.phone for piece in pieces])[: len(features)]
    return Lesson(features[: len(phone)], phone, _counts(phone))


def head_logits(shipped: Shipped, weights: Mapping[str, Floats], samples: Floats) -> dict[str, Floats]:
    """(T, LOGITS) of each output layer, as `VisemeNetwork.hear_all` would give them with these weights."""
    hidden = shipped.tcn.heard(samples, shipped.prior, weights, _AHEAD)
    made, count = {}, len(hidden) - _AHEAD
    for name, (lag, _) in HEADS.items():
        made[name] = np.asarray(hidden[lag : lag + count] @ weights[name] + weights[f"{name}_b"], np.float32)
    return made


def _counts(phone: NDArray[np.int64]) -> Floats:
    counts = np.ones(len(phone), np.float32)
    changes = np.flatnonzero(np.diff(phone)) + 1
    for away in range(-_BOUNDARY, _BOUNDARY):
        counts[changes + away] = _BOUNDARY_COUNTS
    return counts
