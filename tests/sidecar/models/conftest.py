"""Small models in FLAME's layout, and a publisher's server on this machine."""

from __future__ import annotations

import http.server
import io
import pickle
import threading
import urllib.parse
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.models import faces

USER, PASSWORD = "mika@example.org", "correct horse & battery=staple"
LOGIN_PAGE = b"<!DOCTYPE html><html><body><form>Please log in</form></body></html>"


def flame_arrays(seed: int = 1) -> dict[str, Any]:
    """A random model of FLAME's layout with 60 vertices, 4 identity and 3 expression modes."""
    random = np.random.default_rng(seed)
    weights = random.random((60, 5)) + 0.1
    regressor = random.random((5, 60))
    return {
        "v_template": random.normal(size=(60, 3)) * 0.1,
        "f": random.integers(0, 60, (116, 3)).astype(np.uint32),
        "shapedirs": random.normal(size=(60, 3, 4)) * 0.003,
        "exprdirs": random.normal(size=(60, 3, 3)) * 0.003,
        "posedirs": np.zeros((60, 3, 36)),
        "J_regressor": regressor / regressor.sum(axis=1, keepdims=True),
        "kintree_table": np.array([[-1, 0, 1, 1, 1], [0, 1, 2, 3, 4]]),
        "weights": weights / weights.sum(axis=1, keepdims=True),
    }


def official_arrays() -> dict[str, Any]:
    """As many numbers as FLAME has, most of them zero."""
    weights = np.zeros((5023, 5), np.float32)
    weights[:, 1] = 1.0
    regressor = np.zeros((5, 5023), np.float32)
    regressor[:, 0] = 1.0
    shape, expression = np.zeros((5023, 3, 300), np.float32), np.zeros((5023, 3, 100), np.float32)
    shape[0], expression[0] = 0.001, 0.001
    return {
        "v_template": np.ones((5023, 3), np.float32),
        "f": np.zeros((9976, 3), np.uint32),
        "shapedirs": shape,
        "exprdirs": expression,
        "posedirs": np.zeros((5023, 3, 36), np.float32),
        "J_regressor": regressor,
        "kintree_table": np.array([[-1, 0, 1, 1, 1], [0, 1, 2, 3, 4]]),
        "weights": weights,
    }


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


class Publisher(http.server.ThreadingHTTPServer):
    """A real web server that gives an archive to those who send the right form, as the publisher's does."""

    body = b""
    habit = "good"
    asked: list[tuple[str, str, str]]
    """Method, path and body of each request."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Publisher

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.server.asked.append(("POST", self.path, body))
        sent = urllib.parse.parse_qs(body)
        if self.server.habit == "forbidden":
            self.send_error(401)
        elif self.server.habit.startswith("redirect "):
            self.send_response(302)
            self.send_header("Location", self.server.habit.removeprefix("redirect "))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (sent.get("username"), sent.get("password")) != ([USER], [PASSWORD]):
            self._answer(LOGIN_PAGE, "text/html")
        else:
            self._answer(self.server.body, "application/zip")

    def do_GET(self) -> None:
        self.server.asked.append(("GET", self.path, ""))
        self._answer(self.server.body, "application/zip")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if self.server.habit != "no length":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if self.server.habit == "breaks off" else body)

    def log_message(self, *arguments: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher(("127.0.0.1", 0), _Handler) as running:
        running.asked = []
        running.body = zipped({"FLAME2023Open/flame2023_Open.pkl": pickle.dumps(flame_arrays())})
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def entry_at() -> Callable[[str], faces.FaceEntry]:
    """The catalogue's FLAME 2023 Open, as if it were published elsewhere."""

    def make(address: str) -> faces.FaceEntry:
        entry = faces.face_catalogue()["flame-2023-open"]
        assert entry.download is not None
        url = f"{address}/download.php?domain=flame&sfile=FLAME2023Open.zip&resume=1"
        return replace(entry, download=replace(entry.download, url=url))

    return make


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def registration() -> faces.Credentials:
    return faces.Credentials(USER, PASSWORD)


@pytest.fixture
def flame_file(tmp_path: Path) -> Path:
    """A small model that no edition is known for."""
    path = tmp_path / "head.npz"
    np.savez(path, **flame_arrays())
    return path


@pytest.fixture
def official_layout(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of FLAME's own counts, with extra entries."""

    def write(name: str, **extra: Any) -> Path:
        np.savez_compressed(tmp_path / name, **official_arrays(), **extra)
        return tmp_path / name

    return write


@pytest.fixture
def archive_of(tmp_path: Path) -> Callable[..., Path]:
    """Writes a ZIP archive from names and contents; `MODEL` stands for a small model's pickle."""

    def write(name: str, members: dict[str, bytes | None]) -> Path:
        model = pickle.dumps(flame_arrays())
        (tmp_path / name).write_bytes(zipped({k: model if v is None else v for k, v in members.items()}))
        return tmp_path / name

    return write


def leftovers(home: Path) -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


@pytest.fixture
def left_in() -> Callable[[Path], list[str]]:
    return leftovers
