"""How far to go towards what was learnt is decided by speech that it was not learnt from."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.align import align, emissions
from koekata.audio.adapt.calibrate import Plan, calibrate
from koekata.audio.adapt.learn import Study, learn
from koekata.audio.adapt.pieces import Piece, Take, head_logits, lesson, pieces_of
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.adapt.way import Crossed, between
from koekata.audio.tcn import Weights


@pytest.fixture(scope="module")
def pieces(shipped: Shipped, takes: list[Take]) -> list[Piece]:
    made: list[Piece] = []
    for i, take in enumerate(takes):
        scores = emissions(head_logits(shipped, shipped.weights, take.samples)["later"], take.sentences)
        made += pieces_of(i, take, align(scores, take.sentences).phone)
    return made


def spoilt(shipped: Shipped) -> Weights:
    """The shipped weights, each a tenth off or more."""
    draw = np.random.default_rng(2)
    return {
        name: np.asarray(value + 0.15 * draw.standard_normal(value.shape), np.float32)
        for name, value in shipped.weights.items()
    }


def test_what_makes_hearing_worse_is_not_taken(shipped: Shipped, pieces: list[Piece]) -> None:
    way = Crossed(shipped, pieces, (spoilt(shipped), spoilt(shipped))).way(pieces)
    assert way.share == 0.0
    assert way.after == way.before


def test_a_network_that_hears_a_voice_better_is_taken_and_its_gain_told(shipped: Shipped, pieces: list[Piece]) -> None:
    worse = between(shipped.weights, spoilt(shipped), 0.6)
    odd = Shipped(**(vars(shipped) | {"weights": worse}))
    way = Crossed(odd, pieces, (shipped.weights, shipped.weights)).way(pieces)
    assert way.share == 1.0
    assert way.after.viseme > way.before.viseme + 0.05


def test_a_piece_is_not_judged_by_what_was_learnt_from_it(shipped: Shipped, pieces: list[Piece]) -> None:
    first = learn(shipped.tcn, shipped.weights, [lesson(shipped, pieces[1])], Study(steps=2), lambda _: None)
    heard = Crossed(shipped, pieces[:2], (first, shipped.weights)).heard(1.0)
    np.testing.assert_array_equal(heard[0]["later"], head_logits(shipped, first, pieces[0].samples)["later"])
    np.testing.assert_array_equal(heard[1]["later"], head_logits(shipped, shipped.weights, pieces[1].samples)["later"])


def test_where_nothing_is_gained_the_shipped_weights_stay(shipped: Shipped, takes: list[Take]) -> None:
    plan = Plan(half=Study(steps=3, rate=0.5, pull=0.0))
    made = calibrate(shipped, takes, lambda _title, _share: None, plan)
    assert made.share == 0.0
    assert not made.gained
    assert all(np.array_equal(made.weights[name], shipped.weights[name]) for name in shipped.weights)
