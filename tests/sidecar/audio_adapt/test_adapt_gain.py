"""The threshold of lips closed stays right when the probabilities have become lower."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.gain import CLOSED, gain, lips_shift
from koekata.audio.adapt.pieces import Piece
from koekata.audio.phones import load_phones
from koekata.audio.visemes import LOGITS, Floats


def spoken(closures: int, closed: float, apart: float) -> tuple[list[Piece], list[Floats]]:
    """A piece with closures of 80 ms, and the logits of lips closed in them and outside."""
    phone = np.full(closures * 40 + 20, load_phones().names.index("a"))
    logits = np.full((len(phone), LOGITS), -9.0, np.float32)
    logits[:, CLOSED] = apart
    for first in range(20, len(phone) - 20, 40):
        phone[first : first + 8] = load_phones().names.index("b")
        logits[first : first + 8, CLOSED] = closed
    return [Piece(0, 0, np.zeros(0, np.float32), phone)], [logits]


def test_closures_that_have_become_too_unsure_are_found_again() -> None:
    pieces, logits = spoken(20, closed=0.0, apart=-4.0)
    assert gain(pieces, logits, 0.8).closures == 0.0
    shift = lips_shift(pieces, logits, 0.8)
    logits[0][:, CLOSED] += np.float32(shift)
    assert gain(pieces, logits, 0.8).closures == 1.0


def test_false_closures_of_a_louder_logit_are_let_go() -> None:
    pieces, logits = spoken(20, closed=4.0, apart=1.8)
    assert lips_shift(pieces, logits, 0.8) < -0.4


@pytest.mark.parametrize("closures", [0, 5])
def test_with_few_closures_the_threshold_stays(closures: int) -> None:
    pieces, logits = spoken(closures, closed=0.0, apart=-4.0)
    assert lips_shift(pieces, logits, 0.8) == 0.0
