"""What the fusion knows of mouths: `mouth.json`, bound to the order of the ARKit channels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.phones import load_phones
from koekata.channels import ARKIT_INDEX
from koekata.frames import FloatArray, SolvedFace

__all__ = ["JAW_OPEN", "MOUTH_CLOSE", "TOGETHER", "VOICE_NAMES", "Mouth", "load_mouth"]

JAW_OPEN, MOUTH_CLOSE = ARKIT_INDEX["jawOpen"], ARKIT_INDEX["mouthClose"]

VOICE_NAMES = (
    "visemeA", "visemeI", "visemeU", "visemeE", "visemeO", "visemeN", "lipsClosed", "voiceActivity", "loudness",
)  # fmt: skip
"""The channels that the voice adds, in the order in which they follow the others."""

TOGETHER = 0.02
"""`SolvedFace.lips_apart` of lips that touch, at most: real ones stay below 0.017, and with teeth between them above
0.03."""
_JAW_APART, _LEAST_JAW_APART = 0.4, 0.33
"""What a fully opened jaw adds to it, on rendered faces: usually, and in those in which it adds little."""

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Mouth:
    """All arrays are in the order of `ARKIT_NAMES`."""

    visemes: FloatArray
    """(15, 52) ARKit weights of each Oculus viseme at full strength."""
    parting: FloatArray
    """(52,) how far each channel parts the lips; jawOpen is 1."""
    sealed_scale: FloatArray
    """(52,)"""
    sealed_raise: FloatArray
    """(52,)"""
    jaw: Places
    lips: Places
    spoken: FloatArray
    """(52,) 1 for the channels of jaw and lips."""
    watched: FloatArray
    """(52,) the mean over jaw and lips, of the channels by which the camera's view of the mouth is judged."""
    voice_confidence: float
    """Of a channel that is the voice's alone."""

    def gap(self, weights: FloatArray) -> float:
        """How far the lips are apart, in units of a fully opened jaw; 0 at rest, below 0 where they are pressed."""
        return float(self.parting @ weights[:52])

    def seen_gap(self, face: SolvedFace) -> float:
        """How far the performer's lips are apart, in the same unit: what the weights say, as far as the picture allows.

        Weights count from the neutral face. Where that had its lips a little open, bared teeth look shut to them; and
        until there is a calibration, lips that touch may look open.
        """
        gap, apart = self.gap(face.weights), face.lips_apart
        return gap if apart is None else min(max(gap, (apart - TOGETHER) / _JAW_APART), apart / _LEAST_JAW_APART)

    def seal(self, weights: FloatArray, amount: float) -> None:
        """Bring the lips together, in place: `amount` 1 closes them, 0 leaves all as it is.

        The jaw relaxes, what parts the lips goes, and mouthClose rises to the jaw. Corners and sides stay.
        """
        part = weights[:52]
        close, jaw = part[MOUTH_CLOSE], part[JAW_OPEN]
        part *= 1.0 - amount * (1.0 - self.sealed_scale)
        part += amount * self.sealed_raise * (1.0 - part)
        share = min(close / jaw, 1.0) if jaw > 0.0 else 0.0
        part[MOUTH_CLOSE] = part[JAW_OPEN] * (share + amount * (1.0 - share))


@lru_cache(maxsize=1)
def load_mouth() -> Mouth:
    """The mouth that comes with Koekata."""
    stored: dict[str, Any] = json.loads((resources.files("koekata.audio.fuse") / "mouth.json").read_text("utf-8"))
    regions = {name: _row(dict.fromkeys(channels, 1.0)) for name, channels in stored["regions"].items()}
    return Mouth(
        visemes=np.array([_row(stored["visemes"][name]) for name in load_phones().visemes]),
        parting=_row(stored["parting"]),
        sealed_scale=_row(stored["sealing"]["scale"], 1.0),
        sealed_raise=_row(stored["sealing"]["raise"]),
        jaw=np.flatnonzero(regions["jaw"]),
        lips=np.flatnonzero(regions["lips"]),
        spoken=regions["jaw"] + regions["lips"],
        watched=_row(dict.fromkeys(stored["watched"], 1.0)) / _row(dict.fromkeys(stored["watched"], 1.0)).sum(),
        voice_confidence=float(stored["voice_confidence"]),
    )


def _row(values: Mapping[str, float], default: float = 0.0) -> FloatArray:
    """(52,) with each value under its name, or on both of its sides."""
    row = np.full(len(ARKIT_INDEX), default)
    for name, value in values.items():
        places = [ARKIT_INDEX[each] for each in (name, f"{name}Left", f"{name}Right") if each in ARKIT_INDEX]
        if not places:
            raise ValueError(f"mouth.json: there is no channel '{name}'")
        row[places] = value
    return row
