"""All outputs together."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from koekata.config import IFacialMocapConfig, LiveLinkFaceConfig, OscConfig, OutputsConfig, VmcConfig, ZmqConfig
from koekata.errors import PublishError
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish import open_outputs
from koekata.publish.zmq_output import ZmqOutput

MakeFace = Callable[..., SolvedFace]


def _all_to(port: int) -> OutputsConfig:
    return OutputsConfig(
        zmq=ZmqConfig(port=0),
        osc=OscConfig(port=port),
        vmc=VmcConfig(enabled=True, port=port),
        live_link_face=LiveLinkFaceConfig(enabled=True, port=port),
        ifacialmocap=IFacialMocapConfig(enabled=True, port=port),
    )


def test_every_enabled_output_gets_every_frame_and_event(make_face: MakeFace, hear: socket.socket) -> None:
    with open_outputs(_all_to(hear.getsockname()[1])) as publisher:
        publisher.event(SourceEvent("running", "webcam"))
        for sequence in range(3):
            publisher.send(make_face(sequence))
        counts = publisher.counts
        assert list(publisher.addresses) == ["zmq", "osc", "vmc", "live-link-face", "ifacialmocap"]
    assert {name: count.sent for name, count in counts.items()} == dict.fromkeys(counts, 3)


def test_disabled_outputs_are_not_opened() -> None:
    off = OutputsConfig(zmq=ZmqConfig(enabled=False), osc=OscConfig(enabled=False))
    with open_outputs(off) as publisher:
        assert publisher.addresses == {}


def test_outputs_opened_before_one_that_fails_are_closed_again() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    broken = OutputsConfig(zmq=ZmqConfig(port=port), osc=OscConfig(host="no-such-host.invalid"))
    with pytest.raises(PublishError, match="no-such-host"):
        open_outputs(broken)
    ZmqOutput(ZmqConfig(port=port)).close()  # the port is free again


def _with_value(values: Any, at: int, value: float) -> Any:
    changed = np.array(values, dtype=float)
    changed[at] = value
    return changed


@pytest.mark.parametrize("field", ["weights", "channel_confidence", "yaw_pitch_roll", "translation", "gaze"])
@pytest.mark.parametrize("value", [np.nan, np.inf, 1e300])
def test_number_that_is_not_finite_is_counted_and_never_sent(
    make_face: MakeFace, hear: socket.socket, caplog: pytest.LogCaptureFixture, field: str, value: float
) -> None:
    face = make_face()
    with open_outputs(_all_to(hear.getsockname()[1])) as publisher, caplog.at_level(logging.ERROR):
        for _ in range(2):
            publisher.send(make_face(**{field: _with_value(getattr(face, field), 1, value)}))
        assert publisher.rejected == 2
        assert {count.sent for count in publisher.counts.values()} == {0}
    assert len(caplog.records) == 1
    assert f"{field}[1]" in caplog.text
    hear.setblocking(False)
    with pytest.raises(BlockingIOError):
        hear.recv(1)


def test_wrong_number_of_weights_is_rejected(make_face: MakeFace) -> None:
    with open_outputs(OutputsConfig(zmq=ZmqConfig(port=0), osc=OscConfig(enabled=False))) as publisher:
        publisher.send(make_face(weights=np.zeros(51)))
        publisher.send(make_face(gaze=np.zeros(2)))
        assert publisher.rejected == 2


def test_weight_beyond_its_range_is_limited(make_face: MakeFace, hear: socket.socket) -> None:
    config = OutputsConfig(
        zmq=ZmqConfig(enabled=False),
        osc=OscConfig(enabled=False),
        ifacialmocap=IFacialMocapConfig(enabled=True, port=hear.getsockname()[1]),
    )
    with open_outputs(config) as publisher:
        publisher.send(make_face(weights=np.full(52, 1.5)))
        assert publisher.rejected == 0
    assert "eyeBlink_L&100|" in hear.recv(65536).decode()
