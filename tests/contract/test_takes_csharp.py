"""Recordings of the Unity editor are those of `koekata solve`, to the last byte; and its curves keep to their bound."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES
from koekata.frames import FrameTime, SolvedFace
from koekata.publish.wire import Messages
from koekata.stream import performer_topic
from koekata.takes import open_take, read_take

PROGRAM = Path(__file__).parents[2] / "build" / "csharp" / "koekata-editing.exe"
FPS = 30.0
ANGLES = ("headYaw", "headPitch", "headRoll", "gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight")
HALVES = (1 / 2048, 3 / 2048, 0.5**11 * 5, 1.0, 0.0, 1e-12, 0.1, 2**-40, 0.99999999995, 1 / 3)
"""Among them numbers whose eleventh decimal is exactly 5, which are rounded to even."""
Json = dict[str, Any]


def ask(command: str, *requests: Json) -> list[Any]:
    if not PROGRAM.exists() or shutil.which("mono") is None:
        pytest.skip("the editing core in C# is not built, or mono is missing: `make csharp`")
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run(["mono", str(PROGRAM), command], input=lines.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def sample() -> Iterator[SolvedFace]:
    """The performance that comes with Koekata, with numbers that are hard to round and a channel that is not seen."""
    with as_file(files("koekata.data.sample") / "performance.npz") as path, np.load(path, allow_pickle=False) as data:
        weights, angles, gaze = data["weights"], data["yaw_pitch_roll"], data["gaze"]
    confidence = np.ones(len(ARKIT_NAMES))
    confidence[ARKIT_NAMES.index("tongueOut")] = 0.0
    weights[:, 0] = np.resize(HALVES, len(weights))
    weights[:, ARKIT_NAMES.index("tongueOut")] = 0.5
    # The stream holds single precision.
    weights, angles, gaze = (array.astype(np.float32).astype(np.float64) for array in (weights, angles, gaze))
    for row in range(len(weights)):
        time = FrameTime(row + 1, 86_398.0 + row / FPS, 1000 + row * 33_000_000, 0, None)
        yield SolvedFace(
            0, time, row % 50 != 7, 1.0, weights[row], confidence, angles[row], np.zeros(3), gaze[row], ARKIT_NAMES
        )


def streamed(faces: Sequence[SolvedFace], model: str) -> list[list[str]]:
    messages, topic = Messages("0123456789abcdef", model), performer_topic(0).hex()
    messages.needs_layout(faces[0])
    payloads = [messages.layout(0), *(messages.frame(face, 0) for face in faces)]
    return [[topic, payload.hex()] for payload in payloads]


@pytest.mark.parametrize("model", ["", "builtin 1"])
def test_a_recording_of_the_stream_has_the_bytes_that_solve_writes(model: str, tmp_path: Path) -> None:
    faces = list(sample())
    with open_take(tmp_path / "python.csv", fps=FPS, face_model=model) as writer:
        for face in faces:
            writer.add(face)
    (answer,) = ask("record", {"path": str(tmp_path / "unity.csv"), "messages": streamed(faces, model)})
    assert answer == {"rows": len(faces)}
    assert (tmp_path / "unity.csv").read_bytes() == (tmp_path / "python.csv").read_bytes()
    about = [tmp_path / f"{name}.csv.json" for name in ("unity", "python")]
    assert [path.exists() for path in about] == [bool(model)] * 2
    if model:
        assert about[0].read_bytes() == about[1].read_bytes()
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_a_recording_is_read_with_the_values_that_python_reads(tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    with open_take(path, fps=FPS) as writer:
        for face in sample():
            writer.add(face)
    # The app leaves the values out where it sees no face.
    lines = path.read_text("ascii").split("\n")
    lines[5] = lines[5].split(",")[0] + ",0"
    path.write_text("\r\n".join(lines), "ascii", newline="")
    take = read_take(path)
    (answer,) = ask("take", {"path": str(path)})
    values = np.array(answer["values"])
    places = [answer["channels"].index(name) for name in (*ARKIT_NAMES, *ANGLES)]
    assert np.array_equal(values[:, places], np.hstack([take.weights, take.yaw_pitch_roll, take.gaze]))
    assert np.allclose(answer["times"], take.time_s, rtol=0, atol=1e-9)
    assert answer["times"][-1] > 86_400, "the clock runs on past midnight"
    assert np.array_equal(np.array(answer["tracked"], bool), take.tracked)
    assert not take.tracked[4]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: text.replace("JawOpen", "Jaw"), ":1: not in the layout of Live Link Face"),
        (lambda text: text.replace("0.1000000000", "nan", 1), ":2: not a row of a recording"),
        (lambda text: text.replace(":", "-", 1), ":2: not a row of a recording"),
        (lambda text: text.split("\n")[0], "holds no rows"),
        (lambda text: text[:0], ":1: not in the layout of Live Link Face"),
    ],
)
def test_a_damaged_recording_is_told_with_its_line(spoil: Any, said: str, tmp_path: Path) -> None:
    path = tmp_path / "take.csv"
    with open_take(path, fps=FPS) as writer:
        faces = list(sample())[:3]
        faces[0].weights[3] = 0.1
        for face in faces:
            writer.add(face)
    path.write_text(spoil(path.read_text("ascii")), "ascii")
    (answer,) = ask("take", {"path": str(path)})
    assert said in answer["error"]


@pytest.mark.parametrize("bound", [0.05, 0.01, 0.0001])
def test_a_reduced_curve_keeps_to_its_bound_at_every_recorded_moment(bound: float) -> None:
    faces = list(sample())
    times = np.array([face.time.sequence / FPS for face in faces], np.float32)
    channels = np.array([[*face.weights, *(face.yaw_pitch_roll / 45)] for face in faces], np.float32).T
    requests = [{"times": times.tolist(), "values": row.tolist(), "bound": bound} for row in channels]
    answers = ask("reduce", *requests)
    worst = max(_error(times, row, np.array(keys, np.float32)) for row, keys in zip(channels, answers, strict=True))
    assert worst <= bound
    keys = sum(len(found) for found in answers)
    assert keys <= channels.size
    if bound >= 0.01:
        assert keys < channels.size / 4
    assert all(found[0][0] == times[0] and found[-1][0] == times[-1] for found in answers)


def _error(times: Any, values: Any, keys: Any) -> float:
    """The greatest difference of a cubic Hermite curve in single precision, written without the code under test."""
    place = np.clip(np.searchsorted(keys[:, 0], times, side="right") - 1, 0, len(keys) - 2)
    a, b = keys[place], keys[place + 1]
    width = b[:, 0] - a[:, 0]
    t = (times - a[:, 0]) / width
    p, q, d = a[:, 3] * width, b[:, 2] * width, b[:, 1] - a[:, 1]
    found = a[:, 1] + t * (p + t * ((3 * d - 2 * p - q) + t * (p + q - 2 * d)))
    return float(np.abs(found - values).max())
