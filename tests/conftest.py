"""What tests of every stage share."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

# As the command line does, before NumPy is loaded: small matrices are fastest on one thread.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A shell starts what it puts in the background with Ctrl-C ignored, and programs inherit that: undone, so that tests
# which press it prove the same there.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The development material beside the repository; tests that need it are skipped where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"the development material is not here ({folder.name}/ beside the repository)")
    return folder
