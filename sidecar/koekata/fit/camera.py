"""From landmarks in pixels to points in the head's axes, through a perspective camera."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.frames import FloatArray

__all__ = ["REFERENCE_LANDMARKS", "USUAL_FOCAL", "Camera", "HeadPose", "unproject"]

REFERENCE_LANDMARKS = [33, 263, 133, 362, 6, 168, 197, 195, 5, 4, 1, 10]
"""Landmarks that expressions hardly move: their mean depth ties the tracker's depth to the head."""

USUAL_FOCAL = 1.2
"""Focal length as a share of the longer image side: a field of view of 45 degrees, between webcam and portrait lens."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Pinhole camera with square pixels."""

    focal: float
    """Pixels."""
    centre: tuple[float, float]
    """Pixels."""

    @classmethod
    def of_image(cls, size: tuple[int, int], focal_share: float = 0.0) -> Camera:
        """Camera of a (width, height) picture; `focal_share` of the longer side, 0 for the usual one."""
        return cls((focal_share or USUAL_FOCAL) * max(size), (size[0] / 2, size[1] / 2))


@dataclass(frozen=True, slots=True, eq=False)
class HeadPose:
    """Where the head is."""

    rotation: FloatArray
    """(3, 3) head to camera axes."""
    translation: FloatArray
    """(3,) metres, camera at the origin, so z is negative."""


def unproject(landmarks: FloatArray, camera: Camera, pose: HeadPose, reference: FloatArray) -> FloatArray:
    """(478, 3) landmarks in pixels to (478, 3) metres in the axes of a head at `pose`.

    The tracker's z says how much nearer one landmark is than another, in pixels of a weak-perspective camera; the
    pose says how far away the whole head is. `reference` (3,) is the mean of the reference landmarks in the head's
    axes.
    """
    distance = -pose.translation[2]
    forward = landmarks[:, 2] * (-distance / camera.focal)
    forward += pose.rotation[2] @ reference - forward[REFERENCE_LANDMARKS].mean()
    depth = (distance - forward) / camera.focal
    across = (landmarks[:, 0] - camera.centre[0]) * depth - pose.translation[0]
    up = (camera.centre[1] - landmarks[:, 1]) * depth - pose.translation[1]
    return np.column_stack((across, up, forward)) @ pose.rotation
