"""Footage and scenes composed of it, for the tests of tracking."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import pytest

from koekata import models
from koekata.capture import open_source
from koekata.config import CaptureConfig, TrackConfig
from koekata.frames import CapturedFrame, FrameTime
from koekata.track import Tracker, open_tracker

FPS = 25.0


class Layer(NamedTuple):
    """A performer in a scene: footage shown `height` pixels high, its centre at `place(seconds)`; None hides it."""

    pictures: list[np.ndarray]
    height: int
    place: Callable[[float], tuple[float, float] | None]


def frame_of(image: np.ndarray, seconds: float) -> CapturedFrame:
    """A captured frame at a time."""
    return CapturedFrame(image, FrameTime(round(seconds * FPS), seconds, round(seconds * 1e9), 0))


def compose(layers: list[Layer], seconds: float, size: tuple[int, int] = (1280, 720)) -> Iterator[CapturedFrame]:
    """Pictures of all layers on grey, later layers in front."""
    for index in range(round(seconds * FPS)):
        now = index / FPS
        image = np.full((size[1], size[0], 3), 90, np.uint8)
        for layer in layers:
            spot = layer.place(now)
            if spot is not None:
                _paste(image, layer.pictures[index % len(layer.pictures)], layer.height, spot)
        yield frame_of(image, now)


def _paste(image: np.ndarray, picture: np.ndarray, height: int, centre: tuple[float, float]) -> None:
    width = round(picture.shape[1] * height / picture.shape[0])
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    left, top = round(centre[0] - width / 2), round(centre[1] - height / 2)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(image.shape[1], left + width), min(image.shape[0], top + height)
    if x0 < x1 and y0 < y1:
        image[y0:y1, x0:x1] = small[y0 - top : y1 - top, x0 - left : x1 - left]


class Scenes:
    """What tests of tracking make pictures with."""

    layer = Layer
    frame = staticmethod(frame_of)
    compose = staticmethod(compose)


def read_clip(path: Path, limit: int) -> list[np.ndarray]:
    """The first pictures of a clip."""
    pictures = []
    with open_source(CaptureConfig(source=str(path)), live=False) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                pictures.append(item.image)
            if len(pictures) == limit:
                break
    return pictures


@pytest.fixture(scope="session")
def scenes() -> Scenes:
    """Composes pictures; test files cannot import this module."""
    return Scenes()


@pytest.fixture(scope="session")
def clip() -> list[np.ndarray]:
    """Two seconds of one person looking into the camera."""
    root = Path(__file__).resolve().parents[3]
    places = [root / "sidecar/koekata/data/sample/performance.mp4", root.parent / "shared/footage/lp_d18.mp4"]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        pytest.skip("no footage of a face here: neither the bundled sample nor the development material")
    return read_clip(found, 50)


@pytest.fixture(scope="session")
def footage_dir(shared_dir: Path) -> Path:
    """The folder of real clips."""
    return shared_dir / "footage"


@pytest.fixture(scope="session")
def two_people(footage_dir: Path) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Two seconds each of two different people."""
    return read_clip(footage_dir / "lp_d18.mp4", 50), read_clip(footage_dir / "mt_wojtek.mp4", 50)


def _has_face_mesh() -> bool:
    return importlib.util.find_spec("mediapipe.framework") is not None


@pytest.fixture(params=["face-mesh", "face-landmarker"])
def backend(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each backend that can run here."""
    if request.param == "face-mesh":
        if not _has_face_mesh():
            pytest.skip("this mediapipe does not carry the face-mesh networks")
        return "face-mesh"
    file = Path(__file__).resolve().parents[4] / "shared/models/face_landmarker.task"
    if not file.is_file():
        pytest.skip("the Face Landmarker file is not in the development material")
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    models.import_file("face-landmarker", file)
    return "face-landmarker"


@pytest.fixture
def tracker(backend: str) -> Iterator[Tracker]:
    """A tracker of one performer."""
    with open_tracker(TrackConfig(backend=backend), live=False) as opened:
        yield opened
