"""Keeps the start-up chatter of TensorFlow Lite and MediaPipe off the terminal, and nothing else.

Both write to the process's standard error from C++ threads, past Python and without a switch. While a network starts,
standard error goes to a temporary file; whatever is not known chatter is written out afterwards.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from typing import IO

__all__ = ["without_chatter"]

_CHATTER = re.compile(
    rb"Created TensorFlow Lite XNNPACK delegate"
    rb"|All log messages before absl::InitializeLog|Logging before InitGoogle"
    rb"|^[IW]\d{4} .*\.cc:\d+\]"
    rb"|^INFO: "
)
"""Informational lines and warnings of the C++ log (`I0102 ...`, `W0102 ...`); errors and fatal lines stay."""


@contextlib.contextmanager
def without_chatter() -> Iterator[None]:
    """Hold standard error back and pass on what is not chatter. Does nothing where there is no standard error."""
    try:
        terminal = os.dup(2)
    except OSError:
        yield
        return
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(terminal, 2)
            _pass_on(held, terminal)
            os.close(terminal)


def _pass_on(held: IO[bytes], terminal: int) -> None:
    held.seek(0)
    for line in held:
        if not _CHATTER.search(line):
            os.write(terminal, line)
