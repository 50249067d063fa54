"""From the pipeline to the pages: the newest frame of each performer, and notes that must arrive, for each client.

A page says for each message that it took it. Until then at most a few are on their way, so that no queue grows in
between, neither here nor in a socket: a slow page shows fewer frames, and never old ones.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque

__all__ = ["WINDOW", "Client", "Hub", "TooSlowError"]

WINDOW = 3
"""Messages that may be on their way to a page."""
_MOST_NOTES = 256


class TooSlowError(Exception):
    """A page that takes no notes any more."""


class Client:
    """What waits for one page. Belongs to the event loop."""

    def __init__(self) -> None:
        self._frames: dict[int, bytes] = {}
        self._notes: deque[bytes] = deque()
        self._wake = asyncio.Event()
        self._under_way = 0
        self._given_up = False
        self.sent = 0
        self.skipped = 0
        """Frames that gave way to newer ones."""

    @property
    def waiting(self) -> int:
        """Messages that wait here: at most a frame for each performer, and notes."""
        return len(self._frames) + len(self._notes)

    def offer_frame(self, performer: int, message: bytes) -> None:
        """Put a frame in the place of the one that still waits."""
        self.skipped += performer in self._frames
        self._frames[performer] = message
        self._wake.set()

    def offer_note(self, message: bytes) -> None:
        """Add a message that must not be left out; a page that lets too many of them lie is given up."""
        self._given_up = self._given_up or len(self._notes) >= _MOST_NOTES
        if not self._given_up:
            self._notes.append(message)
        self._wake.set()

    def taken(self, count: int = 1) -> None:
        """The page took messages."""
        self._under_way = max(0, self._under_way - count)
        self._wake.set()

    async def next(self) -> bytes:
        """The next message, as soon as there is one and the page may have it. Raises TooSlowError."""
        while not (self._given_up or (self.waiting and self._under_way < WINDOW)):
            self._wake.clear()
            await self._wake.wait()
        if self._given_up:
            raise TooSlowError
        self._under_way += 1
        self.sent += 1
        if self._notes:
            return self._notes.popleft()
        return self._frames.pop(next(iter(self._frames)))


class Hub:
    """Takes frames and notes from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._frames: dict[int, bytes] = {}
        self._notes: list[bytes] = []
        self._woken = False
        self.clients: set[Client] = set()

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on, hand over in this loop."""
        self._loop = loop

    def detach(self) -> None:
        """The loop ends."""
        with self._lock:
            self._loop = None

    def post_frame(self, performer: int, message: bytes) -> None:
        """A frame for every page; newer ones take its place."""
        if self.clients:
            with self._lock:
                self._frames[performer] = message
                self._wake()

    def post_note(self, message: bytes) -> None:
        """A message that every page gets."""
        if self.clients:
            with self._lock:
                self._notes.append(message)
                self._wake()

    def _wake(self) -> None:
        if self._loop is not None and not self._woken:
            self._woken = True
            self._loop.call_soon_threadsafe(self._hand_over)

    def _hand_over(self) -> None:
        with self._lock:
            frames, self._frames = self._frames, {}
            notes, self._notes = self._notes, []
            self._woken = False
        for client in list(self.clients):
            for note in notes:
                client.offer_note(note)
            for performer, frame in frames.items():
                client.offer_frame(performer, frame)
