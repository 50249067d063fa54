"""Sockets to hear the outputs with."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest


@pytest.fixture
def hear() -> Iterator[socket.socket]:
    """A UDP socket bound to a free loopback port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        receiver.settimeout(10.0)
        yield receiver
