"""One clip as Koekata and as the Face Landmarker network see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from koekata.bench._scores import ScoreNetwork
from koekata.capture import open_source
from koekata.channels import ARKIT_NAMES
from koekata.config import KoekataConfig, SmoothConfig
from koekata.errors import CaptureError
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.frames import CapturedFrame, FloatArray, SolvedFace, TrackedFace
from koekata.offline import OfflineSolver
from koekata.pipeline import Pipeline
from koekata.smooth import smooth_take
from koekata.track import open_tracker

__all__ = ["Recording", "record"]

_FORGOTTEN_S = 3600.0
Row = tuple[float, FloatArray, FloatArray, FloatArray, FloatArray]
"""Time, landmarks, our weights from this picture alone, and the network's on the video and on this picture alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """The frames of a clip in which everybody found the face."""

    name: str
    frames: int
    """Of the clip; what follows has T rows, those that count."""
    times: FloatArray
    """(T,) seconds."""
    landmarks: FloatArray
    """(T, 478, 2) pixels, as tracked."""
    alone: FloatArray
    """(T, 52) our weights from each picture by itself: nothing of the frames before, and so no delay."""
    raw: FloatArray
    """(T, 52) our weights before smoothing."""
    smooth: FloatArray
    """(T, 52) our weights as `koekata solve` writes them."""
    network: FloatArray
    """(T, 52) the network's scores on the video."""
    network_alone: FloatArray
    """(T, 52) the network's scores on each picture by itself."""


def record(clip: Path, config: KoekataConfig, model: FaceModel) -> Recording:
    """Solve a clip offline, and run the network on it. Raises what the stages raise."""
    capture, smooth = config.capture.model_copy(update={"source": str(clip)}), SmoothConfig(preset="off")
    config = config.model_copy(update={"capture": capture})
    unsmoothed = config.model_copy(update={"smooth": smooth})
    raw, neutral = _solved(unsmoothed, model)
    smoothed = list(smooth_take(raw, config.smooth))
    seen = list(_seen(unsmoothed, model, neutral))
    both = np.array([face.tracked for face in raw]) & [not any(np.isnan(part).any() for part in row) for row in seen]
    if not both.any():
        raise CaptureError(f"{clip}: no frame shows a face to both", remedy="Name a folder of clips that show a face.")
    times, landmarks, alone, network, network_alone = (np.array(column)[both] for column in zip(*seen, strict=True))
    return Recording(
        name=clip.stem,
        frames=len(raw),
        times=times,
        landmarks=landmarks,
        alone=alone,
        raw=np.array([face.weights for face in raw])[both],
        smooth=np.array([face.weights for face in smoothed])[both],
        network=network,
        network_alone=network_alone,
    )


def _solved(config: KoekataConfig, model: FaceModel) -> tuple[list[SolvedFace], Neutral | None]:
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        solver = OfflineSolver(config, tracker, model)
        return list(solver.solve(source)), solver.neutral


def _seen(config: KoekataConfig, model: FaceModel, neutral: Neutral | None) -> Iterator[Row]:
    """One row per frame; NaN for what was not found."""
    with (
        open_source(config.capture, live=False) as source,
        open_tracker(config.track, live=False) as tracker,
        ScoreNetwork() as network,
    ):
        pipeline = Pipeline(config, tracker, model, neutrals={0: neutral} if neutral else {})
        for frame in source:
            if isinstance(frame, CapturedFrame):
                points, weights = np.full((478, 2), np.nan), np.full(len(ARKIT_NAMES), np.nan)
                for face in tracker.track(frame):
                    points, weights = face.landmarks[:, :2], _alone(pipeline, face)
                yield frame.time.timeline_s, points, weights, network.on_video(frame), network.on_picture(frame)


def _alone(pipeline: Pipeline, face: TrackedFace) -> FloatArray:
    """(52,) weights of a face that is shown so long after the last one that nothing of it is remembered."""
    time = replace(face.time, timeline_s=face.time.sequence * _FORGOTTEN_S)
    return pipeline.advance(time, (replace(face, time=time),))[0].weights
