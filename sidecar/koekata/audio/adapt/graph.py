"""The ways in which a script may be read, as a graph for the aligner.

Its units are phones and pauses. After each word a pause is possible; in a forgiving graph, words and sentences may be
left out, and read again from the beginning of the word or of the sentence, each at a price.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.phones import SILENCE, load_phones
from koekata.audio.visemes import Floats

__all__ = ["Graph", "Sentence", "duration_scores", "expected_shares", "reading_graph", "usual_frames"]

Ints = NDArray[np.int64]
_Span = tuple[int, int]
"""First and last unit."""


@dataclass(frozen=True)
class Sentence:
    """What is read in one breath: its text, and the phones of each word, of the inventory of `phones.json`."""

    text: str
    words: tuple[tuple[str, ...], ...]

    @property
    def phones(self) -> tuple[str, ...]:
        """All of them in a row."""
        return tuple(phone for word in self.words for phone in word)


@dataclass(frozen=True)
class Graph:
    """(N,) `phone` of each unit, and whether it `follows` the unit before it.

    `arcs` (A, 2) are further ways, from unit to unit, sorted by where they lead, with `prices` (A,) in logarithms of
    probability. A reading begins in one of `starts` and ends in one of `ends`. `word` (N,) numbers the words of the
    script, -1 for pauses.
    """

    phone: Ints
    follows: NDArray[np.bool_]
    arcs: Ints
    prices: Floats
    starts: Ints
    ends: Ints
    word: Ints


@dataclass
class _Draft:
    phone: list[int] = field(default_factory=list)
    follows: list[bool] = field(default_factory=list)
    word: list[int] = field(default_factory=list)
    arcs: list[tuple[int, int, float]] = field(default_factory=list)

    def chain(self, phones: Sequence[str], word: int) -> _Span:
        """Units that follow each other."""
        names, first = load_phones().names, len(self.phone)
        self.phone += [names.index(phone) for phone in phones]
        self.follows += [i > 0 for i in range(len(phones))]
        self.word += [word] * len(phones)
        return first, len(self.phone) - 1


def reading_graph(sentences: Sequence[Sentence], *, forgiving: bool) -> Graph:
    """The graph of sentences in their order."""
    draft = _Draft()
    pauses = [draft.chain((SILENCE,), -1)]
    words: list[_Span] = []
    openings: list[int] = []
    for sentence in sentences:
        openings += [len(words)] * len(sentence.words)
        for phones in sentence.words:
            words.append(draft.chain(phones, len(words)))
            pauses.append(draft.chain((SILENCE,), -1))
    _connect(draft, words, pauses)
    if forgiving:
        sizes = [len(phones) for sentence in sentences for phones in sentence.words]
        _forgive(draft, words, pauses, openings, sizes)
    return _finished(draft, [words[0][0], pauses[0][0]], [words[-1][1], pauses[-1][1]])


def _connect(draft: _Draft, words: Sequence[_Span], pauses: Sequence[_Span]) -> None:
    """From each word to the next, at once or over a pause; pause i comes before word i."""
    prices = _settings()["prices"]
    for i, word in enumerate(words):
        draft.arcs += [(pauses[i][1], word[0], 0.0), (word[1], pauses[i + 1][0], prices["pause"])]
        if i > 0:
            draft.arcs.append((words[i - 1][1], word[0], 0.0))
    silence = load_phones().names.index(SILENCE)
    for unit, phone in enumerate(draft.phone):
        draft.arcs.append((unit, unit, 0.0 if phone == silence else prices["held"]))


def _forgive(
    draft: _Draft, words: Sequence[_Span], pauses: Sequence[_Span], openings: Sequence[int], sizes: Sequence[int]
) -> None:
    """Past a word and past a sentence, at a price for each phone; back to the word's or the sentence's beginning."""
    prices = _settings()["prices"]
    for i, opening in enumerate(openings):
        past = prices["left_out"] + prices["left_out_phone"] * sizes[i]
        draft.arcs += [
            (pauses[i][1], pauses[i + 1][0], past),
            (pauses[i + 1][1], words[i][0], prices["again"]),
            (pauses[i + 1][1], words[opening][0], prices["again"]),
        ]
    heads = [*sorted(set(openings)), len(words)]
    for here, there in itertools.pairwise(heads):
        past = prices["left_out"] + prices["left_out_phone"] * sum(sizes[here:there])
        draft.arcs.append((pauses[here][1], pauses[there][0], past))


def _finished(draft: _Draft, starts: Sequence[int], ends: Sequence[int]) -> Graph:
    arcs = sorted(draft.arcs, key=lambda arc: arc[1])
    return Graph(
        np.array(draft.phone), np.array(draft.follows),
        np.array([arc[:2] for arc in arcs], np.int64), np.array([arc[2] for arc in arcs], np.float32),
        np.array(starts), np.array(ends), np.array(draft.word),
    )  # fmt: skip


def usual_frames() -> NDArray[np.float64]:
    """(phones,) the usual duration of each phone in frames."""
    settings = _settings()
    return np.array([settings["usual"].get(name, settings["usual_other"]) for name in load_phones().names], np.float64)


def duration_scores(pace: float) -> Floats:
    """(D, phones) log weights of lasting 1 ... D frames: log-normal around the usual; any pause is as good.

    `pace` is by how much the reader is slower than usual.
    """
    settings = _settings()
    frames = np.arange(1, settings["longest"] + 1)[:, None]
    away = (np.log(frames) - np.log(usual_frames() * pace)) / settings["spread"]
    scores = -0.5 * settings["duration_counts"] * away**2
    scores[frames[:, 0] < settings["shortest"]] = -1e9
    pause = load_phones().names.index(SILENCE)
    scores[:, pause] = np.where(frames[:, 0] < settings["shortest_pause"], -1e9, 0.0)
    return np.asarray(scores, np.float32)


def expected_shares(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """(phones,) how much of the time of speaking each phone is expected to take; silence is left at zero."""
    names, usual = load_phones().names, usual_frames()
    shares = np.zeros(len(names))
    for index in (names.index(phone) for phone in _spoken(sentences)):
        shares[index] += usual[index]
    return np.asarray(shares / shares.sum())


def _spoken(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from sentence.phones


@lru_cache(maxsize=1)
def _settings() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads((resources.files("koekata.audio.adapt") / "reading.json").read_text("utf-8"))
    return stored
