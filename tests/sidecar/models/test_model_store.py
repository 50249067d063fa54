"""Model files arrive whole and checked, or not at all."""

from __future__ import annotations

import dataclasses
import hashlib
import http.server
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from koekata import models
from koekata.errors import ModelError
from koekata.models import ModelEntry

CONTENT = bytes(range(256)) * 2000


class Server(http.server.ThreadingHTTPServer):
    """A real web server on this machine, with a few bad habits to choose from."""

    habit = "good"
    requests = 0


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.requests += 1
        if self.server.habit == "missing":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(self._body())

    def _body(self) -> bytes:
        bodies = {"breaks off": CONTENT[: len(CONTENT) // 2], "wrong": CONTENT[::-1]}
        return bodies.get(self.server.habit, CONTENT)

    def log_message(self, *arguments: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def table_for(port: int, **changes: object) -> Mapping[str, ModelEntry]:
    fields = {
        "name": "tiny", "title": "Tiny", "file": "tiny.task", "url": f"http://127.0.0.1:{port}/tiny.task",
        "sha256": hashlib.sha256(CONTENT).hexdigest(), "size": len(CONTENT), "licence": "MIT",
        "licence_url": "http://127.0.0.1/licence", "about_url": "http://127.0.0.1/about",
    }  # fmt: skip
    return {"tiny": ModelEntry(**{**fields, **changes})}  # type: ignore[arg-type]


def leftovers(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file()]


def test_a_download_is_stored_and_its_progress_told(server: Server, home: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = models.get("tiny", lambda done, total: steps.append((done, total)), table=table_for(server.server_port))
    assert path == home / "models" / "tiny.task"
    assert path.read_bytes() == CONTENT
    assert steps[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert leftovers(home) == ["tiny.task"]


def test_an_intact_file_is_not_fetched_again(server: Server, home: Path) -> None:
    table = table_for(server.server_port)
    assert models.get("tiny", table=table) == models.get("tiny", table=table)
    assert server.requests == 1
    assert leftovers(home) == ["tiny.task"]


def test_a_damaged_file_is_replaced(server: Server, home: Path) -> None:
    table = table_for(server.server_port)
    models.get("tiny", table=table).write_bytes(CONTENT[:-1] + b"x")
    assert models.get("tiny", table=table).read_bytes() == CONTENT
    assert home.is_dir()


@pytest.mark.parametrize(
    ("habit", "reason"),
    [("wrong", "checksum"), ("breaks off", "ended after|broke off"), ("missing", "404")],
)
def test_a_bad_transfer_leaves_nothing_behind(server: Server, home: Path, habit: str, reason: str) -> None:
    server.habit = habit
    with pytest.raises(ModelError, match=reason) as caught:
        models.get("tiny", table=table_for(server.server_port))
    assert caught.value.remedy
    assert leftovers(home) == []


def test_a_file_larger_than_announced_is_cut_short(server: Server, home: Path) -> None:
    with pytest.raises(ModelError, match="larger than"):
        models.get("tiny", table=table_for(server.server_port, size=1000))
    assert leftovers(home) == []


def test_a_failed_download_keeps_the_file_that_was_there(server: Server, home: Path) -> None:
    server.habit = "wrong"
    old = home / "models" / "tiny.task"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"older release")
    with pytest.raises(ModelError):
        models.get("tiny", table=table_for(server.server_port))
    assert old.read_bytes() == b"older release"


def test_without_a_connection_the_way_round_is_named(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ModelError, match="no connection") as caught:
        models.get("tiny", table=table_for(port))
    assert "koekata models import tiny" in caught.value.remedy
    assert leftovers(home) == []


def test_only_web_addresses_are_opened(home: Path) -> None:
    with pytest.raises(ModelError, match="not a web address"):
        models.get("tiny", table=table_for(1, url=Path(__file__).as_uri()))
    assert leftovers(home) == []


def test_a_folder_that_cannot_be_made_is_named(server: Server, home: Path) -> None:
    home.write_text("a file stands where the folder should be")
    with pytest.raises(ModelError, match="cannot be stored") as caught:
        models.get("tiny", table=table_for(server.server_port))
    assert "KOEKATA_HOME" in caught.value.remedy


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_without_write_permission_is_named(server: Server, home: Path) -> None:
    home.mkdir(mode=0o500)
    with pytest.raises(ModelError, match="cannot be stored"):
        models.get("tiny", table=table_for(server.server_port))


@pytest.mark.skipif(os.name == "nt", reason="limits of file sizes are a Unix matter")
def test_a_full_disk_is_named_and_nothing_stays(tmp_path: Path) -> None:
    source = tmp_path / "tiny.task"
    source.write_bytes(CONTENT)
    fields = dataclasses.asdict(table_for(1)["tiny"])
    del fields["name"]
    (tmp_path / "catalogue.json").write_text(json.dumps({"tiny": fields}))
    # A limit on file sizes makes the system refuse a write half-way, as a full disk does.
    code = """
import pathlib, resource, sys
from koekata import models
from koekata.errors import ModelError
folder = pathlib.Path(sys.argv[1])
table = models.read_catalogue(folder / "catalogue.json")
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    models.import_file("tiny", folder / "tiny.task", table=table)
except ModelError as error:
    sys.exit(0 if "cannot be stored" in str(error) else str(error))
sys.exit("it was stored")
"""
    environment = {**os.environ, "KOEKATA_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert leftovers(tmp_path / "home") == []


def test_an_imported_file_is_checked_and_copied(tmp_path: Path, home: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(CONTENT)
    bad.write_bytes(CONTENT[::-1])
    table = table_for(1)
    with pytest.raises(ModelError, match="checksum"):
        models.import_file("tiny", bad, table=table)
    assert leftovers(home) == []
    assert models.import_file("tiny", good, table=table).read_bytes() == CONTENT
    assert good.is_file()


def test_a_missing_file_to_import_is_named(tmp_path: Path, home: Path) -> None:
    with pytest.raises(ModelError, match=r"nothing.task: cannot be read"):
        models.import_file("tiny", tmp_path / "nothing.task", table=table_for(1))
    assert not home.exists()


def test_an_unknown_name_gets_a_suggestion() -> None:
    with pytest.raises(ModelError) as caught:
        models.model_path("face-landmarkr")
    assert "face-landmarker" in caught.value.remedy


def test_without_koekata_home_files_go_to_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("KOEKATA_HOME", raising=False)
    assert models.model_path("face-landmarker").is_relative_to(platformdirs.user_data_dir())


def test_a_damaged_catalogue_is_named(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    path.write_text('{"tiny": {"title": "no more"}}')
    with pytest.raises(ModelError, match=r"catalogue.json: cannot be read"):
        models.read_catalogue(path)


@pytest.mark.shared
def test_the_catalogue_describes_the_published_face_landmarker(shared_dir: Path) -> None:
    entry = models.entry("face-landmarker")
    assert models.is_intact(shared_dir / "models" / entry.file, entry)
    assert entry.url.startswith("https://storage.googleapis.com/mediapipe-models/")
    assert entry.licence == "Apache-2.0"
