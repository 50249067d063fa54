"""What was posed and acted is what the fit finds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from koekata.channels import mirrored_name
from koekata.face_model.build.estimate import mirror_landmarks
from koekata.face_model.model import FaceModel
from koekata.fit.camera import REFERENCE_LANDMARKS, Camera, unproject
from koekata.fit.fitter import Fit, FrameFitter, first_pose
from koekata.fit.gaze import gaze_degrees
from koekata.rotations import yaw_pitch_roll

SHOTS = 40
WELL_OBSERVED = 0.6
"""Reliability from which on a channel is expected to come back from a clean frame."""


@pytest.fixture(scope="module")
def fitter(face_model: FaceModel) -> FrameFitter:
    return FrameFitter(face_model, face_model.mean)


@pytest.fixture(scope="module")
def fits(studio: Any, fitter: FrameFitter) -> list[tuple[Any, Fit]]:
    """Random shots of the mean face, each fitted without knowledge of another frame."""
    rng = np.random.default_rng(3)
    shots = [studio.random_shot(rng) for _ in range(SHOTS)]
    return [(shot, fitted(fitter, shot)) for shot in shots]


def fitted(fitter: FrameFitter, shot: Any) -> Fit:
    rough = fitter.fit(shot.landmarks, shot.camera, first_pose(shot.landmarks, shot.camera, fitter.neutral))
    return fitter.fit(shot.landmarks, shot.camera, rough.pose)


def test_unprojecting_at_the_true_pose_gives_the_points_back(studio: Any, face_model: FaceModel) -> None:
    rng = np.random.default_rng(0)
    reference = face_model.mean[REFERENCE_LANDMARKS].mean(axis=0)
    for _ in range(20):
        shot = studio.random_shot(rng)
        neutral = studio.project(face_model.mean, shot.camera, shot.pose)
        points = unproject(neutral, shot.camera, shot.pose, reference)
        np.testing.assert_allclose(points, face_model.mean, atol=1e-12)


def test_where_the_trackers_depth_begins_does_not_matter(studio: Any, face_model: FaceModel) -> None:
    shot = studio.random_shot(np.random.default_rng(0))
    reference = face_model.mean[REFERENCE_LANDMARKS].mean(axis=0)
    points = [
        unproject(shot.landmarks + np.array([0.0, 0.0, offset]), shot.camera, shot.pose, reference)
        for offset in (0.0, 55.0)
    ]
    np.testing.assert_allclose(*points, atol=1e-9)


def test_the_camera_of_an_image_looks_at_its_centre_and_scales_with_the_longer_side() -> None:
    assert Camera.of_image((640, 480), 1.5) == Camera(960.0, (320.0, 240.0))
    assert Camera.of_image((480, 640), 1.5) == Camera(960.0, (240.0, 320.0))
    assert Camera.of_image((640, 480)).focal == pytest.approx(768.0)


def test_the_pose_comes_back_within_a_degree_and_a_half(fits: list[tuple[Any, Fit]]) -> None:
    errors = np.array([np.abs(yaw_pitch_roll(fit.pose.rotation) - shot.angles) for shot, fit in fits])
    assert max(abs(shot.angles[0]) for shot, _ in fits) > 45
    assert errors.max() < 1.5
    assert errors.mean() < 0.3


def test_the_place_of_the_head_comes_back_within_a_hundredth_of_its_distance(fits: list[tuple[Any, Fit]]) -> None:
    for shot, fit in fits:
        error = np.abs(fit.pose.translation - shot.pose.translation).max()
        assert error < 0.012 * -shot.pose.translation[2]


def test_the_weights_of_well_observed_channels_come_back(fits: list[tuple[Any, Fit]], face_model: FaceModel) -> None:
    channels = face_model.reliability >= WELL_OBSERVED
    errors = np.abs([(fit.weights - shot.weights)[channels] for shot, fit in fits])
    assert channels.sum() >= 15
    assert errors.mean() < 0.05
    assert np.percentile(errors, 95) < 0.2


def test_jaw_and_lids_come_back_closely(fits: list[tuple[Any, Fit]], face_model: FaceModel) -> None:
    for name in ("jawOpen", "eyeBlinkLeft", "eyeBlinkRight"):
        channel = face_model.expression_names.index(name)
        assert max(abs(fit.weights[channel] - shot.weights[channel]) for shot, fit in fits) < 0.25


def test_weights_stay_within_bounds(fits: list[tuple[Any, Fit]]) -> None:
    weights = np.array([fit.weights for _, fit in fits])
    assert weights.min() >= 0.0
    assert weights.max() <= 1.0


def test_a_neutral_face_has_no_expression(studio: Any, face_model: FaceModel, fitter: FrameFitter) -> None:
    rng = np.random.default_rng(4)
    for _ in range(10):
        angles, place = rng.uniform(-1, 1, 3) * (45, 15, 15), np.array([0.0, 0.0, -rng.uniform(0.4, 1.2)])
        shot = studio.shot(face_model.mean, np.zeros(len(face_model.expression)), angles, place, 1.2)
        assert fitted(fitter, shot).weights.max() < 0.03


def test_a_mirrored_face_gives_mirrored_weights(studio: Any, face_model: FaceModel, fitter: FrameFitter) -> None:
    rng = np.random.default_rng(5)
    names = face_model.expression_names
    swap = [names.index(mirrored_name(name)) for name in names]
    partner = mirror_landmarks(face_model.mean)
    for _ in range(10):
        shot = studio.random_shot(rng, 30.0)
        flipped = shot.landmarks[partner]
        flipped[:, 0] = 2 * shot.camera.centre[0] - flipped[:, 0]
        start = first_pose(flipped, shot.camera, face_model.mean)
        other = fitter.fit(flipped, shot.camera, fitter.fit(flipped, shot.camera, start).pose)
        np.testing.assert_allclose(other.weights[swap], fitted(fitter, shot).weights, atol=0.05)


def test_a_long_way_from_the_last_pose_costs_a_second_fit_only(studio: Any, fitter: FrameFitter) -> None:
    rng = np.random.default_rng(6)
    for _ in range(5):
        one, other = studio.random_shot(rng), studio.random_shot(rng)
        carried = fitter.fit(other.landmarks, other.camera, fitted(fitter, one).pose)
        carried = fitter.fit(other.landmarks, other.camera, carried.pose)
        carried = fitter.fit(other.landmarks, other.camera, carried.pose)
        assert np.abs(yaw_pitch_roll(carried.pose.rotation) - other.angles).max() < 2.0


def test_noise_makes_a_fit_less_probable(studio: Any, face_model: FaceModel, fitter: FrameFitter) -> None:
    rng = np.random.default_rng(7)
    shot = studio.random_shot(rng)
    costs = []
    for share in (0.0, 0.5, 1.0):
        points = studio.face(face_model.mean, shot.weights) + studio.noise(np.random.default_rng(1), share)
        landmarks = studio.project(points, shot.camera, shot.pose)
        costs.append(fitter.costs([fitter.fit(landmarks, shot.camera, shot.pose)])[0])
    assert costs == sorted(costs)


def test_gaze_turns_each_eye_by_the_models_degrees(face_model: FaceModel) -> None:
    def looked(**weights: float) -> list[float]:
        vector = np.array([weights.get(name, 0.0) for name in face_model.expression_names])
        return [float(angle) for angle in gaze_degrees(face_model, vector)]

    inward, outward, up, down = face_model.gaze_range
    assert looked(eyeLookOutLeft=1.0, eyeLookInRight=1.0) == pytest.approx([outward, 0.0, inward, 0.0])
    assert looked(eyeLookInLeft=1.0, eyeLookOutRight=1.0) == pytest.approx([-inward, 0.0, -outward, 0.0])
    assert looked(eyeLookUpLeft=0.5, eyeLookDownRight=0.5) == pytest.approx([0.0, up / 2, 0.0, -down / 2])
