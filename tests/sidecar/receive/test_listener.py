"""The listener against real senders, good and bad."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgpack
import numpy as np
import pytest
import zmq

from koekata.config import ZmqConfig
from koekata.errors import StreamError
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.wire import Messages
from koekata.publish.zmq_output import ZmqOutput
from koekata.receive import Listener

MakeFace = Callable[..., SolvedFace]
TOPIC = b"koekata/1/0/"


class RawSender:
    """A publishing socket that sends whatever it is given."""

    def __init__(self, context: zmq.Context[zmq.Socket[bytes]]) -> None:
        self.socket = context.socket(zmq.XPUB)
        self.socket.setsockopt(zmq.RCVTIMEO, 10_000)
        port = self.socket.bind_to_random_port("tcp://127.0.0.1")
        self.address = f"tcp://127.0.0.1:{port}"
        self.messages = Messages()

    def await_listener(self) -> None:
        assert self.socket.recv().startswith(b"\1")

    def layout(self, face: SolvedFace) -> None:
        self.messages.needs_layout(face)
        self.raw(self.messages.layout(face.performer))

    def frame(self, face: SolvedFace, **changes: Any) -> None:
        values = msgpack.unpackb(self.messages.frame(face, time.monotonic_ns()))
        self.raw(msgpack.packb({**values, **changes}))

    def raw(self, *parts: bytes) -> None:
        self.socket.send_multipart((TOPIC, *parts) if len(parts) == 1 else parts)


@pytest.fixture
def sender() -> Iterator[RawSender]:
    with zmq.Context() as context:
        yield RawSender(context)
        context.destroy(linger=0)


@pytest.fixture
def listener(sender: RawSender) -> Iterator[Listener]:
    with Listener(sender.address) as opened:
        sender.await_listener()
        yield opened


def _face(listener: Listener) -> SolvedFace:
    face = listener.receive(10.0)
    assert face is not None
    return face


def _await_hearing(listener: Listener) -> None:
    """Until the sender knows of the listener and has answered."""
    end = time.monotonic() + 10
    while listener.status is None and time.monotonic() < end:
        listener.receive(0.01)
    assert listener.status is not None


def test_face_arrives_as_it_was_sent(make_face: MakeFace) -> None:
    sent = make_face(3)
    output = ZmqOutput(ZmqConfig(port=0))
    with Listener(output.address) as listener:
        _await_hearing(listener)
        output.send(sent)
        face = _face(listener)
        stats = listener.stats
        assert listener.producer.startswith("Koekata")
    output.close()
    for name in ("weights", "channel_confidence", "yaw_pitch_roll", "translation", "gaze"):
        assert getattr(face, name) == pytest.approx(getattr(sent, name), abs=1e-6)
    assert face.time == sent.time
    assert (face.tracked, face.performer, face.names) == (True, 0, sent.names)
    assert face.confidence == pytest.approx(sent.confidence)
    assert stats.frames == 1
    assert stats.latency_p50_ms is not None
    assert stats.transport_p50_ms is not None
    assert 0 <= stats.transport_p50_ms <= stats.latency_p50_ms


def test_state_of_the_source_is_known(make_face: MakeFace) -> None:
    output = ZmqOutput(ZmqConfig(port=0))
    with Listener(output.address) as listener:
        _await_hearing(listener)
        output.event(SourceEvent("reconnecting", "camera 0"))
        output.send(make_face())
        _face(listener)
        assert listener.status is not None
        assert (listener.status.state, listener.status.detail) == ("reconnecting", "camera 0")
    output.close()


def test_sender_that_is_started_anew_is_followed(make_face: MakeFace) -> None:
    first = ZmqOutput(ZmqConfig(port=0))
    port = int(first.address.rpartition(":")[2])
    with Listener(first.address) as listener:
        _await_hearing(listener)
        first.send(make_face(1000))
        assert _face(listener).time.sequence == 1000
        first.close()
        second = ZmqOutput(ZmqConfig(port=port))
        listener.status = None
        _await_hearing(listener)
        second.send(make_face(0))  # its counting begins again
        assert _face(listener).time.sequence == 0
        assert listener.stats.sessions == 2
        assert listener.stats.lost == 0
        second.close()


def test_listener_may_be_started_before_the_sender(make_face: MakeFace) -> None:
    probe = ZmqOutput(ZmqConfig(port=0))
    port = int(probe.address.rpartition(":")[2])
    probe.close()
    with Listener(f"127.0.0.1:{port}") as listener:
        assert listener.receive(0.05) is None
        output = ZmqOutput(ZmqConfig(port=port))
        _await_hearing(listener)
        output.send(make_face())
        assert _face(listener).time.sequence == 0
        output.close()


def test_garbage_costs_one_message_each_and_is_told_once_per_kind(
    sender: RawSender, listener: Listener, make_face: MakeFace, caplog: pytest.LogCaptureFixture
) -> None:
    face = make_face(1)
    sender.layout(face)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            sender.raw(b"")
            sender.raw(b"\xdd\xff\xff\xff\xff")
            sender.raw(b"x" * 100_000)
            sender.raw(TOPIC, b"\x80", b"third part")
        sender.frame(face, weights=[float("nan")] * 52)
        sender.raw(b"koekata/1/5/", sender.messages.layout(0))
        sender.frame(face)
        assert _face(listener).time.sequence == 1
    bad = {"malformed": 6, "too-large": 3, "parts": 3, "not-finite": 1, "topic": 1}
    assert listener.stats.bad == bad
    assert len(caplog.records) == len(bad)


def test_other_version_is_refused_with_a_reason_once(
    sender: RawSender, listener: Listener, make_face: MakeFace, caplog: pytest.LogCaptureFixture
) -> None:
    sender.layout(make_face())
    for sequence in range(3):
        payload = msgpack.packb({"version": 2, "type": "frame", "sequence": sequence})
        sender.raw(b"koekata/2/0/", payload)
    sender.frame(make_face(9))
    assert _face(listener).time.sequence == 9
    assert listener.stats.bad == {"version": 3}
    assert [record.message.count("version 2") for record in caplog.records] == [1]


def test_frame_of_an_unknown_layout_is_skipped_and_counted(
    sender: RawSender, listener: Listener, make_face: MakeFace
) -> None:
    face = make_face(1)
    sender.messages.needs_layout(face)
    sender.frame(face)  # before the layout
    sender.layout(face)
    sender.frame(make_face(2), layout=99)
    sender.frame(make_face(3), weights=[0.0], channel_confidence=[1.0])
    sender.frame(make_face(4))
    assert _face(listener).time.sequence == 4
    assert listener.stats.skipped == 3


def test_lost_and_outdated_sequence_numbers_are_counted(
    sender: RawSender, listener: Listener, make_face: MakeFace
) -> None:
    sender.layout(make_face())
    for sequence in (10, 11, 15, 15, 12, 16):
        sender.frame(make_face(sequence))
    assert [_face(listener).time.sequence for _ in range(4)] == [10, 11, 15, 16]
    assert (listener.stats.lost, listener.stats.outdated) == (3, 2)


def test_channels_are_bound_by_name(sender: RawSender, listener: Listener, make_face: MakeFace) -> None:
    names = ("mouthSomethingNew", "jawOpen", "eyeBlinkLeft")
    face = make_face(names=names, weights=np.array([0.9, 0.25, 0.5]), channel_confidence=np.array([1.0, 0.75, 1.0]))
    sender.layout(face)
    sender.frame(face)
    heard = _face(listener)
    weights = dict(zip(heard.names, heard.weights, strict=True))
    assert (weights["jawOpen"], weights["eyeBlinkLeft"]) == (0.25, 0.5)
    confidence = dict(zip(heard.names, heard.channel_confidence, strict=True))
    assert confidence["jawOpen"] == 0.75
    assert confidence["mouthSmileLeft"] == 0.0  # not in the layout: not observed


def test_only_the_wanted_performer_is_handed_out(make_face: MakeFace) -> None:
    output = ZmqOutput(ZmqConfig(port=0))
    with Listener(output.address, performer=1) as listener:
        _await_hearing(listener)
        for sequence in range(3):
            output.send(make_face(sequence))
            output.send(make_face(sequence, performer=1))
        assert [_face(listener).performer for _ in range(3)] == [1, 1, 1]
        assert listener.stats.lost == 0
    output.close()


def test_newest_leaves_older_faces_behind(sender: RawSender, listener: Listener, make_face: MakeFace) -> None:
    sender.layout(make_face())
    for sequence in range(20):
        sender.frame(make_face(sequence))
    last = -1
    end = time.monotonic() + 10
    while last < 19 and time.monotonic() < end:
        face = listener.newest()
        last = face.time.sequence if face is not None else last
    assert last == 19
    assert listener.newest() is None


def test_stream_that_stands_still_is_stale(sender: RawSender, listener: Listener, make_face: MakeFace) -> None:
    assert listener.stats.stale
    sender.layout(make_face())
    sender.frame(make_face())
    _face(listener)
    assert not listener.stats.stale
    assert listener.receive(0.6) is None
    assert listener.stats.stale


def test_address_that_is_none_is_refused_with_a_remedy() -> None:
    with pytest.raises(StreamError, match="no address") as caught:
        Listener("tcp://no port here")
    assert "tcp://127.0.0.1:39600" in caught.value.remedy
