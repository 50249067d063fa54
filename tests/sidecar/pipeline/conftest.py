"""The sample performance, solved once, beside what was acted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.capture import open_source
from koekata.channels import ARKIT_INDEX
from koekata.config import CaptureConfig, FaceModelConfig, KoekataConfig, SmoothConfig, TrackConfig
from koekata.errors import ModelError
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.frames import CapturedFrame, FloatArray, FrameTime, ImageArray, SolvedFace, TrackedFace
from koekata.offline import OfflineSolver, Summary
from koekata.track import Tracker, open_tracker

SAMPLE = files("koekata.data.sample")
FPS = 30.0
TRUE_FOCAL = 850 / 512
"""Focal length of the sample's camera as a share of the image side; see acting.json."""
PICTURES = 170


@dataclass(frozen=True)
class Truth:
    """What the sample performer does, frame by frame."""

    weights: FloatArray
    yaw_pitch_roll: FloatArray
    gaze: FloatArray
    phones: list[tuple[str, float, float]]
    seconds: FloatArray

    def weight(self, name: str) -> FloatArray:
        """(360,) of one channel."""
        return np.asarray(self.weights[:, ARKIT_INDEX[name]])


@dataclass(frozen=True)
class Solved:
    """What became of a source."""

    faces: list[SolvedFace]
    tracked: list[tuple[FrameTime, tuple[TrackedFace, ...]]]
    summary: Summary
    neutral: Neutral

    def weight(self, name: str) -> FloatArray:
        """(T,) of one channel."""
        return np.array([face.weights[ARKIT_INDEX[name]] for face in self.faces])

    def stack(self, field: str) -> FloatArray:
        """(T, N) of one field."""
        return np.array([getattr(face, field) for face in self.faces])


class RecordingTracker:
    """Hands on what a tracker finds, and keeps it."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self.tracked: list[tuple[FrameTime, tuple[TrackedFace, ...]]] = []

    def track(self, frame: CapturedFrame) -> tuple[TrackedFace, ...]:
        """As the tracker."""
        faces = self._tracker.track(frame)
        self.tracked.append((frame.time, faces))
        return faces


def _config(source: str = "0", **changes: Any) -> KoekataConfig:
    """A configuration for files; `smooth`, `performers`, `focal` and `mirrored` stand for their keys."""
    return KoekataConfig(
        capture=CaptureConfig(source=source, fps=FPS, mirrored=changes.get("mirrored", False)),
        track=TrackConfig(performers=changes.get("performers", 1)),
        face_model=FaceModelConfig(focal=changes.get("focal", 0.0)),
        smooth=SmoothConfig(preset=changes.get("smooth", "balanced")),
    )


@pytest.fixture(scope="session")
def config_of() -> Callable[..., KoekataConfig]:
    """Makes configurations."""
    return _config


@contextmanager
def _tracker(performers: int = 1) -> Iterator[Tracker]:
    try:
        opened = open_tracker(TrackConfig(performers=performers), live=False)
    except ModelError as error:
        pytest.skip(f"no face tracker here: {error.message}")
    with opened as tracker:
        yield tracker


@pytest.fixture(scope="session")
def tracker_for() -> Callable[..., AbstractContextManager[Tracker]]:
    """Opens a tracker for a number of performers; skips where none can run."""
    return _tracker


@pytest.fixture(scope="session")
def truth() -> Truth:
    """The sample's ground truth."""
    with as_file(SAMPLE / "performance.npz") as path, np.load(path, allow_pickle=False) as data:
        weights, angles, gaze = (data[key].astype(float) for key in ("weights", "yaw_pitch_roll", "gaze"))
        return Truth(weights, angles, gaze, json.loads(str(data["phones"])), np.arange(len(weights)) / FPS)


@pytest.fixture(scope="session")
def sample_path() -> Iterator[Path]:
    """The sample as a file."""
    with as_file(SAMPLE / "performance.mp4") as path:
        yield path


@pytest.fixture(scope="session")
def sample(sample_path: Path, face_model: FaceModel) -> Solved:
    """The sample solved as `koekata solve` does it."""
    config = _config(str(sample_path))
    with _tracker() as tracker, open_source(config.capture, live=False) as source:
        recording = RecordingTracker(tracker)
        solver = OfflineSolver(config, recording, face_model)  # type: ignore[arg-type]
        faces = list(solver.solve(source))
    assert solver.neutral is not None
    return Solved(faces, recording.tracked, solver.summary, solver.neutral)


@pytest.fixture(scope="session")
def pictures(sample_path: Path) -> list[ImageArray]:
    """The first pictures of the sample."""
    with open_source(CaptureConfig(source=str(sample_path)), live=False) as source:
        frames = (item.image for item in source if isinstance(item, CapturedFrame))
        return list(islice(frames, PICTURES))


@pytest.fixture(scope="session")
def frame_of() -> Callable[[ImageArray, int], CapturedFrame]:
    """Makes a captured frame of a picture and its number, counted from 0."""

    def make(image: ImageArray, number: int) -> CapturedFrame:
        time_s = number / FPS
        return CapturedFrame(image, FrameTime(number + 1, time_s, round(time_s * 1e9), 0))

    return make


@pytest.fixture(scope="session")
def moved() -> Callable[..., TrackedFace]:
    """Gives a tracked face another performer and time."""

    def move(face: TrackedFace, performer: int, sequence: int, time_s: float) -> TrackedFace:
        time = FrameTime(sequence, time_s, round(time_s * 1e9), 0)
        return replace(face, performer=performer, time=time)

    return move
