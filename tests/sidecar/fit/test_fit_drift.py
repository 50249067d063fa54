"""A calibration that no longer fits is told, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from koekata.face_model.model import FaceModel
from koekata.fit.drift import LIMIT, DriftMeter
from koekata.frames import FittedFace, FloatArray, FrameTime
from koekata.rotations import from_yaw_pitch_roll


def frames(
    model: FaceModel,
    off: FloatArray | float,
    *,
    seconds: float = 30.0,
    fps: float = 30.0,
    yaw: float = 0.0,
    busy: float = 0.0,
) -> Iterator[FittedFace]:
    """A face whose landmarks stray from the calibrated face by `off` metres, and by a tracker's noise."""
    rng = np.random.default_rng(3)
    weights = np.full(len(model.expression), busy)
    explained = model.mean + np.tensordot(weights, model.expression, 1)
    for number in range(round(seconds * fps)):
        yield FittedFace(
            performer=0,
            time=FrameTime(number + 1, number / fps, 0, 0),
            rotation=from_yaw_pitch_roll(np.array([yaw, 0.0, 0.0])),
            translation=np.array([0.0, 0.0, -0.6]),
            expression=weights,
            gaze=np.zeros(4),
            residual=0.03,
            confidence=1.0,
            points=explained + off + rng.standard_normal((478, 3)) * 0.002,
            neutral=model.mean,
        )


def fed(model: FaceModel, faces: Iterator[FittedFace]) -> DriftMeter:
    meter = DriftMeter(model)
    for face in faces:
        meter.add(face)
    return meter


def moved(model: FaceModel, share: float) -> FloatArray:
    """Landmarks that all stray by a share of the eye distance."""
    ways = np.random.default_rng(1).standard_normal((478, 3))
    size = np.linalg.norm(model.mean[33] - model.mean[263])
    return np.asarray(share * size * ways / np.linalg.norm(ways, axis=1, keepdims=True))


def test_a_calibration_that_fits_is_not_mentioned(face_model: FaceModel) -> None:
    meter = fed(face_model, frames(face_model, 0.0))
    assert meter.report() is None
    assert meter.drift < 0.25 * LIMIT


def test_a_resting_face_that_has_moved_is_told_with_its_extent(face_model: FaceModel) -> None:
    meter = fed(face_model, frames(face_model, moved(face_model, 0.035)))
    assert meter.drift == pytest.approx(0.035, rel=0.05)
    assert "3.5%" in (meter.report() or "")
    assert "Calibrate again" in (meter.report() or "")


def test_a_face_that_is_turned_away_says_nothing(face_model: FaceModel) -> None:
    assert fed(face_model, frames(face_model, moved(face_model, 0.05), yaw=30.0)).report() is None


def test_a_resting_face_says_more_than_a_busy_one(face_model: FaceModel) -> None:
    off = moved(face_model, 0.05)
    meter = DriftMeter(face_model)
    for rest, busy in zip(frames(face_model, 0.0), frames(face_model, off, busy=0.1), strict=True):
        meter.add(rest if rest.time.sequence % 2 else busy)
    assert meter.drift < 0.1 * 0.05


def test_a_calibration_with_which_no_face_ever_rests_is_told(face_model: FaceModel) -> None:
    assert fed(face_model, frames(face_model, moved(face_model, 0.05), busy=0.2)).report() is not None


@pytest.mark.parametrize("fps", [10.0, 60.0])
def test_seconds_count_and_not_frames(face_model: FaceModel, fps: float) -> None:
    off = moved(face_model, 0.05)
    assert fed(face_model, frames(face_model, off, seconds=19.0, fps=fps)).report() is None
    assert fed(face_model, frames(face_model, off, seconds=21.0, fps=fps)).report() is not None


def test_a_new_calibration_starts_afresh(face_model: FaceModel) -> None:
    meter = fed(face_model, frames(face_model, moved(face_model, 0.05)))
    last = next(frames(face_model, 0.0))
    fresh = FittedFace(**{**{name: getattr(last, name) for name in last.__slots__}, "neutral": face_model.mean.copy()})
    meter.add(fresh)
    assert meter.report() is None
    assert meter.drift == 0.0
