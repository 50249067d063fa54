"""The last look at a frame before it leaves: what goes over the wire is finite, complete and in range."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from koekata.frames import SolvedFace

__all__ = ["fault_of", "limited"]

_LARGEST = float(np.finfo(np.float32).max)
_SHAPES = {"yaw_pitch_roll": 3, "translation": 3, "gaze": 4}


def fault_of(face: SolvedFace) -> str:
    """Say why a frame must not be sent; empty when it may."""
    count = len(face.names)
    if face.weights.shape != (count,) or face.channel_confidence.shape != (count,):
        return f"{face.weights.shape} weights and {face.channel_confidence.shape} confidences for {count} names"
    for name, size in _SHAPES.items():
        if getattr(face, name).shape != (size,):
            return f"{name} has the shape {getattr(face, name).shape}"
    if not (math.isfinite(face.confidence) and math.isfinite(face.time.timeline_s)):
        return "the confidence or the time is not finite"
    return _unfit_number(face)


def _unfit_number(face: SolvedFace) -> str:
    for name in ("weights", "channel_confidence", *_SHAPES):
        fit = np.abs(getattr(face, name)) <= _LARGEST  # also false for NaN
        if not fit.all():
            return f"{name}[{int(np.argmin(fit))}] is not a finite float32"
    return ""


def limited(face: SolvedFace) -> SolvedFace:
    """The same frame with weights and confidences brought into [0, 1]; the face itself where they are already."""
    values = np.concatenate([face.weights, face.channel_confidence, [face.confidence]])
    if values.min() >= 0.0 and values.max() <= 1.0:
        return face
    return dataclasses.replace(
        face,
        weights=np.clip(face.weights, 0.0, 1.0),
        channel_confidence=np.clip(face.channel_confidence, 0.0, 1.0),
        confidence=min(max(face.confidence, 0.0), 1.0),
    )
