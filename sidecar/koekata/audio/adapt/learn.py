"""Learning a voice: all layers of the network move a little, drawn towards what they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.audio.adapt.loss import Labels, heads_loss
from koekata.audio.features import BANDS
from koekata.audio.tcn import Tcn, Weights
from koekata.audio.visemes import Floats

__all__ = ["Lesson", "Study", "learn", "loss_of"]

_FRAMES, _BATCH = 300, 4
"""Frames that count of a sequence, and sequences in a step."""
_SLOPE, _SQUARES, _TINY = 0.9, 0.99, 1e-8
_CLIP = 1.0
_WARP, _TONE, _NOISE = 0.05, 0.35, 0.12
_HIDDEN_BANDS, _HIDDEN_FRAMES = 6, 4


@dataclass(frozen=True)
class Lesson:
    """A stretch of speech: `features` (T, BANDS) as the network hears them, `phone` (T,), and what frames count."""

    features: Floats
    phone: NDArray[np.int64]
    counts: Floats


@dataclass(frozen=True)
class Study:
    """How much is learnt."""

    steps: int = 80
    rate: float = 2e-3
    pull: float = 0.05
    """The share by which the weights are drawn back to the shipped ones in each step, while the rate is full."""
    seed: int = 0


def learn(
    tcn: Tcn, weights: Mapping[str, Floats], lessons: Sequence[Lesson], study: Study, told: Callable[[float], None]
) -> Weights:
    """Adam (Kingma and Ba 2015) with a decreasing rate. `told` hears how far it is, in [0, 1].

    Each sequence is heard slightly changed, as in training: the mel axis stretched, another tone colour, noise, bands
    and moments missing. The layers learn to hear this voice, not this recording.
    """
    draw = np.random.default_rng(study.seed)
    learnt: Weights = {name: np.array(value, np.float32) for name, value in weights.items()}
    slopes = {name: np.zeros_like(value) for name, value in learnt.items()}
    squares = {name: np.zeros_like(value) for name, value in learnt.items()}
    for step in range(1, study.steps + 1):
        grads = _gradient(tcn, learnt, lessons, draw)
        rate = study.rate * min(1.0, step / 10) * (0.5 + 0.5 * np.cos(np.pi * step / study.steps))
        for name, gradient in grads.items():
            slopes[name] += (1 - _SLOPE) * (gradient - slopes[name])
            squares[name] += (1 - _SQUARES) * (gradient**2 - squares[name])
            change = slopes[name] / (1 - _SLOPE**step) / (np.sqrt(squares[name] / (1 - _SQUARES**step)) + _TINY)
            change += (study.pull / study.rate) * (learnt[name] - weights[name])
            learnt[name] -= np.float32(rate) * change
        told(step / study.steps)
    return learnt


def loss_of(tcn: Tcn, weights: Mapping[str, Floats], lessons: Sequence[Lesson]) -> float:
    """The mean loss of lessons as they are."""
    losses, sizes = [], []
    for lesson in lessons:
        hidden, _ = tcn.hidden(lesson.features[None], weights)
        loss, _ = heads_loss(hidden, Labels(lesson.phone[None], lesson.counts[None]), weights, {})
        losses.append(loss)
        sizes.append(float(lesson.counts.sum()))
    return float(np.average(losses, weights=sizes))


def _gradient(tcn: Tcn, weights: Weights, lessons: Sequence[Lesson], draw: np.random.Generator) -> Weights:
    features, labels = _batch(tcn.reach, lessons, draw)
    grads: Weights = {}
    hidden, backward = tcn.hidden(features, weights, grads)
    _, gradient = heads_loss(hidden, labels, weights, grads)
    backward(gradient)
    size = float(np.sqrt(sum(float((each**2).sum()) for each in grads.values())))
    share = np.float32(min(1.0, _CLIP / (size + _TINY)))
    return {name: each * share for name, each in grads.items()}


def _batch(reach: int, lessons: Sequence[Lesson], draw: np.random.Generator) -> tuple[Floats, Labels]:
    """Sequences from anywhere; those frames count that have all that comes before them, or begin the lesson."""
    length = reach + _FRAMES
    features = np.zeros((_BATCH, length, BANDS), np.float32)
    phone, counts = np.zeros((_BATCH, length), np.int64), np.zeros((_BATCH, length), np.float32)
    sizes = np.array([len(lesson.phone) for lesson in lessons], np.float64)
    for row in range(_BATCH):
        lesson = lessons[int(draw.choice(len(lessons), p=sizes / sizes.sum()))]
        first = max(0, int(draw.integers(-_FRAMES // 2, max(1, len(lesson.phone) - _FRAMES // 2))) - reach)
        part = slice(first, min(first + length, len(lesson.phone)))
        count = part.stop - part.start
        features[row, :count] = _varied(lesson.features[part], draw)
        phone[row, :count] = lesson.phone[part]
        counts[row, :count] = lesson.counts[part]
        counts[row, : reach if first else 0] = 0.0
    return features, Labels(phone, counts)


def _varied(features: Floats, draw: np.random.Generator) -> Floats:
    at = np.minimum(np.arange(BANDS) * draw.uniform(1 - _WARP, 1 + _WARP), BANDS - 1.001)
    low, share = at.astype(int), (at % 1.0).astype(np.float32)
    made = features[:, low] * (1 - share) + features[:, low + 1] * share
    made += np.interp(np.linspace(0, 4, BANDS), np.arange(5), draw.normal(0, _TONE, 5)).astype(np.float32)
    made += np.float32(_NOISE) * draw.standard_normal(made.shape, np.float32)
    if draw.random() < 0.4:
        first = int(draw.integers(0, BANDS - _HIDDEN_BANDS))
        made[:, first : first + int(draw.integers(1, _HIDDEN_BANDS))] = 0.0
    if draw.random() < 0.3:
        first = int(draw.integers(0, len(made)))
        made[first : first + int(draw.integers(1, _HIDDEN_FRAMES))] = 0.0
    return np.asarray(made, np.float32)
