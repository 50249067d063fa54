"""The core of the Unreal plugin hears the real sidecar, and reads every message as Python does."""

from __future__ import annotations

import json
import random
import runpy
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import pytest
import zmq

from koekata.channels import ARKIT_NAMES
from koekata.config import ZmqConfig
from koekata.errors import StreamError
from koekata.frames import FrameTime, SolvedFace
from koekata.keys import make_keys
from koekata.mapping import Evaluator, MappingFrame, load_table
from koekata.publish.zmq_output import ZmqOutput
from koekata.receive import Listener, UnknownMessage, check_topic, decode

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "cpp"
PRESET = ROOT / "mappings" / "presets" / "vrm1.json"
VECTORS = sorted((ROOT / "mappings" / "conformance" / "stream").glob("*.json"))
SEED, SPOILT = 31, 4000
DT = 1.0 / 60.0
POSE = {
    "head_ypr": ("headYaw", "headPitch", "headRoll"),
    "head_translation": ("headX", "headY", "headZ"),
    "gaze": ("gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight"),
}
Json = dict[str, Any]
Listen = Callable[..., "Hearing"]


@pytest.fixture(scope="module")
def program() -> Path:
    """The listening program, built where it is not yet and can be."""
    found = BUILD / "koekata-listen"
    if not found.is_file():
        if not shutil.which("cmake") or not shutil.which("c++"):
            pytest.skip("cmake or a compiler of C++ is missing: `make test-cpp` says more")
        if subprocess.run(["cmake", "-S", ROOT / "tests" / "cpp", "-B", BUILD], check=False).returncode != 0:
            pytest.skip("nlohmann-json or doctest is missing: `make test-cpp` says more")
        subprocess.run(["cmake", "--build", BUILD, "--target", "koekata-listen", "--parallel", "2"], check=True)
    return found


@pytest.fixture(scope="module")
def library() -> Path:
    """The libzmq that pyzmq brings, as the plugin gets it."""
    folder = Path(zmq.__file__).parents[1] / "pyzmq.libs"
    found = sorted(folder.glob("libzmq*")) if folder.is_dir() else []
    if not found:
        pytest.skip("this pyzmq brings no libzmq of its own")
    return found[0]


class Hearing:
    """A listening program that runs. It writes into a file, since nobody would empty a pipe."""

    def __init__(self, command: list[str], path: Path) -> None:
        self._path = path
        with path.open("w") as printed:
            self.process = subprocess.Popen(command, stdout=printed, stderr=subprocess.PIPE, text=True)

    def runs(self) -> bool:
        return self.process.poll() is None

    def has_printed(self) -> bool:
        return self._path.stat().st_size > 0

    def result(self) -> tuple[list[Json], Json, str]:
        """All frames, the figures, and what was said."""
        _, said = self.process.communicate(timeout=300)
        *frames, last = [json.loads(line) for line in self._path.read_text("utf-8").splitlines()]
        return frames, last["figures"], said


@pytest.fixture
def listen(program: Path, library: Path, tmp_path: Path) -> Iterator[Listen]:
    """Starts the listening program; whatever still runs at the end is killed."""
    running: list[Hearing] = []

    def start(endpoint: str, **options: object) -> Hearing:
        given = {"library": library, "endpoint": endpoint, **options}
        arguments = [text for name, value in given.items() for text in (f"--{name}", str(value))]
        running.append(Hearing([str(program), *arguments], tmp_path / f"heard-{len(running)}.jsonl"))
        return running[-1]

    yield start
    for hearing in running:
        hearing.process.kill()
        hearing.process.communicate()


@pytest.fixture
def output() -> Iterator[ZmqOutput]:
    """The sidecar's own publisher."""
    opened = ZmqOutput(ZmqConfig(port=0))
    yield opened
    opened.close()


def face(sequence: int) -> SolvedFace:
    """A face whose values all differ."""
    return SolvedFace(
        performer=0,
        time=FrameTime(sequence, sequence / 60, time.monotonic_ns(), time.time_ns()),
        tracked=True,
        confidence=0.875,
        weights=np.linspace(0.01, 0.99, len(ARKIT_NAMES)),
        channel_confidence=np.linspace(0.0, 1.0, len(ARKIT_NAMES)),
        yaw_pitch_roll=np.array([20.0, 10.0, 5.0]),
        translation=np.array([0.1, -0.2, -0.6]),
        gaze=np.array([8.0, 4.0, 6.0, 3.0]),
    )


def send_until(output: ZmqOutput, hearing: Hearing) -> int:
    """Publish frames until the listener has ended; the number after the last one."""
    sequence = 0
    while hearing.runs():
        output.send(face(sequence))
        sequence += 1
        time.sleep(0.01)
    return sequence


def same(found: Json, wanted: SolvedFace) -> None:
    weights = [found["weights"][name] for name in ARKIT_NAMES]
    confidence = [found["channel_confidence"][name] for name in ARKIT_NAMES]
    assert np.allclose(weights, wanted.weights, atol=1e-6)
    assert np.allclose(confidence, wanted.channel_confidence, atol=1e-6)
    assert np.allclose(found["head_ypr"], wanted.yaw_pitch_roll, atol=1e-6)
    assert np.allclose(found["head_translation"], wanted.translation, atol=1e-6)
    assert np.allclose(found["gaze"], wanted.gaze, atol=1e-6)
    assert found["timeline_s"] == wanted.time.timeline_s
    assert found["monotonic_ns"] == wanted.time.monotonic_ns
    assert found["wall_ns"] == wanted.time.wall_ns
    assert found["timecode"] == wanted.time.timecode
    assert found["tracked"] == wanted.tracked


def evaluated(frames: list[Json]) -> Iterator[dict[str, float]]:
    """What Python's evaluator makes of the frames that C++ received."""
    evaluator = Evaluator(load_table(PRESET))
    for entry in frames:
        pose = {name: value for key, names in POSE.items() for name, value in zip(names, entry[key], strict=True)}
        values, confidence = {**entry["weights"], **pose}, entry["channel_confidence"]
        yield dict(evaluator.step(MappingFrame(values, confidence, entry["tracked"], entry["timeline_s"]), DT).values)


def test_the_names_of_the_curves_in_the_unreal_plugin_are_those_of_mappings() -> None:
    script = runpy.run_path(str(ROOT / "tests" / "cpp" / "make_curves.py"))
    assert script["OUTPUT"].read_text("utf-8") == script["curves"](), "run tests/cpp/make_curves.py"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")
def test_the_real_sidecar_is_heard_mapped_and_followed_through_a_restart(
    sidecar: Callable[..., subprocess.Popen[bytes]], free_port: Callable[..., int], listen: Listen
) -> None:
    port = free_port()
    endpoint = f"tcp://127.0.0.1:{port}"
    first = sidecar("--zmq-port", str(port))
    hearing = listen(endpoint, seconds=240, frames=150, table=PRESET)
    heard: dict[int, SolvedFace] = {}
    with Listener(endpoint) as listener:
        while len(heard) < 40:
            got = listener.receive(60.0)
            assert got is not None
            heard[got.time.monotonic_ns] = got
    first.send_signal(signal.SIGKILL)
    first.wait()
    sidecar("--zmq-port", str(port))
    frames, figures, said = hearing.result()
    assert said == ""
    both = [entry for entry in frames if entry["monotonic_ns"] in heard]
    assert len(both) > 20
    for entry in both:
        same(entry, heard[entry["monotonic_ns"]])
    sessions = [entry["session"] for entry in frames]
    assert len(set(sessions)) == 2
    assert figures["sessions"] == 2
    assert figures["bad"] == {}
    for entry, wanted in zip(frames, evaluated(frames), strict=True):
        assert entry["targets"] == pytest.approx(wanted, abs=1e-6)


def test_lost_frames_are_counted_and_late_ones_left_out(output: ZmqOutput, listen: Listen) -> None:
    hearing = listen(output.address, seconds=60, frames=4)
    while not hearing.has_printed():
        output.send(face(0))  # Until the listener is there; only the first counts.
        time.sleep(0.02)
    for sequence in (5, 3, 6, 9):
        output.send(face(sequence))
    frames, figures, _ = hearing.result()
    assert [entry["sequence"] for entry in frames] == [0, 5, 6, 9]
    assert figures["lost"] == 6
    assert figures["outdated"] >= 1


def test_a_stalled_listener_goes_on_with_the_newest_frames(output: ZmqOutput, listen: Listen) -> None:
    hearing = listen(output.address, stall=6, seconds=8)
    end = send_until(output, hearing)
    frames, figures, _ = hearing.result()
    assert len(frames) > 100
    assert figures["dropped"] > 0
    assert figures["bad"] == {}
    assert frames[-1]["sequence"] > end - 100
    assert [entry["sequence"] for entry in frames] == sorted(entry["sequence"] for entry in frames)


def test_garbage_between_frames_is_counted_told_once_and_survived(listen: Listen) -> None:
    with zmq.Context() as context, context.socket(zmq.PUB) as publisher:
        publisher.setsockopt(zmq.LINGER, 0)
        port = publisher.bind_to_random_port("tcp://127.0.0.1")
        hearing = listen(f"tcp://127.0.0.1:{port}", seconds=60, frames=20)
        layout, frame = _messages()
        for sequence in range(100_000):
            if not hearing.runs():
                break
            publisher.send_multipart([b"koekata/1/0/", msgpack.packb(layout)])
            publisher.send_multipart([b"koekata/1/0/", b"\xc1"])
            publisher.send_multipart([b"koekata/1/0/"])
            publisher.send_multipart([b"koekata/1/0/", b"", b"x"])
            publisher.send_multipart([b"koekata/1/0/", bytes(70_000)])
            publisher.send_multipart([b"koekata/2/0/", msgpack.packb({**frame, "version": 2})])
            publisher.send_multipart([b"koekata/1/0/", msgpack.packb({**frame, "sequence": sequence})])
            time.sleep(0.005)
        frames, figures, said = hearing.result()
    assert len(frames) == 20
    assert set(figures["bad"]) == {"malformed", "parts", "too-large", "version"}
    assert len(said.splitlines()) == 4


def test_an_encrypted_stream_is_heard_with_its_keys_alone(listen: Listen, tmp_path: Path) -> None:
    if not zmq.has("curve"):
        pytest.skip("this libzmq was built without CURVE")
    keys = make_keys(tmp_path / "keys")
    output = ZmqOutput(ZmqConfig(port=0, keys=str(tmp_path / "keys")))
    inside = listen(output.address, seconds=60, frames=3, keys=",".join((keys.server, keys.public, keys.secret)))
    outside = listen(output.address, seconds=3)
    send_until(output, inside)
    send_until(output, outside)
    output.close()
    assert len(inside.result()[0]) == 3
    assert outside.result()[0] == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"library": "/nowhere/libzmq.so"}, "libzmq cannot be loaded"),
        ({"library": "libm.so.6"}, "is no libzmq"),
        ({"endpoint": "here"}, "is no address to listen to"),
        ({"keys": f"{'~' * 40},{'~' * 40},{'~' * 40}"}, "a key of CURVE is missing or wrong"),
    ],
)
def test_what_cannot_be_listened_with_is_told(listen: Listen, options: dict[str, str], told: str) -> None:
    hearing = listen(**{"endpoint": "tcp://127.0.0.1:1", **options})
    _, said = hearing.process.communicate(timeout=30)
    assert hearing.process.returncode == 1
    assert told in said


def test_spoilt_messages_are_read_alike_in_python_and_cpp(program: Path) -> None:
    chance = random.Random(SEED)
    tests = [test for path in VECTORS for test in json.loads(path.read_text("utf-8"))["tests"]]
    cases = [
        (test["topic"].encode(), _spoil(chance, bytes.fromhex(test["payload_hex"])))
        for test in chance.choices(tests, k=SPOILT)
    ]
    lines = "".join(f"{topic.hex()} {payload.hex()}\n" for topic, payload in cases)
    answered = subprocess.run([program, "--decode"], input=lines, capture_output=True, text=True, check=True).stdout
    found = [json.loads(line) for line in answered.splitlines()]
    assert len(found) == len(cases)
    taken = 0
    for (topic, payload), answer in zip(cases, found, strict=True):
        wanted = _decoded(topic, payload)
        if isinstance(wanted, str):
            # Of several faults, any one may be told.
            assert ("error" in answer) == (wanted != "unknown"), (wanted, answer, payload.hex())
            continue
        taken += 1
        assert {key: answer.get(key, "") for key in wanted} == _close(wanted), payload.hex()
    assert taken > SPOILT / 20


def _decoded(topic: bytes, payload: bytes) -> str | Json:
    """A code, `unknown`, or the values."""
    try:
        message = decode(payload)
        check_topic(topic, message)
    except StreamError as error:
        return str(error.code)
    return "unknown" if isinstance(message, UnknownMessage) else asdict(message)


def _close(values: Json) -> Json:
    """Numbers within 1e-6, and lists as JSON has them."""
    made: Json = {}
    for key, value in values.items():
        plain = list(value) if isinstance(value, tuple) else value
        numbers = isinstance(plain, float) or (isinstance(plain, list) and all(isinstance(one, float) for one in plain))
        made[key] = pytest.approx(plain, abs=1e-6, rel=1e-12) if numbers and plain != [] else plain
    return made


def _spoil(chance: random.Random, payload: bytes) -> bytes:
    spoilt = bytearray(payload)
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(spoilt) + 1)
        match chance.randrange(4):
            case 0:
                spoilt[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoilt[at : at + chance.randrange(8)]
            case 2:
                spoilt[at:at] = bytes(
                    [chance.choice(b"\x00\x80\x90\xa0\xc0\xc3\xc7\xca\xcb\xcf\xd3\xd6\xd7\xd9\xdc\xde\xff")]
                )
            case _:
                spoilt[at : at + 4] = chance.randbytes(4)
    return bytes(spoilt)


def _messages() -> tuple[Json, Json]:
    """A layout and a frame that fit each other."""
    common = {"version": 1, "session": "00000000000000aa", "performer": 0, "layout": 1}
    layout = {**common, "type": "layout", "channels": ["jawOpen"], "producer": "test"}
    frame = {
        **common, "type": "frame", "sequence": 0, "timeline_s": 0.0, "monotonic_ns": 1, "wall_ns": 1, "sent_ns": 1,
        "timecode": None, "tracked": True, "confidence": 1.0, "weights": [0.5], "channel_confidence": [1.0],
        "head_rotation": [0.0, 0.0, 0.0, 1.0], "head_ypr": [0.0] * 3, "head_translation": [0.0] * 3, "gaze": [0.0] * 4,
    }  # fmt: skip
    return layout, frame
