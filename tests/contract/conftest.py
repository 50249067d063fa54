"""What the tests of the stream in several languages share: the real sidecar, and the listener in C#."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from koekata.commands._sample import sample_clip

PROGRAM = Path(__file__).parents[2] / "build" / "csharp" / "koekata-listen.exe"
PATIENCE_S = 120.0
Json = dict[str, Any]
_SCRIPT = [sys.executable, "-c", "from koekata.cli import main; main()"]


@pytest.fixture
def free_port() -> Callable[..., int]:
    """Finds a port of this machine that nobody has."""

    def find(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
        with socket.socket(socket.AF_INET, kind) as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    return find


@pytest.fixture
def sidecar(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start sidecars that play the sample performance again and again."""
    running: list[subprocess.Popen[bytes]] = []
    home = {"KOEKATA_HOME": str(tmp_path / "home"), "OMP_NUM_THREADS": "1"}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [*_SCRIPT, "run", str(sample_clip()), "--loop", "--headless", *arguments]
        null = subprocess.DEVNULL
        running.append(
            subprocess.Popen(command, cwd=tmp_path, env={**os.environ, **home}, stdin=null, stdout=null, stderr=null)
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


class Heard:
    """What a listener in C# prints, line by line, as it comes."""

    def __init__(self, program: Path, *arguments: str) -> None:
        self.lines: list[Json] = []
        self.process = subprocess.Popen(["mono", str(program), *arguments], stdout=subprocess.PIPE, text=True)
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    @property
    def faces(self) -> list[Json]:
        """Frames so far."""
        return [line for line in self.lines if "sequence" in line]

    @property
    def summary(self) -> Json:
        """The counts at the end."""
        found: Json = next(line["summary"] for line in self.lines if "summary" in line)
        return found

    def wait_for(self, wanted: Callable[[], object]) -> None:
        """Until something holds."""
        deadline = time.monotonic() + PATIENCE_S
        while not wanted():
            assert time.monotonic() < deadline, self.lines[-3:]
            time.sleep(0.02)

    def end(self) -> None:
        """Wait for its own end, which must be a clean one."""
        assert self.process.wait(timeout=2 * PATIENCE_S) == 0
        self._thread.join()
        assert self.lines[-1] == {"closed": True}

    def close(self) -> None:
        """Kill it where it still runs."""
        self.process.kill()
        self.process.wait()
        self._thread.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def listener_in_csharp() -> Path:
    """The program, where it is built and can run."""
    if not PROGRAM.is_file() or not shutil.which("mono"):
        pytest.skip("the listener in C# is not built, or mono is missing: `make csharp`")
    return PROGRAM


@pytest.fixture
def listen_in_csharp(listener_in_csharp: Path) -> Iterator[Callable[..., Heard]]:
    """Start listeners in C#."""
    running: list[Heard] = []

    def start(kind: str, place: object, **options: object) -> Heard:
        words = [f"{name.replace('_', '-')}={value}" for name, value in options.items()]
        running.append(Heard(listener_in_csharp, kind, str(place), *words))
        return running[-1]

    yield start
    for heard in running:
        heard.close()


@pytest.fixture(params=["Own", "Library"])
def client(request: pytest.FixtureRequest) -> str:
    """What talks ZeroMQ's protocol in C#: the package itself, or libzmq."""
    return str(request.param)
