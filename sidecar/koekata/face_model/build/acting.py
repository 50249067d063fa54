"""Random acting for the rendered training set: sparse, plausible combinations of ARKit channels.

The distribution is deliberately wider than any script of the benchmark: every channel appears alone and in
combination, one-sided and two-sided, at all strengths.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX

FloatArray = NDArray[np.float64]

_PAIRS_MOUTH = (
    "mouthSmile",
    "mouthFrown",
    "mouthDimple",
    "mouthStretch",
    "mouthPress",
    "mouthLowerDown",
    "mouthUpperUp",
)
_SINGLE_MOUTH = (
    "jawForward", "jawLeft", "jawRight", "jawOpen", "mouthFunnel", "mouthPucker", "mouthLeft", "mouthRight",
    "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "cheekPuff",
)  # fmt: skip
_PAIRS_LID = ("eyeSquint", "eyeWide", "cheekSquint")


def random_weights(rng: np.random.Generator) -> FloatArray:
    """One frame of acting: (52,) ARKit weights in [0, 1]."""
    weights = np.zeros(52)
    _add_mouth(weights, rng)
    _add_brows(weights, rng)
    _add_lids(weights, rng)
    _add_gaze(weights, rng)
    return _plausible(weights)


def random_head(rng: np.random.Generator) -> FloatArray:
    """Yaw, pitch and roll in degrees; one frame in five looks far to the side."""
    spread = np.array([50.0, 16.0, 12.0]) if rng.random() < 0.2 else np.array([24.0, 14.0, 14.0])
    return np.asarray(rng.uniform(-1.0, 1.0, 3) * spread)


def _strength(rng: np.random.Generator) -> float:
    return float(rng.uniform(0.15, 1.0))


def _set(weights: FloatArray, name: str, value: float) -> None:
    index = ARKIT_INDEX[name]
    weights[index] = max(weights[index], value)


def _set_pair(weights: FloatArray, stem: str, rng: np.random.Generator) -> None:
    strength, side = _strength(rng), rng.random()
    left = 1.0 if side < 0.75 else rng.uniform(0, 0.4)
    right = 1.0 if side < 0.5 or side >= 0.75 else rng.uniform(0, 0.4)
    _set(weights, stem + "Left", strength * left)
    _set(weights, stem + "Right", strength * right)


def _add_mouth(weights: FloatArray, rng: np.random.Generator) -> None:
    for _ in range(rng.choice(4, p=[0.15, 0.4, 0.3, 0.15])):
        if rng.random() < 0.5:
            _set_pair(weights, str(rng.choice(_PAIRS_MOUTH)), rng)
        else:
            _set(weights, str(rng.choice(_SINGLE_MOUTH)), _strength(rng))
    if rng.random() < 0.3:
        _set(weights, "jawOpen", rng.uniform(0.05, 0.7))
    if rng.random() < 0.12:
        jaw = rng.uniform(0.1, 0.7)
        _set(weights, "jawOpen", jaw)
        _set(weights, "mouthClose", jaw * rng.uniform(0.5, 1.0))


def _add_brows(weights: FloatArray, rng: np.random.Generator) -> None:
    draw = rng.random()
    if draw < 0.2:
        _set(weights, "browInnerUp", _strength(rng))
    elif draw < 0.4:
        _set_pair(weights, "browDown", rng)
    elif draw < 0.55:
        _set_pair(weights, "browOuterUp", rng)
    elif draw < 0.7:
        _set(weights, "browInnerUp", _strength(rng))
        _set_pair(weights, "browOuterUp", rng)
    if rng.random() < 0.2:
        _set_pair(weights, "noseSneer", rng)


def _add_lids(weights: FloatArray, rng: np.random.Generator) -> None:
    draw = rng.random()
    if draw < 0.25:
        _set_pair(weights, "eyeBlink", rng)
    elif draw < 0.5:
        _set_pair(weights, str(rng.choice(_PAIRS_LID)), rng)
    elif draw < 0.55:
        _set_pair(weights, "eyeSquint", rng)
        _set_pair(weights, "cheekSquint", rng)


def _add_gaze(weights: FloatArray, rng: np.random.Generator) -> None:
    if rng.random() < 0.35:
        return
    across, up = rng.uniform(-1, 1), rng.uniform(-1, 1)  # +across looks to the subject's left
    _set(weights, "eyeLookOutLeft" if across > 0 else "eyeLookInLeft", abs(across))
    _set(weights, "eyeLookInRight" if across > 0 else "eyeLookOutRight", abs(across))
    for side in ("Left", "Right"):
        _set(weights, ("eyeLookUp" if up > 0 else "eyeLookDown") + side, abs(up))


def _plausible(weights: FloatArray) -> FloatArray:
    """No closed mouth without an open jaw, no wide or squinting blink, no brow both up and down."""
    weights[ARKIT_INDEX["mouthClose"]] = min(weights[ARKIT_INDEX["mouthClose"]], weights[ARKIT_INDEX["jawOpen"]])
    for side in ("Left", "Right"):
        open_share = 1.0 - weights[ARKIT_INDEX["eyeBlink" + side]]
        weights[ARKIT_INDEX["eyeWide" + side]] *= open_share
        weights[ARKIT_INDEX["eyeSquint" + side]] *= open_share
        weights[ARKIT_INDEX["browOuterUp" + side]] *= 1.0 - weights[ARKIT_INDEX["browDown" + side]]
    return weights
