"""ZeroMQ with msgpack, as `mappings/STREAM.md` describes it.

A frame leaves from the caller's own thread, since a hand-over to another one would add its wake-up to every frame. A
second thread only sleeps until a listener subscribes or a second is over, and then repeats layouts and status. The
two share the socket under one lock, which ZeroMQ allows: a lock is the memory barrier that it asks for.
"""

from __future__ import annotations

import logging
import selectors
import socket
import threading
import time

import zmq

from koekata.config import ZmqConfig
from koekata.errors import PublishError
from koekata.frames import SolvedFace, SourceEvent
from koekata.keys import protect
from koekata.publish.address import port_in_use, resolve, shown
from koekata.publish.output import OutputCounts
from koekata.publish.wire import Messages
from koekata.stream import STATUS_TOPIC, performer_topic

__all__ = ["ZmqOutput"]

_log = logging.getLogger(__name__)

_REPEAT_S = 1.0
_QUEUE = 64
"""Messages kept for a listener that does not read: a second at 60 frames per second."""
_SEND_BUFFER = 65536
_LONGEST_SUBSCRIPTION = 1024
_LINGER_MS = 200


class ZmqOutput:
    """A publishing socket. `send` never waits: what a slow listener does not fetch in time is dropped for it alone."""

    name = "zmq"

    def __init__(self, config: ZmqConfig, face_model: str = "") -> None:
        """`face_model` is the name and edition that listeners are told.

        Raises PortInUseError, PublishError when the address is none of this machine, ConfigError for missing keys.
        """
        self._lock = threading.Lock()
        self._messages = Messages(face_model=face_model)
        self._closing = False
        self._context = zmq.Context()
        self.counts = OutputCounts()
        try:
            self._socket, self.address = _bind(self._context, config)
        except BaseException:
            self._context.destroy(linger=0)
            raise
        self._waker, self._wake = socket.socketpair()
        self._helper = threading.Thread(target=self._repeat, name="koekata-zmq", daemon=True)
        self._helper.start()

    @property
    def session(self) -> str:
        """The id of this session in every message."""
        return self._messages.session

    def send(self, face: SolvedFace) -> None:
        """Send one frame, and before it whatever a new listener needs."""
        topic = performer_topic(face.performer)
        with self._lock:
            if self._closing:
                return
            self._answer()
            if self._messages.needs_layout(face):
                self._put(topic, self._messages.layout(face.performer))
            if self._put(topic, self._messages.frame(face, time.monotonic_ns())):
                self.counts.sent += 1
            else:
                self.counts.failed += 1

    def event(self, event: SourceEvent) -> None:
        """Send the new state of the source."""
        with self._lock:
            if not self._closing:
                self._messages.change_state(event)
                self._put(STATUS_TOPIC, self._messages.status())

    def close(self) -> None:
        """Give the last messages a moment to leave, and free the port."""
        with self._lock:
            if self._closing:
                return
            self._closing = True
        self._waker.send(b"\0")
        self._helper.join()
        self._waker.close()
        self._wake.close()
        self._socket.close(linger=_LINGER_MS)
        self._context.term()

    def _repeat(self) -> None:
        due = time.monotonic() + _REPEAT_S
        with selectors.DefaultSelector() as selector:
            selector.register(int(self._socket.getsockopt(zmq.FD)), selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while True:
                selector.select(max(0.0, due - time.monotonic()))
                with self._lock:
                    if self._closing:
                        return
                    self._answer()
                    if time.monotonic() >= due:
                        self._announce(b"")
                        due = time.monotonic() + _REPEAT_S

    def _answer(self) -> None:
        """Announce to every subscription that came in. Also empties the socket's signal, so that the helper sleeps."""
        while True:
            try:
                request = self._socket.recv(zmq.NOBLOCK)
            except zmq.Again:
                return
            if request[:1] == b"\1":
                self._announce(request[1:])

    def _announce(self, prefix: bytes) -> None:
        for topic, payload in self._messages.announcements(prefix):
            self._put(topic, payload)

    def _put(self, topic: bytes, payload: bytes) -> bool:
        try:
            self._socket.send_multipart((topic, payload), zmq.NOBLOCK)
        except zmq.ZMQError as error:
            if self.counts.failed == 0:
                _log.warning("zmq: cannot send: %s. Sending goes on.", error)
            return False
        return True


def _bind(context: zmq.Context[zmq.Socket[bytes]], config: ZmqConfig) -> tuple[zmq.Socket[bytes], str]:
    family, address = resolve(config.host, config.port, socket.SOCK_STREAM)
    publisher = context.socket(zmq.XPUB)
    publisher.setsockopt(zmq.XPUB_VERBOSE, 1)
    publisher.setsockopt(zmq.IPV6, int(family == socket.AF_INET6))
    publisher.setsockopt(zmq.SNDHWM, _QUEUE)
    publisher.setsockopt(zmq.SNDBUF, _SEND_BUFFER)
    publisher.setsockopt(zmq.MAXMSGSIZE, _LONGEST_SUBSCRIPTION)
    protect(publisher, config.keys)
    endpoint = shown("tcp", str(address[0]), config.port)
    try:
        publisher.bind(endpoint if config.port else endpoint[:-1] + "*")
    except zmq.ZMQError as error:
        raise _bind_error(error, config, endpoint) from error
    bound = publisher.getsockopt_string(zmq.LAST_ENDPOINT) if not config.port else endpoint
    return publisher, bound.rstrip("\0")


def _bind_error(error: zmq.ZMQError, config: ZmqConfig, endpoint: str) -> PublishError:
    if error.errno == zmq.Errno.EADDRINUSE:
        return port_in_use(config.port, "`port` in [outputs.zmq]; 0 takes any free one")
    return PublishError(
        f"zmq: cannot listen on {endpoint}: {error.strerror}",
        remedy="Write an address of this machine for `host` in [outputs.zmq]: 127.0.0.1 for this machine alone, "
        "0.0.0.0 for the network; ports below 1024 need special rights.",
    )
