"""Voice calibration: from a recording of a known script to a network that knows the voice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from koekata.audio.adapt.align import Alignment, align, emissions, lateness, sooner
from koekata.audio.adapt.fit import Fit, judge, refuse
from koekata.audio.adapt.gain import Gain
from koekata.audio.adapt.learn import Lesson, Study, learn
from koekata.audio.adapt.lips import settled_lips
from koekata.audio.adapt.pieces import Piece, Take, head_logits, lesson, pieces_of, stream
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.adapt.way import AHEAD, Crossed, between
from koekata.audio.samples import SAMPLE_RATE
from koekata.audio.tcn import Weights
from koekata.audio.visemes import Floats

__all__ = ["Calibration", "Plan", "calibrate"]

Told = Callable[[str, float], None]
_LONGEST_STUDY = 3.0


@dataclass(frozen=True)
class Plan:
    """How much is learnt from a minute: first from either half of the speech, then from all of it.

    From longer recordings more is learnt, by the root of their length.
    """

    half: Study = field(default_factory=lambda: Study(steps=40))
    whole: Study = field(default_factory=lambda: Study(steps=80))

    def of(self, seconds: float) -> Plan:
        """That for so many seconds."""
        times = float(np.clip(np.sqrt(seconds / 60.0), 1.0, _LONGEST_STUDY))
        half, whole = (replace(each, steps=round(each.steps * times)) for each in (self.half, self.whole))
        return Plan(half, whole)


@dataclass(frozen=True)
class Calibration:
    """`weights` of the layers and the output layers; `before` and `after` were measured on speech not learnt from.

    `share` of the way from the shipped weights to the learnt ones was gone: 0 where nothing was gained on the way.
    """

    weights: Weights
    fit: Fit
    before: Gain
    after: Gain
    share: float
    seconds: float

    @property
    def gained(self) -> bool:
        """Whether speech that was not learnt from is heard better."""
        return self.share > 0.0


def calibrate(shipped: Shipped, takes: Sequence[Take], told: Told, plan: Plan | None = None) -> Calibration:
    """Align, learn from each half of the speech, align again with what was learnt, learn from all.

    The result lies between the shipped weights and the mean of the last three; where, the halves decide, each heard
    with what was learnt from the other. That also is the gain on new speech. `told` hears what is going on, and how far
    it is in [0, 1]. Raises CaptureError where the recording is not the script.
    """
    seconds = sum(len(take.samples) for take in takes) / SAMPLE_RATE
    plan = (plan or Plan()).of(seconds)
    told("listening", 0.0)
    scores, pieces, fit = _listened(shipped, takes)
    halves = _halves(shipped, pieces, plan.half, told)
    crossed = Crossed(shipped, pieces, halves)
    better, way = pieces, crossed.way(pieces)
    if way.share > 0.0:
        better = _realigned(takes, pieces, scores, [each[AHEAD] for each in way.heard])
        way = crossed.way(pieces, better)
    if way.share == 0.0:
        return Calibration(dict(shipped.weights), fit, way.before, way.before, 0.0, seconds)
    learnt = learn(shipped.tcn, shipped.weights, _lessons(shipped, better), plan.whole, _titled(told, "learning all"))
    weights = between(shipped.weights, _blended(learnt, halves), way.share)
    settled = settled_lips(shipped, weights, better, (way.heard, crossed.heard(way.share, shipped_mouth=True)))
    return Calibration(settled, fit, way.before, way.after, way.share, seconds)


def _listened(shipped: Shipped, takes: Sequence[Take]) -> tuple[list[Floats], list[Piece], Fit]:
    """The scores of each take, (T, phones), and what they say was said when. Raises CaptureError."""
    scores = [_scores(take, head_logits(shipped, shipped.weights, take.samples)[AHEAD]) for take in takes]
    alignments = [_aligned(take, each) for take, each in zip(takes, scores, strict=True)]
    fit = judge([(each, take.sentences) for each, take in zip(scores, takes, strict=True)], alignments)
    refuse(fit)
    pieces = [piece for i, take in enumerate(takes) for piece in pieces_of(i, take, alignments[i].phone)]
    return scores, pieces, fit


def _scores(take: Take, logits: Floats) -> Floats:
    return emissions(logits, take.sentences)


def _aligned(take: Take, scores: Floats) -> Alignment:
    return align(scores, take.sentences, forgiving=len(take.sentences) > 1)


def _halves(shipped: Shipped, pieces: Sequence[Piece], study: Study, told: Told) -> tuple[Weights, Weights]:
    """What is learnt from the odd pieces, for the even ones; and the other way round."""
    first, second = (
        learn(
            shipped.tcn, shipped.weights, _lessons(shipped, pieces[1 - half :: 2] or pieces), study,
            _titled(told, f"learning half {half + 1} of 2"),
        )
        for half in range(2)
    )  # fmt: skip
    return first, second


def _blended(whole: Weights, halves: Sequence[Weights]) -> Weights:
    """The mean of what was learnt from all and from the halves: it errs less on new speech than either.

    Wortsman et al. 2022, "Model soups".
    """
    return {
        name: np.asarray(0.5 * value + 0.5 * np.mean([half[name] for half in halves], axis=0), np.float32)
        for name, value in whole.items()
    }


def _realigned(
    takes: Sequence[Take], pieces: Sequence[Piece], scores: Sequence[Floats], logits: Sequence[Floats]
) -> list[Piece]:
    """The pieces with the phones that the shipped network's `scores` and better logits find together in their takes.

    What has learnt hears a little late: times learnt again from it alone would come later and later.
    """
    learnt = []
    for number, take in enumerate(takes):
        joined = [said[: len(p.phone)] for p, said in zip(pieces, logits, strict=True) if p.take == number]
        learnt.append(_scores(take, np.concatenate(joined)))
    late = lateness(np.concatenate([piece.phone for piece in pieces]), np.concatenate(learnt))
    phones = [
        _aligned(take, np.asarray(0.5 * first + 0.5 * sooner(each, late), np.float32)).phone
        for take, first, each in zip(takes, scores, learnt, strict=True)
    ]
    return [replace(p, phone=phones[p.take][p.first : p.first + len(p.phone)]) for p in pieces]


def _lessons(shipped: Shipped, pieces: Sequence[Piece]) -> list[Lesson]:
    """Each piece from a fresh start, and all of them as one stream: the network hears both in use."""
    return [*(lesson(shipped, piece) for piece in pieces), stream(shipped, pieces)]


def _titled(told: Told, title: str) -> Callable[[float], None]:
    return lambda share: told(title, share)
