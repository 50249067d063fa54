"""Whether the lips are together for p, b or m: what is heard and what is seen, added up as log-odds.

The rule is a logistic regression. `rules.json` holds its weights, learnt on rendered speakers by
`koekata.audio.fuse.build.learn`: one set for each amount of sound that is known at the time of a picture.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from koekata.audio.fuse.heard import Heard
from koekata.audio.fuse.mouth import load_mouth
from koekata.frames import FloatArray, SolvedFace

__all__ = [
    "CAMERA",
    "DIP_S",
    "FEATURES",
    "SPEAKS",
    "ClosureRule",
    "Seen",
    "Sight",
    "evidence",
    "load_rules",
    "rule_for",
]

FEATURES = ("bias", "near", "newest", "before", "camera", "shut", "low", "fallen", "falling", "dip")
"""`near`, `newest` and `before` are log-odds of the sound. The others are the camera's, times the
trust in it: there is one; the lips are all but shut; the gap against its highest of late; how far it fell from the
highest of the last 0.15 s; how quickly it falls; and, where what follows is known, how deep it lies between both
sides."""

DIP_S = 0.15
SPEAKS = 0.3
"""Probability of a voice below which no closure is looked for: lips that rest or smile are not those of a p."""
_SOUND = slice(1, 4)
CAMERA, _SHUT_AT = FEATURES.index("camera"), FEATURES.index("shut")
_LATE = "late"
_AGAINST = -1.0
"""Log-odds by sound below which no picture closes the lips: small teeth and blurred vowels look shut to a camera."""
_APART, _UNSURE = 0.134, 0.25
"""Gap above which no sound closes lips that a fully trusted camera sees: those of rendered p, b and m come nearer than
0.09, even in soft pictures. It rises as the trust falls, and up to this trust there is no such limit."""
_RECENT_S = 0.7
_LEAST_OPEN = 0.05
_SHUT = 0.05


@dataclass(frozen=True)
class ClosureRule:
    """`weights` in the order of `FEATURES`; a closure begins above `threshold` and lasts while above `release`."""

    weights: FloatArray
    threshold: float
    release: float
    in_time: bool = True
    """Whether the sound at the picture is known: only then can it speak against a closure."""

    def __call__(self, features: FloatArray) -> float:
        """Log-odds of one frame (features,)."""
        return float(self.all(features[None])[0])

    def all(self, features: FloatArray) -> FloatArray:
        """Log-odds (T,) of (T, features); where sound or picture speak against it, not enough for a closure."""
        against = self.in_time & (features[:, _SOUND] @ self.weights[_SOUND] < _AGAINST)
        seen = (features[:, CAMERA] - _UNSURE) / (1.0 - _UNSURE)
        against |= features[:, _SHUT_AT] < seen * np.exp(-_APART / _SHUT)
        odds = features @ self.weights
        return np.where(against, np.minimum(odds, self.release), odds)

    def by_sound(self, features: FloatArray) -> bool:
        """Whether the sound speaks for the closure, too."""
        return float(self.weights[_SOUND] @ features[_SOUND]) > 0.0


@dataclass(frozen=True, slots=True)
class Seen:
    """The gap between the lips, now and of late; in units of a fully opened jaw."""

    gap: float
    highest: float
    """Of the last 0.7 s."""
    before: float
    """Highest of the last 0.15 s."""
    slope: float
    """Per second, since the last picture."""
    after: float
    """Highest of the next 0.15 s; equal to `gap` where that is not known."""


class Sight:
    """Remembers the gap of the last pictures."""

    def __init__(self) -> None:
        self._past: deque[tuple[float, float]] = deque(maxlen=128)
        self._mouth = load_mouth()

    def look(self, face: SolvedFace) -> Seen:
        """The gap of a face before smoothing, among those before it."""
        past, time_s, gap = self._past, face.time.timeline_s, self._mouth.seen_gap(face)
        if past and not 0.0 < time_s - past[-1][0] < _RECENT_S:
            past.clear()
        while past and time_s - past[0][0] > _RECENT_S:
            past.popleft()
        slope = (gap - past[-1][1]) / (time_s - past[-1][0]) if past else 0.0
        past.append((time_s, gap))
        highest = max(each for _, each in past)
        before = max(each for at, each in past if time_s - at <= DIP_S)
        return Seen(gap, highest, before, slope, gap)


def evidence(heard: Heard, seen: Seen, trust: float) -> FloatArray:
    """(10,) the features."""
    size = max(seen.highest, _LEAST_OPEN)
    fallen = (seen.before - seen.gap) / size
    return np.array([
        1.0,
        heard.near,
        heard.newest,
        heard.before,
        trust,
        trust * float(np.exp(-max(seen.gap, 0.0) / _SHUT)),
        trust * min(max(seen.gap / size, 0.0), 1.0),
        trust * fallen,
        trust * min(max(seen.slope * 0.05 / size, -1.0), 1.0),
        trust * max(min(fallen, (seen.after - seen.gap) / size), 0.0),
    ])  # fmt: skip


def rule_for(rules: Mapping[str, ClosureRule], lag_s: float) -> ClosureRule:
    """The one that was learnt with as much sound: `late` lacks the newest 45 ms, `prompt` 15 ms, `ahead` none."""
    return rules[_LATE if lag_s > 0.03 else "prompt" if lag_s > -0.02 else "ahead"]


@lru_cache(maxsize=1)
def load_rules() -> Mapping[str, ClosureRule]:
    """`late`, `prompt`, `ahead`; and `take` for recordings, where the pictures that follow are known as well."""
    stored = json.loads((resources.files("koekata.audio.fuse") / "rules.json").read_text(encoding="utf-8"))
    if tuple(stored["features"]) != FEATURES:
        raise ValueError("rules.json was learnt from other features")
    return {
        name: ClosureRule(np.array(row["weights"]), float(row["threshold"]), float(row["release"]), name != _LATE)
        for name, row in stored["rules"].items()
    }
