"""Files of Koekata's own that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["whole_file"]


@contextmanager
def whole_file(path: Path, older: Path | None = None) -> Iterator[BinaryIO]:
    """Write beside the target and take its name at the end; an error on the way leaves what was there, and no trace.

    `older` is the name that what was there goes on with; without it, it is replaced. Makes the folder. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        if older is not None and path.exists():
            path.replace(older)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
