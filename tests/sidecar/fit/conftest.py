"""Landmarks of faces whose identity, expression, pose and camera are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX
from koekata.face_model.build.acting import random_weights
from koekata.face_model.model import FaceModel
from koekata.fit.camera import Camera, HeadPose
from koekata.frames import FloatArray
from koekata.rotations import from_yaw_pitch_roll

IMAGE_SIZE = (1280, 720)


@dataclass(frozen=True)
class Shot:
    """One synthetic frame."""

    weights: FloatArray
    angles: FloatArray
    pose: HeadPose
    camera: Camera
    landmarks: FloatArray


class Studio:
    """Poses faces of the model in front of a pinhole camera."""

    def __init__(self, model: FaceModel) -> None:
        self.model = model
        self._places = [ARKIT_INDEX[name] for name in model.expression_names]

    @staticmethod
    def project(points: FloatArray, camera: Camera, pose: HeadPose) -> FloatArray:
        """(478, 3) metres in the head's axes to pixels, with a tracker's z: nearness to the head's own distance."""
        seen = points @ pose.rotation.T + pose.translation
        depth, distance = -seen[:, 2], -pose.translation[2]
        x = camera.centre[0] + camera.focal * seen[:, 0] / depth
        y = camera.centre[1] - camera.focal * seen[:, 1] / depth
        return np.column_stack((x, y, (-distance - seen[:, 2]) * camera.focal / distance))

    def acting(self, rng: np.random.Generator) -> FloatArray:
        """(K,) a random, plausible expression."""
        return random_weights(rng)[self._places]

    def face(self, neutral: FloatArray, weights: FloatArray) -> FloatArray:
        """(478, 3) metres."""
        return np.asarray(neutral + np.tensordot(weights, self.model.expression, 1))

    def noise(self, rng: np.random.Generator, share: float) -> FloatArray:
        """(478, 3) metres of what trackers get wrong, as the model knows it."""
        noise = self.model.noise
        common = rng.standard_normal(len(noise.factors)) @ noise.factors
        own = rng.standard_normal(len(noise.variance)) * np.sqrt(noise.variance)
        return np.asarray(share * (common + own).reshape(-1, 3))

    def actor(self, seed: int) -> FloatArray:
        """(478, 3) the neutral face of somebody."""
        spread = np.random.default_rng(seed).standard_normal(len(self.model.identity_modes))
        return np.asarray(self.model.mean + np.tensordot(spread, self.model.identity_modes, 1))

    def random_shot(self, rng: np.random.Generator, max_yaw: float = 50.0) -> Shot:
        """The mean face, with an expression, turned, near or far, through some lens."""
        angles = rng.uniform(-1, 1, 3) * (max_yaw, 20.0, 20.0)
        place = np.array([*rng.uniform(-0.1, 0.1, 2), -rng.uniform(0.4, 1.5)])
        return self.shot(self.model.mean, self.acting(rng), angles, place, rng.uniform(0.8, 2.0))

    def shot(
        self, neutral: FloatArray, weights: FloatArray, angles: FloatArray, place: FloatArray, lens: float
    ) -> Shot:
        """One frame; `lens` is the focal length as a share of the longer image side."""
        camera = Camera.of_image(IMAGE_SIZE, lens)
        pose = HeadPose(from_yaw_pitch_roll(angles), place)
        return Shot(weights, angles, pose, camera, self.project(self.face(neutral, weights), camera, pose))


@pytest.fixture(scope="session")
def studio(face_model: FaceModel) -> Studio:
    """Makes synthetic frames of the built-in model."""
    return Studio(face_model)
