"""What a window of sound says at the moment of a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from koekata.audio.features import HOP_S
from koekata.audio.track import VoiceWindow
from koekata.audio.visemes import VISEMES
from koekata.frames import FloatArray

__all__ = ["NO_SOUND", "Heard", "hear"]

_NEAR_S, _WIDE_S = 0.045, 0.1
_KERNEL_S = 0.07
"""Half width of the raised cosine that blurs visemes into one another: coarticulation."""
_STALE_S = 0.25
"""Sound that ended longer ago says nothing of the mouth now."""
_LONGEST_LOGIT = 6.0
_FLAT, _PEAKED = 0.2, 0.45
"""Highest probability of a viseme, on average, of sound that is not understood, and of sound that is."""
_VOWELS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """`lag_s`: by how much the newest sound is older than the picture; below 0 where later sound is known, too."""

    lag_s: float
    near: float
    """Highest log-odds of lips together, within 45 ms of the picture, or in the newest sound before it."""
    newest: float
    """The same of the newest frame that is not later than 45 ms after the picture."""
    before: float
    """The highest within 100 ms before the nearest."""
    visemes: FloatArray
    """(15,) blurred around the picture."""
    vowels: FloatArray
    """(6,) A I U E O N of the frame nearest to the picture."""
    closed: float
    """Highest probability near the picture."""
    voice: float
    """Probability that somebody speaks."""
    speaking: float
    """The highest of it in the whole window: a p is silent, but stands between sounds."""
    sure: float
    """In [0, 1]: how clear the sound is. Noise and music make the visemes alike, and the voice doubtful."""
    loudness_db: float


NO_SOUND = Heard(
    lag_s=math.inf,
    near=-_LONGEST_LOGIT,
    newest=-_LONGEST_LOGIT,
    before=-_LONGEST_LOGIT,
    visemes=np.zeros(VISEMES),
    vowels=np.zeros(_VOWELS),
    closed=0.0,
    voice=0.0,
    speaking=0.0,
    sure=0.0,
    loudness_db=-100.0,
)


def hear(window: VoiceWindow) -> Heard:
    """Summarise a window. Costs some 30 microseconds."""
    frames = window.frames
    if not frames or not -_STALE_S <= frames[-1].time_s - window.time_s < 10.0:
        return NO_SOUND
    moment_s = min(window.time_s, frames[-1].time_s)
    offsets = [frame.time_s - moment_s for frame in frames]
    logits = [_logit(frame.closed) for frame in frames]
    near = [i for i, offset in enumerate(offsets) if -_NEAR_S <= offset <= _NEAR_S] or [len(frames) - 1]
    first = near[0]
    past = logits[max(0, first - round(_WIDE_S / HOP_S)) : first]
    kernel = np.array([0.5 + 0.5 * math.cos(math.pi * offset / _KERNEL_S) if abs(offset) < _KERNEL_S else 0.0
                       for offset in offsets])  # fmt: skip
    share = kernel / max(float(kernel.sum()), 1e-9)
    posteriors = np.stack([frame.visemes for frame in frames])
    voice = float(share @ [frame.voice for frame in frames])
    peak = float(share @ posteriors.max(axis=1))
    nearest = frames[min(near, key=lambda i: abs(offsets[i]))]
    best = max(near, key=logits.__getitem__)
    return Heard(
        lag_s=window.time_s - frames[-1].time_s,
        near=logits[best],
        newest=logits[near[-1]],
        before=max(past, default=-_LONGEST_LOGIT),
        visemes=share @ posteriors,
        vowels=nearest.vowels.astype(float),
        closed=frames[best].closed,
        voice=voice,
        speaking=max(frame.voice for frame in frames),
        sure=min(max((peak - _FLAT) / (_PEAKED - _FLAT), 0.0), 1.0),
        loudness_db=nearest.loudness_db,
    )


def _logit(probability: float) -> float:
    if not 0.0 < probability < 1.0:
        return _LONGEST_LOGIT if probability >= 1.0 else -_LONGEST_LOGIT
    return min(max(math.log(probability / (1.0 - probability)), -_LONGEST_LOGIT), _LONGEST_LOGIT)
