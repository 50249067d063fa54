"""Reads a medium on a thread of its own: counts, stamps and paces pictures, loops files, brings lost sources back."""

from __future__ import annotations

import time
from dataclasses import dataclass

from koekata.capture.mailbox import Delivery, Mailbox
from koekata.capture.pictures import Damage, Medium, Opener, Picture
from koekata.errors import CaptureError, SourceLostError, SourceUnreadableError
from koekata.frames import FrameTime, SourceEvent

__all__ = ["Reader", "ReadingPlan"]

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 8.0
_LATE_S = 1.0
"""Playback that is later than this (a suspended machine) goes on from here instead of racing to catch up."""


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """How a source is to be read."""

    live: bool
    loop: bool = False
    reconnect: bool = True


class Reader:
    """The body of the reader thread. Owns the medium from `run` on."""

    def __init__(self, medium: Medium, reopen: Opener, mailbox: Mailbox, plan: ReadingPlan) -> None:
        self._medium = medium
        self._reopen = reopen
        self._mailbox = mailbox
        self._plan = plan
        self._sequence = 0
        self._delivered = 0
        self._skipped = 0
        self._damaged = 0
        self._offset_s = 0.0
        self._start_ns: int | None = None
        self._last: FrameTime | None = None

    def run(self) -> None:
        """Read until the end, a fault that cannot be mended, or until the consumer closes."""
        try:
            self._tell("running", self._medium.description)
            while not self._mailbox.closed and self._read_once():
                pass
        except BaseException as error:
            self._mailbox.put(error)
        finally:
            self._medium.close()
            self._mailbox.finish()

    def interrupt(self) -> None:
        """Ask the medium to stop waiting. May be called from any thread."""
        self._medium.interrupt()

    def _read_once(self) -> bool:
        """Read the medium to its end. Returns whether there is more to come."""
        before = self._delivered
        for picture in self._medium.pictures():
            if self._mailbox.closed:
                return False
            self._count(picture)
        if self._mailbox.closed:
            return False
        if self._plan.live and self._medium.recoverable:
            return self._recover()
        if self._delivered == before:
            raise self._nothing_decodable()
        return self._end()

    def _count(self, picture: Picture | Damage) -> None:
        self._sequence += 1
        if isinstance(picture, Damage):
            self._skipped += 1
            self._damaged += 1
            return
        self._last = self._stamp(picture)
        self._mailbox.put(Delivery(picture, self._last, self._skipped))
        self._delivered += 1
        self._skipped = 0

    def _stamp(self, picture: Picture) -> FrameTime:
        now = time.monotonic_ns()
        if picture.timeline_s is None:
            self._start_ns = now if self._start_ns is None else self._start_ns
            timeline_s = (now - self._start_ns) / 1e9
        else:
            timeline_s = picture.timeline_s + self._offset_s
            self._wait_until_due(timeline_s, now)
        return FrameTime(self._sequence, timeline_s, time.monotonic_ns(), time.time_ns(), picture.timecode)

    def _wait_until_due(self, timeline_s: float, now: int) -> None:
        if not (self._plan.live and self._medium.recorded):
            return
        due = None if self._start_ns is None else self._start_ns + round(timeline_s * 1e9)
        if due is None or now - due > _LATE_S * 1e9:
            self._start_ns = now - round(timeline_s * 1e9)
        else:
            self._mailbox.sleep((due - now) / 1e9)

    def _end(self) -> bool:
        detail = self._how_it_ended()
        if not (self._plan.live and self._plan.loop and self._medium.recorded):
            self._tell("ended", detail)
            return False
        if self._medium.shortfall:
            self._tell("running", f"{detail}; starts again from the beginning")
        if self._last is not None:
            self._offset_s = self._last.timeline_s + 1.0 / (self._medium.fps or 30.0)
        self._medium.close()
        self._medium = self._reopen()
        return True

    def _how_it_ended(self) -> str:
        name = self._medium.description
        damage = f"; {self._damaged} of the pictures could not be decoded" if self._damaged else ""
        if self._medium.shortfall:
            return f"{name}: truncated after {self._delivered} frames ({self._medium.shortfall}){damage}"
        return f"{name}: end after {self._delivered} frames{damage}"

    def _nothing_decodable(self) -> SourceUnreadableError:
        why = self._medium.shortfall or (
            f"{self._damaged} damaged pictures" if self._damaged else "it holds no pictures"
        )
        return SourceUnreadableError(
            f"{self._medium.description}: not one picture could be decoded ({why})",
            remedy="Copy the file again or export it anew; if it plays elsewhere, convert it to H.264 in MP4.",
        )

    def _recover(self) -> bool:
        """Tell that the source is lost and open it again, with growing pauses, until it is back."""
        detail = f"{self._medium.description}: {self._medium.shortfall or 'it stopped delivering pictures'}"
        if not self._plan.reconnect:
            raise SourceLostError(detail, remedy="Check the cable or the sender, or allow `capture.reconnect`.")
        self._tell("lost", detail)
        self._medium.close()
        pause_s, why = FIRST_PAUSE_S, ""
        while True:
            self._tell("reconnecting", f"next attempt in {pause_s:g} s{why}")
            if not self._mailbox.sleep(pause_s):
                return False
            try:
                self._medium = self._reopen()
            except CaptureError as error:
                pause_s, why = min(2 * pause_s, LONGEST_PAUSE_S), f" ({error.message})"
            else:
                self._tell("running", self._medium.description)
                return True

    def _tell(self, state: str, detail: str) -> None:
        self._mailbox.put(SourceEvent(state, detail, self._last))
