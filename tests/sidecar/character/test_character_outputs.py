"""What receivers of VMC and OSC hear of a mapped face."""

from __future__ import annotations

import dataclasses
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pythonosc.osc_packet import OscPacket

from koekata.character import CharacterMapper, MappedFace
from koekata.config import LiveLinkFaceConfig, OscConfig, OutputsConfig, VmcConfig, ZmqConfig
from koekata.frames import SolvedFace
from koekata.publish import open_outputs
from koekata.publish.vmc import VmcOutput

MakeFace = Callable[..., SolvedFace]
WriteTable = Callable[..., Path]
Heard = list[tuple[str, list[Any]]]

BLINK = {"id": "blink", "from": "eyeBlinkLeft", "to": "まばたき"}


@pytest.fixture
def mapped_by(face_with: MakeFace, write_table: WriteTable) -> Callable[..., MappedFace]:
    """The first frame of a table."""

    def make(channels: dict[str, float], changes: dict[str, Any] | None = None, **table: Any) -> MappedFace:
        face = dataclasses.replace(face_with(**channels), **(changes or {}))
        [mapped] = CharacterMapper(write_table(**table)).map([face])
        return mapped

    return make


def _sent(hear: socket.socket, output: str, mapped: MappedFace, last: str) -> Heard:
    """Everything that one output says of a frame."""
    port = hear.getsockname()[1]
    settings = {
        "vmc": OutputsConfig(
            zmq=ZmqConfig(enabled=False), osc=OscConfig(enabled=False), vmc=VmcConfig(enabled=True, port=port)
        ),
        "osc": OutputsConfig(zmq=ZmqConfig(enabled=False), osc=OscConfig(port=port)),
    }
    heard: Heard = []
    with open_outputs(settings[output]) as publisher:
        publisher.send_mapped(mapped)
        while not heard or heard[-1][0] != last:
            datagram = hear.recv(65536)
            assert len(datagram) <= 1472
            heard += [(timed.message.address, timed.message.params) for timed in OscPacket(datagram).messages]
    return heard


def _vmc(hear: socket.socket, mapped: MappedFace) -> Heard:
    return _sent(hear, "vmc", mapped, "/VMC/Ext/Blend/Apply")


def _blends(heard: Heard) -> dict[str, float]:
    return {params[0]: params[1] for address, params in heard if address == "/VMC/Ext/Blend/Val"}


def _bones(heard: Heard) -> dict[str, list[float]]:
    return {params[0]: params[4:] for address, params in heard if address == "/VMC/Ext/Bone/Pos"}


def test_vmc_carries_the_table_by_name_and_no_channel(hear: socket.socket, mapped_by: Any) -> None:
    targets = [
        {"id": "joy", "kind": "expression", "name": "happy"},
        {"id": "own", "kind": "expression", "name": "Smug"},
        {"id": "as-it-is", "kind": "morph", "name": "happy"},
    ]
    rows = [BLINK, *({"id": name, "from": "jawOpen", "to": name} for name in ("joy", "own", "as-it-is"))]
    mapped = mapped_by({"eyeBlinkLeft": 0.75, "jawOpen": 0.5}, targets=targets, rows=rows)
    assert _blends(_vmc(hear, mapped)) == {"まばたき": 0.75, "Joy": 0.5, "Smug": 0.5, "happy": 0.5}


def test_head_and_eyes_follow_the_performer_unless_the_table_turns_them(hear: socket.socket, mapped_by: Any) -> None:
    changes = {"yaw_pitch_roll": np.array([30.0, 0.0, 0.0]), "gaze": np.array([0.0, 20.0, 0.0, 20.0])}
    following = _bones(_vmc(hear, mapped_by({}, changes, rows=[BLINK])))
    assert following["Head"] == pytest.approx([0.0, -np.sin(np.pi / 12), 0.0, np.cos(np.pi / 12)], abs=1e-6)
    assert following["LeftEye"] == pytest.approx(following["RightEye"])
    assert following["LeftEye"][0] < 0  # up, about Unity's x
    bone = {"id": "tilt", "kind": "bone", "bone": "head", "property": "rotation", "axis": "z"}
    row = {"id": "tilt", "from": "headYaw", "to": "tilt"}
    turned = _bones(_vmc(hear, mapped_by({}, changes, targets=[bone], rows=[row])))
    assert turned["Head"] == pytest.approx([0.0, 0.0, np.sin(np.pi / 12), np.cos(np.pi / 12)], abs=1e-6)
    assert turned["LeftEye"] == pytest.approx(following["LeftEye"])


def test_head_eases_home_with_the_face_that_is_lost(
    hear: socket.socket, face_with: MakeFace, write_table: WriteTable
) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK], lost={"hold": 0, "to": "neutral", "ease": 0}))
    mapper.map([face_with(0)])
    [lost] = mapper.map([face_with(1, tracked=False)])
    heard = _vmc(hear, lost)
    assert _bones(heard)["Head"] == pytest.approx([0.0, 0.0, 0.0, 1.0])
    assert heard[0] == ("/VMC/Ext/OK", [1, 3, 0, 0])


def test_shape_that_leaves_the_table_is_put_to_rest_at_the_receiver(
    hear: socket.socket, face_with: MakeFace, write_table: WriteTable
) -> None:
    jaw = {"id": "jaw", "kind": "bone", "bone": "Jaw", "property": "rotation", "axis": "x"}
    drop = {"id": "drop", "from": "jawOpen", "to": "jaw", "gain": 20}
    before = CharacterMapper(write_table(targets=[jaw], rows=[BLINK, drop])).map([face_with(eyeBlinkLeft=0.9)])
    after = CharacterMapper(write_table(rows=[{**BLINK, "to": "Blink"}])).map([face_with(eyeBlinkLeft=0.9)])
    output = VmcOutput(VmcConfig(port=hear.getsockname()[1]))
    for mapped in (*before, *after):
        output.send_mapped(mapped)
    output.close()
    first, second = (
        [(timed.message.address, timed.message.params) for timed in OscPacket(hear.recv(65536)).messages]
        for _ in range(2)
    )
    assert _blends(first).keys() == {"まばたき"}
    assert _blends(second) == {"まばたき": 0.0, "Blink": pytest.approx(0.9)}
    assert _bones(second)["Jaw"] == [0.0, 0.0, 0.0, 1.0]


def test_targets_without_a_place_in_vmc_are_left_out(hear: socket.socket, mapped_by: Any) -> None:
    targets = [
        {"id": "mouth", "kind": "sprite", "count": 4},
        {"id": "flash", "kind": "event"},
        {"id": "blush", "kind": "material", "material": "Face", "property": "_Blush", "component": "value"},
        {"id": "ear", "kind": "bone", "bone": "J_Ear", "property": "rotation", "axis": "x"},
        {"id": "up", "kind": "bone", "bone": "Head", "property": "translation", "axis": "y"},
    ]
    rows = [{"id": entry["id"], "from": "jawOpen", "to": entry["id"]} for entry in targets]
    mapped = mapped_by({"jawOpen": 0.9}, targets=targets, rows=rows)
    assert len(mapped.values) == 4
    heard = _vmc(hear, mapped)
    assert _blends(heard) == {}
    assert _bones(heard).keys() == {"Head", "LeftEye", "RightEye"}


def test_osc_carries_targets_and_events_beside_the_channels(hear: socket.socket, mapped_by: Any) -> None:
    targets = [{"id": "flash", "kind": "event"}]
    rows = [BLINK, {"id": "a", "from": "jawOpen", "to": "flash"}, {"id": "b", "from": "jawOpen", "to": "half open/2"}]
    mapped = mapped_by({"eyeBlinkLeft": 0.75, "jawOpen": 0.625}, targets=targets, rows=rows)
    heard = dict(_sent(hear, "osc", mapped, "/koekata/0/frame"))
    assert heard["/koekata/0/jawOpen"] == [0.625]
    assert heard["/koekata/0/target/half%20open%2F2"] == [0.625]
    assert heard["/koekata/0/target/%E3%81%BE%E3%81%B0%E3%81%9F%E3%81%8D"] == [0.75]
    assert heard["/koekata/0/event/flash"] == [1.0]


def test_outputs_of_fixed_channels_go_on_with_the_channels(hear: socket.socket, mapped_by: Any) -> None:
    mapped = mapped_by({"eyeBlinkLeft": 0.75}, rows=[BLINK])
    face = LiveLinkFaceConfig(enabled=True, port=hear.getsockname()[1])
    outputs = OutputsConfig(zmq=ZmqConfig(enabled=False), osc=OscConfig(enabled=False), live_link_face=face)
    with open_outputs(outputs) as publisher:
        publisher.send_mapped(mapped)
        datagram = hear.recv(65536)
    assert np.frombuffer(datagram[-61 * 4 :], ">f4")[0] == 0.75
