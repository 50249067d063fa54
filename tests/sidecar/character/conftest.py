"""Tables on disk, faces with chosen channels, and sockets."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX
from koekata.frames import FrameTime, SolvedFace

MakeFace = Callable[..., SolvedFace]


@pytest.fixture(scope="session")
def face_with(make_face: MakeFace) -> MakeFace:
    """A face in the middle of the picture whose channels are 0 but for those that are given, at 30 per second."""

    def make(sequence: int = 0, tracked: bool = True, performer: int = 0, **channels: float) -> SolvedFace:
        weights = np.zeros(len(ARKIT_INDEX))
        for name, value in channels.items():
            weights[ARKIT_INDEX[name]] = value
        changes = {"weights": weights, "tracked": tracked, "performer": performer}
        return make_face(sequence, time=FrameTime(sequence, sequence / 30, 0, 0), **changes)

    return make


@pytest.fixture
def write_table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a table whose modification time differs from that of the one before."""
    stamps = iter(range(1_000_000_000, 2_000_000_000, 1000))

    def write(text: str | None = None, **properties: Any) -> Path:
        path = tmp_path / "character.json"
        path.write_text(json.dumps({"version": 1, **properties}) if text is None else text, encoding="utf-8")
        stamp = next(stamps)
        os.utime(path, (stamp, stamp))
        return path

    return write


@pytest.fixture
def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def hear() -> Iterator[socket.socket]:
    """A UDP socket bound to a free loopback port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        receiver.settimeout(20.0)
        yield receiver
