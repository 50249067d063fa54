"""What becomes of the fits beside the weights: they can be watched, replaced, and tell when a calibration is worn."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.capture import open_source
from koekata.config import KoekataConfig
from koekata.face_model.model import FaceModel
from koekata.frames import FittedFace, TrackedFace
from koekata.live import LiveSession
from koekata.offline import OfflineSolver
from koekata.pipeline import Pipeline
from koekata.track import Tracker

ConfigOf = Callable[..., KoekataConfig]
TrackerFor = Callable[..., AbstractContextManager[Tracker]]


class NoTracker:
    """For pipelines that are given faces."""


class NoPublisher:
    """For sessions that are heard by nobody."""


@pytest.fixture(scope="module")
def watched(
    sample_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor, sample: Any
) -> tuple[OfflineSolver, list[Any], list[tuple[TrackedFace, FittedFace]]]:
    """The sample's solver, its faces, and what a watcher saw."""
    config = config_of(str(sample_path), smooth="off")
    seen: list[tuple[TrackedFace, FittedFace]] = []
    with tracker_for() as tracker, open_source(config.capture, live=False) as source:
        solver = OfflineSolver(config, tracker, face_model)
        solver.watchers.append(lambda tracked, fitted: seen.append((tracked, fitted)))
        return solver, list(solver.solve(source, sample.neutral)), seen


def test_a_watcher_sees_every_tracked_face_with_its_fit(watched: Any) -> None:
    _, faces, seen = watched
    assert [tracked.time for tracked, _ in seen] == [face.time for face in faces if face.tracked]
    assert all(tracked.time == fitted.time for tracked, fitted in seen)


def test_the_same_fits_give_the_same_faces_again(watched: Any) -> None:
    solver, faces, seen = watched
    again = list(solver.solve_again(faces, [fitted for _, fitted in seen]))
    np.testing.assert_array_equal([face.weights for face in again], [face.weights for face in faces])


def test_pictures_without_a_new_fit_hold_the_last_one_and_say_so(watched: Any) -> None:
    solver, faces, seen = watched
    again = list(solver.solve_again(faces, [fitted for _, fitted in seen[10:20]]))
    assert [face.time for face in again] == [face.time for face in faces]
    assert [number for number, face in enumerate(again) if face.tracked][10:20] == list(range(10, 20))
    assert not any(face.tracked for face in again[20:])
    np.testing.assert_array_equal(again[-1].weights, again[19].weights)


def test_a_fitting_calibration_is_not_mentioned(watched: Any) -> None:
    solver, _, _ = watched
    assert solver.summary.drift == ""


def test_a_worn_calibration_is_logged_once_and_stands_in_the_summary(
    sample: Any, config_of: ConfigOf, face_model: FaceModel, caplog: pytest.LogCaptureFixture
) -> None:
    away = np.random.default_rng(0).standard_normal((478, 3)) * 0.003
    worn = replace(sample.neutral, points=sample.neutral.points + away)
    pipeline = Pipeline(config_of(), NoTracker(), face_model, neutrals={0: worn})  # type: ignore[arg-type]
    session = LiveSession(None, pipeline, NoPublisher())  # type: ignore[arg-type]
    for turn in range(4):
        for time, faces in sample.tracked:
            later = replace(time, timeline_s=time.timeline_s + 12.0 * turn)
            pipeline.advance(later, tuple(replace(face, time=later) for face in faces))
            session._look_back()
    assert "Calibrate again" in session.summary.drift
    assert len([record for record in caplog.records if "Calibrate again" in record.message]) == 1
