"""Triggers and inputs over OSC, with real sockets."""

from __future__ import annotations

import logging
import random
import socket
import time
from collections.abc import Iterator

import pytest
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from koekata.character import TriggerPort
from koekata.character._port import Order
from koekata.errors import PortInUseError, PublishError


@pytest.fixture
def port() -> Iterator[TriggerPort]:
    opened = TriggerPort("127.0.0.1", 0)
    yield opened
    opened.close()


def _message(address: str, *arguments: object) -> OscMessageBuilder:
    builder = OscMessageBuilder(address)
    for argument in arguments:
        builder.add_arg(argument)  # type: ignore[arg-type]
    return builder


def _nested(datagram: bytes, depth: int) -> bytes:
    for _ in range(depth):
        datagram = b"#bundle\0" + bytes(8) + len(datagram).to_bytes(4, "big") + datagram
    return datagram


def _heard(port: TriggerPort, *datagrams: bytes) -> list[Order]:
    """What the port makes of some datagrams."""
    number = int(port.address.rpartition(":")[2])
    already, orders = port.received, []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for datagram in datagrams:
            sender.sendto(datagram, ("127.0.0.1", number))
        deadline = time.monotonic() + 20.0
        while port.received - already < len(datagrams) and time.monotonic() < deadline:
            orders += port.orders()
    assert port.received - already == len(datagrams)
    return orders


@pytest.mark.parametrize(
    ("address", "arguments", "order"),
    [
        ("/koekata/trigger", ("angry", "on"), Order(True, "angry", "on")),
        ("/koekata/trigger", ("怒り",), Order(True, "怒り", "toggle")),
        ("/koekata/trigger", ("angry", 1), Order(True, "angry", "on")),
        ("/koekata/trigger", ("angry", 0.0), Order(True, "angry", "off")),
        ("/koekata/trigger", ("angry", True), Order(True, "angry", "on")),
        ("/koekata/trigger/angry", (), Order(True, "angry", "toggle")),
        ("/koekata/trigger/very%20angry", ("off",), Order(True, "very angry", "off")),
        ("/koekata/input", ("ears", 0.5), Order(False, "ears", value=0.5)),
        ("/koekata/input/ears", (0.25,), Order(False, "ears", value=0.25)),
        ("/koekata/input", ("ears",), Order(False, "ears", value=None)),
    ],
)
def test_messages_as_controllers_send_them_are_understood(
    port: TriggerPort, address: str, arguments: tuple[object, ...], order: Order
) -> None:
    assert _heard(port, _message(address, *arguments).build().dgram) == [order]


def test_bundle_holds_several_messages_in_order(port: TriggerPort) -> None:
    inner, outer = OscBundleBuilder(IMMEDIATELY), OscBundleBuilder(IMMEDIATELY)
    inner.add_content(_message("/koekata/trigger", "b").build())
    for content in (_message("/koekata/trigger", "a").build(), inner.build()):
        outer.add_content(content)  # type: ignore[arg-type]
    assert [order.name for order in _heard(port, outer.build().dgram)] == ["a", "b"]


def test_datagrams_that_cannot_be_read_cost_one_message_and_are_told_once(
    port: TriggerPort, caplog: pytest.LogCaptureFixture
) -> None:
    good = _message("/koekata/trigger", "angry").build().dgram
    bad = [
        b"", b"\0", b"hello", b"/koekata/trigger", good[:-1], b"#bundle\0" + b"\0" * 8 + b"\x7f\xff\xff\xff",
        _message("/koekata/trigger").build().dgram, _message("/koekata/input", "ears", "high").build().dgram,
        _message("/koekata/input", "ears", float("nan")).build().dgram, _message("/other", 1).build().dgram,
        b"/koekata/trigger\0\0\0\0,s\0\0\xff\xfe\0\0", _nested(good, 1000),
    ]  # fmt: skip
    with caplog.at_level(logging.WARNING):
        assert _heard(port, *bad, *bad, good) == [Order(True, "angry", "toggle")]
    assert port.dropped == 2 * len(bad)
    assert len(caplog.messages) == len(set(caplog.messages)) < len(bad) + 1


def test_random_datagrams_never_stop_the_port(port: TriggerPort) -> None:
    dice = random.Random(7)
    good = _message("/koekata/input", "ears", 0.5).build().dgram
    spoilt = [bytearray(good) for _ in range(200)]
    for datagram in spoilt:
        datagram[dice.randrange(len(datagram))] = dice.randrange(256)
    for start in range(0, 200, 50):
        _heard(port, *(bytes(datagram) for datagram in spoilt[start : start + 50]))
    assert _heard(port, good) == [Order(False, "ears", value=0.5)]


def test_port_that_is_taken_is_told_with_its_holder(port: TriggerPort) -> None:
    number = int(port.address.rpartition(":")[2])
    with pytest.raises(PortInUseError) as caught:
        TriggerPort("127.0.0.1", number)
    assert f"Port {number} is taken" in caught.value.message
    assert "[mapping]" in caught.value.remedy


def test_address_of_another_machine_is_refused() -> None:
    with pytest.raises(PublishError, match="cannot listen"):
        TriggerPort("203.0.113.7", 0)
