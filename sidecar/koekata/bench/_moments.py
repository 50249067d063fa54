"""The frames of a clip that show a fit best."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from koekata.channels import ARKIT_INDEX
from koekata.frames import FloatArray, SolvedFace

__all__ = ["moments"]

_YAW, _NEAR = 40.0, 20.0
_STRONG = 0.25
"""Weight from which an expression is shown under its name."""


def moments(faces: Mapping[int, SolvedFace], count: int) -> dict[int, str]:
    """At most `count` frames by number, with what they show: each expression at its strongest, then some in between.

    `faces` are the solved ones by the number of their frame.
    """
    numbers = np.array(sorted(faces))
    weights = np.array([faces[number].weights for number in numbers])
    yaw = np.array([abs(faces[number].yaw_pitch_roll[0]) for number in numbers])
    chosen: dict[int, str] = {}
    for title, strength in _strengths(weights, yaw).items():
        best = int(np.argmax(strength))
        if strength[best] >= _STRONG and len(chosen) < count:
            chosen.setdefault(int(numbers[best]), title)
    for number in numbers[np.linspace(0, len(numbers) - 1, count).astype(int)]:
        if len(chosen) < count:
            chosen.setdefault(int(number), "")
    return dict(sorted(chosen.items(), key=lambda item: (not item[1], item[0])))


def _strengths(weights: FloatArray, yaw: FloatArray) -> dict[str, FloatArray]:
    def both(stem: str) -> FloatArray:
        return np.minimum(weights[:, ARKIT_INDEX[f"{stem}Left"]], weights[:, ARKIT_INDEX[f"{stem}Right"]])

    return {
        "neutral": 1.0 / (1.0 + 0.1 * weights.sum(axis=1) + yaw / 60.0),
        "blink": both("eyeBlink"),
        "smile": both("mouthSmile"),
        "pucker": weights[:, ARKIT_INDEX["mouthPucker"]],
        "open mouth": weights[:, ARKIT_INDEX["jawOpen"]],
        "turned": 1.0 - np.abs(yaw - _YAW) / _NEAR,
    }
