"""Standard input as a file that a second thread can unblock."""

from __future__ import annotations

import os
import select
import sys
import threading

__all__ = ["PipeReader"]


class PipeReader:
    """A file-like object over a file descriptor, which it does not close.

    `interrupt` makes a waiting `read` return the end of the file at once. Windows cannot wait for a pipe and a signal
    at the same time: there a waiting `read` ends with the next data.
    """

    name = "standard input"

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._wake_read, self._wake_write = os.pipe()
        self._stopped = False
        self._lock = threading.RLock()
        self._closed = False
        self._interrupted_by_user = False
        self.bytes_read = 0
        """How much has come so far."""

    def read(self, count: int) -> bytes:
        """At most `count` bytes as soon as there are any; empty at the end."""
        try:
            if self._stopped or not self._wait():
                return b""
            data = os.read(self._descriptor, count)
        except KeyboardInterrupt:
            # FFmpeg's callback would swallow it; `raise_interrupt` raises it once FFmpeg has returned.
            self._interrupted_by_user = self._stopped = True
            return b""
        self.bytes_read += len(data)
        return data

    def _wait(self) -> bool:
        if sys.platform == "win32":
            return True
        ready, _, _ = select.select([self._descriptor, self._wake_read], [], [])
        return self._wake_read not in ready

    def seekable(self) -> bool:
        """Whether a file, not a pipe, was redirected."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_CUR)
        except OSError:
            return False
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As for files."""
        return os.lseek(self._descriptor, offset, whence)

    def tell(self) -> int:
        """As for files."""
        return os.lseek(self._descriptor, 0, os.SEEK_CUR)

    def raise_interrupt(self) -> None:
        """Raise the KeyboardInterrupt that came while FFmpeg was reading."""
        if self._interrupted_by_user:
            raise KeyboardInterrupt

    def interrupt(self) -> None:
        """Let a waiting `read` return. May be called from any thread."""
        self._stopped = True
        with self._lock:
            if not self._closed:
                os.write(self._wake_write, b"x")

    def close(self) -> None:
        """Release the wake-up pipe. Harmless when repeated."""
        self._stopped = True
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._wake_read)
                os.close(self._wake_write)
