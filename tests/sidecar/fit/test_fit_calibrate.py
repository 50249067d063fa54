"""A performer's neutral face is found although nobody holds it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import FOCAL_SHARES, Neutral, calibrate
from koekata.fit.fitter import FrameFitter, first_pose
from koekata.fit.lips import lips_apart
from koekata.frames import FloatArray

IMAGE_SIZE = (1280, 720)
FRAMES = 20
PLACE = np.array([0.0, 0.0, -0.6])


def performance(studio: Any, neutral: FloatArray, lens: float, seed: int) -> list[FloatArray]:
    """Frames of somebody who moves, of whom two in three show an expression, seen with a tracker's errors."""
    rng = np.random.default_rng(seed)
    frames = []
    for index in range(FRAMES):
        weights = studio.acting(rng) * (0.6 if index % 3 else 0.0)
        angles = rng.uniform(-1, 1, 3) * (15.0, 8.0, 6.0)
        shot = studio.shot(neutral, weights, angles, np.array([0.0, 0.0, -0.45 * lens]), lens)
        points = studio.face(neutral, weights) + studio.noise(rng, 0.5)
        frames.append(studio.project(points, shot.camera, shot.pose))
    return frames


def shape_error(found: FloatArray, true: FloatArray) -> float:
    """Root mean square in millimetres, apart from place, turn and size, which a camera cannot tell."""
    a, b = found - found.mean(axis=0), true - true.mean(axis=0)
    u, singular, vt = np.linalg.svd(b.T @ a)
    sign = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    aligned = a @ ((u * sign) @ vt).T * (singular * sign).sum() / (a**2).sum()
    return float(np.sqrt(((aligned - b) ** 2).sum(axis=1).mean()) * 1e3)


@pytest.fixture(scope="module", params=[0, 1, 2])
def calibrated(request: pytest.FixtureRequest, studio: Any, face_model: FaceModel) -> tuple[FloatArray, Neutral]:
    """Somebody's true neutral face, and what calibration with a known lens makes of her performance."""
    actor = studio.actor(request.param)
    return actor, calibrate(face_model, performance(studio, actor, 1.35, request.param), IMAGE_SIZE, 1.35)


def test_the_neutral_face_is_found_within_a_millimetre(calibrated: tuple[FloatArray, Neutral]) -> None:
    actor, found = calibrated
    assert shape_error(found.points, actor) < 1.0


def test_it_is_nearer_than_the_mean_face(calibrated: tuple[FloatArray, Neutral], face_model: FaceModel) -> None:
    actor, found = calibrated
    assert shape_error(found.points, actor) < 0.9 * shape_error(face_model.mean, actor)


def test_it_keeps_to_the_lens_that_it_was_told(calibrated: tuple[FloatArray, Neutral]) -> None:
    assert calibrated[1].focal_share == 1.35
    assert calibrated[1].frames == FRAMES


def test_perspective_tells_a_wide_lens_from_a_long_one(studio: Any, face_model: FaceModel) -> None:
    for lens, (shortest, longest) in ((FOCAL_SHARES[0], FOCAL_SHARES[:2]), (FOCAL_SHARES[-1], FOCAL_SHARES[-2:])):
        frames = performance(studio, studio.actor(5), lens, 5)
        assert shortest <= calibrate(face_model, frames, IMAGE_SIZE).focal_share <= longest


def test_a_single_frame_is_enough_for_some_answer(studio: Any, face_model: FaceModel) -> None:
    found = calibrate(face_model, performance(studio, studio.actor(0), 1.2, 0)[:1], IMAGE_SIZE, 1.2)
    assert found.frames == 1
    assert np.isfinite(found.points).all()


def test_no_more_than_sixty_frames_are_used(studio: Any, face_model: FaceModel) -> None:
    frames = performance(studio, studio.actor(0), 1.2, 0)[:4] * 20
    assert calibrate(face_model, frames, IMAGE_SIZE, 1.2).frames == 60


@pytest.mark.parametrize("held", [{"mouthSmileLeft": 0.7, "mouthSmileRight": 0.7}, {"jawOpen": 0.6}], ids=str)
@pytest.mark.parametrize("seed", [0, 3])
def test_an_expression_that_is_held_throughout_is_not_taken_for_the_face(
    studio: Any, face_model: FaceModel, held: dict[str, float], seed: int
) -> None:
    weights = np.array([held.get(name, 0.0) for name in face_model.expression_names])
    actor = studio.actor(seed)
    neutral = calibrate(face_model, _holding(studio, actor, weights, seed), IMAGE_SIZE, 1.2)
    fitter = FrameFitter(face_model, neutral.points)
    found = _fitted(studio, fitter, actor, weights)
    assert (found[weights > 0.0] > 0.55 * weights.max()).all()
    assert (found[weights > 0.0] < 1.2 * weights.max()).all()
    assert _fitted(studio, fitter, actor, np.zeros_like(weights)).sum() < 0.5


@pytest.mark.parametrize("seed", [0, 1, 3])
def test_teeth_that_are_bared_in_most_frames_are_not_taken_for_the_face(
    studio: Any, face_model: FaceModel, seed: int
) -> None:
    """Somebody who talks: the lips meet in one frame of five, and are a little apart in all others."""
    bared = {"jawOpen": 0.12, "mouthUpperUpLeft": 0.35, "mouthUpperUpRight": 0.35}
    bared |= {"mouthLowerDownLeft": 0.3, "mouthLowerDownRight": 0.3}
    parted = np.array([bared.get(name, 0.0) for name in face_model.expression_names])
    actor, rng, frames = studio.actor(seed), np.random.default_rng(seed), []
    for index in range(40):
        weights = parted * rng.uniform(0.7, 1.3) if index % 5 else np.zeros_like(parted)
        shot = studio.shot(actor, weights, rng.uniform(-1, 1, 3) * (15.0, 8.0, 6.0), PLACE, 1.2)
        points = studio.face(actor, weights) + studio.noise(rng, 0.5)
        frames.append(studio.project(points, shot.camera, shot.pose))
    found = lips_apart(calibrate(face_model, frames, IMAGE_SIZE, 1.2).points)
    at_rest, bare = lips_apart(actor), lips_apart(studio.face(actor, parted))
    assert abs(found - at_rest) < 0.1 * (bare - at_rest)


def _holding(studio: Any, neutral: FloatArray, held: FloatArray, seed: int) -> list[FloatArray]:
    """Frames of somebody who turns a little, and moves in one of three, but never lets go of an expression."""
    rng = np.random.default_rng(seed)
    frames = []
    for index in range(FRAMES):
        weights = np.maximum(studio.acting(rng) * (0.0, 0.0, 0.3)[index % 3], held)
        shot = studio.shot(neutral, weights, rng.uniform(-1, 1, 3) * (15.0, 8.0, 6.0), PLACE, 1.2)
        points = studio.face(neutral, weights) + studio.noise(rng, 0.5)
        frames.append(studio.project(points, shot.camera, shot.pose))
    return frames


def _fitted(studio: Any, fitter: FrameFitter, neutral: FloatArray, weights: FloatArray) -> FloatArray:
    """(K,) what a clean frame of that expression gives."""
    shot = studio.shot(neutral, weights, np.zeros(3), PLACE, 1.2)
    start = first_pose(shot.landmarks, shot.camera, fitter.neutral)
    fitted: FloatArray = fitter.fit(
        shot.landmarks, shot.camera, fitter.fit(shot.landmarks, shot.camera, start).pose
    ).weights
    return fitted
