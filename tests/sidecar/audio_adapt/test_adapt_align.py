"""Self-alignment: a known script in unknown speech."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.align import align, emissions, lateness, sooner
from koekata.audio.adapt.pieces import Take, head_logits
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.phones import load_phones
from koekata.audio.visemes import Floats
from koekata.bench.audio import LabelledSpeech


def heard(shipped: Shipped, samples: Floats) -> Floats:
    return head_logits(shipped, shipped.weights, samples)["later"]


def test_phones_are_found_within_30_ms_of_where_they_begin(
    shipped: Shipped, takes: list[Take], speech: LabelledSpeech
) -> None:
    viseme_of, errors = load_phones().viseme_of, []
    for take, truth in zip(takes, speech.visemes, strict=True):
        found = align(emissions(heard(shipped, take.samples), take.sentences), take.sentences)
        begun = np.flatnonzero(np.diff(viseme_of[found.phone]))
        errors += [int(np.abs(begun - begin).min()) for begin in np.flatnonzero(np.diff(truth))]
    assert np.mean(errors) * 10.0 <= 30.0


def test_most_frames_get_the_viseme_that_was_spoken(
    shipped: Shipped, takes: list[Take], speech: LabelledSpeech
) -> None:
    right, alone = [], []
    for take, truth in zip(takes, speech.visemes, strict=True):
        logits = heard(shipped, take.samples)
        found = align(emissions(logits, take.sentences), take.sentences)
        count = min(len(truth), len(found.phone))
        right.append(load_phones().viseme_of[found.phone[:count]] == truth[:count])
        alone.append(logits[:count, :15].argmax(axis=1) == truth[:count])
    share = float(np.concatenate(right).mean())
    assert share >= 0.75
    assert share > float(np.concatenate(alone).mean()) + 0.05


def test_a_sentence_left_out_is_told_and_what_follows_is_in_its_place(shipped: Shipped, takes: list[Take]) -> None:
    chosen = [takes[i] for i in (9, 10, 11, 12)]
    sentences = tuple(sentence for take in chosen for sentence in take.sentences)
    sizes = [len(sentence.words) for sentence in sentences]
    samples = np.concatenate([chosen[i].samples for i in (0, 1, 3)])
    found = align(emissions(heard(shipped, samples), sentences), sentences, forgiving=True)
    missing = set(range(sizes[0] + sizes[1], sum(sizes[:3])))
    said = set(found.word.tolist()) - {-1}
    assert not said & missing
    assert said == set(range(sum(sizes))) - missing
    begin = (len(chosen[0].samples) + len(chosen[1].samples)) / 160
    assert abs(np.flatnonzero(found.word == sum(sizes[:3]))[0] - begin) < 60


def test_a_sentence_said_twice_is_found_twice(shipped: Shipped, takes: list[Take]) -> None:
    chosen = [takes[i] for i in (9, 10)]
    sentences = tuple(sentence for take in chosen for sentence in take.sentences)
    samples = np.concatenate([chosen[0].samples, chosen[0].samples, chosen[1].samples])
    found = align(emissions(heard(shipped, samples), sentences), sentences, forgiving=True)
    first = found.word == 0
    begun = np.flatnonzero(np.diff(first.astype(np.int8), prepend=0) == 1)
    assert len(begun) == 2
    assert abs((begun[1] - begun[0]) * 160 - len(chosen[0].samples)) < 4000


@pytest.mark.parametrize("late", [0, 1, 3])
def test_what_is_heard_late_is_measured_and_brought_back(late: int) -> None:
    names, draw = load_phones().names, np.random.default_rng(late)
    phone = np.repeat(draw.integers(0, len(names), 60), 7)
    heard = np.eye(len(names), dtype=np.float32)[np.roll(phone, late)]
    noisy = heard + np.float32(0.3) * draw.standard_normal(heard.shape, np.float32)
    assert lateness(phone, noisy) == late
    kept = len(phone) - late
    np.testing.assert_array_equal(sooner(heard, late)[:kept].argmax(axis=1), phone[:kept])
