"""Learn the weights of the closure rules from rendered clips of the `train` voices, and choose their thresholds.

    python -m koekata.audio.fuse.build.learn --bench ../shared/bench/ict --cache DIR --out rules.json

The rules are fitted frame by frame; pictures within a closure are positive, those well outside, with open lips,
negative. Every clip counts with and without music in the room; and each time with the crisp lips before smoothing, with
those after it, with those of a camera that blurs three pictures into one, and without a camera. The thresholds are then
those that make few mistakes in the clips as they are shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from koekata.audio.fuse.build.acting import FPS, Performance
from koekata.audio.fuse.build.hearing import Hearing, noisy
from koekata.audio.fuse.build.plan import Voices, filmed, planned
from koekata.audio.fuse.build.scoring import OPEN_GAP, ClosureScore, gaps, score_closures
from koekata.audio.fuse.build.solving import Seen, Solving
from koekata.audio.fuse.build.stage import Stage
from koekata.audio.fuse.evidence import CAMERA, FEATURES, ClosureRule, Sight, evidence
from koekata.audio.fuse.fuser import Fuser
from koekata.audio.fuse.heard import hear
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.fuse.take import fuse_take, take_evidence
from koekata.audio.fuse.trust import camera_trust
from koekata.audio.track import VoiceWindow
from koekata.frames import SolvedFace
from koekata.whole_file import whole_file

_RIDGE = 2.0
_NEAR_S, _AWAY_S = 0.017, 0.05
_THRESHOLDS = np.arange(-2.0, 3.01, 0.25)
_NEIGHBOURS = 2
_RELEASE = 0.5
"""A closure lasts until the log-odds fall this far below the threshold."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Shown:
    """A clip under one condition: what crisp and soft pictures give, and the windows of sound."""

    performance: Performance
    seen: Seen
    soft: Seen
    windows: Sequence[VoiceWindow]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, help="folder with ictlib.py and ict.npz")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.cache.mkdir(parents=True, exist_ok=True)
    stage, voices, solving = Stage(arguments.bench), Voices(), Solving()
    clips = [filmed(stage, voices, clip, arguments.cache) for clip in planned("train")]
    solved = [(clip.performance, solving.seen(clip), solving.seen(clip, soft=True)) for clip in clips]
    hearing, learnt = Hearing(), {}
    for name, known in {"late": "late", "prompt": "prompt", "ahead": "ahead", "take": "ahead"}.items():
        shown = [
            Shown(acted, each, soft, _windows(hearing, acted, known, noise))
            for acted, each, soft in solved
            for noise in (False, True)
        ]
        learnt[name] = _learn(name, shown)
        print(name, learnt[name], file=sys.stderr, flush=True)  # noqa: T201
    _write(arguments.out, learnt, sum(len(clip.performance.closures) for clip in clips), len(clips))


def _windows(hearing: Hearing, acted: Performance, known: str, noise: bool) -> list[VoiceWindow]:
    times = (np.arange(len(acted.weights)) / FPS).tolist()
    samples = noisy(acted.samples, np.random.default_rng(len(acted.samples))) if noise else acted.samples
    return hearing.windows(samples, times, known)


def _learn(name: str, shown: Sequence[Shown]) -> ClosureRule:
    features, labels = [], []
    for each in shown:
        label = _labels(each.performance)
        views = (each.seen.raw, each.seen.live, each.soft.raw)
        crisp, smooth, soft = (_evidence(name, faces, each.windows) for faces in views)
        blind = crisp.copy()
        blind[:, CAMERA:] = 0.0
        features += [made[label >= 0] for made in (crisp, smooth, soft, blind)]
        labels += [label[label >= 0]] * 4
    weights = _regression(np.concatenate(features), np.concatenate(labels))
    return _with_threshold(name, weights, shown)


def _evidence(name: str, faces: Sequence[SolvedFace], windows: Sequence[VoiceWindow]) -> Floats:
    if name == "take":
        return take_evidence(faces, windows)
    mouth, sight = load_mouth(), Sight()
    return np.array([
        evidence(hear(window), sight.look(face), camera_trust(face, mouth))
        for face, window in zip(faces, windows, strict=True)
    ])  # fmt: skip


def _labels(acted: Performance) -> Floats:
    """(T,) 1 within a closure, 0 well outside with open lips, -1 where it is neither."""
    times, gap = np.arange(len(acted.weights)) / FPS, gaps(acted.weights)
    labels = np.where(gap > OPEN_GAP, 0.0, -1.0)
    for start_s, end_s in acted.closures:
        labels[(times > start_s - _AWAY_S) & (times < end_s + _AWAY_S)] = -1.0
    for start_s, end_s in acted.closures:
        labels[(times > start_s - _NEAR_S) & (times < end_s + _NEAR_S)] = 1.0
    return labels


def _regression(features: Floats, labels: Floats) -> Floats:
    """Logistic regression by Newton's method, with a ridge on all but the bias."""
    weights = np.zeros(features.shape[1])
    ridge = np.full(len(weights), _RIDGE)
    ridge[0] = 1e-6
    for _ in range(30):
        odds = 1.0 / (1.0 + np.exp(-np.clip(features @ weights, -30.0, 30.0)))
        slope = features.T @ (labels - odds) - ridge * weights
        bend = (features * (odds * (1.0 - odds))[:, None]).T @ features + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return weights


def _with_threshold(name: str, weights: Floats, shown: Sequence[Shown]) -> ClosureRule:
    """The lowest threshold that makes no mistake more than the best; a wrong closure counts as two that are missed.

    Few closures make a rough curve of it: each threshold counts with its neighbours. The lowest, because real pictures
    and voices speak less clearly than rendered ones.
    """
    rules = [ClosureRule(weights, each, each - _RELEASE, name != "late") for each in _THRESHOLDS.tolist()]
    mistakes = np.pad([_mistakes(name, rule, shown) for rule in rules], _NEIGHBOURS, mode="edge")
    window = 2 * _NEIGHBOURS + 1
    around = np.convolve(mistakes, np.ones(window, int), mode="valid")
    return rules[int(np.flatnonzero(around <= around.min() + window)[0])]


def _mistakes(name: str, rule: ClosureRule, shown: Sequence[Shown]) -> int:
    score = ClosureScore()
    for each in shown[::2]:
        for seen in (each.seen, each.soft):
            score_closures(score, each.performance, _fused(name, rule, seen, each.windows))
    return score.true - score.hit + 2 * score.wrong


def _fused(name: str, rule: ClosureRule, seen: Seen, windows: Sequence[VoiceWindow]) -> list[SolvedFace]:
    rules = dict.fromkeys(("late", "prompt", "ahead", "take"), rule)
    if name == "take":
        return list(fuse_take(seen.offline, windows, rules=rules, raw=seen.raw))
    fuser = Fuser(rules=rules)
    return [fuser.fuse(*parts) for parts in zip(seen.live, windows, seen.raw, strict=True)]


def _write(path: Path, learnt: dict[str, ClosureRule], closures: int, clips: int) -> None:
    note = (
        f"Learnt by koekata.audio.fuse.build.learn from {closures} closures in {clips} rendered clips of synthetic "
        "voices, with and without music, with and without a camera. Log-odds of lips together."
    )
    rows = {
        name: {
            "weights": [round(float(weight), 3) for weight in rule.weights],
            "threshold": rule.threshold,
            "release": rule.release,
        }
        for name, rule in learnt.items()
    }
    with whole_file(path) as file:
        file.write((json.dumps({"note": note, "features": FEATURES, "rules": rows}, indent=2) + "\n").encode())


if __name__ == "__main__":
    main()
