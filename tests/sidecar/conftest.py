"""What tests of several stages share."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.face_model.model import FaceModel, load_builtin
from koekata.frames import FrameTime, SolvedFace


@pytest.fixture(scope="session")
def make_face() -> Callable[..., SolvedFace]:
    """Makes a face whose weights all differ; keyword arguments replace its fields, and tongueOut is not observed."""

    def make(sequence: int = 0, **changes: Any) -> SolvedFace:
        confidence = np.linspace(0.5, 1.0, len(ARKIT_NAMES))
        confidence[ARKIT_INDEX["tongueOut"]] = 0.0
        fields: dict[str, Any] = {
            "performer": 0,
            "time": FrameTime(sequence, sequence / 60, time.monotonic_ns(), time.time_ns()),
            "tracked": True,
            "confidence": 0.875,
            "weights": np.linspace(0.01, 0.99, len(ARKIT_NAMES)),
            "channel_confidence": confidence,
            "yaw_pitch_roll": np.array([20.0, 10.0, 5.0]),
            "translation": np.array([0.1, -0.2, -0.6]),
            "gaze": np.array([8.0, 4.0, 6.0, 3.0]),
        }
        return SolvedFace(**{**fields, **changes})

    return make


@pytest.fixture(scope="session")
def face_model() -> FaceModel:
    """The built-in face model."""
    return load_builtin()
