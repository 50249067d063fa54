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

_LARGEST = 60.0
_STARTS = (0, VISEMES, _CLOSED)

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
    """Probabilities of (T, LOGITS): visemes (T, 15), vowels (T, 6), closed (T,), voice (T,).

    One exponential for all four, because this runs for every hop; logits beyond 60 or -60 count
    as that.
    """
    powers = np.exp(np.maximum(np.minimum(logits, _LARGEST), -_LARGEST))
    sums = np.add.reduceat(powers, _STARTS, axis=1)
    sure = powers[:, _CLOSED:] / (1 + powers[:, _CLOSED:])
    return powers[:, :VISEMES] / sums[:, :1], powers[:, VISEMES : _CLOSED - 1] / sums[:, 1:2], sure[:, 0], sure[:, 1]
