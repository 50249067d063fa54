"""UDP that never raises into the pipeline."""

from __future__ import annotations

import logging
import socket
import sys

import pytest

from koekata.errors import PublishError
from koekata.publish.udp import UdpSender


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not report a missing UDP listener on send")
def test_missing_listener_is_counted_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    sender = UdpSender("osc", "127.0.0.1", _free_port())
    with caplog.at_level(logging.INFO):
        results = [sender.send([b"a"]) for _ in range(6)]
    sender.close()
    assert False in results
    assert [record.message for record in caplog.records if "nothing listens there" in record.message] == [
        record.message for record in caplog.records
    ]
    assert len(caplog.records) == 1


def test_listener_that_is_started_again_hears_the_stream_again() -> None:
    port = _free_port()
    sender = UdpSender("osc", "127.0.0.1", port)
    for _ in range(2):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
            listener.bind(("127.0.0.1", port))
            listener.settimeout(10)
            for _ in range(2):  # the first may still report the time without a listener
                sender.send([b"hello"])
            assert listener.recv(100) == b"hello"
        for _ in range(3):
            sender.send([b"unheard"])
    sender.close()


def test_datagram_too_large_is_refused_without_raising(caplog: pytest.LogCaptureFixture) -> None:
    sender = UdpSender("osc", "127.0.0.1", 9)
    assert not sender.send([b"x" * 70000])
    sender.close()
    assert "too large" in caplog.text or "cannot send" in caplog.text


def test_unknown_host_is_an_error_with_a_remedy() -> None:
    with pytest.raises(PublishError, match=r"no-such-host\.invalid") as caught:
        UdpSender("osc", "no-such-host.invalid", 9000)
    assert caught.value.remedy


def test_port_0_is_an_error_with_a_remedy() -> None:
    with pytest.raises(PublishError, match="port 0"):
        UdpSender("vmc", "127.0.0.1", 0)


def test_name_with_both_families_takes_ipv4_where_most_tools_listen() -> None:
    sender = UdpSender("osc", "localhost", 9000)
    sender.close()
    assert sender.address == "udp://127.0.0.1:9000"
