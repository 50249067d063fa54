"""Gaze in degrees from the eyeLook channels of a fit."""

from __future__ import annotations

import numpy as np

from koekata.face_model.model import FaceModel
from koekata.frames import FloatArray

__all__ = ["gaze_degrees"]


def gaze_degrees(model: FaceModel, weights: FloatArray) -> FloatArray:
    """(4,) left yaw, left pitch, right yaw, right pitch from (K,) weights.

    An eye turns by the model's `gaze_range` degrees at weight 1, each direction having its own.
    """
    value = dict(zip(model.expression_names, weights, strict=True))
    inward, outward, up, down = model.gaze_range

    def turned(side: str) -> tuple[float, float]:
        away = outward * value[f"eyeLookOut{side}"] - inward * value[f"eyeLookIn{side}"]
        return away, up * value[f"eyeLookUp{side}"] - down * value[f"eyeLookDown{side}"]

    left, right = turned("Left"), turned("Right")
    return np.array([left[0], left[1], -right[0], right[1]])
