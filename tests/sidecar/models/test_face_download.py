"""FLAME comes by the user's own registration: checked, whole, and without a trace of the password."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import socket
import ssl
import subprocess
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from koekata.errors import ModelError
from koekata.models import faces

EntryAt = Callable[[str], faces.FaceEntry]

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def entry(publisher: Any, entry_at: EntryAt) -> faces.FaceEntry:
    return entry_at(f"http://127.0.0.1:{publisher.server_port}")


def test_a_registered_user_gets_the_model(
    home: Path, publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials, left_in: Any
) -> None:
    steps: list[tuple[int, int]] = []
    imported = faces.get_face(entry, registration, lambda done, total: steps.append((done, total)))
    assert imported.about.vertices == 60
    assert imported.about.accepted is not None
    assert steps[-1] == (len(publisher.body), len(publisher.body))
    assert left_in(home) == ["models/faces/flame-2023-open/about.json", "models/faces/flame-2023-open/model.pkl"]
    [(method, path, body)] = publisher.asked
    assert (method, path) == ("POST", "/download.php?domain=flame&sfile=FLAME2023Open.zip&resume=1")
    assert body == "username=mika%40example.org&password=correct+horse+%26+battery%3Dstaple"


def test_a_server_that_does_not_tell_the_length_is_heard_out(
    publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials
) -> None:
    publisher.habit = "no length"
    steps: list[tuple[int, int]] = []
    faces.get_face(entry, registration, lambda done, total: steps.append((done, total)))
    assert steps[-1] == (len(publisher.body), 0)


def test_a_wrong_password_is_told_and_not_repeated(home: Path, entry: faces.FaceEntry, left_in: Any) -> None:
    with pytest.raises(ModelError, match="a web page came instead of the model") as caught:
        faces.get_face(entry, faces.Credentials("mika@example.org", "guessed-wrong"))
    assert "koekata models import flame-2023-open" in caught.value.remedy
    assert "guessed-wrong" not in f"{caught.value}{caught.value.__cause__!r}"
    assert "guessed-wrong" not in repr(faces.Credentials("mika@example.org", "guessed-wrong"))
    assert left_in(home) == []


@pytest.mark.parametrize(
    ("habit", "reason"), [("forbidden", "refuses this e-mail address"), ("breaks off", "ended after|broke off")]
)
def test_a_bad_transfer_leaves_nothing_behind(
    home: Path, publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials, habit: str, reason: str,
    left_in: Any,
) -> None:  # fmt: skip
    publisher.habit = habit
    with pytest.raises(ModelError, match=reason):
        faces.get_face(entry, registration)
    assert left_in(home) == []


@pytest.mark.parametrize(("body", "reason"), [(b"", "sent nothing"), (b"\x80\x04data", "no ZIP archive")])
def test_what_is_no_archive_is_not_kept(
    publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials, body: bytes, reason: str
) -> None:
    publisher.body = body
    with pytest.raises(ModelError, match=reason):
        faces.get_face(entry, registration)
    assert faces.stored_faces() == ()


def test_a_malicious_model_from_there_is_refused_too(
    publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials, archive_of: Any, tmp_path: Path
) -> None:
    class Evil:
        def __reduce__(self) -> Any:
            return os.system, (f"touch {tmp_path / 'ran'}",)

    publisher.body = archive_of("x.zip", {"flame2023_Open.pkl": pickle.dumps({"v_template": Evil()})}).read_bytes()
    with pytest.raises(ModelError, match="refused"):
        faces.get_face(entry, registration)
    assert not (tmp_path / "ran").exists()
    assert faces.stored_faces() == ()


def test_a_file_too_large_is_cut_short(
    entry: faces.FaceEntry, registration: faces.Credentials, monkeypatch: pytest.MonkeyPatch
) -> None:
    from koekata.models.faces import _download

    monkeypatch.setattr(_download, "LARGEST_ARCHIVE", 1000)
    with pytest.raises(ModelError, match="larger than"):
        faces.get_face(entry, registration)


def test_the_password_never_goes_over_an_open_connection(entry_at: EntryAt, registration: faces.Credentials) -> None:
    with pytest.raises(ModelError, match=r"http://example.org: not an encrypted address"):
        faces.get_face(entry_at("http://example.org"), registration)


def test_a_server_cannot_send_on_to_an_open_connection(
    publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials
) -> None:
    publisher.habit = "redirect http://example.org/FLAME2023Open.zip"
    with pytest.raises(ModelError, match="not an encrypted address"):
        faces.get_face(entry, registration)


def test_the_password_is_not_sent_on(publisher: Any, entry: faces.FaceEntry, registration: faces.Credentials) -> None:
    publisher.habit = f"redirect http://127.0.0.1:{publisher.server_port}/elsewhere.zip"
    faces.get_face(entry, registration)
    assert publisher.asked[1] == ("GET", "/elsewhere.zip", "")


def test_without_a_connection_the_way_round_is_named(entry_at: EntryAt, registration: faces.Credentials) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ModelError, match="no connection") as caught:
        faces.get_face(entry_at(f"http://127.0.0.1:{port}"), registration)
    assert "koekata models import flame-2023-open" in caught.value.remedy


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A self-signed certificate for this machine, made anew, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the openssl command, which makes the certificate, is not here")
    path = tmp_path / "server.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", str(path), "-out", str(tmp_path / "crt")],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_text(path.read_text() + (tmp_path / "crt").read_text())
    return path


@pytest.mark.parametrize("trusted", [True, False])
def test_over_https_only_a_server_that_proves_itself_gets_the_password(
    publisher: Any, entry_at: EntryAt, registration: faces.Credentials, certificate: Path,
    monkeypatch: pytest.MonkeyPatch, trusted: bool,
) -> None:  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with _Behind(publisher, context) as port:
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
            assert faces.get_face(entry_at(f"https://127.0.0.1:{port}"), registration).about.vertices == 60
        else:
            with pytest.raises(ModelError, match="certificate"):
                faces.get_face(entry_at(f"https://127.0.0.1:{port}"), registration)
            assert publisher.asked == []


class _Behind:
    """Serves the publisher's requests over TLS, one at a time."""

    def __init__(self, publisher: Any, context: ssl.SSLContext) -> None:
        self._publisher, self._context = publisher, context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> int:
        self._thread.start()
        return int(self._listening.getsockname()[1])

    def __exit__(self, *_: object) -> None:
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        plain, address = self._listening.accept()
        try:
            with self._context.wrap_socket(plain, server_side=True) as connection:
                self._publisher.finish_request(connection, address)
        except (ssl.SSLError, ConnectionError):
            plain.close()


def test_a_known_checksum_of_another_edition_is_refused(
    entry: faces.FaceEntry, registration: faces.Credentials, archive_of: Any, publisher: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from koekata.face_model.flame import _editions

    with zipfile.ZipFile(archive_of("x.zip", {"flame2023_Open.pkl": None})) as archive:
        digest = hashlib.sha256(archive.read("flame2023_Open.pkl")).hexdigest()
    publisher.body = (archive_of("x.zip", {"flame2023_Open.pkl": None})).read_bytes()
    table = {**_editions._table(), "sha256": {digest: "FLAME 2020"}}
    monkeypatch.setattr(_editions, "_table", lambda: table)
    with pytest.raises(ModelError, match=r"this is FLAME 2020 \(known by its checksum\)"):
        faces.get_face(entry, registration)
    assert faces.stored_faces() == ()
