"""Hands pictures and events from the reader thread to the consumer, in order."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace

from koekata.capture.pictures import Picture
from koekata.frames import FrameTime, SourceEvent

__all__ = ["Delivery", "Mailbox"]

_LOOK_AGAIN_S = 0.5
"""A waiting consumer wakes this often, so that Ctrl-C also works where a lock cannot be interrupted (Windows)."""


@dataclass(frozen=True, slots=True, eq=False)
class Delivery:
    """A picture with its time, not yet turned to RGB."""

    picture: Picture
    time: FrameTime
    skipped: int
    """Pictures before this one that nobody received."""


class Mailbox:
    """Newest-only for live sources: a picture that is not fetched in time gives way to the next one and is counted.

    Otherwise every picture waits for its turn, and the reader waits while `capacity` of them are unread.
    """

    def __init__(self, *, newest_only: bool, capacity: int = 4) -> None:
        self._newest_only = newest_only
        self._capacity = capacity
        self._items: deque[Delivery | SourceEvent | BaseException] = deque()
        # Reentrant, so that `close` may be called by a signal handler that interrupted `take`.
        self._condition = threading.Condition(threading.RLock())
        self._finished = False
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether the consumer wants no more."""
        return self._closed

    def put(self, item: Delivery | SourceEvent | BaseException) -> None:
        """Hand an item over. Errors are raised in the consumer when their turn comes."""
        with self._condition:
            if isinstance(item, Delivery):
                item = self._make_room(item)
            self._items.append(item)
            self._condition.notify_all()

    def _make_room(self, item: Delivery) -> Delivery:
        if not self._newest_only:
            self._condition.wait_for(lambda: self._closed or len(self._items) < self._capacity)
        elif self._items and isinstance(self._items[-1], Delivery):
            missed = self._items.pop()
            assert isinstance(missed, Delivery)
            return replace(item, skipped=item.skipped + missed.skipped + 1)
        return item

    def take(self) -> Delivery | SourceEvent | None:
        """Wait for the next item; None when there will be no more. Raises what the reader raised."""
        with self._condition:
            while not (self._items or self._finished or self._closed):
                self._condition.wait(_LOOK_AGAIN_S)
            if self._closed or not self._items:
                return None
            item = self._items.popleft()
            self._condition.notify_all()
        if isinstance(item, BaseException):
            raise item
        return item

    def sleep(self, seconds: float) -> bool:
        """Pause the reader. Returns False at once when the consumer closes meanwhile."""
        with self._condition:
            return not self._condition.wait_for(lambda: self._closed, max(0.0, seconds))

    def finish(self) -> None:
        """The reader has nothing more to say."""
        with self._condition:
            self._finished = True
            self._condition.notify_all()

    def close(self) -> None:
        """The consumer wants no more: both sides stop waiting."""
        self._closed = True
        with self._condition:
            self._items.clear()
            self._condition.notify_all()
