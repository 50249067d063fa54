"""Labelled speech of voices that the network has not learnt from, as it is and with other formants."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import resample_poly

from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.learn import Lesson
from koekata.audio.adapt.pieces import Piece, Take, lesson
from koekata.audio.adapt.shipped import Shipped, open_shipped
from koekata.audio.features import HOP
from koekata.audio.phones import load_phones
from koekata.audio.visemes import Floats
from koekata.bench.audio import LabelledSpeech, held_out

Labels = NDArray[np.int64]
_PHONES = ("sil", "m", "f", "θ", "t", "k", "tʃ", "s", "n", "ɹ", "a", "e", "i", "o", "u")
"""A phone for each viseme."""


@pytest.fixture(scope="session")
def speech() -> LabelledSpeech:
    return held_out()


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return open_shipped()


@pytest.fixture(scope="session")
def script() -> Callable[[Labels], Sentence]:
    """What was read, without any times: a word for all that lies between two pauses."""

    def written(visemes: Labels) -> Sentence:
        changes = np.flatnonzero(np.diff(visemes, prepend=-1))
        words: list[list[str]] = [[]]
        for viseme in visemes[changes].tolist():
            words = [*words, []] if viseme == 0 else [*words[:-1], [*words[-1], _PHONES[viseme]]]
        return Sentence("", tuple(tuple(word) for word in words if word))

    return written


@pytest.fixture(scope="session")
def takes(speech: LabelledSpeech, script: Callable[[Labels], Sentence]) -> list[Take]:
    rows = zip(speech.samples, speech.visemes, strict=True)
    return [Take(samples, (script(visemes.astype(np.int64)),)) for samples, visemes in rows]


@pytest.fixture(scope="session")
def small_head(speech: LabelledSpeech, shipped: Shipped) -> list[Lesson]:
    """The same speech from a vocal tract that is a quarter shorter, labelled."""
    return [_shrunk(shipped, *row) for row in zip(speech.samples, speech.visemes, strict=True)]


def _shrunk(shipped: Shipped, samples: Floats, visemes: NDArray[np.integer[Any]]) -> Lesson:
    share = Fraction(3, 4)
    short = np.asarray(resample_poly(samples, share.numerator, share.denominator), np.float32)
    at = np.minimum((np.arange(len(short) // HOP + 1) / float(share)).astype(int), len(visemes) - 1)
    names = load_phones().names
    phone = np.array([names.index(_PHONES[viseme]) for viseme in visemes[at].tolist()])
    return lesson(shipped, Piece(0, 0, short, phone))
