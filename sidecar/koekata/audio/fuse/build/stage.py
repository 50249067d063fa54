"""Renders performances with the ICT benchmark's renderer, and keeps what the tracker saw of them.

Needs `ictlib.py` and `ict.npz` of the benchmark, and numba. A clip that is in the cache is not made again.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from koekata.audio.fuse.build.acting import FPS, Performance
from koekata.config import TrackConfig
from koekata.errors import ConfigError
from koekata.frames import CapturedFrame, FrameTime, TrackedFace
from koekata.track import open_tracker
from koekata.whole_file import whole_file

__all__ = ["Clip", "Stage", "clip_time", "read_clip"]

SIZE = 384
_QUALITY = 85


@dataclass(frozen=True)
class Clip:
    """A performance, and what the camera made of it.

    `pictures` are JPEG files; `landmarks` (T, 478, 3) in pixels; `confidence` (T,), 0 where no face was found.
    """

    performance: Performance
    pictures: tuple[bytes, ...]
    landmarks: NDArray[np.float64]
    confidence: NDArray[np.float64]

    def face(self, index: int) -> TrackedFace | None:
        """What the tracker saw in a picture."""
        if self.confidence[index] == 0.0:
            return None
        points, sure = self.landmarks[index], float(self.confidence[index])
        return TrackedFace(0, points, (SIZE, SIZE), sure, clip_time(index))


def clip_time(index: int) -> FrameTime:
    """When a clip's picture was taken."""
    nanoseconds = round(index / FPS * 1e9)
    return FrameTime(index + 1, index / FPS, nanoseconds, nanoseconds)


class Stage:
    """The renderer."""

    def __init__(self, bench: Path) -> None:
        """`bench` holds `ictlib.py` and `ict.npz`. Raises ConfigError when they, or numba, are missing."""
        self._ictlib = _ictlib(bench)
        self._ict = self._ictlib.ICT(str(bench / "ict.npz"))

    def shoot(self, path: Path, performance: Performance | None, seed: int) -> Clip:
        """Film an actor into `path`; without a performance, only read it."""
        if performance is not None:
            self._film(path, performance, seed)
        return read_clip(path)

    def _film(self, path: Path, performance: Performance, seed: int) -> None:
        rng = np.random.default_rng(seed)
        renderer, camera = self._actor(rng, seed)
        pictures = []
        for weights, head in zip(performance.weights, performance.head, strict=True):
            image = renderer.frame(weights, *head, noise=2.0, rng=rng, **camera)
            pictures.append(cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1])
        landmarks, confidence = _tracked(pictures)
        with whole_file(path) as file:
            np.savez(
                file,
                samples=performance.samples,
                weights=performance.weights,
                head=performance.head,
                closures=performance.closures,
                visemes=performance.visemes,
                jpeg=np.concatenate([picture.ravel() for picture in pictures]),
                jpeg_ends=np.cumsum([picture.size for picture in pictures]),
                landmarks=landmarks.astype(np.float32),
                confidence=confidence,
            )

    def _actor(self, rng: np.random.Generator, seed: int) -> tuple[Any, dict[str, float]]:
        key = (rng.uniform(-0.8, 0.8), rng.uniform(0.0, 0.8), 0.75)
        light = {"key": key, "kint": rng.uniform(0.7, 1.0), "fint": rng.uniform(0.2, 0.45)}
        look = int(rng.integers(len(self._ictlib.LOOKS)))
        renderer = self._ictlib.Renderer(
            self._ict, rng.standard_normal(30), look=look, seed=seed, size=SIZE, ss=1, light=light
        )
        dist = rng.uniform(46.0, 70.0)
        return renderer, {"dist": dist, "focal": rng.uniform(0.8, 1.0) * dist * 15.5 * SIZE / 512}


def read_clip(path: Path) -> Clip:
    """What `Stage.shoot` kept."""
    with np.load(path) as stored:
        acted = Performance(*(stored[key] for key in ("samples", "weights", "head", "closures", "visemes")))
        pictures = np.split(stored["jpeg"], stored["jpeg_ends"][:-1])
        landmarks = stored["landmarks"].astype(np.float64)
        return Clip(acted, tuple(each.tobytes() for each in pictures), landmarks, stored["confidence"])


def _tracked(pictures: list[NDArray[np.uint8]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    landmarks, confidence = np.zeros((len(pictures), 478, 3)), np.zeros(len(pictures))
    with open_tracker(TrackConfig(), live=False) as tracker:
        for index, picture in enumerate(pictures):
            image = np.ascontiguousarray(cv2.imdecode(picture, cv2.IMREAD_COLOR)[..., ::-1])
            for face in tracker.track(CapturedFrame(image, clip_time(index))):
                if face.performer == 0:
                    landmarks[index], confidence[index] = face.landmarks, face.confidence
    return landmarks, confidence


def _ictlib(bench: Path) -> Any:
    if not (bench / "ictlib.py").is_file() or not (bench / "ict.npz").is_file():
        raise ConfigError(f"{bench} lacks ictlib.py or ict.npz", remedy="Give the folder of the ICT benchmark.")
    sys.path.insert(0, str(bench))
    try:
        return importlib.import_module("ictlib")
    except ModuleNotFoundError as missing:
        raise ConfigError(f"the renderer needs {missing.name}", remedy=f"pip install {missing.name}") from missing
    finally:
        sys.path.remove(str(bench))
