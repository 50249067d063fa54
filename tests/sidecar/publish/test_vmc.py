"""The VMC protocol, as a receiver hears it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pythonosc.osc_packet import OscPacket

from koekata.audio.fuse.speaking import ALL_NAMES
from koekata.channels import ARKIT_NAMES
from koekata.config import VmcConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.vmc import VmcOutput

MakeFace = Callable[..., SolvedFace]
Heard = list[tuple[str, list[Any]]]


def _hear(hear: socket.socket, *faces: SolvedFace, **options: Any) -> Heard:
    """Everything up to the Apply of the last face."""
    output = VmcOutput(VmcConfig(enabled=True, port=hear.getsockname()[1], **options))
    heard: Heard = []
    for number, face in enumerate(faces, start=1):
        output.send(face)
        while heard.count(("/VMC/Ext/Blend/Apply", [])) < number:
            datagram = hear.recv(65536)
            assert len(datagram) <= 1500
            heard += [(timed.message.address, timed.message.params) for timed in OscPacket(datagram).messages]
    output.close()
    return heard


def _bone(heard: Heard, name: str) -> tuple[float, ...]:
    """The quaternion of a bone."""
    return next(tuple(values[4:]) for address, values in heard if address == "/VMC/Ext/Bone/Pos" and values[0] == name)


def _forward(rotation: tuple[float, ...]) -> Any:
    """Where a Unity bone that looked along +z looks after the rotation."""
    x, y, z, w = rotation
    return np.array([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)])


def test_yaw_to_the_performers_left_turns_the_avatars_head_to_its_own_left(
    make_face: MakeFace, hear: socket.socket
) -> None:
    heard = _hear(hear, make_face(yaw_pitch_roll=np.array([30.0, 0.0, 0.0])))
    forward = _forward(_bone(heard, "Head"))
    assert forward == pytest.approx([-0.5, 0.0, 0.866], abs=1e-3)  # the avatar's left is at -x


def test_pitch_up_raises_the_avatars_face(make_face: MakeFace, hear: socket.socket) -> None:
    heard = _hear(hear, make_face(yaw_pitch_roll=np.array([0.0, 30.0, 0.0])))
    assert _forward(_bone(heard, "Head"))[1] == pytest.approx(0.5, abs=1e-3)


def test_eyes_look_to_their_own_sides(make_face: MakeFace, hear: socket.socket) -> None:
    heard = _hear(hear, make_face(gaze=np.array([20.0, 0.0, -20.0, 10.0])))
    assert _forward(_bone(heard, "LeftEye"))[0] < -0.3
    right = _forward(_bone(heard, "RightEye"))
    assert right[0] > 0.3
    assert right[1] > 0.1


def test_all_observed_channels_come_in_perfect_sync_names_before_apply(
    make_face: MakeFace, hear: socket.socket
) -> None:
    face = make_face()
    heard = _hear(hear, face)
    values = {params[0]: params[1] for address, params in heard if address == "/VMC/Ext/Blend/Val"}
    assert len(values) == 51
    for name, weight in zip(ARKIT_NAMES[:-1], face.weights, strict=False):
        assert values[name[0].upper() + name[1:]] == pytest.approx(weight, abs=1e-6)
    assert heard[0] == ("/VMC/Ext/OK", [1, 3, 0, 1])
    assert heard[1][0] == "/VMC/Ext/T"
    assert heard[-1] == ("/VMC/Ext/Blend/Apply", [])


def _spoken(make_face: MakeFace, *, confidence: float = 0.9, lips: float = 0.0) -> SolvedFace:
    """A face that says a loud ah with a bit of o."""
    face = make_face()
    voice = np.array([0.7, 0.0, 0.0, 0.1, 0.2, 0.0, lips, 0.9, 0.5])
    return replace(
        face,
        weights=np.concatenate([face.weights, voice]),
        channel_confidence=np.concatenate([face.channel_confidence, np.full(9, confidence)]),
        names=ALL_NAMES,
    )


def _vowels(heard: Heard) -> list[dict[str, float]]:
    """A I U E O of each frame."""
    values = [params for address, params in heard if address == "/VMC/Ext/Blend/Val" and params[0] in tuple("AIUEO")]
    return [dict(values[i : i + 5]) for i in range(0, len(values), 5)]


def test_vowels_of_a_voice_are_sent_without_a_table(make_face: MakeFace, hear: socket.socket) -> None:
    assert _vowels(_hear(hear, _spoken(make_face))) == [pytest.approx({"A": 0.7, "I": 0, "U": 0, "E": 0.1, "O": 0.2})]


def test_closed_lips_close_all_vowels(make_face: MakeFace, hear: socket.socket) -> None:
    assert _vowels(_hear(hear, _spoken(make_face, lips=1.0))) == [dict.fromkeys("AIUEO", 0.0)]


def test_vowels_rest_when_the_voice_is_gone(make_face: MakeFace, hear: socket.socket) -> None:
    heard = _hear(hear, _spoken(make_face), _spoken(make_face, confidence=0.0), make_face())
    assert _vowels(heard)[1:] == [dict.fromkeys("AIUEO", 0.0)] * 2


def test_no_vowels_are_made_up_without_a_voice(make_face: MakeFace, hear: socket.socket) -> None:
    assert _vowels(_hear(hear, make_face())) == []


def test_vowels_can_be_switched_off(make_face: MakeFace, hear: socket.socket) -> None:
    assert _vowels(_hear(hear, _spoken(make_face), vowels=False)) == []


def test_arkit_names_are_sent_when_asked_for(make_face: MakeFace, hear: socket.socket) -> None:
    heard = _hear(hear, make_face(), names="arkit")
    names = {params[0] for address, params in heard if address == "/VMC/Ext/Blend/Val"}
    assert names == set(ARKIT_NAMES) - {"tongueOut"}


def test_lost_face_is_told_by_the_tracking_status(make_face: MakeFace, hear: socket.socket) -> None:
    assert _hear(hear, make_face(tracked=False))[0] == ("/VMC/Ext/OK", [1, 3, 0, 0])


def test_second_performer_is_counted_as_skipped_and_not_sent(make_face: MakeFace, hear: socket.socket) -> None:
    output = VmcOutput(VmcConfig(port=hear.getsockname()[1]))
    for performer in (0, 1, 0):
        output.send(make_face(performer=performer))
    assert (output.counts.sent, output.counts.skipped) == (2, 1)
    output.close()


def test_source_that_ends_is_told(hear: socket.socket) -> None:
    output = VmcOutput(VmcConfig(port=hear.getsockname()[1]))
    output.event(SourceEvent("running", ""))
    output.event(SourceEvent("ended", ""))
    output.close()
    [timed] = OscPacket(hear.recv(65536)).messages
    assert (timed.message.address, timed.message.params) == ("/VMC/Ext/OK", [1, 3, 0, 0])
