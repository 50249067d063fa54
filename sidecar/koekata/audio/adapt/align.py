"""Self-alignment: when each phone of a known script was said, by the network's own word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.audio.adapt.graph import (
    Graph,
    Sentence,
    duration_scores,
    expected_shares,
    reading_graph,
    usual_frames,
)
from koekata.audio.features import HOP_S
from koekata.audio.phones import load_phones
from koekata.audio.visemes import VISEMES, VOWELS, Floats
from koekata.errors import CaptureError

__all__ = ["Alignment", "align", "emissions", "lateness", "sooner"]

_NEVER = -1e9
_CLOSED, _VOICE = VISEMES + VOWELS + 1, VISEMES + VOWELS + 2
_PP = 1
_SHARE = 0.6
"""How much of the network's preference for frequent visemes is taken out, as its training left that much in."""
_VISEME, _VOWEL, _LIPS, _TALK = 0.6, 0.4, 0.3, 0.5
"""What each of the network's outputs counts."""
_MATCHINGS, _STEP = 12, 0.5
_LIMIT = 3.0
_LATEST = 5
_PACES = (0.6, 2.0)


@dataclass(frozen=True)
class Alignment:
    """`phone` (T,) indexes the inventory; `word` (T,) numbers the script's words, -1 in pauses; `score` per frame.

    The score is the logarithm of how well the best reading of the script fits, against the best row of phones of any
    kind: 0 at most.
    """

    phone: NDArray[np.int64]
    word: NDArray[np.int64]
    score: float


def align(scores: Floats, sentences: Sequence[Sentence], *, forgiving: bool = False) -> Alignment:
    """The best reading of the script through `scores` (T, phones), as `emissions` makes them.

    A forgiving one takes words that were left out or said again for what they are. Raises CaptureError where there are
    fewer frames than the script needs.
    """
    graph = reading_graph(sentences, forgiving=forgiving)
    units, total = _best_reading(scores, graph, duration_scores(_pace(scores, sentences)))
    free = scores.max(axis=1).sum()
    return Alignment(graph.phone[units], graph.word[units], float((total - free) / len(scores)))


def _pace(scores: Floats, sentences: Sequence[Sentence]) -> float:
    """How slow the reader is against the usual, by the time for which there is speech at all."""
    spoken = int((scores[:, 1:].max(axis=1) > scores[:, 0]).sum())
    names = load_phones().names
    usual = sum(usual_frames()[names.index(phone)] for sentence in sentences for phone in sentence.phones)
    return float(np.clip(spoken / usual, *_PACES))


def emissions(logits: Floats, sentences: Sequence[Sentence]) -> Floats:
    """(T, phones) log scores of (T, LOGITS).

    An unknown voice makes the network prefer some visemes to others. What it prefers is measured on the recording, and
    taken out: over all frames, each viseme is to be as frequent as the script has it.
    """
    phones = load_phones()
    expected = expected_shares(sentences)
    talk = _log_sigmoid(logits[:, _VOICE])
    visemes = _matched(
        logits[:, :VISEMES], np.bincount(phones.viseme_of, expected, VISEMES).astype(np.float64), np.exp(talk)
    )
    vowel = _log_softmax(logits[:, VISEMES:_CLOSED])
    scores = _VISEME * visemes[:, phones.viseme_of] + _VOWEL * vowel[:, phones.vowel_of.astype(int) - 1]
    lips, apart = _log_sigmoid(logits[:, _CLOSED]), _log_sigmoid(-logits[:, _CLOSED])
    scores += _LIPS * np.where(phones.viseme_of == _PP, lips[:, None], apart[:, None])
    scores += _TALK * np.where(phones.viseme_of > 0, talk[:, None], _log_sigmoid(-logits[:, _VOICE])[:, None])
    return np.asarray(scores, np.float32)


def lateness(phone: NDArray[np.int64], scores: Floats) -> int:
    """By how many frames `scores` (T, phones) come after the phones (T,) that they should be of."""
    count = len(phone) - _LATEST
    rows = np.arange(count)
    return int(np.argmax([scores[late : late + count][rows, phone[:count]].mean() for late in range(_LATEST + 1)]))


def sooner(scores: Floats, late: int) -> Floats:
    """The same (T, phones) by some frames earlier; the last one lasts."""
    return np.asarray(scores[np.minimum(np.arange(len(scores)) + late, len(scores) - 1)], np.float32)


def _matched(logits: Floats, expected: NDArray[np.float64], talk: Floats) -> Floats:
    """(T, VISEMES) log likelihoods up to a constant."""
    target = np.maximum(expected * talk.mean(), 2e-3)
    target[0] = max(1.0 - talk.mean(), 2e-3)
    target = (target / target.sum()).astype(np.float32)
    shift = np.zeros(VISEMES, np.float32)
    for _ in range(_MATCHINGS):
        mean = np.exp(_log_softmax(logits + shift)).mean(axis=0)
        shift = np.clip(shift + np.float32(_STEP) * np.log(target / mean), -_LIMIT, _LIMIT)
    return np.asarray(_log_softmax(logits + shift) - np.float32(_SHARE) * np.log(target), np.float32)


def _best_reading(scores: Floats, graph: Graph, durations: Floats) -> tuple[NDArray[np.int64], float]:
    """The best way through a hidden semi-Markov model: (T,) units, and its log score.

    `entered` is the best score with which a unit may have begun 1 ... D frames ago, less what its phone scored before:
    a unit that lasts until t then scores what its phone scored until t, whenever it began.
    """
    count = len(scores)
    so_far = np.concatenate([np.zeros((1, scores.shape[1])), np.cumsum(scores, axis=0, dtype=np.float64)])
    lasting = durations[:, graph.phone]
    leads, first = np.unique(graph.arcs[:, 1], return_index=True)
    bounds = np.append(first, len(graph.arcs))
    entered = np.full((len(durations), len(graph.phone)), _NEVER)
    entered[0, graph.starts] = 0.0
    lasted = np.zeros((count + 1, len(graph.phone)), np.int16)
    arrived = np.full((count + 1, len(leads)), -1, np.int16)
    ended = np.full(len(graph.phone), _NEVER)
    for t in range(1, count + 1):
        began = entered + lasting
        lasted[t] = began.argmax(axis=0)
        ended = began[lasted[t], np.arange(len(ended))] + so_far[t, graph.phone]
        enter = np.where(graph.follows, np.concatenate([[_NEVER], ended[:-1]]), _NEVER)
        over = ended[graph.arcs[:, 0]] + graph.prices
        best = np.maximum.reduceat(over, first)
        arrived[t] = np.where(best > enter[leads], _winners(over, best, bounds), -1)
        enter[leads] = np.maximum(enter[leads], best)
        entered[1:] = entered[:-1]
        entered[0] = enter - so_far[t, graph.phone]
    end = int(graph.ends[np.argmax(ended[graph.ends])])
    if ended[end] < _NEVER / 2:
        raise CaptureError(
            f"{count * HOP_S:.1f} s are too short for what was to be read",
            remedy="Read the sentences to their end, at an easy pace.",
        )
    return _traced(end, lasted, arrived, dict(zip(leads.tolist(), first.tolist(), strict=True)), graph), float(
        ended[end]
    )


def _winners(over: NDArray[np.float64], best: NDArray[np.float64], bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each group of arcs, the place in it of the first that has its largest value."""
    hits = np.flatnonzero(over == np.repeat(best, np.diff(bounds)))
    return np.asarray(hits[np.searchsorted(hits, bounds[:-1])] - bounds[:-1])


def _traced(
    unit: int, lasted: NDArray[np.int16], arrived: NDArray[np.int16], groups: dict[int, int], graph: Graph
) -> NDArray[np.int64]:
    units, t = np.zeros(len(lasted) - 1, np.int64), len(lasted) - 1
    column = {unit: i for i, unit in enumerate(groups)}
    while True:
        began = t - 1 - int(lasted[t, unit])
        units[began:t] = unit
        if began == 0:
            return units
        place = int(arrived[began, column[unit]])
        unit, t = (int(graph.arcs[groups[unit] + place, 0]) if place >= 0 else unit - 1), began


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float32)


def _log_sigmoid(logits: Floats) -> Floats:
    return np.asarray(-np.logaddexp(np.float32(0.0), -logits), np.float32)
