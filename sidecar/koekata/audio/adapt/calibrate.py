"""Voice calibration: from a recording of a known script to a network that knows the voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from koekata.audio.adapt.align import Alignment, align, emissions
from koekata.audio.adapt.fit import Fit, judge, refuse
from koekata.audio.adapt.gain import Gain, gain
from koekata.audio.adapt.learn import Lesson, Study, learn
from koekata.audio.adapt.lips import settled_lips, shipped_lips
from koekata.audio.adapt.loss import HEADS
from koekata.audio.adapt.pieces import Piece, Take, head_logits, lesson, pieces_of, stream
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.adapt.tcn import Weights
from koekata.audio.samples import SAMPLE_RATE
from koekata.audio.visemes import Floats

__all__ = ["Calibration", "Plan", "calibrate"]

Told = Callable[[str, float], None]
_Heard = dict[str, Floats]
"""(T, LOGITS) by output layer."""
_AHEAD = "later"
"""The output layer that is aligned and judged by."""


@dataclass(frozen=True)
class Plan:
    """How much is learnt: first from either half of the speech, `rounds` times; then from all of it."""

    rounds: int = 2
    half: Study = field(default_factory=lambda: Study(steps=50))
    whole: Study = field(default_factory=lambda: Study(steps=110))


@dataclass(frozen=True)
class Calibration:
    """`weights` of the layers and the output layers; `before` and `after` were measured on speech not learnt from."""

    weights: Weights
    fit: Fit
    before: Gain
    after: Gain
    seconds: float

    @property
    def gained(self) -> bool:
        """Whether speech that was not learnt from is heard better."""
        return self.after.viseme + self.after.vowel > self.before.viseme + self.before.vowel


def calibrate(shipped: Shipped, takes: Sequence[Take], told: Told, plan: Plan | None = None) -> Calibration:
    """Align, learn from each half of the speech, align each half with what was learnt from the other, learn from all.

    The result is the mean of the last three.

    What was learnt from one half is measured on the other, so that the gain is that on new speech. `told` hears what is
    going on, and how far it is in [0, 1]. Raises CaptureError where the recording is not the script.
    """
    plan = plan or Plan()
    told("listening", 0.0)
    scores = [_scores(take, head_logits(shipped, shipped.weights, take.samples)[_AHEAD]) for take in takes]
    alignments = [_aligned(take, each) for take, each in zip(takes, scores, strict=True)]
    fit = judge([(each, take.sentences) for each, take in zip(scores, takes, strict=True)], alignments)
    refuse(fit)
    pieces = [piece for i, take in enumerate(takes) for piece in pieces_of(i, take, alignments[i].phone)]
    before = _column([head_logits(shipped, shipped.weights, piece.samples) for piece in pieces], _AHEAD)
    better = pieces
    for _ in range(plan.rounds):
        heard, kept, halves = _crosswise(shipped, better, plan.half, told)
        after = _column(heard, _AHEAD)
        better = _realigned(takes, pieces, after)
    lessons = _lessons(shipped, better)
    weights = learn(shipped.tcn, shipped.weights, lessons, plan.whole, _titled(told, "learning the voice"))
    # Each alignment favours the network that made it: both have a say.
    judged, threshold = [*pieces, *better], shipped.closed_thresholds[_AHEAD]
    return Calibration(
        settled_lips(shipped, _blended(weights, halves), better, (heard, kept)), fit,
        gain(judged, [*before, *before], threshold), gain(judged, [*after, *after], threshold),
        sum(len(take.samples) for take in takes) / SAMPLE_RATE,
    )  # fmt: skip


def _scores(take: Take, logits: Floats) -> Floats:
    return emissions(logits, take.sentences)


def _aligned(take: Take, scores: Floats) -> Alignment:
    return align(scores, take.sentences, forgiving=len(take.sentences) > 1)


def _crosswise(
    shipped: Shipped, pieces: Sequence[Piece], study: Study, told: Told
) -> tuple[list[_Heard], list[_Heard], list[Weights]]:
    """Each piece as heard by a network that has learnt from the other half of the pieces; the same with the shipped
    outputs for lips closed; and the two networks.
    """
    heard: list[_Heard] = [{} for _ in pieces]
    kept: list[_Heard] = [{} for _ in pieces]
    learnt = []
    for half in range(2):
        lessons = _lessons(shipped, pieces[1 - half :: 2] or pieces)
        weights = learn(shipped.tcn, shipped.weights, lessons, study, _titled(told, f"learning half {half + 1} of 2"))
        for i in range(half, len(pieces), 2):
            heard[i] = head_logits(shipped, weights, pieces[i].samples)
            kept[i] = head_logits(shipped, shipped_lips(shipped, weights, tuple(HEADS)), pieces[i].samples)
        learnt.append(weights)
    return heard, kept, learnt


def _blended(whole: Weights, halves: Sequence[Weights]) -> Weights:
    """The mean of what was learnt from all and from the halves: it errs less on new speech than either.

    Wortsman et al. 2022, "Model soups".
    """
    return {
        name: np.asarray(0.5 * value + 0.5 * np.mean([half[name] for half in halves], axis=0), np.float32)
        for name, value in whole.items()
    }


def _realigned(takes: Sequence[Take], pieces: Sequence[Piece], logits: Sequence[Floats]) -> list[Piece]:
    """The pieces with the phones that better logits find in their takes."""
    phones = []
    for number, take in enumerate(takes):
        joined = [said[: len(p.phone)] for p, said in zip(pieces, logits, strict=True) if p.take == number]
        phones.append(_aligned(take, _scores(take, np.concatenate(joined))).phone)
    return [replace(p, phone=phones[p.take][p.first : p.first + len(p.phone)]) for p in pieces]


def _lessons(shipped: Shipped, pieces: Sequence[Piece]) -> list[Lesson]:
    """Each piece from a fresh start, and all of them as one stream: the network hears both in use."""
    return [*(lesson(shipped, piece) for piece in pieces), stream(shipped, pieces)]


def _column(heard: Sequence[Mapping[str, Floats]], name: str) -> list[Floats]:
    return [each[name] for each in heard]


def _titled(told: Told, title: str) -> Callable[[float], None]:
    return lambda share: told(title, share)
