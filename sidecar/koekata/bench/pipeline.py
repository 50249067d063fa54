"""What a frame costs, from decoded picture to sent message, against MediaPipe Face Mesh alone in the same run."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from koekata.bench.tracking import plain_face_mesh
from koekata.capture import open_source
from koekata.config import CaptureConfig, KoekataConfig, OscConfig, OutputsConfig, ZmqConfig
from koekata.face_model.open import open_configured
from koekata.frames import CapturedFrame
from koekata.pipeline import Pipeline
from koekata.publish import open_outputs
from koekata.stopwatch import Stopwatch
from koekata.track import open_tracker

__all__ = ["pipeline_cost"]

_FRAMES = 600


def pipeline_cost(clip: Path, config: KoekataConfig) -> dict[str, Any]:
    """Milliseconds per frame of the whole pipeline, of each stage, and of Face Mesh alone; p50 and p99.

    The two take turns on every frame, so that whatever else the machine does hits both. `ratio` is that of the
    medians. Calibration runs beside the frames, as it does live. The frames go to ZeroMQ and OSC.
    """
    config = config.model_copy(
        update={
            "capture": CaptureConfig(source=str(clip)),
            "outputs": OutputsConfig(zmq=ZmqConfig(port=0), osc=OscConfig()),
        }
    )
    with ExitStack() as stack:
        source = stack.enter_context(open_source(config.capture, live=False))
        frames = list(islice((item for item in source if isinstance(item, CapturedFrame)), _FRAMES))
        publisher = stack.enter_context(open_outputs(config.outputs))
        tracker = stack.enter_context(open_tracker(config.track, live=True))
        face_mesh = stack.enter_context(plain_face_mesh())
        worker = stack.enter_context(ThreadPoolExecutor(1))
        pipeline = Pipeline(config, tracker, open_configured(config.face_model).face_model, worker=worker)
        whole = Stopwatch()
        for frame in frames:
            with whole("face mesh alone"):
                face_mesh.process(frame.image)
            with whole("pipeline"):
                faces = pipeline.process(frame)
                with pipeline.stopwatch("publish"):
                    for face in faces:
                        publisher.send(face)
    figures = whole.summary()
    return {
        "clip": clip.name,
        "frames": len(frames),
        "ratio": figures["pipeline"]["p50"] / figures["face mesh alone"]["p50"],
        **figures,
        "stages": pipeline.stopwatch.summary(),
    }
