"""Live: one picture after the other, with performers who come and go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX
from koekata.config import KoekataConfig, OscConfig, OutputsConfig, ZmqConfig
from koekata.face_model.model import FaceModel
from koekata.frames import CapturedFrame, ImageArray, SolvedFace, SourceEvent, TrackedFace
from koekata.live import open_session
from koekata.pipeline import Pipeline
from koekata.receive import Listener
from koekata.stopwatch import Stopwatch, percentiles
from koekata.track import Tracker

ConfigOf = Callable[..., KoekataConfig]
TrackerFor = Callable[..., AbstractContextManager[Tracker]]
FrameOf = Callable[[ImageArray, int], CapturedFrame]
TRUE_FOCAL = 850 / 512


class NoTracker:
    """For pipelines that are given faces."""


def fed(pipeline: Pipeline, tracked: list[Any]) -> list[SolvedFace]:
    """The first performer's faces."""
    return [pipeline.advance(time, faces)[0] for time, faces in tracked]


def test_live_weights_follow_those_of_the_recording(sample: Any, config_of: ConfigOf, face_model: FaceModel) -> None:
    pipeline = Pipeline(config_of(), NoTracker(), face_model, neutrals={0: sample.neutral})  # type: ignore[arg-type]
    faces = fed(pipeline, sample.tracked)
    assert len(faces) == 360
    for name in ("jawOpen", "eyeBlinkLeft", "mouthSmileLeft", "browInnerUp"):
        live = [face.weights[ARKIT_INDEX[name]] for face in faces]
        assert np.corrcoef(live, sample.weight(name))[0, 1] > 0.95, name


def test_a_performer_is_calibrated_by_the_first_seconds(
    sample: Any, config_of: ConfigOf, face_model: FaceModel
) -> None:
    pipeline = Pipeline(config_of(focal=TRUE_FOCAL), NoTracker(), face_model)  # type: ignore[arg-type]
    early = fed(pipeline, sample.tracked[:50])
    assert pipeline.calibrated() is None
    late = fed(pipeline, sample.tracked[50:200])
    neutral = pipeline.calibrated()
    assert neutral is not None
    assert neutral.focal_share == pytest.approx(TRUE_FOCAL)
    assert all(np.isfinite(face.weights).all() for face in early)
    live = [face.weights[ARKIT_INDEX["jawOpen"]] for face in late]
    assert np.corrcoef(live, sample.weight("jawOpen")[50:200])[0, 1] > 0.85


def test_calibrating_beside_the_frames_ends_with_a_calibration(
    sample: Any, config_of: ConfigOf, face_model: FaceModel
) -> None:
    with ThreadPoolExecutor(1) as worker:
        config = config_of(focal=TRUE_FOCAL)
        pipeline = Pipeline(config, NoTracker(), face_model, worker=worker)  # type: ignore[arg-type]
        fed(pipeline, sample.tracked[:70])
        worker.submit(lambda: None).result()
        fed(pipeline, sample.tracked[70:72])
        worker.submit(lambda: None).result()
        fed(pipeline, sample.tracked[72:74])
    assert pipeline.calibrated() is not None


def test_a_lost_face_is_held_and_says_so(
    sample: Any, pictures: Any, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor, frame_of: FrameOf
) -> None:
    black = np.zeros_like(pictures[0])
    film = [*pictures[:10], *[black] * 8, *pictures[18:30]]
    with tracker_for() as tracker:
        pipeline = Pipeline(config_of(), tracker, face_model, neutrals={0: sample.neutral})
        faces = [pipeline.process(frame_of(image, number)) for number, image in enumerate(film)]
    assert all(len(found) == 1 for found in faces)
    assert [found[0].tracked for found in faces] == [not 10 <= number < 18 for number in range(30)]
    for number in range(10, 18):
        held = faces[number][0]
        assert held.time.sequence == number + 1
        assert held.confidence == 0.0
        np.testing.assert_array_equal(held.weights, faces[9][0].weights)
        np.testing.assert_array_equal(held.yaw_pitch_roll, faces[9][0].yaw_pitch_roll)


def test_nobody_is_reported_before_somebody_came(
    config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor, frame_of: FrameOf, pictures: Any
) -> None:
    with tracker_for() as tracker:
        pipeline = Pipeline(config_of(), tracker, face_model)
        assert pipeline.process(frame_of(np.zeros_like(pictures[0]), 0)) == ()
        assert set(pipeline.stopwatch.summary()) == {"track"}


def test_a_second_performer_who_left_is_forgotten_and_the_first_never(
    sample: Any, config_of: ConfigOf, face_model: FaceModel, moved: Callable[..., TrackedFace]
) -> None:
    face = sample.tracked[0][1][0]
    neutrals = dict.fromkeys((0, 1), sample.neutral)
    pipeline = Pipeline(config_of(), NoTracker(), face_model, neutrals=neutrals)  # type: ignore[arg-type]

    def reported(sequence: int, time_s: float, *present: int) -> list[tuple[int, bool]]:
        faces = tuple(moved(face, performer, sequence, time_s) for performer in present)
        solved = pipeline.advance(moved(face, 0, sequence, time_s).time, faces)
        return [(one.performer, one.tracked) for one in solved]

    assert reported(1, 0.0, 1, 0) == [(0, True), (1, True)]
    assert reported(2, 0.1, 0) == [(0, True), (1, False)]
    assert reported(3, 9.9) == [(0, False), (1, False)]
    assert reported(4, 10.2) == [(0, False)]
    assert reported(5, 60.0) == [(0, False)]
    assert reported(6, 60.1, 1) == [(0, False), (1, True)]


def test_two_performers_side_by_side_keep_their_ids_and_move_alike(
    sample: Any, pictures: Any, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor, frame_of: FrameOf
) -> None:
    film = [np.hstack([image, image]) for image in pictures[92:162]]
    # Both were taken from straight ahead; the same share of twice the width is a lens so long that it matters little.
    neutral = sample.neutral
    with tracker_for(2) as tracker:
        config = config_of(performers=2, smooth="off")
        pipeline = Pipeline(config, tracker, face_model, neutrals={0: neutral, 1: neutral})
        faces = [pipeline.process(frame_of(image, number)) for number, image in enumerate(film)]
    assert all([face.performer for face in found] == [0, 1] for found in faces)
    assert all(face.tracked for found in faces for face in found)
    assert max(found[0].translation[0] for found in faces) < 0 < min(found[1].translation[0] for found in faces)
    weights = np.array([[face.weights for face in found] for found in faces])
    assert np.abs(weights[:, 0] - weights[:, 1]).mean() < 0.03
    for name in ("eyeBlinkLeft", "eyeBlinkRight", "jawOpen", "browInnerUp"):
        one, other = weights[:, :, ARKIT_INDEX[name]].T
        assert np.corrcoef(one, other)[0, 1] > 0.9, name
        assert np.abs(one - other).mean() < 0.08, name


def test_a_session_sends_what_it_shows(sample: Any, sample_path: Path, config_of: ConfigOf) -> None:
    outputs = OutputsConfig(zmq=ZmqConfig(port=0), osc=OscConfig(enabled=False))
    config = config_of(str(sample_path)).model_copy(update={"outputs": outputs})
    shown: dict[int, SolvedFace] = {}
    states: list[str] = []

    def watch(item: SolvedFace | SourceEvent) -> None:
        if isinstance(item, SourceEvent):
            states.append(item.state)
        else:
            shown[item.time.sequence] = item

    with open_session(config, sample.neutral) as session, Listener(session.publisher.addresses["zmq"]) as listener:
        heard: list[SolvedFace] = []
        finished = threading.Event()
        ear = threading.Thread(target=_listen, args=(listener, heard, finished))
        ear.start()
        summary = session.run(seconds=2.0, watch=watch)
        finished.set()
        ear.join()
    assert states[0] == "running"
    assert summary.frames == len(shown) > 10
    assert summary.tracked == summary.frames
    assert summary.frames + summary.dropped == max(shown)
    assert summary.ending == "stopped after 2 s"
    assert summary.fps > 0
    assert 0 < summary.delay["p50"] <= summary.delay["p99"]
    assert list(shown) == sorted(shown)
    assert len(heard) > 5
    assert listener.face_model == "builtin"
    for face in heard:
        np.testing.assert_allclose(face.weights, shown[face.time.sequence].weights, atol=1e-6)
    assert set(session.pipeline.stopwatch.summary()) == {"track", "fit", "solve", "smooth", "publish"}


def _listen(listener: Listener, heard: list[SolvedFace], finished: threading.Event) -> None:
    while not finished.is_set():
        face = listener.receive(0.1)
        if face is not None:
            heard.append(face)


def test_a_session_ends_with_its_source(sample: Any, tmp_path: Path, config_of: ConfigOf, pictures: Any) -> None:
    _write(pictures[:6], tmp_path)
    outputs = OutputsConfig(zmq=ZmqConfig(enabled=False), osc=OscConfig(enabled=False))
    config = config_of(str(tmp_path)).model_copy(update={"outputs": outputs})
    with open_session(config, sample.neutral) as session:
        summary = session.run()
    assert summary.frames + summary.dropped == 6
    assert "end after 6 frames" in summary.ending


def _write(pictures: list[ImageArray], folder: Path) -> None:
    for number, image in enumerate(pictures):
        cv2.imwrite(str(folder / f"{number:04d}.png"), image[:, :, ::-1])


def test_a_stopwatch_knows_each_stage() -> None:
    watch = Stopwatch()
    for _ in range(3):
        with watch("fit"):
            pass
    with pytest.raises(ValueError, match="in the stage"), watch("track"):
        raise ValueError("in the stage")
    assert {stage: len(values) for stage, values in watch.milliseconds.items()} == {"fit": 3, "track": 1}
    assert watch.summary()["fit"]["p50"] >= 0.0
    assert percentiles([]) == {"p50": 0.0, "p99": 0.0}
    assert percentiles([1.0, 3.0])["p50"] == 2.0
