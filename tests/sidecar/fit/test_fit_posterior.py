"""What a frame does not show, the posterior does not claim to know."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from koekata.face_model.model import FaceModel
from koekata.fit.fitter import FrameFitter, first_pose
from koekata.fit.posterior import Posterior
from koekata.frames import FloatArray

SHOTS = 60


@pytest.fixture(scope="module")
def posterior(face_model: FaceModel) -> Posterior:
    return Posterior(face_model)


def test_channels_that_look_alike_are_known_to_be_uncertain(posterior: Posterior, face_model: FaceModel) -> None:
    variance = dict(zip(face_model.expression_names, posterior.usual, strict=True))
    assert variance["jawOpen"] < variance["eyeBlinkLeft"] < variance["mouthFrownLeft"]
    assert all(0.0 < value < 2.0 for value in variance.values())


def test_both_sides_of_the_face_know_the_same(posterior: Posterior, face_model: FaceModel) -> None:
    names = face_model.expression_names
    left = [index for index, name in enumerate(names) if name.endswith("Left") and not name.startswith("jaw")]
    right = [names.index(names[index][:-4] + "Right") for index in left]
    still = np.zeros(len(names))
    one, other = posterior.variance(50.0, 0.02, still), posterior.variance(-50.0, 0.02, still)
    np.testing.assert_allclose(one[left], other[right], rtol=0.02)


def test_nothing_is_known_better_on_a_turned_head(posterior: Posterior, face_model: FaceModel) -> None:
    still = np.zeros(len(face_model.expression_names))
    known = np.array([posterior.variance(yaw, 0.0, still) for yaw in np.arange(0.0, 100.0, 7.0)])
    assert (np.diff(known, axis=0) >= -1e-12).all()


def test_noise_up_to_the_usual_changes_nothing_and_more_of_it_only_worsens(
    posterior: Posterior, face_model: FaceModel
) -> None:
    still = np.zeros(len(face_model.expression_names))
    np.testing.assert_array_equal(posterior.variance(0.0, 0.02, still), posterior.usual)
    assert (posterior.variance(0.0, 0.06, still) > posterior.usual).all()
    assert (posterior.variance(0.0, 0.5, still) < 3.0).all()


def test_the_variance_is_that_of_the_errors_of_fits(studio: Any, face_model: FaceModel, posterior: Posterior) -> None:
    """Of frames with the model's noise; bounds and the sparse prior keep errors below what a Gaussian allows."""
    errors = np.array(_errors(studio, face_model))
    found, expected = np.sqrt((errors**2).mean(axis=0)), np.sqrt(posterior.usual)
    assert (found < 1.2 * expected).all()
    assert np.corrcoef(np.argsort(np.argsort(found)), np.argsort(np.argsort(expected)))[0, 1] > 0.4


def _errors(studio: Any, model: FaceModel) -> list[FloatArray]:
    rng = np.random.default_rng(11)
    fitter = FrameFitter(model, model.mean)
    errors = []
    for _ in range(SHOTS):
        weights = studio.acting(rng)
        shot = studio.shot(model.mean, weights, np.zeros(3), np.array([0.0, 0.0, -0.6]), 1.2)
        points = studio.face(model.mean, weights) + studio.noise(rng, 1.0)
        landmarks = studio.project(points, shot.camera, shot.pose)
        start = fitter.fit(landmarks, shot.camera, first_pose(landmarks, shot.camera, model.mean)).pose
        errors.append(fitter.fit(landmarks, shot.camera, start).weights - weights)
    return errors
