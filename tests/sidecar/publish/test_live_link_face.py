"""Live Link Face datagrams, read by a parser written from the layout alone."""

from __future__ import annotations

import math
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX
from koekata.config import LiveLinkFaceConfig
from koekata.frames import SolvedFace
from koekata.publish.live_link_face import LiveLinkFaceOutput

MakeFace = Callable[..., SolvedFace]

# Positions in the datagram, from the protocol.
EYE_BLINK_LEFT, EYE_BLINK_RIGHT, JAW_LEFT, JAW_RIGHT, JAW_OPEN, TONGUE_OUT = 0, 7, 15, 16, 17, 51
HEAD_YAW, HEAD_PITCH, HEAD_ROLL, LEFT_EYE_YAW, LEFT_EYE_PITCH, RIGHT_EYE_YAW = 52, 53, 54, 55, 56, 58


@dataclass
class Parsed:
    version: int
    device: str
    subject: str
    frame: int
    part: float
    rate: tuple[int, int]
    values: tuple[float, ...]


def _parse(data: bytes) -> Parsed:
    at = 1

    def take(form: str) -> tuple[float, ...]:
        nonlocal at
        found = struct.unpack_from(">" + form, data, at)
        at += struct.calcsize(">" + form)
        return found

    def text() -> str:
        nonlocal at
        (length,) = take("i")
        at += int(length)
        return data[at - int(length) : at].decode()

    device, subject = text(), text()
    frame, part, numerator, denominator = take("ifii")
    values: tuple[float, ...] = ()
    if at < len(data):
        (count,) = take("B")
        values = take(f"{int(count)}f")
    assert at == len(data)
    return Parsed(data[0], device, subject, int(frame), part, (int(numerator), int(denominator)), values)


def _hear(hear: socket.socket, *faces: SolvedFace) -> list[Parsed]:
    output = LiveLinkFaceOutput(LiveLinkFaceConfig(port=hear.getsockname()[1], subject="声"))
    for face in faces:
        output.send(face)
    output.close()
    return [_parse(hear.recv(65536)) for _ in faces]


def test_datagram_has_the_layout_of_version_6(make_face: MakeFace, hear: socket.socket) -> None:
    [parsed] = _hear(hear, make_face())
    assert (parsed.version, parsed.subject, parsed.rate, len(parsed.values)) == (6, "声", (60, 1), 61)
    assert len(parsed.device) == 36
    assert 0 <= parsed.frame < 24 * 3600 * 60 + 60
    assert 0 <= parsed.part < 1


def test_weights_stand_at_their_channel_and_an_unobserved_one_is_zero(make_face: MakeFace, hear: socket.socket) -> None:
    face = make_face()
    [parsed] = _hear(hear, face)
    for name, at in {
        "eyeBlinkLeft": EYE_BLINK_LEFT,
        "eyeBlinkRight": EYE_BLINK_RIGHT,
        "jawLeft": JAW_LEFT,
        "jawRight": JAW_RIGHT,
        "jawOpen": JAW_OPEN,
    }.items():
        assert parsed.values[at] == pytest.approx(face.weights[ARKIT_INDEX[name]], abs=1e-6)
    assert parsed.values[TONGUE_OUT] == 0.0


def test_other_order_of_names_reaches_the_same_places(make_face: MakeFace, hear: socket.socket) -> None:
    face = make_face()
    reordered = make_face(
        names=face.names[::-1], weights=face.weights[::-1], channel_confidence=face.channel_confidence[::-1]
    )
    first, second = _hear(hear, face, reordered)
    assert first.values == second.values


def test_head_to_the_left_up_and_left_side_raised_is_negative_in_radians(
    make_face: MakeFace, hear: socket.socket
) -> None:
    [parsed] = _hear(hear, make_face(yaw_pitch_roll=np.array([30.0, 20.0, 10.0])))
    head = [parsed.values[at] for at in (HEAD_YAW, HEAD_PITCH, HEAD_ROLL)]
    assert head == pytest.approx([-math.radians(30), -math.radians(20), -math.radians(10)], abs=1e-6)


def test_eyes_have_the_signs_of_recorded_takes(make_face: MakeFace, hear: socket.socket) -> None:
    """In takes of the app, eyeLookOutLeft with eyeLookUpLeft comes with negative LeftEyeYaw and LeftEyePitch."""
    [parsed] = _hear(hear, make_face(gaze=np.array([20.0, 11.0, 17.0, 11.0])))
    assert parsed.values[LEFT_EYE_YAW] == pytest.approx(-math.radians(20), abs=1e-6)
    assert parsed.values[LEFT_EYE_PITCH] == pytest.approx(-math.radians(11), abs=1e-6)
    assert parsed.values[RIGHT_EYE_YAW] == pytest.approx(-math.radians(17), abs=1e-6)


def test_frame_without_a_face_has_no_values(make_face: MakeFace, hear: socket.socket) -> None:
    [parsed] = _hear(hear, make_face(tracked=False))
    assert parsed.values == ()


def test_each_performer_is_a_subject_and_device_of_its_own_that_outlives_a_restart(
    make_face: MakeFace, hear: socket.socket
) -> None:
    first, second = _hear(hear, make_face(), make_face(performer=1))
    [again] = _hear(hear, make_face())
    assert (first.subject, second.subject) == ("声", "声-1")
    assert first.device == again.device != second.device
