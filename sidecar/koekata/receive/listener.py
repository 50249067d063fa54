"""A listener: connects to a sidecar and hands out its faces. It never dies of a message, and says what it refused."""

from __future__ import annotations

import ipaddress
import logging
import time
from collections.abc import Iterator
from types import TracebackType

import zmq

from koekata.errors import ConfigError, StreamError
from koekata.frames import SolvedFace
from koekata.keys import understand
from koekata.receive.assemble import Assembler
from koekata.receive.decode import check_topic, decode
from koekata.receive.messages import FrameMessage, LayoutMessage, Message, StatusMessage, UnknownMessage
from koekata.receive.stats import StatsCounter, StreamStats
from koekata.stream import DEFAULT_ADDRESS, MAX_PAYLOAD, ROOT

__all__ = ["Listener"]

_log = logging.getLogger(__name__)

_QUEUE = 256
_NS_PER_MS = 1e6


class Listener:
    """Listens to one sidecar, which may be started later, stopped, and started again.

    Use it as a context manager; iterate over it for every face, or call `receive`. Not safe for several threads.
    """

    def __init__(self, address: str = DEFAULT_ADDRESS, performer: int | None = None, keys: str = "") -> None:
        """`address` is `tcp://host:port` or `host:port`; `performer` keeps only one.

        `keys` is a folder of `koekata keys`, for a sidecar that encrypts. Raises StreamError, or ConfigError for keys.
        """
        self.address = address if "://" in address else f"tcp://{address}"
        self.performer = performer
        self.status: StatusMessage | None = None
        self.producer = ""
        self.face_model = ""
        """Name and edition that the weights were fitted with; empty until a layout says so."""
        self._own_clock = _is_loopback(self.address)
        self._stats = StatsCounter()
        self._assembler = Assembler(self._stats)
        self._complained: set[str] = set()
        self._context = zmq.Context()
        self._socket = self._connect(keys)

    @property
    def stats(self) -> StreamStats:
        """The figures now."""
        return self._stats.snapshot()

    def receive(self, timeout_s: float | None = None) -> SolvedFace | None:
        """The next face; None when none came in time. Without a timeout, waits for ever."""
        end = None if timeout_s is None else time.monotonic() + timeout_s
        patience = _QUEUE
        while patience:
            parts = self._next(end)
            if parts is None:
                return None
            face = self._take(parts)
            if face is not None:
                return face
            # A flood of messages without a face must not hold the caller for ever.
            patience -= end is not None and time.monotonic() >= end
        return None

    def newest(self) -> SolvedFace | None:
        """The newest face that has arrived, without waiting; older ones are left behind. None when there is none."""
        newest = None
        for _ in range(_QUEUE):
            face = self.receive(0.0)
            if face is None:
                break
            newest = face
        return newest

    def close(self) -> None:
        """Free the socket; safe to call twice."""
        self._context.destroy(linger=0)

    def __iter__(self) -> Iterator[SolvedFace]:
        while True:
            face = self.receive()
            if face is not None:
                yield face

    def __enter__(self) -> Listener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _connect(self, keys: str) -> zmq.Socket[bytes]:
        subscriber = self._context.socket(zmq.SUB)
        subscriber.setsockopt(zmq.IPV6, 1)
        subscriber.setsockopt(zmq.RCVHWM, _QUEUE)
        subscriber.setsockopt(zmq.RCVBUF, MAX_PAYLOAD)
        subscriber.setsockopt(zmq.MAXMSGSIZE, 16 * MAX_PAYLOAD)
        subscriber.setsockopt(zmq.RECONNECT_IVL_MAX, 1000)
        # All versions, so that a sender of another one is refused aloud instead of not being heard.
        subscriber.setsockopt(zmq.SUBSCRIBE, ROOT)
        try:
            understand(subscriber, keys)
            subscriber.connect(self.address)
        except ConfigError:
            self._context.destroy(linger=0)
            raise
        except zmq.ZMQError as error:
            self._context.destroy(linger=0)
            raise StreamError(
                f"'{self.address}' is no address to listen to: {error.strerror}",
                code="address",
                remedy=f"Write it as the sidecar shows it, such as {DEFAULT_ADDRESS}.",
            ) from error
        return subscriber

    def _next(self, end: float | None) -> list[bytes] | None:
        """The parts of the next message, or None at the end."""
        wait_ms = None if end is None else max(0, round((end - time.monotonic()) * 1000))
        if not self._socket.poll(wait_ms, zmq.POLLIN):
            return None
        return self._socket.recv_multipart()

    def _take(self, parts: list[bytes]) -> SolvedFace | None:
        received_ns = time.monotonic_ns()
        try:
            message = _message(parts)
        except StreamError as error:
            self._refuse(error)
            return None
        if isinstance(message, UnknownMessage):
            return None
        self._assembler.follow(message.session)
        if isinstance(message, StatusMessage):
            self.status = message
            return None
        return self._of_performer(message, received_ns)

    def _of_performer(self, message: LayoutMessage | FrameMessage, received_ns: int) -> SolvedFace | None:
        if self.performer is not None and message.performer != self.performer:
            return None
        if isinstance(message, LayoutMessage):
            self.producer, self.face_model = message.producer, message.face_model
            self._assembler.learn(message)
            return None
        face = self._assembler.face(message)
        if face is not None:
            self._count(message, received_ns)
        return face

    def _count(self, message: FrameMessage, received_ns: int) -> None:
        if not self._own_clock:
            self._stats.count_frame(None)
            return
        captured = (received_ns - message.monotonic_ns) / _NS_PER_MS
        self._stats.count_frame(captured, (received_ns - message.sent_ns) / _NS_PER_MS)

    def _refuse(self, error: StreamError) -> None:
        self._stats.bad[error.code] += 1
        if error.code not in self._complained:
            self._complained.add(error.code)
            _log.warning("%s: a message is dropped: %s Further ones are only counted.", self.address, error)


def _message(parts: list[bytes]) -> Message:
    if len(parts) != 2:
        raise StreamError(f"a message has {len(parts)} parts instead of 2.", code="parts")
    topic, payload = parts
    message = decode(payload)
    check_topic(topic, message)
    return message


def _is_loopback(address: str) -> bool:
    if not address.startswith("tcp://"):
        return True  # ipc and inproc stay on the machine
    host = address.removeprefix("tcp://").rpartition(":")[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
