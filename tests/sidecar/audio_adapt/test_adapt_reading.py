"""Reading aloud: a sentence ends in quiet, and silence is not waited for without end."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from rich.console import Console

from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.script import load_script, usual_seconds
from koekata.audio.features import RATE
from koekata.audio.samples import Block
from koekata.audio.visemes import Floats
from koekata.commands.voice_reading import hear_sentences
from koekata.errors import CaptureError

HUM = 3e-4


def blocks(samples: Floats) -> Iterator[Block]:
    for first in range(0, len(samples), 160):
        yield Block(first / RATE, samples[first : first + 160])


def hum(seconds: float) -> Floats:
    return np.asarray(HUM * np.random.default_rng(0).standard_normal(int(seconds * RATE)), np.float32)


def test_each_sentence_ends_after_a_moment_of_quiet(takes: list[Take]) -> None:
    read = [takes[i] for i in (11, 12, 13)]
    sound = np.concatenate([hum(1.0), *(part for take in read for part in (take.samples, hum(1.6)))])
    shown = io.StringIO()
    heard = hear_sentences(blocks(sound), [take.sentences[0] for take in read], Console(file=shown))
    assert [take.sentences for take in heard] == [take.sentences for take in read]
    for got, meant in zip(heard, read, strict=True):
        assert abs(len(got.samples) - len(meant.samples)) < 2 * RATE
        assert np.abs(np.correlate(got.samples[: 3 * RATE], meant.samples[RATE : RATE + 4000], "valid")).max() > 0.9 * (
            meant.samples[RATE : RATE + 4000] @ meant.samples[RATE : RATE + 4000]
        )
    assert "3/3" in shown.getvalue()


def test_a_reader_who_stays_silent_is_asked_once_more_and_then_told_why() -> None:
    sentence = load_script("en")[0]
    patience = 2 * (8.0 + 4.0 * usual_seconds(sentence)) + 5.0
    shown = io.StringIO()
    with pytest.raises(CaptureError, match="sentence 1/1 was not heard to its end") as caught:
        hear_sentences(blocks(hum(patience)), [sentence], Console(file=shown))
    assert "Once more, please" in shown.getvalue()
    assert "mute" in caught.value.remedy


def test_sound_that_stops_coming_is_told_as_well() -> None:
    with pytest.raises(CaptureError, match="was not heard"):
        hear_sentences(blocks(hum(1.0)), load_script("en")[:1], Console(file=io.StringIO()))
