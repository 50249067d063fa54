"""The other end of every output, in a process of its own."""

from __future__ import annotations

import selectors
import signal
import socket
from contextlib import ExitStack
from multiprocessing.connection import Connection

import zmq

from koekata.receive import Listener
from koekata.stream import ROOT

__all__ = ["listen_to_everything"]

_LONGEST_DATAGRAM = 65536
_LOOK_EVERY_S = 0.02


def listen_to_everything(udp_ports: int, pipe: Connection) -> None:
    """Body of the process. Sends the UDP ports it took; is told the ZeroMQ address; counts until it is asked.

    One of its two ZeroMQ listeners never reads.
    """
    # Ctrl-C reaches the whole group of processes; the one that measures ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ExitStack() as stack:
        sockets = [stack.enter_context(_udp_socket()) for _ in range(udp_ports)]
        pipe.send([each.getsockname()[1] for each in sockets])
        address: str = pipe.recv()
        listener = stack.enter_context(Listener(address))
        stack.enter_context(_stalled(stack, address))
        while listener.status is None:
            listener.receive(_LOOK_EVERY_S)
        pipe.send("listening")
        pipe.send(_count(listener, sockets, pipe))


def _udp_socket() -> socket.socket:
    opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    opened.setblocking(False)
    opened.bind(("127.0.0.1", 0))
    return opened


def _stalled(stack: ExitStack, address: str) -> zmq.Socket[bytes]:
    context = stack.enter_context(zmq.Context())
    subscriber = context.socket(zmq.SUB)
    subscriber.setsockopt(zmq.LINGER, 0)
    subscriber.setsockopt(zmq.SUBSCRIBE, ROOT)
    subscriber.connect(address)
    return subscriber


def _count(listener: Listener, sockets: list[socket.socket], pipe: Connection) -> dict[str, int]:
    """Receive until the other process asks, then say how much came."""
    heard = {"zmq_frames": 0, "zmq_lost": 0, "datagrams": 0}
    with selectors.DefaultSelector() as selector:
        for each in sockets:
            selector.register(each, selectors.EVENT_READ)
        while not pipe.poll():
            face = listener.receive(_LOOK_EVERY_S)
            while face is not None:
                heard["zmq_frames"] += 1
                face = listener.receive(0.0)
            heard["datagrams"] += sum(_drain(key.fileobj) for key, _ in selector.select(0))
    heard["zmq_lost"] = listener.stats.lost
    return heard


def _drain(opened: object) -> int:
    assert isinstance(opened, socket.socket)
    count = 0
    try:
        while opened.recv(_LONGEST_DATAGRAM):
            count += 1
    except BlockingIOError:
        pass
    return count
