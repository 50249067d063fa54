"""What calibration gained, and where the threshold of lips closed belongs afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.audio.adapt.pieces import Piece
from koekata.audio.closures import Interval, closures, matched, runs
from koekata.audio.phones import load_phones
from koekata.audio.visemes import VISEMES, VOWELS, Floats

__all__ = ["CLOSED", "Gain", "gain", "lips_score", "lips_shift"]

CLOSED = VISEMES + VOWELS + 1
"""Column of the logit of lips closed."""
_PP, _TOLERANCE = 1, 4
_SHIFTS = np.arange(-2.5, 2.51, 0.25)
_FEWEST = 12
"""Closures from which the threshold is believed."""


@dataclass(frozen=True)
class Gain:
    """In how much of the speech viseme and vowel are right, frame by frame; and the F1 score of closures."""

    viseme: float
    vowel: float
    closures: float


def gain(pieces: Sequence[Piece], logits: Sequence[Floats], threshold: float) -> Gain:
    """Measured by the phones of the pieces; `threshold` is the probability from which lips are closed."""
    phones, right, sung = load_phones(), [], []
    for piece, said in zip(pieces, logits, strict=True):
        count = min(len(said), len(piece.phone))
        viseme, vowel = phones.viseme_of[piece.phone[:count]], phones.vowel_of[piece.phone[:count]]
        right.append((said[:count, :VISEMES].argmax(axis=1) == viseme)[viseme > 0])
        heard = said[:count, VISEMES : VISEMES + VOWELS - 1].argmax(axis=1) + 1
        sung.append((heard == vowel)[(vowel > 0) & (vowel < VOWELS)])
    return Gain(_share(right), _share(sung), _f1(_true_closures(pieces), logits, threshold, 0.0))


def lips_shift(pieces: Sequence[Piece], logits: Sequence[Floats], threshold: float) -> float:
    """What to add to the logit of lips closed, so that the threshold stays where it finds closures best.

    Midway between where F1 is best and where as many are found as there are: few closures show either only roughly.
    With very few, nothing is changed.
    """
    truth = _true_closures(pieces)
    if sum(map(len, truth)) < _FEWEST:
        return 0.0
    rates = [_rates(truth, logits, threshold, shift) for shift in _SHIFTS]
    smooth = np.convolve(np.pad([rate[0] for rate in rates], 2, mode="edge"), np.full(5, 0.2), mode="valid")
    even = np.abs(np.log([max(rate[1], 0.05) for rate in rates]))
    return float(_SHIFTS[int(smooth.argmax())] + _SHIFTS[int(even.argmin())]) / 2.0


def lips_score(pieces: Sequence[Piece], logits: Sequence[Floats], shift: float, threshold: float) -> float:
    """F1 of closures, with `shift` added to the logit of lips closed."""
    return _f1(_true_closures(pieces), logits, threshold, shift)


def _true_closures(pieces: Sequence[Piece]) -> list[list[Interval]]:
    phones = load_phones()
    return [runs(phones.viseme_of[piece.phone] == _PP) for piece in pieces]


def _f1(truth: Sequence[list[Interval]], logits: Sequence[Floats], threshold: float, shift: float) -> float:
    return _rates(truth, logits, threshold, shift)[0]


def _rates(
    truth: Sequence[list[Interval]], logits: Sequence[Floats], threshold: float, shift: float
) -> tuple[float, float]:
    """F1, and how many closures are found for each true one."""
    found = [closures(_probability(said[:, CLOSED] + np.float32(shift)), threshold) for said in logits]
    pairs = sum(matched(a, b, _TOLERANCE) for a, b in zip(truth, found, strict=True))
    true, count = sum(map(len, truth)), sum(map(len, found))
    return 2.0 * pairs / max(1, true + count), count / max(1, true)


def _probability(logits: Floats) -> Floats:
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * logits), np.float32)


def _share(parts: Sequence[NDArray[np.bool_]]) -> float:
    joined = np.concatenate(parts)
    return float(joined.mean()) if len(joined) else 0.0
