"""What a format keeps comes back; what other tools expect of it is there."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.errors import TakeError
from koekata.frames import FrameTime, SolvedFace
from koekata.takes import Take, open_take, read_take

FPS = 30.0
# Live Link Face writes these columns in this order; jaw and mouth come right before left, unlike in its datagrams.
APP_HEADER = (
    "Timecode,BlendShapeCount,EyeBlinkLeft,EyeLookDownLeft,EyeLookInLeft,EyeLookOutLeft,EyeLookUpLeft,EyeSquintLeft,"
    "EyeWideLeft,EyeBlinkRight,EyeLookDownRight,EyeLookInRight,EyeLookOutRight,EyeLookUpRight,EyeSquintRight,"
    "EyeWideRight,JawForward,JawRight,JawLeft,JawOpen,MouthClose,MouthFunnel,MouthPucker,MouthRight,MouthLeft,"
    "MouthSmileLeft,MouthSmileRight,MouthFrownLeft,MouthFrownRight,MouthDimpleLeft,MouthDimpleRight,MouthStretchLeft,"
    "MouthStretchRight,MouthRollLower,MouthRollUpper,MouthShrugLower,MouthShrugUpper,MouthPressLeft,MouthPressRight,"
    "MouthLowerDownLeft,MouthLowerDownRight,MouthUpperUpLeft,MouthUpperUpRight,BrowDownLeft,BrowDownRight,BrowInnerUp,"
    "BrowOuterUpLeft,BrowOuterUpRight,CheekPuff,CheekSquintLeft,CheekSquintRight,NoseSneerLeft,NoseSneerRight,TongueOut,"
    "HeadYaw,HeadPitch,HeadRoll,LeftEyeYaw,LeftEyePitch,LeftEyeRoll,RightEyeYaw,RightEyePitch,RightEyeRoll"
)


def face(sequence: int, *, tracked: bool = True, timecode: str | None = None, **weights: float) -> SolvedFace:
    """A frame with a value of its own in every field; `weights` sets single channels."""
    rng = np.random.default_rng(sequence)
    values = rng.random(52)
    for name, value in weights.items():
        values[ARKIT_INDEX[name]] = value
    confidence = np.full(52, 0.75)
    confidence[ARKIT_INDEX["tongueOut"]] = 0.0
    return SolvedFace(
        performer=0,
        time=FrameTime(sequence, sequence / FPS, sequence * 10, sequence * 20, timecode),
        tracked=tracked,
        confidence=0.9,
        weights=values,
        channel_confidence=confidence,
        yaw_pitch_roll=rng.uniform(-30, 30, 3),
        translation=rng.uniform(-1, 1, 3),
        gaze=rng.uniform(-20, 20, 4),
    )


def record(path: Path, faces: list[SolvedFace]) -> Take:
    with open_take(path, fps=FPS) as writer:
        for frame in faces:
            writer.add(frame)
    return read_take(path)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="ascii", newline="") as file:
        return list(csv.DictReader(file))


def test_motion_survives_the_round_trip(tmp_path: Path, suffix: str) -> None:
    faces = [face(number) for number in range(3)]
    take = record(tmp_path / f"take{suffix}", faces)
    seen = [np.where(frame.channel_confidence > 0, frame.weights, take.weights[0, -1]) for frame in faces]
    assert np.allclose(take.weights[:, :-1], np.array(seen)[:, :-1], atol=1e-7)
    assert np.allclose(take.yaw_pitch_roll, [frame.yaw_pitch_roll for frame in faces], atol=1e-5)
    assert np.allclose(take.gaze, [frame.gaze for frame in faces], atol=1e-5)
    assert np.allclose(take.time_s, [frame.time.timeline_s for frame in faces], atol=1e-5)
    assert take.fps == pytest.approx(FPS, abs=0.01)


def test_full_formats_remember_the_face_model(tmp_path: Path, full_suffix: str) -> None:
    path = tmp_path / f"take{full_suffix}"
    with open_take(path, fps=FPS, face_model="FLAME 2023 Open") as writer:
        writer.add(face(0))
    assert read_take(path).face_model == "FLAME 2023 Open"


def test_a_csv_keeps_the_apps_layout_and_tells_the_face_model_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    with open_take(path, fps=FPS, face_model="FLAME 2023 Open") as writer:
        writer.add(face(0))
    assert path.read_text().splitlines()[0] == APP_HEADER
    assert json.loads((tmp_path / "take.csv.json").read_text("utf-8"))["face_model"] == "FLAME 2023 Open"
    assert read_take(path).face_model == "FLAME 2023 Open"
    assert read_take(path).version
    (tmp_path / "take.csv.json").unlink()
    assert read_take(path).face_model == ""


def test_a_csv_of_an_unknown_face_model_does_not_keep_that_of_the_take_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    for face_model in ("FLAME 2023 Open", ""):
        with open_take(path, fps=FPS, face_model=face_model) as writer:
            writer.add(face(0))
    assert read_take(path).face_model == ""
    assert [entry.name for entry in tmp_path.iterdir()] == ["take.csv"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"face_model": 7, "koekata_version": "1"}', "\xff"])
def test_a_damaged_file_beside_a_csv_is_told_with_its_remedy(tmp_path: Path, text: str) -> None:
    path = tmp_path / "take.csv"
    record(path, [face(0)])
    (tmp_path / "take.csv.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(TakeError, match=r"take\.csv\.json") as caught:
        read_take(path)
    assert caught.value.remedy == "Delete it: the take can be read without."


def test_full_formats_keep_confidence_tracking_place_and_numbering(tmp_path: Path, full_suffix: str) -> None:
    faces = [face(4, timecode="10:20:30:04"), face(7, tracked=False)]
    take = record(tmp_path / f"take{full_suffix}", faces)
    assert take.confidence is not None
    assert take.confidence[0, ARKIT_INDEX["tongueOut"]] == 0.0
    assert take.confidence[0, 0] == 0.75
    assert take.tracked.tolist() == [True, False]
    assert take.translation is not None
    assert np.allclose(take.translation, [frame.translation for frame in faces], atol=1e-6)
    assert take.sequence is not None
    assert take.sequence.tolist() == [4, 7]
    assert take.timecode == ("10:20:30:04", "")
    assert take.version


def test_parquet_writes_more_rows_than_one_group(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow does not load here", exc_type=ImportError)
    faces = [face(number) for number in range(1500)]
    take = record(tmp_path / "long.parquet", faces)
    assert len(take) == 1500
    assert np.allclose(take.weights[1400], faces[1400].weights, atol=1e-6)


def test_a_take_without_rows_is_valid(tmp_path: Path, suffix: str) -> None:
    assert len(record(tmp_path / f"empty{suffix}", [])) == 0


def test_npz_loads_without_pickle_and_names_its_columns(tmp_path: Path) -> None:
    record(tmp_path / "take.npz", [face(0)])
    with np.load(tmp_path / "take.npz", allow_pickle=False) as data:
        assert data["names"].tolist() == list(ARKIT_NAMES)
        assert data["weights"].shape == data["confidence"].shape == (1, 52)
        assert float(data["fps"]) == FPS


def test_csv_header_is_that_of_the_app(tmp_path: Path) -> None:
    record(tmp_path / "take.csv", [])
    assert (tmp_path / "take.csv").read_text(encoding="ascii") == APP_HEADER + "\n"


def test_csv_keeps_left_on_the_left(tmp_path: Path) -> None:
    record(tmp_path / "take.csv", [face(0, jawLeft=0.25, jawRight=0.5, mouthLeft=0.125, mouthRight=0.75)])
    row = table(tmp_path / "take.csv")[0]
    assert row["JawLeft"] == "0.2500000000"
    assert row["JawRight"] == "0.5000000000"
    assert row["MouthLeft"] == "0.1250000000"
    assert row["MouthRight"] == "0.7500000000"
    assert row["BlendShapeCount"] == "61"


def test_csv_angles_are_radians_with_the_signs_of_the_app(tmp_path: Path) -> None:
    frame = face(0)
    frame.yaw_pitch_roll[:] = (90.0, 45.0, 30.0)  # to the performer's left, up, left side up
    frame.gaze[:] = (10.0, 20.0, 10.0, 20.0)  # to the performer's left, up
    record(tmp_path / "take.csv", [frame])
    row = table(tmp_path / "take.csv")[0]
    assert [float(row[name]) for name in ("HeadYaw", "HeadPitch", "HeadRoll")] == pytest.approx(
        [-np.pi / 2, -np.pi / 4, -np.pi / 6]
    )
    assert float(row["LeftEyeYaw"]) == pytest.approx(-np.radians(10.0))
    assert float(row["RightEyePitch"]) == pytest.approx(-np.radians(20.0))
    assert row["LeftEyeRoll"] == "0.0000000000"


def test_csv_writes_zero_for_a_channel_that_cannot_be_observed(tmp_path: Path) -> None:
    record(tmp_path / "take.csv", [face(0, tongueOut=0.8)])
    assert table(tmp_path / "take.csv")[0]["TongueOut"] == "0.0000000000"


def test_csv_timecode_counts_sixtieths(tmp_path: Path) -> None:
    record(tmp_path / "take.csv", [face(number) for number in (0, 1, 30, 1801)])
    codes = [row["Timecode"] for row in table(tmp_path / "take.csv")]
    assert codes == ["00:00:00:00.000", "00:00:00:02.000", "00:00:01:00.000", "00:01:00:02.000"]


def test_csv_takes_the_timecode_of_the_source(tmp_path: Path) -> None:
    record(tmp_path / "take.csv", [face(0, timecode="13:13:04:15"), face(1, timecode="13:13:04;16")])
    codes = [row["Timecode"] for row in table(tmp_path / "take.csv")]
    assert codes == ["13:13:04:30.000", "13:13:04:32.000"]


def test_csv_time_runs_on_past_midnight(tmp_path: Path) -> None:
    take = record(tmp_path / "take.csv", [face(0, timecode="23:59:59:29"), face(1, timecode="00:00:00:00")])
    assert np.diff(take.time_s) == pytest.approx([1 / 30])


def test_an_untracked_picture_has_a_row_too(tmp_path: Path) -> None:
    assert len(record(tmp_path / "take.csv", [face(0), face(1, tracked=False), face(2)])) == 3


def test_csv_of_the_app_without_values_for_a_lost_face_is_read(tmp_path: Path) -> None:
    path = tmp_path / "app.csv"
    values = ",".join(["0.5000000000"] * 61)
    path.write_text(f"{APP_HEADER}\n13:13:04:31.652,61,{values}\n13:13:04:33.652,0\n", encoding="ascii")
    take = read_take(path)
    assert take.tracked.tolist() == [True, False]
    assert take.weights[1].tolist() == take.weights[0].tolist()
    assert take.fps == pytest.approx(30.0)


def test_csv_is_read_by_its_header_whatever_the_order(tmp_path: Path) -> None:
    names = APP_HEADER.split(",")
    shuffled = [*names[:2], *reversed(names[2:])]
    cells = ["0.25" if name == "JawLeft" else "0" for name in shuffled[2:]]
    (tmp_path / "other.csv").write_text(f"{','.join(shuffled)}\n00:00:00:00.000,61,{','.join(cells)}\n")
    take = read_take(tmp_path / "other.csv")
    assert take.weights[0, ARKIT_INDEX["jawLeft"]] == 0.25
    assert take.weights[0].sum() == 0.25


def test_a_bad_row_is_named_by_its_line(tmp_path: Path) -> None:
    values = ",".join(["0"] * 60 + ["nan"])
    (tmp_path / "bad.csv").write_text(f"{APP_HEADER}\n00:00:00:00.000,61,{values}\n")
    with pytest.raises(TakeError, match=r"bad\.csv:2: "):
        read_take(tmp_path / "bad.csv")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "short.csv").write_text(APP_HEADER.replace("JawOpen,", "") + "\n")
    with pytest.raises(TakeError, match="JawOpen"):
        read_take(tmp_path / "short.csv")


def test_rubbish_is_no_take(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"rubbish{suffix}"
    path.write_bytes(b"\xff\xfe\x00rubbish" * 50)
    with pytest.raises(TakeError, match="rubbish"):
        read_take(path)


def test_the_truth_of_the_sample_performance_reads_as_a_take() -> None:
    with as_file(files("koekata.data.sample") / "performance.npz") as path:
        take = read_take(path)
    assert take.weights.shape == (360, 52)
    assert take.confidence is None
    assert take.time_s[-1] == pytest.approx(359 / 30)


def test_channels_of_the_voice_come_back_beside_those_of_arkit(tmp_path: Path, full_suffix: str) -> None:
    path = tmp_path / f"take{full_suffix}"
    names = (*ARKIT_NAMES, "visemeA", "loudness")
    weights = np.linspace(0.0, 1.0, 54)
    with open_take(path, fps=30.0) as take:
        for number in range(3):
            time = FrameTime(number + 1, number / 30, 0, 0)
            zeros = np.zeros(3)
            take.add(SolvedFace(0, time, True, 1.0, weights, np.full(54, 0.5), zeros, zeros, np.zeros(4), names))
    found = read_take(path)
    assert found.names == names
    np.testing.assert_allclose(found.weights, np.tile(weights, (3, 1)), atol=1e-6)
    assert found.confidence is not None
    assert found.confidence.shape == (3, 54)


def test_a_row_with_other_channels_than_the_first_is_refused(tmp_path: Path, full_suffix: str) -> None:
    time, zeros = FrameTime(1, 0.0, 0, 0), np.zeros(3)
    first = SolvedFace(0, time, True, 1.0, np.zeros(52), np.ones(52), zeros, zeros, np.zeros(4))
    other = replace(
        first,
        time=FrameTime(2, 0.1, 0, 0),
        weights=np.zeros(53),
        channel_confidence=np.ones(53),
        names=(*ARKIT_NAMES, "visemeA"),
    )
    take = open_take(tmp_path / f"take{full_suffix}", fps=30.0)
    take.add(first)
    with pytest.raises(TakeError, match="the same others in every row"):
        take.add(other)
    take.discard()
