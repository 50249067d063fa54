"""The core of the Unreal plugin hears the real sidecar over OSC, as it does over ZeroMQ."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from koekata.channels import ARKIT_NAMES
from koekata.commands._sample import sample_clip
from koekata.frames import SolvedFace
from koekata.mapping import Evaluator, MappingFrame, load_table
from koekata.receive import Listener

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "cpp"
PRESET = ROOT / "mappings" / "presets" / "vrm1.json"
FRAMES = 90
Json = dict[str, Any]


@pytest.fixture(scope="module")
def program() -> Path:
    """The listening program, built where it is not yet and can be."""
    if sys.platform == "win32":
        pytest.skip("the program uses the sockets of Unix")
    found = BUILD / "koekata-listen-osc"
    if not found.is_file():
        if not shutil.which("cmake") or not shutil.which("c++"):
            pytest.skip("cmake or a compiler of C++ is missing: `make test-cpp` says more")
        if subprocess.run(["cmake", "-S", ROOT / "tests" / "cpp", "-B", BUILD], check=False).returncode != 0:
            pytest.skip("nlohmann-json or doctest is missing: `make test-cpp` says more")
        subprocess.run(["cmake", "--build", BUILD, "--target", found.name, "--parallel", "2"], check=True)
    return found


@pytest.fixture
def ports() -> tuple[int, int]:
    """A free port of ZeroMQ's and one of OSC's."""
    with socket.socket() as first, socket.socket(type=socket.SOCK_DGRAM) as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


@pytest.fixture
def sidecar(tmp_path: Path, ports: tuple[int, int]) -> Iterator[None]:
    """`koekata run` on the sample performance, with the table of the test."""
    streams = ["--zmq-port", str(ports[0]), "--osc-port", str(ports[1])]
    process = subprocess.Popen(
        [sys.executable, "-c", "from koekata.cli import main; main()", "run", str(sample_clip()), "--loop",
         "--headless", "--mapping", str(PRESET), *streams],
        cwd=tmp_path, env={**os.environ, "KOEKATA_HOME": str(tmp_path / "home"), "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield
    process.kill()
    process.wait()


def heard_by(program: Path, path: Path, port: int) -> subprocess.Popen[str]:
    with path.open("w") as printed:
        options = ["--port", str(port), "--frames", str(FRAMES), "--seconds", "240", "--table", str(PRESET)]
        return subprocess.Popen([program, *options], stdout=printed, stderr=subprocess.PIPE, text=True)


def evaluated(frames: list[Json]) -> Iterator[dict[str, float]]:
    """What Python's evaluator makes of the frames that C++ received."""
    evaluator = Evaluator(load_table(PRESET))
    for entry in frames:
        pose = dict(zip(("headYaw", "headPitch", "headRoll"), entry["head_ypr"], strict=True))
        pose |= dict(zip(("headX", "headY", "headZ"), entry["head_translation"], strict=True))
        names = ("gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight")
        pose |= dict(zip(names, entry["gaze"], strict=True))
        frame = MappingFrame(
            {**entry["weights"], **pose}, entry["channel_confidence"], entry["tracked"], entry["timeline_s"]
        )
        yield dict(evaluator.step(frame, 1.0 / 60.0).values)


def same(entry: Json, wanted: SolvedFace) -> None:
    """Equal in all that OSC carries. A channel that is not sent counts as not observed."""
    for name, weight, confidence in zip(ARKIT_NAMES, wanted.weights, wanted.channel_confidence, strict=True):
        assert (entry["channel_confidence"].get(name, 0.0) > 0) == (confidence > 0)
        if confidence > 0:
            assert entry["weights"][name] == pytest.approx(float(weight), abs=1e-6)
    assert entry["head_ypr"] == pytest.approx(list(wanted.yaw_pitch_roll), abs=1e-4)
    assert entry["head_translation"] == pytest.approx(list(wanted.translation), abs=1e-6)
    assert entry["gaze"] == pytest.approx(list(wanted.gaze), abs=1e-4)
    assert entry["tracked"] == wanted.tracked


@pytest.mark.usefixtures("sidecar")
def test_the_frames_of_osc_are_those_of_zeromq_and_drive_a_character_as_in_python(
    program: Path, ports: tuple[int, int], tmp_path: Path
) -> None:
    listening = heard_by(program, tmp_path / "heard.jsonl", ports[1])
    over_zeromq: dict[float, SolvedFace] = {}
    with Listener(f"tcp://127.0.0.1:{ports[0]}") as listener:
        while listening.poll() is None:
            got = listener.receive(1.0)
            if got is not None:
                over_zeromq.setdefault(got.time.timeline_s, got)
    _, said = listening.communicate()
    assert said == ""
    *frames, last = [json.loads(line) for line in (tmp_path / "heard.jsonl").read_text("utf-8").splitlines()]
    assert len(frames) == FRAMES
    assert last["figures"]["bad"] == {}
    both = [entry for entry in frames if entry["timeline_s"] in over_zeromq]
    assert len(both) > FRAMES / 3
    for entry in both:
        same(entry, over_zeromq[entry["timeline_s"]])
    for entry, wanted in zip(frames, evaluated(frames), strict=True):
        assert entry["targets"] == pytest.approx(wanted, abs=1e-6)


@pytest.mark.usefixtures("sidecar")
def test_what_the_sidecars_own_table_drives_comes_along(program: Path, ports: tuple[int, int], tmp_path: Path) -> None:
    listening = heard_by(program, tmp_path / "heard.jsonl", ports[1])
    listening.communicate(timeout=280)
    *frames, _ = [json.loads(line) for line in (tmp_path / "heard.jsonl").read_text("utf-8").splitlines()]
    names = {target.id for target in load_table(PRESET).targets}
    assert {name for entry in frames for name in entry["driven"]} <= names
    driven = [entry["driven"]["blinkLeft"] for entry in frames if "blinkLeft" in entry["driven"]]
    assert len(set(driven)) > 5


def test_garbage_between_frames_is_counted_told_once_and_survived(
    program: Path, ports: tuple[int, int], tmp_path: Path
) -> None:
    from pythonosc.osc_message_builder import OscMessageBuilder

    path = tmp_path / "heard.jsonl"
    with path.open("w") as printed:
        options = ["--port", str(ports[1]), "--frames", "20", "--seconds", "60"]
        listening = subprocess.Popen([program, *options], stdout=printed, stderr=subprocess.PIPE, text=True)
    garbage = (b"", b"\x00", b"/koekata/0/jawOpen\x00\x00,f\x00\x00", b"#bundle\x00" + bytes(8) + b"\x7f\xff\xff\xff")
    with socket.socket(type=socket.SOCK_DGRAM) as sender:
        for sequence in range(100_000):
            if listening.poll() is not None:
                break
            end = OscMessageBuilder("/koekata/0/frame")
            for kind, value in (("h", sequence), ("d", sequence / 60), ("T", True), ("f", 1.0)):
                end.add_arg(value, kind)
            for datagram in (*garbage, end.build().dgram):
                _send(sender, datagram, ports[1])
            time.sleep(0.005)
    _, said = listening.communicate()
    *frames, last = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [entry["sequence"] for entry in frames] == sorted({entry["sequence"] for entry in frames})
    assert len(frames) == 20
    assert last["figures"]["bad"].keys() == {"malformed"}
    assert len(said.splitlines()) == 1


def _send(sender: socket.socket, datagram: bytes, port: int) -> None:
    """To a program that may not be there yet, or not any more."""
    try:
        sender.sendto(datagram, ("127.0.0.1", port))
    except ConnectionError:
        return
