"""What fitting and solving one frame costs on one core, against MediaPipe Face Mesh alone in the same run."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from koekata.bench.tracking import plain_face_mesh
from koekata.capture import open_source
from koekata.config import KoekataConfig, SmoothConfig
from koekata.errors import CaptureError
from koekata.face_model.model import FaceModel
from koekata.face_model.open import open_configured
from koekata.fit.calibrate import calibrate
from koekata.frames import CapturedFrame, TrackedFace
from koekata.pipeline import Pipeline
from koekata.stopwatch import Stopwatch, percentiles
from koekata.track import Tracker, open_tracker

__all__ = ["fit_cost"]

_FRAMES, _WARM_UP = 600, 30
_SOLVERS = ("geometric", "hybrid")


def fit_cost(clip: Path, config: KoekataConfig) -> dict[str, Any]:
    """Milliseconds per frame to fit and to solve, p50 and p99, for each solver; the first 30 frames do not count.

    The measuring thread is pinned to one core, and NumPy and onnxruntime run on one thread. The solvers and Face Mesh
    take turns on every frame, so that whatever else the machine does hits all of them; Face Mesh keeps its own threads.
    `ratio` is that of the medians, fit and solve over Face Mesh. The performer is calibrated beforehand.
    """
    config = config.model_copy(
        update={
            "capture": config.capture.model_copy(update={"source": str(clip)}),
            "smooth": SmoothConfig(preset="off"),
        }
    )
    model = open_configured(config.face_model).face_model
    with open_tracker(config.track, live=False) as tracker, plain_face_mesh() as face_mesh:
        frames = _tracked(config, tracker)
        pipelines = _pipelines(config, model, tracker, [face for _, face in frames])
        with _on_one_core() as pinned:
            alone = _take_turns(frames, face_mesh, pipelines)
    mesh = percentiles(alone)
    return {
        "clip": clip.name,
        "frames": len(alone),
        "pinned_to_one_core": pinned,
        "face mesh alone": mesh,
        **{name: _figures(pipeline.stopwatch, mesh["p50"]) for name, pipeline in pipelines.items()},
    }


def _tracked(config: KoekataConfig, tracker: Tracker) -> list[tuple[CapturedFrame, TrackedFace]]:
    with open_source(config.capture, live=False) as source:
        pictures = islice((item for item in source if isinstance(item, CapturedFrame)), _FRAMES)
        frames = [(picture, faces[0]) for picture in pictures if (faces := tracker.track(picture))]
    if len(frames) <= _WARM_UP:
        raise CaptureError(
            f"{config.capture.source}: {len(frames)} frames show a face", remedy="Name a clip with a face."
        )
    return frames


def _pipelines(
    config: KoekataConfig, model: FaceModel, tracker: Tracker, faces: list[TrackedFace]
) -> dict[str, Pipeline]:
    neutral = calibrate(model, [face.landmarks for face in faces], faces[0].image_size, config.face_model.focal)
    pipelines = {}
    for solver in _SOLVERS:
        face_model = config.face_model.model_copy(update={"solver": solver})
        chosen = config.model_copy(update={"face_model": face_model})
        pipelines[solver] = Pipeline(chosen, tracker, model, neutrals={faces[0].performer: neutral})
    return pipelines


def _take_turns(
    frames: list[tuple[CapturedFrame, TrackedFace]], face_mesh: Any, pipelines: dict[str, Pipeline]
) -> list[float]:
    """Run everything on every frame; returns the milliseconds of Face Mesh."""
    watch = Stopwatch()
    turns = list(pipelines.values())
    for picture, face in frames:
        with watch("face mesh"):
            face_mesh.process(picture.image)
        # Whoever comes second finds the model's matrices in the cache.
        turns.reverse()
        for pipeline in turns:
            pipeline.advance(picture.time, (face,))
    return list(watch.milliseconds["face mesh"])[_WARM_UP:]


def _figures(watch: Stopwatch, mesh_ms: float) -> dict[str, Any]:
    fit, solve = (list(watch.milliseconds[stage])[_WARM_UP:] for stage in ("fit", "solve"))
    both = percentiles([one + other for one, other in zip(fit, solve, strict=True)])
    return {
        "fit and solve": both,
        "fit": percentiles(fit),
        "solve": percentiles(solve),
        "ratio": both["p50"] / mesh_ms if mesh_ms else 0.0,
    }


@contextlib.contextmanager
def _on_one_core() -> Iterator[bool]:
    """Keep this thread on one core; yields False where the system has no such thing."""
    process = psutil.Process()
    if not hasattr(process, "cpu_affinity"):
        yield False
        return
    allowed = process.cpu_affinity()
    process.cpu_affinity(allowed[-1:])
    try:
        yield True
    finally:
        process.cpu_affinity(allowed)
