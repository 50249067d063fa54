"""In how many frames of footage a face is found, near and far, and what a frame costs against plain FaceMesh."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from koekata.capture import open_source
from koekata.config import CaptureConfig, TrackConfig
from koekata.errors import SourceNotFoundError
from koekata.frames import CapturedFrame, ImageArray, TrackedFace
from koekata.track import Tracker, open_tracker
from koekata.track._quiet import without_chatter

__all__ = ["as_far", "clips_of", "far_background", "far_spot", "plain_face_mesh", "tracking_cost", "tracking_rate"]

FAR_PICTURE = (1920, 1080)
FAR_SHARE = 6
"""The far picture's height holds the clip's height so many times."""
_SUFFIXES = {".mp4", ".mov", ".mkv", ".webm", ".avi"}


def tracking_rate(folder: Path, *, far: bool, config: TrackConfig | None = None, live: bool = False) -> dict[str, Any]:
    """Share of frames in which the face is found, for every clip in a folder.

    `far` shows each clip at a sixth of the height of a 1920x1080 picture, drifting over a noisy background; a face
    counts there only if its landmarks' centre lies inside the clip. Returns `clips` (file name to `frames`, `rate`,
    `seconds_per_frame`) and the `worst` rate. Raises SourceNotFoundError for a folder without clips.
    """
    config = config or TrackConfig()
    clips = {path.name: _rate(path, far, config, live) for path in clips_of(folder)}
    return {"clips": clips, "worst": min(clip["rate"] for clip in clips.values())}


def tracking_cost(clip: Path, *, frames: int = 100) -> dict[str, float]:
    """Median milliseconds a picture: `near` and `far` by the tracker, and FaceMesh's `process()` on the near picture.

    `near` and `face_mesh` alternate picture by picture in one run, so that a busy machine touches both alike.
    `empty_live` is the mean over pictures of a room without anybody. Needs the mediapipe that carries FaceMesh.
    """
    background = far_background()
    pictures = list(itertools.islice(_frames(clip), frames))
    far = [dataclasses.replace(frame, image=as_far(frame, background)) for frame in pictures]
    with contextlib.ExitStack() as stack:
        near_tracker, far_tracker = (stack.enter_context(open_tracker(TrackConfig(), live=True)) for _ in range(2))
        plain = stack.enter_context(plain_face_mesh())
        steps: dict[str, Callable[[int], object]] = {
            "near": lambda index: near_tracker.track(pictures[index]),
            "face_mesh": lambda index: plain.process(pictures[index].image),
            "far": lambda index: far_tracker.track(far[index]),
        }
        costs = {name: float(np.median(values)) for name, values in _alternate(steps, len(pictures)).items()}
    return costs | {"empty_live": _cost_of_an_empty_room(pictures)}


def as_far(frame: CapturedFrame, background: ImageArray) -> ImageArray:
    """The picture at a sixth of the background's height, somewhere on it."""
    x, y, width, height = far_spot(frame)
    picture = background.copy()
    picture[y : y + height, x : x + width] = cv2.resize(frame.image, (width, height), interpolation=cv2.INTER_AREA)
    return picture


def far_background() -> ImageArray:
    """(1080, 1920, 3) of noise."""
    return np.random.default_rng(7).integers(0, 256, (FAR_PICTURE[1], FAR_PICTURE[0], 3), dtype=np.uint8)


def far_spot(frame: CapturedFrame) -> tuple[int, int, int, int]:
    """Where `as_far` puts the picture: x, y, width, height. It drifts a few hundred pixels a second."""
    source_height, source_width = frame.image.shape[:2]
    height = FAR_PICTURE[1] // FAR_SHARE
    width = min(FAR_PICTURE[0], round(source_width * height / source_height))
    seconds = frame.time.timeline_s
    x = (FAR_PICTURE[0] - width) * (0.5 + 0.4 * math.sin(0.7 * seconds))
    y = (FAR_PICTURE[1] - height) * (0.5 + 0.4 * math.cos(0.5 * seconds))
    return round(x), round(y), width, height


def clips_of(folder: Path) -> list[Path]:
    """The clips in a folder, by name. Raises SourceNotFoundError where there are none."""
    found = sorted(path for path in folder.glob("*") if path.suffix.lower() in _SUFFIXES)
    if not found:
        raise SourceNotFoundError(f"{folder}: no clips there", remedy=f"Kinds: {', '.join(sorted(_SUFFIXES))}.")
    return found


def _frames(clip: Path) -> Iterator[CapturedFrame]:
    with open_source(CaptureConfig(source=str(clip)), live=False) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                yield item


def _rate(clip: Path, far: bool, config: TrackConfig, live: bool) -> dict[str, float]:
    frames = hits = 0
    spent_s = 0.0
    background = far_background()
    with open_tracker(config, live=live) as tracker:
        for frame in _frames(clip):
            shown = dataclasses.replace(frame, image=as_far(frame, background)) if far else frame
            start = time.perf_counter()
            faces = tracker.track(shown)
            spent_s += time.perf_counter() - start
            frames += 1
            hits += any(not far or _inside(face, far_spot(frame)) for face in faces)
    return {"frames": frames, "rate": hits / max(1, frames), "seconds_per_frame": spent_s / max(1, frames)}


def _inside(face: TrackedFace, spot: tuple[int, int, int, int]) -> bool:
    x, y = face.landmarks[:, :2].mean(axis=0)
    return bool(spot[0] <= x <= spot[0] + spot[2] and spot[1] <= y <= spot[1] + spot[3])


def _alternate(steps: dict[str, Callable[[int], object]], count: int) -> dict[str, list[float]]:
    costs: dict[str, list[float]] = {name: [] for name in steps}
    for index in range(count):
        for name, step in steps.items():
            costs[name].append(_milliseconds(step, index))
    return costs


def _milliseconds(step: Callable[[int], object], index: int) -> float:
    start = time.perf_counter()
    step(index)
    return (time.perf_counter() - start) * 1e3


def plain_face_mesh() -> Any:
    """MediaPipe's own Face Mesh, for comparison: a context manager with `process(image)`."""
    import mediapipe

    with without_chatter():
        plain = mediapipe.solutions.face_mesh.FaceMesh(refine_landmarks=True)
        plain.process(np.zeros((64, 64, 3), np.uint8))
    return plain


def _cost_of_an_empty_room(pictures: list[CapturedFrame]) -> float:
    room: ImageArray = cv2.GaussianBlur(far_background(), (0, 0), 9).astype(np.uint8)
    with open_tracker(TrackConfig(), live=True) as tracker:
        costs = [_empty(tracker, dataclasses.replace(frame, image=room)) for frame in pictures]
    return float(np.mean(costs))


def _empty(tracker: Tracker, frame: CapturedFrame) -> float:
    return _milliseconds(lambda _: tracker.track(frame), 0)
