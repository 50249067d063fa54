"""From what people write for an address to what a socket takes, and who holds a port."""

from __future__ import annotations

import socket
from typing import Any, Literal

import psutil

from koekata.errors import PortInUseError, PublishError

__all__ = ["port_in_use", "resolve", "shown"]

_COMMAND_LENGTH = 160


def resolve(host: str, port: int, kind: socket.SocketKind) -> tuple[socket.AddressFamily, tuple[Any, ...]]:
    """The family and socket address of a host; IPv4 where a name has both. Raises PublishError."""
    if host == "*":
        host = "0.0.0.0"
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=kind)
    except (OSError, UnicodeError) as error:
        raise PublishError(
            f"'{host}' is no known host: {error}",
            remedy="Write an IP address, or a name that this machine knows.",
        ) from error
    # Most tools listen on IPv4 only, and `localhost` often names both.
    family, _, _, _, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    return family, address


def shown(scheme: str, host: str, port: int) -> str:
    """An address for people; IPv6 in brackets."""
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def port_in_use(port: int, where: str, kind: Literal["tcp", "udp"] = "tcp") -> PortInUseError:
    """The error that names the program holding a port, as far as the system tells.

    `where` says which setting chooses another one.
    """
    return PortInUseError(
        f"Port {port} is taken: {_holder(port, kind)}",
        remedy=f"Stop that program, or choose another port: {where}.",
    )


def _holder(port: int, kind: str) -> str:
    try:
        held = [entry for entry in psutil.net_connections(kind) if entry.laddr and entry.laddr.port == port]
    except (psutil.Error, OSError):
        return "another program holds it, and the system does not tell which."
    listening = sorted(held, key=lambda entry: entry.status != psutil.CONN_LISTEN)
    process = next((entry.pid for entry in listening if entry.pid), None)
    return f"it is held by {_describe(process)}." if process else "a program of another user holds it."


def _describe(pid: int) -> str:
    try:
        process = psutil.Process(pid)
        name = process.name()
    except psutil.Error:
        return f"process {pid}"
    try:
        command = " ".join(process.cmdline())
    except psutil.Error:
        return f"{name} (process {pid})"
    if len(command) > _COMMAND_LENGTH:
        command = command[: _COMMAND_LENGTH - 1] + "…"
    return f"{name} (process {pid}: {command})"
