"""Files that appear whole or not at all, and errors of the file system told with their remedy."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from koekata.errors import TakeError

__all__ = ["PartialFile", "explained"]

_REMEDIES = {
    errno.ENOENT: "Make the folder first, or write to another one.",
    errno.ENOTDIR: "A part of the path is a file; write to another folder.",
    errno.EISDIR: "This is a folder; add a file name.",
    errno.EACCES: "Choose a folder that you may write to, or change its permissions.",
    errno.EPERM: "Choose a folder that you may write to, or change its permissions.",
    errno.EROFS: "The disk is read-only; write to another one.",
    errno.ENOSPC: "The disk is full: make room, or write to another one.",
    errno.EDQUOT: "Your quota is used up: make room, or write to another disk.",
    errno.EFBIG: "The file is larger than allowed here: write to another disk, or raise the limit.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}


@contextmanager
def explained(path: Path, doing: str, remedies: dict[int, str] = _REMEDIES) -> Iterator[None]:
    """Turn an OSError into a TakeError that says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise TakeError(f"{path}: cannot be {doing}: {reason}", remedy=remedies.get(error.errno or 0, "")) from error


class PartialFile:
    """Writes beside the target and takes its name only when it is complete.

    A file that was there under that name stays untouched until then. After a crash the part file remains: hidden,
    named after the target, ending in `.part`.
    """

    def __init__(self, target: Path) -> None:
        """Raises TakeError when the target cannot be written."""
        self.target = target
        self._path = target.with_name(f".{target.name}.{os.getpid()}.part")
        with explained(target, "written"):
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            self.file = self._path.open("w+b")

    def commit(self) -> None:
        """Make it durable and give it its name."""
        with explained(self.target, "written"):
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            self._path.replace(self.target)

    def discard(self) -> None:
        """Leave nothing behind. Closing may flush and so fail once more on a full disk, which changes nothing."""
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
