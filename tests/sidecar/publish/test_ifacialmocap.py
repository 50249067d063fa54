"""iFacialMocap's text, as a receiver reads it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Literal

import numpy as np
import pytest

from koekata.config import IFacialMocapConfig
from koekata.frames import SolvedFace
from koekata.publish.ifacialmocap import IFacialMocapOutput

MakeFace = Callable[..., SolvedFace]


def _hear(
    hear: socket.socket, face: SolvedFace, version: Literal["v1", "v2"] = "v2"
) -> tuple[dict[str, int], dict[str, list[float]]]:
    output = IFacialMocapOutput(IFacialMocapConfig(port=hear.getsockname()[1], version=version))
    output.send(face)
    output.close()
    shapes, _, bones = hear.recv(65536).decode().partition("|=")
    values = (shape.split("-" if version == "v1" else "&") for shape in shapes.split("|"))
    parts = (bone.split("#") for bone in bones.rstrip("|").split("|"))
    return {name: int(value) for name, value in values}, {
        name: [float(number) for number in numbers.split(",")] for name, numbers in parts
    }


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_weights_are_whole_numbers_up_to_100_under_the_tools_names(
    make_face: MakeFace, hear: socket.socket, version: Literal["v1", "v2"]
) -> None:
    weights = np.zeros(52)
    weights[0] = 0.567
    shapes, _ = _hear(hear, make_face(weights=weights), version)
    assert shapes["eyeBlink_L"] == 57
    assert shapes["eyeBlink_R"] == 0
    assert shapes["trackingStatus"] == 1
    assert "tongueOut" not in shapes
    assert len(shapes) == 51 + 1


def test_head_and_eyes_have_arkits_signs(make_face: MakeFace, hear: socket.socket) -> None:
    face = make_face(yaw_pitch_roll=np.array([30.0, 20.0, 10.0]), gaze=np.array([8.0, 4.0, 6.0, -3.0]))
    _, bones = _hear(hear, face)
    assert bones["head"] == pytest.approx([-20, 30, 10, 0.1, -0.2, -0.6])  # looking up turns about x negatively
    assert bones["leftEye"] == pytest.approx([-4, 8, 0])
    assert bones["rightEye"] == pytest.approx([3, 6, 0])


def test_lost_face_keeps_its_last_values_and_says_so(make_face: MakeFace, hear: socket.socket) -> None:
    shapes, _ = _hear(hear, make_face(tracked=False))
    assert shapes["trackingStatus"] == 0
    assert shapes["eyeBlink_L"] == 1


def test_datagram_fits_an_ethernet_frame(make_face: MakeFace, hear: socket.socket) -> None:
    output = IFacialMocapOutput(IFacialMocapConfig(port=hear.getsockname()[1]))
    output.send(make_face(weights=np.ones(52), channel_confidence=np.ones(52)))
    output.close()
    assert len(hear.recv(65536)) <= 1472
