"""From a solved face to what a mapping table reads: names, units and axes of `channels.json`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from koekata.frames import SolvedFace
from koekata.mapping import MappingFrame

__all__ = ["POSE_NAMES", "mapping_frame"]

POSE_NAMES = (
    "headYaw", "headPitch", "headRoll", "headX", "headY", "headZ",
    "gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight",
)  # fmt: skip
"""In the order of `yaw_pitch_roll`, `translation`, `gaze`."""


def mapping_frame(
    face: SolvedFace, own: Mapping[str, float] | None = None, fire: Iterable[tuple[str, str]] = ()
) -> MappingFrame:
    """The frame of a face. `own` are values of other inputs; a pose of NaN is absent."""
    values: dict[str, float | None] = dict(own or {})
    values.update(zip(face.names, face.weights.tolist(), strict=True))
    pose = (*face.yaw_pitch_roll.tolist(), *face.translation.tolist(), *face.gaze.tolist())
    values.update((name, None if math.isnan(value) else value) for name, value in zip(POSE_NAMES, pose, strict=True))
    confidence = dict(zip(face.names, face.channel_confidence.tolist(), strict=True))
    return MappingFrame(values, confidence, face.tracked, face.time.timeline_s, tuple(fire))
