"""`koekata models` for face models, as people and scripts use it."""

from __future__ import annotations

import http.server
import io
import json
import os
import pickle
import select
import subprocess
import sys
import threading
import time
import urllib.parse
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import Result

Koekata = Callable[..., subprocess.CompletedProcess[str]]
Invoke = Callable[..., Result]

PASSWORD = "swordfish-93"
# The command line with a catalogue whose publisher is on this machine.
WITH_PUBLISHER = """
import sys
from pathlib import Path
from koekata.models import faces
table = faces.read_face_catalogue(Path(sys.argv.pop(1)))
faces.face_catalogue = lambda: table
from koekata.cli import main
main()
"""


def arrays() -> dict[str, np.ndarray]:
    random = np.random.default_rng(1)
    weights, regressor = random.random((60, 5)) + 0.1, random.random((5, 60))
    return {
        "v_template": random.normal(size=(60, 3)) * 0.1,
        "f": random.integers(0, 60, (116, 3)),
        "shapedirs": random.normal(size=(60, 3, 4)) * 0.003,
        "exprdirs": random.normal(size=(60, 3, 3)) * 0.003,
        "posedirs": np.zeros((60, 3, 36)),
        "J_regressor": regressor / regressor.sum(axis=1, keepdims=True),
        "kintree_table": np.array([[-1, 0, 1, 1, 1], [0, 1, 2, 3, 4]]),
        "weights": weights / weights.sum(axis=1, keepdims=True),
    }


@pytest.fixture
def head(tmp_path: Path) -> Path:
    np.savez(tmp_path / "head.npz", **arrays())
    return tmp_path / "head.npz"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        sent = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        known = sent == {"username": ["mika@example.org"], "password": [PASSWORD]}
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as writer:
            writer.writestr("FLAME2023Open/flame2023_Open.pkl", pickle.dumps(arrays()))
        body = archive.getvalue() if known else b"<html>log in</html>"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Keep the terminal quiet."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Path]:
    """The catalogue, with the publisher on this machine."""
    from importlib.resources import files

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        table = json.loads(files("koekata.models.faces").joinpath("catalogue.json").read_text())
        here = f"http://127.0.0.1:{server.server_port}/"
        for entry in table.values():
            if entry["download"]:
                entry["download"]["url"] = entry["download"]["url"].replace("https://download.is.tue.mpg.de/", here)
        (tmp_path / "catalogue.json").write_text(json.dumps(table))
        yield tmp_path / "catalogue.json"
        server.shutdown()
        thread.join()


@pytest.fixture
def get(environment: dict[str, str], catalogue: Path) -> Koekata:
    """`koekata models get` without a terminal."""

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", WITH_PUBLISHER, str(catalogue), "models", "get", *arguments]
        return subprocess.run(
            command, env={**environment, **variables}, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip

    return run


def test_all_models_are_listed_with_state_and_licence(invoke: Invoke, head: Path) -> None:
    assert invoke("models", "import", "my-head", head).exit_code == 0
    lines = {line.split()[0]: line for line in invoke("models", "list").stdout.splitlines()}
    assert "not here" in lines["face-landmarker"]
    assert "here" in lines["builtin"]
    assert "not here" in lines["flame-2020"]
    assert "FLAME model licence" in lines["flame-2020"]
    assert "CC BY 4.0" in lines["flame-2023-open"]
    assert "unknown FLAME layout, from head.npz" in lines["my-head"]


def test_a_damaged_model_is_listed_as_such(invoke: Invoke, head: Path, tmp_path: Path) -> None:
    invoke("models", "import", "my-head", head)
    kept = tmp_path / "home" / "models" / "faces" / "my-head" / "model.npz"
    kept.write_bytes(kept.read_bytes()[:-1])
    assert "damaged" in next(line for line in invoke("models", "list").stdout.splitlines() if "my-head" in line)


def test_showing_tells_licence_counts_and_place(invoke: Invoke, head: Path, tmp_path: Path) -> None:
    absent = invoke("models", "show", "flame-2020").stdout
    assert "commercial  no" in absent
    assert "koekata models get flame-2020" in absent
    assert invoke("models", "import", "flame-2023-open", head, "--accept-licence").exit_code == 0
    shown = invoke("models", "show", "flame-2023-open").stdout
    for part in ("unknown FLAME layout", "commercial  yes", "60 vertices, 4 identity modes, 3 expression modes"):
        assert part in shown
    assert str(tmp_path / "home" / "models" / "faces" / "flame-2023-open") in shown
    assert "accepted    20" in shown
    assert "478 landmarks" in invoke("models", "show", "builtin").stdout
    assert "60 vertices" in invoke("models", "show", head).stdout


def test_a_licence_is_not_accepted_by_silence(koekata: Koekata, head: Path, tmp_path: Path) -> None:
    done = koekata("models", "import", "flame-2020", head)
    assert done.returncode == 1
    assert "there is no terminal to ask at" in done.stderr
    assert "--accept-licence" in done.stderr
    assert "Non-commercial" in done.stdout
    assert not list((tmp_path / "home").rglob("model.*"))


def test_removing_a_model_takes_it_off_the_list(invoke: Invoke, head: Path) -> None:
    invoke("models", "import", "my-head", head)
    assert "removed" in invoke("models", "remove", "my-head").stdout
    assert "my-head" not in invoke("models", "list").stdout
    assert invoke("models", "remove", "flame-2020").exit_code == 1
    assert invoke("models", "remove", "builtin").exit_code == 1


def test_unknown_names_get_a_suggestion(invoke: Invoke) -> None:
    for command in ("show", "get", "remove"):
        done = invoke("models", command, "flame-2023-opn")
        assert done.exit_code == 1
        assert "Did you mean 'flame-2023-open'?" in done.stderr
    assert "Clone https://github.com/ICT-VGL" in invoke("models", "get", "ict-facekit").stderr


def test_a_script_downloads_with_its_registration(get: Koekata, tmp_path: Path) -> None:
    refused = get("flame-2023-open", FLAME_USER="mika@example.org", FLAME_PASSWORD=PASSWORD)
    assert "there is no terminal to ask at" in refused.stderr
    asked = get("flame-2023-open", "--accept-licence")
    assert "Set FLAME_USER and FLAME_PASSWORD" in asked.stderr
    wrong = get("flame-2023-open", "--accept-licence", FLAME_USER="mika@example.org", FLAME_PASSWORD="wrong-one")
    assert wrong.returncode == 1
    assert "a web page came instead of the model" in wrong.stderr
    assert "wrong-one" not in wrong.stderr + wrong.stdout
    done = get("flame-2023-open", "--accept-licence", FLAME_USER="mika@example.org", FLAME_PASSWORD=PASSWORD)
    assert done.returncode == 0, done.stderr
    assert "koekata run --face-model flame-2023-open" in done.stdout
    again = get("flame-2023-open", "--accept-licence")
    assert "is here and intact" in again.stdout
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file() and PASSWORD in _text(path)]


def _text(path: Path) -> str:
    return path.read_bytes().decode("latin-1")


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix matter")
@pytest.mark.parametrize("answer", ["y", "n"])
def test_at_a_terminal_licence_and_registration_are_asked_for(
    environment: dict[str, str], catalogue: Path, tmp_path: Path, answer: str
) -> None:
    import pty

    command = [sys.executable, "-c", WITH_PUBLISHER, str(catalogue), "models", "get", "flame-2023-open"]
    master, slave = pty.openpty()
    # In a session of its own, so that it cannot ask at the terminal that the tests were started from.
    with subprocess.Popen(
        command, env=environment, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    ) as process:
        os.close(slave)
        script = [("do you accept it?", answer), ("E-mail address", "mika@example.org"), ("Password", PASSWORD)]
        try:
            shown = _converse(master, script)
        finally:
            # Ends a command that still waits for an answer.
            os.close(master)
    assert process.returncode == (0 if answer == "y" else 1), shown
    assert PASSWORD not in shown
    assert ("its licence is not accepted" in shown) == (answer == "n")
    assert (tmp_path / "home" / "models" / "faces" / "flame-2023-open").exists() == (answer == "y")


def _converse(master: int, script: list[tuple[str, str]]) -> str:
    """Wait for each question, answer it, and return all that the terminal showed."""
    shown, unread = "", ""
    while True:
        assert select.select([master], [], [], 60)[0], f"nothing more came after: {shown}"
        try:
            data = os.read(master, 4096).decode()
        except OSError:  # Linux ends a pseudo-terminal so.
            return shown
        if not data:
            return shown
        shown, unread = shown + data, unread + data
        if script and script[0][0] in unread:
            if script[0][0] == "Password":
                _wait_until_hidden(master)
            os.write(master, script.pop(0)[1].encode() + b"\n")
            unread = ""


def _wait_until_hidden(master: int) -> None:
    """What is typed after the question, but before the terminal stops echoing, is thrown away."""
    import termios

    end = time.monotonic() + 60
    while termios.tcgetattr(master)[3] & termios.ECHO:
        assert time.monotonic() < end, "the password would be shown"
        time.sleep(0.01)


@pytest.mark.shared
def test_landmarks_are_drawn_and_channels_written(invoke: Invoke, shared_dir: Path, tmp_path: Path) -> None:
    flame = shared_dir / "models" / "flame" / "flame_standin.pkl"
    done = invoke("models", "show", flame, "--picture", "places.png", "--basis", "shapes")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "places.png").read_bytes().startswith(b"\x89PNG")
    assert {"neutral.obj", "jawOpen.obj", "browInnerUp.obj"} <= {path.name for path in (tmp_path / "shapes").iterdir()}
    refused = invoke("models", "show", flame, "--picture", "absent/places.png")
    assert refused.exit_code == 1
    assert "the picture cannot be written" in refused.stderr


def test_the_built_in_model_has_nothing_to_draw(invoke: Invoke) -> None:
    done = invoke("models", "show", "builtin", "--picture", "places.png")
    assert done.exit_code == 1
    assert "there is no mesh to show" in done.stderr
