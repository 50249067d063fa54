"""The listener in C# beside the one in Python: the same messages, and the real sidecar over ZeroMQ, OSC and VMC."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgpack
import pytest
import zmq

from koekata.character._inputs import POSE_NAMES, mapping_frame
from koekata.commands._sample import sample_clip
from koekata.errors import StreamError
from koekata.frames import SolvedFace
from koekata.keys import make_keys
from koekata.mapping import Evaluator, MappingFrame, load_table, load_text
from koekata.receive import FrameMessage, LayoutMessage, Listener, StatusMessage, check_topic, decode

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "csharp" / "koekata-listen.exe"
VECTORS = ROOT / "mappings" / "conformance" / "stream"
GARBLED = 3000
PATIENCE_S = 120.0
TOLERANCE = 1e-6
FRAMES_A_SECOND = 50
Json = dict[str, Any]
Listen = Callable[..., "Heard"]
Run = Callable[..., "subprocess.Popen[bytes]"]
_SCRIPT = [sys.executable, "-c", "from koekata.cli import main; main()"]

pytestmark = pytest.mark.skipif(
    not PROGRAM.is_file() or not shutil.which("mono"),
    reason="the listener in C# is not built, or mono is missing: `make csharp`",
)


class Heard:
    """What a listener in C# prints, line by line, as it comes."""

    def __init__(self, *arguments: str) -> None:
        self.lines: list[Json] = []
        self.process = subprocess.Popen(["mono", str(PROGRAM), *arguments], stdout=subprocess.PIPE, text=True)
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    @property
    def faces(self) -> list[Json]:
        """Frames so far."""
        return [line for line in self.lines if "sequence" in line]

    @property
    def summary(self) -> Json:
        """The counts at the end."""
        found: Json = next(line["summary"] for line in self.lines if "summary" in line)
        return found

    def wait_for(self, wanted: Callable[[], object]) -> None:
        """Until something holds."""
        deadline = time.monotonic() + PATIENCE_S
        while not wanted():
            assert time.monotonic() < deadline, self.lines[-3:]
            time.sleep(0.02)

    def end(self) -> None:
        """Wait for its own end, which must be a clean one."""
        assert self.process.wait(timeout=2 * PATIENCE_S) == 0
        self._thread.join()
        assert self.lines[-1] == {"closed": True}

    def close(self) -> None:
        """Kill it where it still runs."""
        self.process.kill()
        self.process.wait()
        self._thread.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Start listeners in C#."""
    running: list[Heard] = []

    def start(kind: str, place: object, **options: object) -> Heard:
        words = [f"{name.replace('_', '-')}={value}" for name, value in options.items()]
        running.append(Heard(kind, str(place), *words))
        return running[-1]

    yield start
    for heard in running:
        heard.close()


@pytest.fixture(params=["Own", "Library"])
def client(request: pytest.FixtureRequest) -> str:
    """What talks ZeroMQ's protocol in C#: the package itself, or libzmq."""
    return str(request.param)


@pytest.fixture
def sidecar(tmp_path: Path) -> Iterator[Run]:
    """Start sidecars that play the sample performance again and again."""
    running: list[subprocess.Popen[bytes]] = []
    home = {"KOEKATA_HOME": str(tmp_path / "home"), "OMP_NUM_THREADS": "1"}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [*_SCRIPT, "run", str(sample_clip()), "--loop", "--headless", *arguments]
        null = subprocess.DEVNULL
        running.append(
            subprocess.Popen(command, cwd=tmp_path, env={**os.environ, **home}, stdin=null, stdout=null, stderr=null)
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


def _free_port(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _near(found: list[float], expected: list[float], tolerance: float = TOLERANCE) -> bool:
    return found == pytest.approx(expected, abs=tolerance)


# --- messages -------------------------------------------------------------------------------------------------------


def _payloads() -> Iterator[tuple[bytes, bytes]]:
    tests = [test for path in sorted(VECTORS.glob("*.json")) for test in json.loads(path.read_text("utf-8"))["tests"]]
    yield from ((test["topic"].encode(), bytes.fromhex(test["payload_hex"])) for test in tests)
    good = [(test["topic"].encode(), bytes.fromhex(test["payload_hex"])) for test in tests if "expected" in test]
    chance = random.Random(4)
    for _ in range(GARBLED):
        topic, payload = chance.choice(good)
        yield topic, _garbled(payload, chance)


def _garbled(payload: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(payload)
    for _ in range(chance.choice((1, 1, 1, 2))):
        at = chance.randrange(len(spoiled))
        kind = chance.randrange(3)
        if kind == 0:
            spoiled[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            spoiled[at] = chance.choice((0xC0, 0xC1, 0xC3, 0xCA, 0xCB, 0xCF, 0xD3, 0xD9, 0x93, 0x81, 0xDC, 0xDE, 0xFF))
        else:
            spoiled[at:at] = bytes([chance.randrange(256)])
    return bytes(spoiled)


def _of_python(topic: bytes, payload: bytes) -> Json:
    try:
        message = decode(payload)
        check_topic(topic, message)
    except StreamError as error:
        return {"error": error.code}
    names = {FrameMessage: "frame", LayoutMessage: "layout", StatusMessage: "status"}
    if type(message) not in names:
        return {"type": "unknown"}
    values = {key: getattr(message, key) for key in type(message).__dataclass_fields__ if key != "session"}
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
    return {**plain, "type": names[type(message)]}


def test_messages_garbled_or_not_are_read_as_python_reads_them() -> None:
    cases = list(_payloads())
    lines = "".join(f"{topic.hex()} {payload.hex()}\n" for topic, payload in cases)
    done = subprocess.run(["mono", str(PROGRAM), "decode"], input=lines, capture_output=True, text=True, timeout=300)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(cases)
    taken = 0
    for (topic, payload), found in zip(cases, answers, strict=True):
        expected = _of_python(topic, payload)
        taken += "error" not in expected
        if "error" in expected:
            # Of several faults, any may be reported.
            assert "error" in found, payload.hex()
        else:
            assert found == expected, payload.hex()
    assert taken > GARBLED / 10


# --- the real sidecar -----------------------------------------------------------------------------------------------


def _compare(found: Json, face: SolvedFace) -> None:
    assert found["channels"] == list(face.names)
    assert found["timeline_s"] == face.time.timeline_s
    assert found["monotonic_ns"] == face.time.monotonic_ns
    assert found["tracked"] == face.tracked
    assert _near(found["weights"], face.weights.tolist())
    assert _near(found["channel_confidence"], face.channel_confidence.tolist())
    assert _near(found["head_ypr"], face.yaw_pitch_roll.tolist())
    assert _near(found["head_translation"], face.translation.tolist())
    assert _near(found["gaze"], face.gaze.tolist())


def test_stream_of_the_sidecar_is_that_of_pythons_listener_and_so_is_what_a_table_makes_of_it(
    sidecar: Run, listen: Listen, client: str, tmp_path: Path
) -> None:
    rows: list[Json] = [
        {"id": name, "from": name, "to": name} for name in ("jawOpen", "eyeBlinkLeft", "mouthSmileRight")
    ]
    rows.append({"id": "near", "from": "headZ", "gain": -1, "to": "near"})
    text = json.dumps({"version": 1, "rows": rows, "regions": [{"id": "other", "attack": 0.05, "release": 0.1}]})
    (tmp_path / "hero.json").write_text(text, encoding="utf-8")
    port = _free_port(socket.SOCK_STREAM)
    # Python's listener is there first, so that it has every frame that the other has.
    with Listener(f"tcp://127.0.0.1:{port}") as listener:
        sidecar("--no-osc", "--zmq-port", str(port))
        assert listener.receive(timeout_s=PATIENCE_S) is not None
        heard = listen("zmq", f"tcp://127.0.0.1:{port}", frames=60, table=tmp_path / "hero.json", client=client)
        faces: dict[int, SolvedFace] = {}
        while len(faces) < 60 or heard.process.poll() is None:
            face = listener.receive(timeout_s=PATIENCE_S)
            assert face is not None
            faces[face.time.sequence] = face
    heard.end()
    both = [found for found in heard.faces if found["sequence"] in faces]
    assert len(both) > 30
    for found in both:
        _compare(found, faces[found["sequence"]])
    _compare_mapped(heard.faces, faces, text, tmp_path)
    assert heard.summary["subjects"][0]["producer"].startswith("Koekata")
    assert heard.summary["faults"] == {}


def _compare_mapped(found: list[Json], faces: dict[int, SolvedFace], text: str, folder: Path) -> None:
    evaluator = Evaluator(load_text(text, "hero.json", folder))
    for line in found:
        outputs = evaluator.step(mapping_frame(faces[line["sequence"]]), line["dt"])
        assert line["mapped"] == pytest.approx(outputs.values, abs=TOLERANCE)


def _evaluated(found: Json, evaluator: Evaluator) -> dict[str, float]:
    """What Python makes of a frame that C# has printed."""
    values: dict[str, float | None] = dict(zip(found["channels"], found["weights"], strict=True))
    pose = [value for key in ("head_ypr", "head_translation", "gaze") for value in found[key] or (None,) * 3]
    values.update(zip(POSE_NAMES, pose, strict=True))
    confidence = dict(zip(found["channels"], found["channel_confidence"], strict=True))
    frame = MappingFrame(values, confidence, found["tracked"], found["timeline_s"])
    return evaluator.step(frame, found["dt"]).values


@pytest.mark.parametrize("preset", ["vroid", "vrm1", "drawn-mouth"])
def test_presets_over_zeromq_and_over_osc_give_pythons_numbers(sidecar: Run, listen: Listen, preset: str) -> None:
    table = ROOT / "mappings" / "presets" / f"{preset}.json"
    ports = [_free_port(kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)]
    both = (
        listen("zmq", f"tcp://127.0.0.1:{ports[0]}", frames=60, table=table, seconds=2 * PATIENCE_S),
        listen("udp", ports[1], frames=60, table=table, seconds=2 * PATIENCE_S),
    )
    sidecar("--zmq-port", str(ports[0]), "--osc-port", str(ports[1]))
    for heard in both:
        heard.end()
        assert len(heard.faces) > 20
        evaluator = Evaluator(load_table(table))
        moved: set[str] = set()
        for found in heard.faces:
            expected = _evaluated(found, evaluator)
            assert found["mapped"] == pytest.approx(expected, abs=TOLERANCE)
            moved.update(name for name, value in expected.items() if value != 0.0)
        assert len(moved) >= 2


def test_osc_and_vmc_of_the_sidecar_carry_the_values_of_its_stream(sidecar: Run, listen: Listen) -> None:
    ports = [_free_port(kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_DGRAM)]
    osc, vmc = (listen("udp", port, frames=60) for port in ports[1:])
    stream = listen("zmq", f"tcp://127.0.0.1:{ports[0]}", seconds=PATIENCE_S)
    sidecar(
        *(
            word
            for pair in zip(("--zmq-port", "--osc-port", "--vmc-port"), map(str, ports), strict=True)
            for word in pair
        )
    )
    osc.end()
    vmc.end()
    last = max(osc.faces[-1]["sequence"], vmc.faces[-1]["timeline_s"] * 30.0)
    stream.wait_for(lambda: stream.faces and stream.faces[-1]["sequence"] > last)
    by_sequence = {face["sequence"]: face for face in stream.faces}
    by_time = {round(face["timeline_s"], 3): face for face in stream.faces}
    pairs = [(face, by_sequence.get(face["sequence"])) for face in osc.faces]
    pairs += [(face, by_time.get(round(face["timeline_s"], 3))) for face in vmc.faces]
    assert sum(face is not None for _, face in pairs) > 60
    for found, face in pairs:
        if face is not None:
            _compare_datagram(found, face)
    assert osc.summary["faults"] == vmc.summary["faults"] == {}


def _compare_datagram(found: Json, face: Json) -> None:
    sent = {
        name: value
        for name, value, sure in zip(face["channels"], face["weights"], face["channel_confidence"], strict=True)
        if sure
    }
    here = dict(zip(found["channels"], found["weights"], strict=True))
    assert here.keys() == sent.keys()
    assert _near([here[name] for name in sent], list(sent.values()))
    assert found["tracked"] == face["tracked"]
    assert _near(found["head_rotation"], face["head_rotation"])
    if found["head_translation"] is not None:
        assert _near(found["head_translation"], face["head_translation"])
    # VMC has quaternions for the eyes: a float32 more or less is 1e-5 degrees.
    assert _near(found["gaze"], face["gaze"], 1e-4)
    assert _near(found["head_ypr"], face["head_ypr"], 1e-4)


def test_sidecar_that_is_killed_and_started_again_is_heard_again(sidecar: Run, listen: Listen, client: str) -> None:
    port = _free_port(socket.SOCK_STREAM)
    heard = listen("zmq", f"tcp://127.0.0.1:{port}", seconds=4 * PATIENCE_S, client=client)
    first = sidecar("--no-osc", "--zmq-port", str(port))
    heard.wait_for(lambda: len(heard.faces) > 60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    count = len(heard.faces)
    before = heard.faces[-1]["sequence"]
    sidecar("--no-osc", "--zmq-port", str(port))
    heard.wait_for(lambda: len(heard.faces) > count + 20)
    assert {"state": "Running", "sessions": 2} in heard.lines
    assert heard.faces[count + 2]["sequence"] < before


# --- a publisher that does what the sidecar would not ---------------------------------------------------------------


class Publisher:
    """Sends what it is told to, with the real wire's messages."""

    def __init__(self, address: str = "") -> None:
        self._context = zmq.Context()
        self._socket = self._context.socket(zmq.PUB)
        self._socket.bind(address or "tcp://127.0.0.1:*")
        self.address = self._socket.last_endpoint.decode()
        valid = json.loads((VECTORS / "valid.json").read_text("utf-8"))["tests"]
        self._messages = {test["id"]: bytes.fromhex(test["payload_hex"]) for test in valid}

    def layout(self) -> None:
        """The names of three channels."""
        self.send(b"koekata/1/0/", self._messages["layout"])

    def frame(self, sequence: int) -> None:
        """A frame of a number."""
        values = {**msgpack.unpackb(self._messages["frame"]), "sequence": sequence, "sent_ns": time.monotonic_ns()}
        values["monotonic_ns"] = sequence * 10_000_000
        self.send(b"koekata/1/0/", msgpack.packb(values))

    def send(self, *parts: bytes) -> None:
        """Any message."""
        self._socket.send_multipart(parts)

    def until(self, ready: Callable[[], object], first: int = 0) -> None:
        """Frames of rising numbers, until something holds."""
        deadline = time.monotonic() + PATIENCE_S
        sequence = first
        while not ready():
            assert time.monotonic() < deadline
            sequence += 1
            self.layout()
            self.frame(sequence)
            time.sleep(1.0 / FRAMES_A_SECOND)

    def close(self) -> None:
        """Free the port."""
        self._context.destroy(linger=0)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    found = Publisher()
    yield found
    found.close()


def test_garbage_and_loss_are_counted_and_told_once(publisher: Publisher, listen: Listen, client: str) -> None:
    heard = listen("zmq", publisher.address, seconds=PATIENCE_S, client=client)
    publisher.until(lambda: heard.faces)
    for number in (10_000, 10_004, 10_002, 10_005):
        for parts in ((b"koekata/1/0/", b"\xc1"), (b"koekata/1/0/",), (b"koekata/1/0/", b"", b"")):
            publisher.send(*parts)
        publisher.send(b"koekata/2/0/", msgpack.packb({"version": 2}))
        publisher.send(b"koekata/1/0/", bytes(70_000))
        publisher.frame(number)
    heard.wait_for(lambda: heard.faces[-1]["sequence"] == 10_005)
    told = [line["fault"] for line in heard.lines if "fault" in line]
    assert sorted(text.split(": ")[1].split(" at ")[0].split(".")[0] for text in told) == [
        "malformed",
        "parts",
        "too-large",
        "version",
    ]
    assert any("Bring the sender" in text for text in told)


def test_publisher_that_comes_back_is_heard_within_its_first_second(
    publisher: Publisher, listen: Listen, client: str
) -> None:
    heard = listen("zmq", publisher.address, seconds=4 * PATIENCE_S, client=client)
    publisher.until(lambda: len(heard.faces) > 5)
    publisher.close()
    # As long as a sidecar takes to start, so that the listener has tried in vain before.
    time.sleep(2.0)
    count = len(heard.faces)
    again = Publisher(address=publisher.address)
    # The same session: only numbers above those of before are taken.
    again.until(lambda: len(heard.faces) > count, first=1_000)
    again.close()
    assert heard.faces[count]["sequence"] < 1_000 + FRAMES_A_SECOND


def test_listener_that_stands_still_finds_the_newest_frames(publisher: Publisher, listen: Listen, client: str) -> None:
    heard = listen("zmq", publisher.address, stall=2, seconds=PATIENCE_S, client=client)
    publisher.until(lambda: heard.faces)
    for sequence in range(10_000, 12_000):
        publisher.frame(sequence)
        if sequence % 10 == 0:
            time.sleep(0.002)
    heard.wait_for(lambda: heard.faces[-1]["sequence"] == 11_999)
    # What came while it stood still is not played afterwards: the newest is shown at once.
    assert len(heard.faces) < 1_000


def test_encrypted_stream_of_the_sidecar_is_read_with_its_keys_alone(
    sidecar: Run, listen: Listen, tmp_path: Path
) -> None:
    if not zmq.has("curve"):
        pytest.skip("this libzmq has no CURVE")
    keys, other = make_keys(tmp_path / "keys"), make_keys(tmp_path / "other")
    port = _free_port(socket.SOCK_STREAM)
    own = {"public_key": keys.public, "secret_key": keys.secret, "seconds": 2 * PATIENCE_S}
    right = listen("zmq", f"tcp://127.0.0.1:{port}", server_key=keys.server, **own)
    wrong = listen("zmq", f"tcp://127.0.0.1:{port}", server_key=other.server, **own)
    sidecar("--no-osc", "--zmq-port", str(port), "--zmq-keys", str(tmp_path / "keys"))
    right.wait_for(lambda: len(right.faces) > 20)
    assert wrong.faces == []
