"""Runs the console script as people do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from koekata.cli import app
from koekata.commands._sample import sample_clip

Koekata = Callable[..., subprocess.CompletedProcess[str]]
Start = Callable[..., subprocess.Popen[str]]

_SCRIPT = [sys.executable, "-c", "from koekata.cli import main; main()"]


@pytest.fixture(scope="session")
def clip() -> Path:
    return sample_clip()


@pytest.fixture(scope="session")
def short_clip(tmp_path_factory) -> Path:
    """The first second of the sample performance: its packets, copied."""
    import av

    path = tmp_path_factory.mktemp("clip") / "short.mp4"
    with av.open(str(sample_clip())) as source, av.open(str(path), "w") as out:
        stream = source.streams.video[0]
        copied = out.add_stream_from_template(stream)
        for number, packet in enumerate(packet for packet in source.demux(stream) if packet.size):
            if number == 30:
                break
            packet.stream = copied
            out.mux(packet)
    return path


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return {**os.environ, "KOEKATA_HOME": str(tmp_path / "home"), "COLUMNS": "200", "OMP_NUM_THREADS": "1"}


@pytest.fixture
def koekata(tmp_path, environment) -> Koekata:
    """Run a command in an empty folder, without a terminal."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*_SCRIPT, *map(str, arguments)],
            cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture
def start(tmp_path, environment) -> Iterator[Start]:
    """Start a command beside the test; whatever still runs at the end is killed."""
    running: list[subprocess.Popen[str]] = []

    def run(*arguments: str | Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*_SCRIPT, *map(str, arguments)],
            cwd=tmp_path, env={**environment, "PYTHONUNBUFFERED": "1"}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def invoke(tmp_path, monkeypatch):
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "home"))
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])
