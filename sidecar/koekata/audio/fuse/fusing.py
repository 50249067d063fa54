"""The steps of the fusion on one face, which live and recorded sound share."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from koekata.audio.fuse.heard import Heard
from koekata.audio.fuse.mouth import JAW_OPEN, MOUTH_CLOSE, Mouth, load_mouth
from koekata.audio.fuse.speaking import ALL_NAMES, spoken_weights, voice_channels
from koekata.frames import FloatArray, SolvedFace

__all__ = ["CRISP_S", "Fusion", "blend", "reopen", "settle"]

CRISP_S = 0.1
"""How long after a closure the smoothing may not keep the lips together."""


@dataclass(frozen=True, slots=True, eq=False)
class Fusion:
    """Weights and confidence (61,) of a face in the making: 52 of the face, 9 of the voice."""

    weights: FloatArray
    confidence: FloatArray

    @staticmethod
    def of(face: SolvedFace) -> Fusion:
        """The camera's values, in arrays of their own."""
        weights, confidence = np.zeros(len(ALL_NAMES)), np.zeros(len(ALL_NAMES))
        weights[:52], confidence[:52] = face.weights[:52], face.channel_confidence[:52]
        return Fusion(weights, confidence)

    def face(self, face: SolvedFace, heard: Heard, loudness: float, closed: float, *, speaks: bool) -> SolvedFace:
        """The fused face, with the channels of the voice.

        A face that was lost counts as tracked while somebody speaks: the voice moves its mouth, and only its mouth,
        the confidence in all else being 0.
        """
        self.weights[52:], self.confidence[52:] = voice_channels(heard, loudness, max(closed, heard.closed))
        if face.tracked or not speaks or not heard.sure:
            return replace(face, weights=self.weights, channel_confidence=self.confidence, names=ALL_NAMES)
        mouth = load_mouth()
        self.confidence[:52] *= mouth.spoken
        sure = mouth.voice_confidence * heard.sure
        return replace(
            face,
            tracked=True,
            confidence=sure,
            weights=self.weights,
            channel_confidence=self.confidence,
            names=ALL_NAMES,
        )


def settle(weights: FloatArray, amount: float) -> None:
    """Takes a share of what hangs open off the jaw, in place."""
    if amount:
        weights[JAW_OPEN] *= 1.0 - amount
        weights[MOUTH_CLOSE] = min(weights[MOUTH_CLOSE], weights[JAW_OPEN])


def reopen(weights: FloatArray, raw: FloatArray) -> None:
    """At least as open as the camera saw it before smoothing, in place: a vowel between two closures may be short."""
    if raw[JAW_OPEN] - raw[MOUTH_CLOSE] > weights[JAW_OPEN] - weights[MOUTH_CLOSE]:
        weights[JAW_OPEN], weights[MOUTH_CLOSE] = raw[JAW_OPEN], raw[MOUTH_CLOSE]


def blend(fusion: Fusion, mouth: Mouth, heard: Heard, loudness: float, jaw: float, lips: float) -> None:
    """Blends the voice's mouth in, in place; `jaw` and `lips` are its shares in [0, 1]."""
    if not (jaw or lips):
        return
    weights, confidence = fusion.weights, fusion.confidence
    spoken, sure = spoken_weights(heard, mouth, loudness), mouth.voice_confidence * heard.sure
    for places, share in ((mouth.jaw, jaw), (mouth.lips, lips)):
        weights[places] += share * (spoken[places] - weights[places])
        confidence[places] += share * (sure - confidence[places])
    weights[MOUTH_CLOSE] = min(weights[MOUTH_CLOSE], weights[JAW_OPEN])
