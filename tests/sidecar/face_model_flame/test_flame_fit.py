"""FLAME's own parameters are found behind the ARKit fit: whose head it is, and what it does in each frame."""

from __future__ import annotations

import math
from dataclasses import replace
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from koekata.face_model.flame import Landmarks, Parameters, vertices
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.fit import FlameFitter
from koekata.face_model.flame.identity import identity
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.frames import FittedFace, FloatArray, FrameTime
from koekata.rotations import from_yaw_pitch_roll

SHAPE = np.array([0.8, -0.5, 0.6, -0.9, 0.4, 0.7, -0.3, 0.5, -0.6, 0.2, 0.3, -0.4])


@pytest.fixture(scope="module")
def face(synthetic_face: ModuleType, face_model: FaceModel) -> FlameFace:
    made: FlameFace = synthetic_face.make_face(face_model)
    return made


@pytest.fixture(scope="module")
def neutral(face: FlameFace) -> Neutral:
    return Neutral(Landmarks(face.flame, face.embedding).of(SHAPE).points(Parameters()), 1.2, 1.0, 20)


@pytest.fixture
def fitter(face: FlameFace, neutral: Neutral) -> FlameFitter:
    return FlameFitter(face, neutral)


def channel(face: FlameFace, **weights: float) -> FloatArray:
    names = face.face_model.expression_names
    return np.array([weights.get(name, 0.0) for name in names])


def frame(face: FlameFace, neutral: Neutral, weights: FloatArray, **changes: Any) -> FittedFace:
    """A frame in which FLAME does exactly what the ARKit weights say."""
    parameters = Parameters(
        expression=weights @ face.expression,
        jaw=weights @ face.jaw,
        left_eye=weights @ face.left_eye,
        right_eye=weights @ face.right_eye,
    )
    fields: dict[str, Any] = {
        "performer": 0,
        "time": FrameTime(1, 0.0, 0, 0),
        "rotation": from_yaw_pitch_roll(np.array([20.0, -10.0, 5.0])),
        "translation": np.array([0.03, -0.05, -0.6]),
        "expression": weights,
        "gaze": np.zeros(4),
        "residual": 0.0,
        "confidence": 1.0,
        "points": Landmarks(face.flame, face.embedding).of(SHAPE).points(parameters),
        "neutral": neutral.points,
    }
    return FittedFace(**{**fields, **changes})


def smile(face: FlameFace) -> FloatArray:
    return channel(face, mouthSmileLeft=0.8, mouthSmileRight=0.8, jawOpen=0.5, eyeLookOutLeft=0.6, eyeLookInRight=0.6)


def rms(difference: FloatArray) -> float:
    return float(np.sqrt((difference**2).sum(axis=-1).mean()))


def test_the_shape_of_the_head_is_found_behind_its_neutral_face(face: FlameFace, neutral: Neutral) -> None:
    found = identity(face, neutral)
    assert np.corrcoef(found.shape, SHAPE)[0, 1] > 0.95
    assert rms(found.offset) < 0.25 * rms(neutral.points - face.face_model.mean)


def test_what_no_shape_explains_is_kept_as_the_offset_of_the_landmarks(face: FlameFace, neutral: Neutral) -> None:
    bias = np.random.default_rng(1).standard_normal((478, 3)) * 0.001
    found = identity(face, replace(neutral, points=neutral.points + bias))
    assert np.abs(found.shape).max() < 2.0
    assert rms(found.offset - bias) < 0.5 * rms(bias)


def test_the_mesh_stands_where_the_camera_sees_the_face(face: FlameFace, neutral: Neutral, fitter: FlameFitter) -> None:
    fitted = frame(face, neutral, smile(face))
    mesh = vertices(face.flame, fitter.fit(fitted).parameters)
    seen = fitted.points @ fitted.rotation.T + fitted.translation
    assert rms(face.embedding.of(mesh, face.flame.faces) - seen) < 0.0005


def test_expression_jaw_and_eyes_are_those_of_the_performance(
    face: FlameFace, neutral: Neutral, fitter: FlameFitter
) -> None:
    weights = smile(face)
    found = fitter.fit(frame(face, neutral, weights)).parameters
    assert np.abs(found.expression - weights @ face.expression).max() < 0.2
    assert found.jaw == pytest.approx(weights @ face.jaw, abs=math.radians(1.0))
    assert found.left_eye == pytest.approx(weights @ face.left_eye, abs=math.radians(2.0))


def test_it_sees_what_the_weights_missed(face: FlameFace, neutral: Neutral, fitter: FlameFitter) -> None:
    acted, reported = smile(face), channel(face, jawOpen=0.4)
    fit = fitter.fit(replace(frame(face, neutral, acted), expression=reported))
    still = FlameFitter(face, neutral).fit(frame(face, neutral, reported))
    wanted = acted @ face.expression
    assert rms(fit.parameters.expression - wanted) < 0.75 * rms(still.parameters.expression - wanted)


def test_the_jaw_never_opens_backwards(face: FlameFace, neutral: Neutral, fitter: FlameFitter) -> None:
    shut = Parameters(jaw=np.array([-0.2, 0.0, 0.0]))
    points = Landmarks(face.flame, face.embedding).of(SHAPE).points(shut)
    assert fitter.fit(frame(face, neutral, channel(face), points=points)).parameters.jaw[0] >= 0.0


def test_the_neck_is_left_alone(face: FlameFace, neutral: Neutral, fitter: FlameFitter) -> None:
    assert not fitter.fit(frame(face, neutral, smile(face))).parameters.neck.any()


def test_a_landmark_gone_astray_hardly_changes_the_fit(face: FlameFace, neutral: Neutral) -> None:
    fitted = frame(face, neutral, smile(face))
    points = fitted.points.copy()
    points[61] += (0.1, 0.1, 0.0)
    clean = FlameFitter(face, neutral).fit(fitted).parameters
    found = FlameFitter(face, neutral).fit(replace(fitted, points=points)).parameters
    assert rms(vertices(face.flame, found) - vertices(face.flame, clean)) < 0.002


def test_the_side_turned_away_counts_less(face: FlameFace, neutral: Neutral) -> None:
    def change(yaw: float) -> float:
        turned = frame(face, neutral, channel(face), rotation=from_yaw_pitch_roll(np.array([yaw, 0.0, 0.0])))
        points = turned.points.copy()
        points[points[:, 0] > 0.04] += (0.0, 0.004, 0.0)
        found = FlameFitter(face, neutral).fit(replace(turned, points=points))
        return rms(found.parameters.expression)

    assert change(55.0) < 0.5 * change(-55.0)


def test_the_past_draws_by_elapsed_time_and_not_by_frames(face: FlameFace, neutral: Neutral) -> None:
    def after(seconds: float) -> FloatArray:
        fitter = FlameFitter(face, neutral)
        fitter.fit(frame(face, neutral, channel(face)))
        later = frame(face, neutral, smile(face), time=FrameTime(2, seconds, 0, 0))
        return fitter.fit(later).parameters.expression

    alone = FlameFitter(face, neutral).fit(frame(face, neutral, smile(face))).parameters.expression
    assert rms(after(1 / 240) - alone) > 2 * rms(after(1 / 30) - alone) > 0
    assert after(5.0) == pytest.approx(alone)


def test_the_covariance_says_what_the_landmarks_cannot_tell(
    face: FlameFace, neutral: Neutral, fitter: FlameFitter
) -> None:
    fit = fitter.fit(frame(face, neutral, smile(face)))
    deviation = np.sqrt(np.diag(fit.covariance))
    count = face.flame.expression_count
    assert fit.covariance.shape == (count + 15, count + 15)
    assert np.linalg.eigvalsh(fit.covariance).min() > 0
    assert deviation[:count].max() < 0.4
    assert np.degrees(deviation[-6:-3]).max() < 1.5
    assert fit.residual < 0.0005
