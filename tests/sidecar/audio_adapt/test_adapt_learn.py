"""Learning in NumPy: the same network as the shipped one, right gradients, and new speech of the voice heard better."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.learn import Lesson, Study, learn, loss_of
from koekata.audio.adapt.loss import Labels, heads_loss
from koekata.audio.adapt.pieces import head_logits
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.network import load_network
from koekata.audio.tcn import Weights
from koekata.bench.audio import LabelledSpeech


@pytest.mark.parametrize(("name", "look_ahead_ms"), [("now", 0), ("later", 30)])
def test_numpy_hears_what_onnxruntime_hears(
    shipped: Shipped, speech: LabelledSpeech, name: str, look_ahead_ms: int
) -> None:
    network = load_network(look_ahead_ms)
    hidden = np.stack([frame.hidden for frame in (*network.step(speech.samples[0]), *network.finish())])
    expected = network.output_layer(hidden)
    got = head_logits(shipped, shipped.weights, speech.samples[0])[name]
    assert np.abs(got - expected[: len(got)]).max() < 1e-3


@pytest.mark.parametrize("name", ["stem_w", "b0_g", "b2_t1", "b3_w", "b5_v", "last_h", "later", "now_b"])
def test_the_gradient_is_the_slope_of_the_loss(shipped: Shipped, small_head: list[Lesson], name: str) -> None:
    lesson, draw = small_head[0], np.random.default_rng(3)
    labels = Labels(lesson.phone[None], lesson.counts[None])
    grads: Weights = {}
    hidden, backward = shipped.tcn.hidden(lesson.features[None], shipped.weights, grads)
    _, gradient = heads_loss(hidden, labels, shipped.weights, grads)
    backward(gradient)
    way = draw.standard_normal(shipped.weights[name].shape).astype(np.float32)
    step = np.float32(1e-2 / np.sqrt(way.size))
    sides = [
        loss_of(shipped.tcn, shipped.weights | {name: shipped.weights[name] + s * way}, [lesson]) for s in (step, -step)
    ]
    assert float((grads[name] * way).sum()) == pytest.approx(
        (sides[0] - sides[1]) / (2 * float(step)), rel=0.05, abs=0.02
    )


def test_learning_a_voice_with_other_formants_lowers_the_loss_on_speech_kept_out(
    shipped: Shipped, small_head: list[Lesson]
) -> None:
    kept, learnt_from = small_head[1::3], [lesson for i, lesson in enumerate(small_head) if i % 3 != 1]
    told: list[float] = []
    weights = learn(shipped.tcn, shipped.weights, learnt_from, Study(steps=50), told.append)
    assert loss_of(shipped.tcn, weights, kept) < 0.95 * loss_of(shipped.tcn, shipped.weights, kept)
    assert told[-1] == 1.0


def test_the_same_seed_learns_the_same(shipped: Shipped, small_head: list[Lesson]) -> None:
    one, two = (learn(shipped.tcn, shipped.weights, small_head[:3], Study(steps=2), lambda _: None) for _ in range(2))
    assert all(np.array_equal(one[name], two[name]) for name in one)
