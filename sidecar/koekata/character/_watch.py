"""Looks for edits of a table beside the pictures: reading a large one takes longer than a picture lasts."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor

from koekata.mapping import TableFile

__all__ = ["TableWatch"]

_EVERY_S = 0.25


class TableWatch:
    """A thread that looks at a `TableFile` now and then. While it looks, nobody else may touch the file's evaluator."""

    def __init__(self, file: TableFile) -> None:
        self._file = file
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="koekata-mapping")
        self._look: Future[bool] | None = None
        self._ended_at = time.monotonic()

    def ended(self) -> bool:
        """True once after each look, when the file may be asked what came of it. Begins the next when due; never waits.

        Raises what looking raised.
        """
        if self._look is None:
            if time.monotonic() - self._ended_at >= _EVERY_S:
                self._look = self._worker.submit(self._file.poll)
            return False
        if not self._look.done():
            return False
        look, self._look = self._look, None
        self._ended_at = time.monotonic()
        look.result()
        return True

    def close(self) -> None:
        """Let the thread end."""
        self._worker.shutdown()
