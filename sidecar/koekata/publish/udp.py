"""A UDP socket that never waits and never raises: trouble is counted, and logged once for each kind."""

from __future__ import annotations

import errno
import logging
import socket
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable

from koekata.errors import PublishError
from koekata.frames import SolvedFace
from koekata.publish.address import resolve, shown
from koekata.publish.output import OutputCounts

__all__ = ["OnePerformerOutput", "UdpSender"]

_log = logging.getLogger(__name__)

_HINTS = {
    errno.ECONNREFUSED: "nothing listens there; is the receiving program running and set to this port",
    errno.ENETUNREACH: "the network cannot be reached",
    errno.EHOSTUNREACH: "the host cannot be reached",
    errno.EMSGSIZE: "the datagram is too large for this network",
    errno.EPERM: "a firewall forbids it",
    errno.EACCES: "a firewall or the system forbids it",
    errno.EAGAIN: "the network is slower than the stream",
}


class UdpSender:
    """Sends datagrams to one address; connected, so that the system reports a listener that is not there."""

    def __init__(self, name: str, host: str, port: int) -> None:
        """Raises PublishError when the host is unknown or the port is 0."""
        if port == 0:
            raise PublishError(
                f"{name}: port 0 is nowhere to send to", remedy="Write the port that the receiving program listens on."
            )
        family, address = resolve(host, port, socket.SOCK_DGRAM)
        self.name = name
        self.address = shown("udp", str(address[0]), port)
        self._logged: set[int] = set()
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            self._socket.connect(address)
        except OSError as error:
            self._socket.close()
            raise PublishError(
                f"{name}: cannot send to {self.address}: {error.strerror}", remedy="Check the address and the network."
            ) from error

    def send(self, datagrams: Iterable[bytes]) -> bool:
        """Send the datagrams of one frame in order; false when any of them was refused."""
        results = [self._send_one(datagram) for datagram in datagrams]
        return all(results)

    def close(self) -> None:
        """Free the socket."""
        self._socket.close()

    def _send_one(self, datagram: bytes) -> bool:
        try:
            self._socket.send(datagram)
        except OSError as error:
            self._report(error)
            return False
        return True

    def _report(self, error: OSError) -> None:
        number = error.errno or 0
        if number not in self._logged:
            self._logged.add(number)
            # A receiver that is not started yet is nothing unusual.
            level = logging.INFO if number == errno.ECONNREFUSED else logging.WARNING
            why = _HINTS.get(number, error.strerror or str(error))
            _log.log(level, "%s: cannot send to %s: %s. Sending goes on.", self.name, self.address, why)


class OnePerformerOutput(ABC):
    """Base of the outputs whose protocol knows one performer: the first that is seen. Others are counted as skipped."""

    name = ""

    def __init__(self, host: str, port: int) -> None:
        """Raises PublishError when the host is unknown."""
        self._performer: int | None = None
        self._sender = UdpSender(self.name, host, port)
        self.counts = OutputCounts()
        self.address = self._sender.address

    def send(self, face: SolvedFace) -> None:
        """Send one frame."""
        self._deliver(face.performer, lambda: self._datagrams(face))

    def close(self) -> None:
        """Free the socket."""
        self._sender.close()

    def _deliver(self, performer: int, datagrams: Callable[[], Iterable[bytes]]) -> None:
        """Send what is made for a frame, if it is of the one performer."""
        if self._performer is None:
            self._performer = performer
        if performer != self._performer:
            self.counts.skipped += 1
        elif self._sender.send(datagrams()):
            self.counts.sent += 1
        else:
            self.counts.failed += 1

    @abstractmethod
    def _datagrams(self, face: SolvedFace) -> Iterable[bytes]:
        """A frame as the protocol writes it."""
