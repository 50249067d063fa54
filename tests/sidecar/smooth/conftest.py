"""Streams in which everything moves alike, so that regions can be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX
from koekata.frames import FloatArray, FrameTime, SolvedFace

Film = Callable[..., list[SolvedFace]]
REGIONS = {
    "eyes": "eyeBlinkLeft", "gaze": "eyeLookUpLeft", "brows": "browInnerUp",
    "jaw": "jawOpen", "mouth": "mouthSmileLeft", "cheeks": "cheekPuff",
}  # fmt: skip


@pytest.fixture(scope="session")
def film() -> Film:
    """Faces at `times` whose weights, angles and places all follow `values`; `lost` frames are held ones."""

    def make(times: FloatArray, values: FloatArray, lost: Sequence[int] = ()) -> list[SolvedFace]:
        return [_face(n, float(t), float(v), n not in lost) for n, (t, v) in enumerate(zip(times, values, strict=True))]

    return make


def _face(number: int, time_s: float, value: float, tracked: bool) -> SolvedFace:
    confidence = np.full(52, 0.9)
    confidence[ARKIT_INDEX["tongueOut"]] = 0.0
    return SolvedFace(
        performer=0,
        time=FrameTime(number + 1, time_s, round(time_s * 1e9), 0),
        tracked=tracked,
        confidence=0.9 if tracked else 0.0,
        weights=np.full(52, value),
        channel_confidence=confidence,
        yaw_pitch_roll=np.array([30.0 * value, -30.0 * value, 0.0]),
        translation=np.array([0.1 * value, 0.0, -0.6]),
        gaze=np.full(4, 30.0 * value),
    )


@pytest.fixture(scope="session")
def regions() -> dict[str, int]:
    """Index of one channel of each region."""
    return {region: ARKIT_INDEX[name] for region, name in REGIONS.items()}
