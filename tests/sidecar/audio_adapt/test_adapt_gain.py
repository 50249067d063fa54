"""The threshold of lips closed stays right when the probabilities have become lower."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.gain import CLOSED, gain, lips_shift
from koekata.audio.adapt.lips import settled_lips
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.pieces import Piece
from koekata.audio.adapt.shipped import Shipped
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


@pytest.mark.parametrize(("learnt", "kept", "stays"), [(-9.0, 4.0, True), (4.0, -9.0, False)])
def test_the_shipped_output_for_closed_lips_stays_where_it_finds_more(
    shipped: Shipped, learnt: float, kept: float, stays: bool
) -> None:
    pieces, _ = spoken(20, closed=0.0, apart=0.0)
    heard = tuple([dict.fromkeys(HEADS, spoken(20, closed, apart=-9.0)[1][0])] for closed in (learnt, kept))
    changed = {name: value + np.float32(0.5) for name, value in shipped.weights.items()}
    settled = settled_lips(shipped, changed, pieces, heard)
    for name in HEADS:
        wanted = (shipped.weights if stays else changed)[name]
        np.testing.assert_array_equal(settled[name][:, CLOSED], wanted[:, CLOSED])
        np.testing.assert_array_equal(settled[name][:, :CLOSED], changed[name][:, :CLOSED])
