"""The listener in C# reads every message as Python does, and survives what a sidecar would not send."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgpack
import pytest
import zmq

from koekata.errors import StreamError
from koekata.receive import FrameMessage, LayoutMessage, StatusMessage, check_topic, decode

VECTORS = Path(__file__).parents[2] / "mappings" / "conformance" / "stream"
GARBLED = 3000
PATIENCE_S = 120.0
FRAMES_A_SECOND = 50
Json = dict[str, Any]
Listen = Callable[..., Any]


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


def test_messages_garbled_or_not_are_read_as_python_reads_them(listener_in_csharp: Path) -> None:
    cases = list(_payloads())
    lines = "".join(f"{topic.hex()} {payload.hex()}\n" for topic, payload in cases)
    done = subprocess.run(
        ["mono", str(listener_in_csharp), "decode"], input=lines, capture_output=True, text=True, timeout=300
    )
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


def test_garbage_and_loss_are_counted_and_told_once(
    publisher: Publisher, listen_in_csharp: Listen, client: str
) -> None:
    heard = listen_in_csharp("zmq", publisher.address, seconds=PATIENCE_S, client=client)
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
    publisher: Publisher, listen_in_csharp: Listen, client: str
) -> None:
    heard = listen_in_csharp("zmq", publisher.address, seconds=4 * PATIENCE_S, client=client)
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


def test_listener_that_stands_still_finds_the_newest_frames(
    publisher: Publisher, listen_in_csharp: Listen, client: str
) -> None:
    heard = listen_in_csharp("zmq", publisher.address, stall=2, seconds=PATIENCE_S, client=client)
    publisher.until(lambda: heard.faces)
    for sequence in range(10_000, 12_000):
        publisher.frame(sequence)
        if sequence % 10 == 0:
            time.sleep(0.002)
    heard.wait_for(lambda: heard.faces[-1]["sequence"] == 11_999)
    # What came while it stood still is not played afterwards: the newest is shown at once.
    assert len(heard.faces) < 1_000
