"""How well shown closures agree with those that were acted, and how far the mouth is from the truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from koekata.audio.closures import Interval, matched, runs
from koekata.audio.fuse.build.acting import FPS, Performance
from koekata.audio.fuse.mouth import load_mouth
from koekata.channels import ARKIT_INDEX
from koekata.frames import SolvedFace

__all__ = ["CLOSED_GAP", "OPEN_GAP", "ClosureScore", "gaps", "score_closures"]

CLOSED_GAP = 0.05
"""Lips count as visibly closed below this gap: 1.6 mm on the rendered faces, whose jaw opens by 31 mm."""
OPEN_GAP = 0.08
"""And as visibly open above this one: 2.5 mm. Between the two it is neither."""
_TOLERANCE_S = 0.04
_VOWELS = ("mouthFunnel", "mouthPucker", "mouthStretchLeft", "mouthStretchRight")

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass
class ClosureScore:
    """Counts, to be summed over clips."""

    true: int = 0
    hit: int = 0
    found: int = 0
    wrong: int = 0
    seconds: float = 0.0
    late_s: list[float] = field(default_factory=list)
    jaw: list[float] = field(default_factory=list)
    shapes: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Recall of p, b, m; precision of what is shown closed; wrong ones a second; errors; lateness."""
        return {
            "closures": self.true,
            "recall": self.hit / max(self.true, 1),
            "precision": 1.0 - self.wrong / max(self.found, 1),
            "false_per_s": self.wrong / max(self.seconds, 1e-9),
            "jaw_open_error": float(np.mean(self.jaw)) if self.jaw else 0.0,
            "vowel_shape_error": float(np.mean(self.shapes)) if self.shapes else 0.0,
            "late_ms": 1e3 * float(np.median(self.late_s)) if self.late_s else 0.0,
        }


def gaps(weights: Floats) -> Floats:
    """(T,) of (T, 52 or more)."""
    return np.asarray(weights[:, :52] @ load_mouth().parting)


def score_closures(score: ClosureScore, performance: Performance, shown: Sequence[SolvedFace]) -> None:
    """Adds one clip.

    A true closure is met by a run of closed pictures within 40 ms of it, one by one; closures between which the true
    lips do not visibly part are one. A run of closed pictures is wrong when the true lips are visibly open all around
    it, or stay so for two pictures or more of it. Closed lips at rest are no mistake, but do not count for recall.
    """
    weights = np.array([face.weights[:52] for face in shown])
    shut, true_gap = gaps(weights) < CLOSED_GAP, gaps(performance.weights)
    slack = max(1, int(_TOLERANCE_S * FPS))
    near_true = _widened(true_gap < OPEN_GAP, slack)
    truth = [_pictures(start_s, end_s, len(shut)) for start_s, end_s in performance.closures]
    found = runs(shut)
    closures = _parted(truth, true_gap)
    score.true += len(closures)
    score.hit += matched(closures, found, slack)
    score.found += len(found)
    score.wrong += sum(_is_wrong(near_true, run) for run in found)
    score.seconds += len(shown) / FPS
    score.late_s += _lateness(performance.closures, shut)
    spoken = performance.visemes[np.minimum(np.arange(len(shown)) * 100 // int(FPS), len(performance.visemes) - 1)] > 0
    jaw, places = ARKIT_INDEX["jawOpen"], [ARKIT_INDEX[name] for name in _VOWELS]
    vowel = spoken & (true_gap > OPEN_GAP)
    score.jaw += np.abs(weights[spoken, jaw] - performance.weights[spoken, jaw]).tolist()
    score.shapes += np.abs(weights[vowel] - performance.weights[vowel])[:, places].mean(axis=1).tolist()


def _pictures(start_s: float, end_s: float, count: int) -> Interval:
    return min(int(np.ceil(start_s * FPS - 1e-6)), count - 1), min(int(np.floor(end_s * FPS + 1e-6)) + 1, count)


def _parted(truth: Sequence[Interval], gap: Floats) -> list[Interval]:
    """Those during which the true lips are closed in a picture, joined where they do not part in between."""
    joined: list[Interval] = []
    for first, end in truth:
        if end <= first or gap[first:end].min() >= CLOSED_GAP:
            continue
        if joined and gap[joined[-1][0] : end].max() < OPEN_GAP:
            first, end = joined[-1][0], end
            joined.pop()
        joined.append((first, end))
    return joined


def _widened(flags: Flags, by: int) -> Flags:
    wide = flags.copy()
    for shift in range(1, by + 1):
        wide[shift:] |= flags[:-shift]
        wide[:-shift] |= flags[shift:]
    return wide


def _is_wrong(near_true: Flags, run: Interval) -> bool:
    first, end = run
    inside = near_true[first:end]
    return not inside.any() or max((b - a for a, b in runs(~inside)), default=0) >= 2


def _lateness(closures: Floats, shut: Flags) -> list[float]:
    """From the true start to the first closed picture of those that were open before."""
    late = []
    for start_s, end_s in closures:
        first = int(np.ceil((start_s - 0.05) * FPS))
        last = min(int((end_s + 0.1) * FPS) + 1, len(shut))
        closed = np.flatnonzero(shut[first:last])
        if len(closed) and closed[0] > 0:
            late.append((first + closed[0]) / FPS - start_s)
    return late
