"""The source that a consumer iterates over."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import TracebackType

import numpy as np

from koekata.capture.mailbox import Delivery, Mailbox
from koekata.capture.pictures import Medium, Opener
from koekata.capture.reader import Reader, ReadingPlan
from koekata.frames import CapturedFrame, SourceEvent

__all__ = ["Source"]


class Source(Iterator["CapturedFrame | SourceEvent"]):
    """Pictures and events of one source, in order.

    Reading starts with the first `next`. Use it as a context manager: leaving it stops the reader thread and releases
    the device, also after Ctrl-C. Iterate from one thread; `close` may be called from any other, or from a signal
    handler.

    Raises SourceUnreadableError where nothing can be decoded, and SourceLostError where a live source stops and must
    not be tried again.
    """

    def __init__(self, medium: Medium, reopen: Opener, plan: ReadingPlan, *, mirrored: bool) -> None:
        self.description = medium.description
        """What it is, its size and rate, for people."""
        self.fps = medium.fps
        """Nominal pictures per second, where known."""
        self.frame_count = medium.frame_count
        """Number of pictures, where the source announces it."""
        self.live = plan.live
        """Whether pictures that come too fast are dropped (and counted)."""
        self._mirrored = mirrored
        self._medium = medium
        self._mailbox = Mailbox(newest_only=plan.live)
        self._reader = Reader(medium, reopen, self._mailbox, plan)
        self._thread: threading.Thread | None = None

    def __iter__(self) -> Source:
        return self

    def __next__(self) -> CapturedFrame | SourceEvent:
        try:
            self._start()
            item = self._mailbox.take()
        except BaseException:
            self._stop()
            raise
        if item is None:
            self._stop()
            raise StopIteration
        return self._finished_frame(item) if isinstance(item, Delivery) else item

    def _finished_frame(self, delivery: Delivery) -> CapturedFrame:
        image = delivery.picture.render()
        if self._mirrored:
            image = np.ascontiguousarray(image[:, ::-1])
        return CapturedFrame(image, delivery.time, delivery.skipped)

    def _start(self) -> None:
        if self._thread is None and not self._mailbox.closed:
            self._thread = threading.Thread(target=self._reader.run, name="koekata-capture", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the iteration soon. Returns at once; harmless when repeated."""
        self._mailbox.close()
        self._reader.interrupt()

    def _stop(self) -> None:
        """Close and wait until the reader thread is gone and the device released."""
        self.close()
        if self._thread is None:
            self._medium.close()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def __enter__(self) -> Source:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def __del__(self) -> None:
        if hasattr(self, "_reader"):
            self.close()
