"""The ZeroMQ output, heard through real sockets."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgpack
import numpy as np
import psutil
import pytest
import zmq

from koekata.channels import ARKIT_NAMES
from koekata.config import ZmqConfig
from koekata.errors import PortInUseError, PublishError
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish import zmq_output
from koekata.publish.wire import Messages
from koekata.publish.zmq_output import ZmqOutput
from koekata.receive import Listener

MakeFace = Callable[..., SolvedFace]
Subscribe = Callable[..., "zmq.Socket[bytes]"]
LONG_S = 1000.0

LISTENER = """
import json, sys
from koekata.receive import Listener
with Listener(sys.argv[1]) as listener:
    print("ready", flush=True)
    face = next(iter(listener))
    print(json.dumps({"sequence": face.time.sequence, "weights": face.weights.tolist()}), flush=True)
"""
HOLDER = """
import socket, sys, time
with socket.socket() as held:
    held.bind(("127.0.0.1", 0))
    held.listen()
    print(held.getsockname()[1], flush=True)
    time.sleep(60)
"""


@pytest.fixture
def output() -> Iterator[ZmqOutput]:
    opened = ZmqOutput(ZmqConfig(port=0))
    yield opened
    opened.close()


@pytest.fixture
def subscribe(output: ZmqOutput) -> Iterator[Subscribe]:
    """Connects a listener; a receive that takes ten seconds fails."""
    opened = []
    with zmq.Context() as context:

        def connect(topic: bytes = b"koekata/1/", queue: int = 1000) -> zmq.Socket[bytes]:
            subscriber = context.socket(zmq.SUB)
            opened.append(subscriber)
            subscriber.setsockopt(zmq.RCVHWM, queue)
            subscriber.setsockopt(zmq.RCVTIMEO, 10_000)
            subscriber.setsockopt(zmq.LINGER, 0)
            subscriber.setsockopt(zmq.SUBSCRIBE, topic)
            subscriber.connect(output.address)
            return subscriber

        yield connect
        for subscriber in opened:
            subscriber.close()


def _next(subscriber: zmq.Socket[bytes], kind: str) -> tuple[bytes, dict[str, Any]]:
    while True:
        topic, payload = subscriber.recv_multipart()
        values: dict[str, Any] = msgpack.unpackb(payload)
        if values["type"] == kind:
            return topic, values


def test_port_0_takes_a_free_port_and_says_which(output: ZmqOutput) -> None:
    assert output.address.startswith("tcp://127.0.0.1:")
    assert int(output.address.rpartition(":")[2]) > 0


def test_late_joiner_gets_status_and_layout_at_once(
    output: ZmqOutput, subscribe: Subscribe, make_face: MakeFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zmq_output, "_REPEAT_S", LONG_S)
    output.send(make_face())
    _next(subscribe(), "layout")  # the first beat after opening may have helped this one
    for _ in range(2):
        subscriber = subscribe()
        assert _next(subscriber, "status")[1]["performers"] == [0]
        topic, layout = _next(subscriber, "layout")
        assert topic == b"koekata/1/0/"
        assert tuple(layout["channels"]) == ARKIT_NAMES


def test_layouts_tell_the_face_model_where_it_is_known_and_leave_the_key_out_where_not(make_face: MakeFace) -> None:
    for face_model, told in (("FLAME 2023 Open", "FLAME 2023 Open"), ("", None), ("x" * 2000, "x" * 1024)):
        messages = Messages(face_model=face_model)
        messages.needs_layout(make_face())
        assert msgpack.unpackb(messages.layout(0)).get("face_model") == told


def test_layout_and_status_are_repeated_while_no_frame_comes(
    make_face: MakeFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zmq_output, "_REPEAT_S", 0.05)
    output = ZmqOutput(ZmqConfig(port=0))
    output.send(make_face())
    with zmq.Context() as context, context.socket(zmq.SUB) as subscriber:
        subscriber.setsockopt(zmq.RCVTIMEO, 10_000)
        subscriber.setsockopt(zmq.SUBSCRIBE, b"")
        subscriber.connect(output.address)
        for _ in range(4):
            _next(subscriber, "status")
            _next(subscriber, "layout")
    output.close()


def test_frame_carries_every_value_under_its_key(output: ZmqOutput, subscribe: Subscribe, make_face: MakeFace) -> None:
    subscriber = subscribe()
    _next(subscriber, "status")
    face = make_face(5)
    output.send(face)
    topic, frame = _next(subscriber, "frame")
    assert topic == b"koekata/1/0/"
    assert frame["session"] == output.session
    assert (frame["sequence"], frame["timeline_s"]) == (5, 5 / 60)
    assert (frame["monotonic_ns"], frame["wall_ns"]) == (face.time.monotonic_ns, face.time.wall_ns)
    assert frame["sent_ns"] >= face.time.monotonic_ns
    assert frame["weights"] == pytest.approx(face.weights, abs=1e-6)
    assert frame["channel_confidence"] == pytest.approx(face.channel_confidence, abs=1e-6)
    assert frame["channel_confidence"][-1] == 0.0
    assert frame["head_ypr"] == pytest.approx(face.yaw_pitch_roll)
    assert np.linalg.norm(frame["head_rotation"]) == pytest.approx(1.0)
    assert frame["timecode"] is None


def test_change_of_state_is_sent_and_kept_for_late_joiners(output: ZmqOutput, subscribe: Subscribe) -> None:
    early = subscribe()
    _next(early, "status")
    output.event(SourceEvent("lost", "camera 0"))
    while _next(early, "status")[1]["state"] != "lost":
        pass
    assert _next(subscribe(), "status")[1]["detail"] == "camera 0"


def test_new_list_of_names_gets_a_new_layout_before_its_first_frame(
    output: ZmqOutput, subscribe: Subscribe, make_face: MakeFace
) -> None:
    subscriber = subscribe()
    _next(subscriber, "status")
    output.send(make_face(0))
    first = _next(subscriber, "layout")[1]["layout"]
    output.send(make_face(1, names=("jawOpen",), weights=np.ones(1), channel_confidence=np.ones(1)))
    while (layout := _next(subscriber, "layout")[1])["layout"] == first:
        pass
    assert layout["channels"] == ["jawOpen"]
    while (frame := _next(subscriber, "frame")[1])["sequence"] == 0:
        pass
    assert frame["layout"] == layout["layout"]


def test_listener_in_another_process_receives_the_face(output: ZmqOutput, make_face: MakeFace) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LISTENER, output.address], stdout=subprocess.PIPE, text=True
    ) as listener:
        assert listener.stdout is not None
        listener.stdout.readline()
        sequence = 0
        while listener.poll() is None:
            output.send(make_face(sequence))
            sequence += 1
            time.sleep(0.02)
        heard = json.loads(listener.stdout.read())
    assert heard["weights"] == pytest.approx(make_face().weights, abs=1e-6)


def test_listener_that_is_killed_and_started_again_hears_the_stream_again(
    output: ZmqOutput, make_face: MakeFace
) -> None:
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", LISTENER, output.address], stdout=subprocess.PIPE, text=True
        ) as listener:
            assert listener.stdout is not None
            listener.stdout.readline()
            for sequence in range(5):
                output.send(make_face(sequence))
            listener.kill()
    assert output.counts.failed == 0


def test_listener_that_never_reads_neither_slows_the_sender_nor_fills_the_memory(
    output: ZmqOutput, subscribe: Subscribe, make_face: MakeFace
) -> None:
    face, count = make_face(), 5000

    def seconds_for_all() -> float:
        start = time.perf_counter()
        for _ in range(count):
            output.send(face)
        return time.perf_counter() - start

    reader = subscribe()
    _next(reader, "status")
    reader.close()
    seconds_for_all()
    alone = min(seconds_for_all() for _ in range(3))
    _next(subscribe(queue=1), "status")  # and from now on it never reads
    before = psutil.Process().memory_info().rss
    beside = min(seconds_for_all() for _ in range(3))
    grown = psutil.Process().memory_info().rss - before
    assert beside < 20 * alone
    assert grown < 8 * 2**20  # 15,000 frames are more than 10 MB
    assert output.counts.failed == 0


def test_taken_port_names_the_program_that_holds_it() -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        port = int(holder.stdout.readline())
        with pytest.raises(PortInUseError, match=f"Port {port} is taken") as caught:
            ZmqOutput(ZmqConfig(port=port))
        holder.kill()
    if sys.platform == "linux":
        assert f"process {holder.pid}" in caught.value.message
        assert "import socket" in caught.value.message  # its command line
    assert "[outputs.zmq]" in caught.value.remedy


def test_address_of_another_machine_is_refused_with_a_remedy() -> None:
    with pytest.raises(PublishError, match=r"203\.0\.113\.1") as caught:
        ZmqOutput(ZmqConfig(host="203.0.113.1", port=0))
    assert "127.0.0.1" in caught.value.remedy


def test_host_names_and_wildcards_can_be_bound() -> None:
    for host in ("localhost", "*", "0.0.0.0"):
        output = ZmqOutput(ZmqConfig(host=host, port=0))
        assert output.address.startswith(("tcp://127.0.0.1:", "tcp://0.0.0.0:"))
        output.close()


def test_ipv6_addresses_can_be_bound_and_heard(make_face: MakeFace) -> None:
    try:
        output = ZmqOutput(ZmqConfig(host="::1", port=0))
    except PublishError:
        pytest.skip("this machine has no IPv6")
    assert output.address.startswith("tcp://[::1]:")
    with Listener(output.address) as listener:
        while listener.status is None:
            listener.receive(0.05)
        output.send(make_face(4))
        face = listener.receive(10.0)
    output.close()
    assert face is not None
    assert face.time.sequence == 4


def test_closing_twice_is_harmless_and_frees_the_port(output: ZmqOutput, make_face: MakeFace) -> None:
    port = int(output.address.rpartition(":")[2])
    output.close()
    output.close()
    output.send(make_face())
    output.event(SourceEvent("ended", ""))
    ZmqOutput(ZmqConfig(port=port)).close()
