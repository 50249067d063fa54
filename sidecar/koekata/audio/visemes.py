"""What the network says about 10 ms of sound."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["LOGITS", "VOWELS", "OutputLayer", "VoiceFrame", "read_logits"]

VISEMES, VOWELS = 15, 6
_CLOSED, _VOICE = VISEMES + VOWELS + 1, VISEMES + VOWELS + 2
LOGITS = _VOICE + 1
"""Visemes; vowels and none of them; lips closed; voice."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class VoiceFrame:
    """One hop of 10 ms.

    `time_s` is the capture time of its centre, on the clock that the stream was started with. `visemes` (15,) are
    probabilities in the Oculus order sil PP FF TH DD kk CH SS nn RR aa E ih oh ou and sum to 1; `vowels` (6,) are those
    of A I U E O N and sum to at most 1; `closed` says whether the lips are together for p, b or m, `voice` whether
    somebody speaks; both are probabilities. `loudness_db` is the RMS in dB below full scale. `hidden` (H,) is the
    network's last layer before the output, from which a layer for one voice can be learnt.
    """

    time_s: float
    visemes: Floats
    vowels: Floats
    closed: float
    voice: float
    loudness_db: float
    hidden: Floats


@dataclass(frozen=True)
class OutputLayer:
    """From hidden units to logits: `weights` (H, LOGITS), `bias` (LOGITS,)."""

    weights: Floats
    bias: Floats

    def __call__(self, hidden: Floats) -> Floats:
        """(..., LOGITS) of (..., H)."""
        return np.asarray(hidden @ self.weights + self.bias, np.float32)


def read_logits(logits: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Probabilities of (T, LOGITS): visemes (T, 15), vowels (T, 6), closed (T,), voice (T,)."""
    closed, voice = (1.0 / (1.0 + np.exp(-logits[:, column])) for column in (_CLOSED, _VOICE))
    return _softmax(logits[:, :VISEMES]), _softmax(logits[:, VISEMES:_CLOSED])[:, :VOWELS], closed, voice


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
