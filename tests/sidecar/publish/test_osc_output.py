"""Koekata's own OSC, heard by python-osc."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_bundle import OscBundle
from pythonosc.osc_message import OscMessage
from pythonosc.osc_packet import OscPacket
from pythonosc.osc_server import BlockingOSCUDPServer

from koekata.channels import ARKIT_NAMES
from koekata.config import OscConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.osc import OscOutput
from koekata.publish.osc_encode import IMMEDIATELY, bundles, message, time_tag
from koekata.publish.rotation import quaternion

MakeFace = Callable[..., SolvedFace]


def _contents(datagram: bytes) -> list[tuple[str, list[Any]]]:
    return [(timed.message.address, timed.message.params) for timed in OscPacket(datagram).messages]


def _send(hear: socket.socket, face: SolvedFace, **options: Any) -> None:
    output = OscOutput(OscConfig(port=hear.getsockname()[1], **options))
    output.send(face)
    assert output.counts.sent == 1
    output.close()


def test_python_osc_server_receives_every_value(make_face: MakeFace) -> None:
    heard: dict[str, tuple[Any, ...]] = {}
    complete = threading.Event()
    dispatcher = Dispatcher()

    def take(address: str, *values: Any) -> None:
        heard[address] = values
        if address.endswith("/frame"):
            complete.set()

    dispatcher.set_default_handler(take)
    face = make_face(7)
    with BlockingOSCUDPServer(("127.0.0.1", 0), dispatcher) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        output = OscOutput(OscConfig(port=server.server_address[1]))
        output.send(face)
        assert complete.wait(10)
        server.shutdown()
        thread.join()
        output.close()
    for name, weight in zip(ARKIT_NAMES, face.weights, strict=True):
        if name != "tongueOut":
            assert heard[f"/koekata/0/{name}"] == (pytest.approx(weight, abs=1e-6),)
    assert heard["/koekata/0/head/ypr"] == pytest.approx(face.yaw_pitch_roll)
    assert heard["/koekata/0/head/rotation"] == pytest.approx(quaternion(20, 10, 5), abs=1e-6)
    assert heard["/koekata/0/head/translation"] == pytest.approx(face.translation)
    assert heard["/koekata/0/gaze"] == pytest.approx(face.gaze)
    assert heard["/koekata/0/frame"] == (7, pytest.approx(7 / 60), True, pytest.approx(0.875))


def test_channel_that_cannot_be_observed_is_not_sent(make_face: MakeFace, hear: socket.socket) -> None:
    _send(hear, make_face())
    addresses = [address for _ in range(2) for address, _ in _contents(hear.recv(65536))]
    assert "/koekata/0/tongueOut" not in addresses
    assert len(addresses) == 51 + 5


def test_bundles_stay_below_the_limit_and_the_last_ends_with_frame(make_face: MakeFace, hear: socket.socket) -> None:
    face = make_face(performer=255)
    _send(hear, face, prefix="/a/rather/long/prefix/of/a/stage")
    datagrams = [hear.recv(65536)]
    while _contents(datagrams[-1])[-1][0] != "/a/rather/long/prefix/of/a/stage/255/frame":
        datagrams.append(hear.recv(65536))
    assert len(datagrams) > 2
    assert all(len(datagram) <= 1472 for datagram in datagrams)


def test_time_tag_is_the_wall_clock_of_the_capture(make_face: MakeFace, hear: socket.socket) -> None:
    face = make_face()
    _send(hear, face)
    assert OscBundle(hear.recv(65536)).timestamp == pytest.approx(face.time.wall_ns / 1e9, abs=1e-3)


def test_without_bundles_each_message_is_a_datagram_and_frame_is_the_last(
    make_face: MakeFace, hear: socket.socket
) -> None:
    _send(hear, make_face(tracked=False), bundle=False)
    messages = [OscMessage(hear.recv(65536)) for _ in range(51 + 5)]
    assert messages[-1].address == "/koekata/0/frame"
    assert messages[-1].params[2] is False


def test_event_is_sent_as_status(hear: socket.socket) -> None:
    output = OscOutput(OscConfig(port=hear.getsockname()[1]))
    output.event(SourceEvent("lost", "camera 0 was unplugged"))
    output.close()
    assert _contents(hear.recv(65536)) == [("/koekata/status", ["lost", "camera 0 was unplugged"])]


def test_encoder_agrees_with_python_osc_for_every_type_and_padding() -> None:
    for length in range(1, 9):
        address, text = "/" + "a" * length, "é" * length
        decoded = OscMessage(message(address, 7, -1.5, True, False, text))
        assert (decoded.address, decoded.params) == (address, [7, -1.5, True, False, text])


def test_one_message_larger_than_the_limit_still_gets_a_bundle_of_its_own() -> None:
    contents = [message("/a", "x" * 100), message("/b", 1), message("/c", 2)]
    packed = list(bundles(contents, IMMEDIATELY, 64))
    assert [[address for address, _ in _contents(bundle)] for bundle in packed] == [["/a"], ["/b", "/c"]]


def test_time_tag_survives_the_ntp_rollover_of_2036() -> None:
    assert time_tag(2_085_978_496 * 1_000_000_000) == b"\0" * 8
