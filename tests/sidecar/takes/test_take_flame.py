"""FLAME's own parameters in a file that FLAME tools read."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.errors import TakeError
from koekata.face_model.flame import Landmarks, Parameters, vertices
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.frames import FittedFace, FrameTime, TrackedFace
from koekata.rotations import from_yaw_pitch_roll
from koekata.takes.flame import FlameTake

SIZE, FPS = (640, 480), 30.0


@pytest.fixture(scope="module")
def face(face_model: FaceModel) -> FlameFace:
    path = Path(__file__).parents[1] / "face_model_flame" / "synthetic_face.py"
    spec = importlib.util.spec_from_file_location("synthetic_face", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: FlameFace = module.make_face(face_model)
    return made


@pytest.fixture(scope="module")
def neutral(face: FlameFace) -> Neutral:
    return Neutral(face.face_model.mean, 1.5, 1.0, 20)


def frames(face: FlameFace, neutral: Neutral, count: int = 5) -> Iterator[tuple[TrackedFace, FittedFace]]:
    """A mouth that opens while the head turns; the third picture shows no face."""
    person = Landmarks(face.flame, face.embedding).of(np.zeros(0))
    for number in range(count):
        weights = np.zeros(len(face.jaw))
        weights[face.face_model.expression_names.index("jawOpen")] = number / count
        time = FrameTime(number + 1 + (number >= 2), (number + (number >= 2)) / FPS, 0, 0, f"00:00:00:{number:02d}")
        fitted = FittedFace(
            performer=0,
            time=time,
            rotation=from_yaw_pitch_roll(np.array([4.0 * number, 0.0, 0.0])),
            translation=np.array([0.01, 0.0, -0.5]),
            expression=weights,
            gaze=np.zeros(4),
            residual=0.0,
            confidence=1.0,
            points=person.points(Parameters(jaw=weights @ face.jaw)),
            neutral=neutral.points,
        )
        yield TrackedFace(0, np.zeros((478, 3)), SIZE, 1.0, time), fitted


def written(path: Path, face: FlameFace, neutral: Neutral | None, count: int = 5) -> dict[str, Any]:
    with FlameTake(path, face, "FLAME 2023 Open") as take:
        for seen, fitted in frames(face, neutral or Neutral(face.face_model.mean, 1.5, 1.0, 20), count):
            take.add(seen, fitted, neutral)
        assert take.rows == count
        take.finish()
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def test_names_and_shapes_are_those_of_flame_tools(tmp_path: Path, face: FlameFace, neutral: Neutral) -> None:
    stored = written(tmp_path / "fit.npz", face, neutral)
    flame = face.flame
    assert {name: stored[name].shape for name in stored if stored[name].ndim} == {
        "shape": (flame.shape_count,),
        "expr": (5, flame.expression_count),
        "expr_deviation": (5, flame.expression_count),
        "rotation": (5, 3),
        "translation": (5, 3),
        "neck_pose": (5, 3),
        "jaw_pose": (5, 3),
        "jaw_pose_deviation": (5, 3),
        "eyes_pose": (5, 6),
        "eyes_pose_deviation": (5, 6),
        "static_offset": (1, len(flame.v_template), 3),
        "timestep_id": (5,),
        "time_s": (5,),
        "timecode": (5,),
        "residual": (5,),
        "image_size": (2,),
    }
    assert str(stored["flame_edition"]) == "FLAME 2023 Open"
    assert str(stored["flame_sha256"]) == flame.sha256
    assert stored["focal_length"] == pytest.approx(1.5 * 640)
    assert stored["fps"] == pytest.approx(FPS)


def test_rows_say_which_picture_they_belong_to(tmp_path: Path, face: FlameFace, neutral: Neutral) -> None:
    stored = written(tmp_path / "fit.npz", face, neutral)
    assert stored["timestep_id"].tolist() == [1, 2, 4, 5, 6]
    assert stored["time_s"] == pytest.approx(np.array([0, 1, 3, 4, 5]) / FPS)
    assert stored["timecode"].tolist() == [f"00:00:00:{n:02d}" for n in range(5)]


def test_the_mesh_of_a_row_stands_where_the_face_was(tmp_path: Path, face: FlameFace, neutral: Neutral) -> None:
    stored = written(tmp_path / "fit.npz", face, neutral)
    for row, (_, fitted) in enumerate(frames(face, neutral)):
        mesh = vertices(
            face.flame,
            Parameters(
                shape=stored["shape"],
                expression=stored["expr"][row],
                rotation=stored["rotation"][row],
                neck=stored["neck_pose"][row],
                jaw=stored["jaw_pose"][row],
                left_eye=stored["eyes_pose"][row, :3],
                right_eye=stored["eyes_pose"][row, 3:],
                translation=stored["translation"][row],
            ),
        )
        seen = fitted.points @ fitted.rotation.T + fitted.translation
        assert np.abs(face.embedding.of(mesh, face.flame.faces) - seen).max() < 0.001
    assert stored["jaw_pose"][4, 0] == pytest.approx(0.8 * math.radians(15.0), abs=0.02)


@pytest.mark.parametrize("count", [1, 0])
def test_few_frames_make_a_file_with_the_same_arrays(
    tmp_path: Path, face: FlameFace, neutral: Neutral, count: int
) -> None:
    stored = written(tmp_path / "fit.npz", face, neutral, count)
    assert stored["expr"].shape == (count, face.flame.expression_count)
    assert stored["timecode"].shape == (count,)


def test_frames_wait_for_the_calibration(tmp_path: Path, face: FlameFace, neutral: Neutral) -> None:
    late = FlameTake(tmp_path / "late.npz", face)
    shots = list(frames(face, neutral, 8))
    for number, (seen, fitted) in enumerate(shots):
        late.add(seen, fitted, neutral if number >= 4 else None)
    late.finish()
    early = written(tmp_path / "early.npz", face, neutral, 8)
    with np.load(tmp_path / "late.npz", allow_pickle=False) as stored:
        assert stored["expr"] == pytest.approx(early["expr"], abs=1e-6)
        assert stored["shape"] == pytest.approx(early["shape"])


def test_a_session_that_ended_before_its_calibration_is_written_all_the_same(tmp_path: Path, face: FlameFace) -> None:
    assert len(written(tmp_path / "fit.npz", face, None)["expr"]) == 5


def test_without_finish_no_file_is_left(tmp_path: Path, face: FlameFace, neutral: Neutral) -> None:
    with FlameTake(tmp_path / "fit.npz", face) as take:
        for seen, fitted in frames(face, neutral):
            take.add(seen, fitted, neutral)
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_and_a_missing_folder_are_refused_at_once(tmp_path: Path, face: FlameFace) -> None:
    with pytest.raises(TakeError, match=r"\.npz"):
        FlameTake(tmp_path / "fit.csv", face)
    with pytest.raises(TakeError, match="cannot be written"):
        FlameTake(tmp_path / "nowhere" / "fit.npz", face)
