"""Triggers and inputs over OSC: a UDP port that is read once for each picture.

| address | arguments |
|---|---|
| `/koekata/trigger` | `s` id, then `s` `on`, `off` or `toggle`, or a number: above 0.5 is on; toggles without |
| `/koekata/input` | `s` name, then the value; without it the input is absent |
| `/koekata/trigger/ID`, `/koekata/input/NAME` | the same with the name in the address, for buttons that send no text |
"""

from __future__ import annotations

import errno
import logging
import math
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from koekata.character._osc import Argument, messages
from koekata.errors import PublishError, StreamError
from koekata.publish.address import port_in_use, resolve, shown

__all__ = ["Order", "TriggerPort"]

_log = logging.getLogger(__name__)

_AT_ONCE = 256
"""Datagrams read for one picture: a flood of them must not hold the picture up."""
_LARGEST = 65536
_ROOT = "/koekata/"


@dataclass(frozen=True, slots=True)
class Order:
    """What one message asks for."""

    trigger: bool
    """Else the value of an input."""
    name: str
    action: str = ""
    value: float | None = None


class TriggerPort:
    """A bound UDP port. What cannot be read costs one message: it is dropped, counted, and told once for each kind."""

    def __init__(self, host: str, port: int) -> None:
        """Raises PortInUseError, or PublishError when the address is none of this machine."""
        family, address = resolve(host, port, socket.SOCK_DGRAM)
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        try:
            self._socket.bind(address)
        except OSError as error:
            self._socket.close()
            raise _bind_error(error, host, port) from error
        self.address = shown("udp", str(address[0]), int(self._socket.getsockname()[1]))
        self.received = self.dropped = 0
        """Datagrams that came, and messages that could not be read."""
        self._told: set[str] = set()

    def orders(self) -> Iterator[Order]:
        """What came since the last time. Never waits."""
        for _ in range(_AT_ONCE):
            try:
                data = self._socket.recv(_LARGEST)
            except BlockingIOError:
                return
            except OSError as error:
                self._drop(error.strerror or "the network failed")
                return
            self.received += 1
            yield from self._read(data)

    def close(self) -> None:
        """Free the port."""
        self._socket.close()

    def _read(self, data: bytes) -> Iterator[Order]:
        try:
            found = list(messages(data))
        except StreamError as error:
            self._drop(error.message)
            return
        for address, arguments in found:
            order = self._understood(address, arguments)
            if order is not None:
                yield order

    def _understood(self, address: str, arguments: list[Argument]) -> Order | None:
        try:
            return _order(address, arguments)
        except StreamError as error:
            self._drop(error.message)
            return None

    def _drop(self, why: str) -> None:
        self.dropped += 1
        if why not in self._told and len(self._told) < _AT_ONCE:
            self._told.add(why)
            _log.warning("triggers: a message is dropped: %s. Further ones of the kind are only counted.", why)


def _order(address: str, arguments: list[Argument]) -> Order:
    kind, slash, name = address.removeprefix(_ROOT).partition("/")
    if not address.startswith(_ROOT) or kind not in ("trigger", "input"):
        raise StreamError(f"{address[:64]!r} is neither {_ROOT}trigger nor {_ROOT}input")
    if slash:
        arguments = [unquote(name), *arguments]
    if not arguments or not isinstance(arguments[0], str) or not arguments[0]:
        raise StreamError(f"{_ROOT}{kind} without a name")
    given = arguments[1] if len(arguments) > 1 else None
    if kind == "trigger":
        return Order(True, arguments[0], _action(given))
    return Order(False, arguments[0], value=_value(given))


def _action(given: Argument) -> str:
    if given is None:
        return "toggle"
    if isinstance(given, str):
        return given
    return "on" if given > 0.5 else "off"


def _value(given: Argument) -> float | None:
    if isinstance(given, str):
        raise StreamError("the value of an input is a text")
    if given is not None and not math.isfinite(given):
        raise StreamError("the value of an input is not finite")
    return None if given is None else float(given)


def _bind_error(error: OSError, host: str, port: int) -> PublishError:
    taken = port_in_use(port, "`triggers` in [mapping]; 0 switches them off", "udp") if _is_taken(error) else None
    return taken or PublishError(
        f"triggers: cannot listen on {host}:{port}: {error.strerror}",
        remedy="Write an address of this machine for `triggers_host` in [mapping]: 127.0.0.1 for this machine alone, "
        "0.0.0.0 for the network; ports below 1024 need special rights.",
    )


def _is_taken(error: OSError) -> bool:
    # Windows answers "access denied" where another program holds the port alone.
    return error.errno == errno.EADDRINUSE or getattr(error, "winerror", 0) == 10013
