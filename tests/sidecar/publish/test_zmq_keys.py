"""The stream with keys: real sockets of the sidecar and of its listener, and files of keys."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from koekata.config import ZmqConfig
from koekata.errors import ConfigError
from koekata.frames import SolvedFace
from koekata.keys import make_keys, read_listener_keys
from koekata.publish.zmq_output import ZmqOutput
from koekata.receive import Listener

MakeFace = Callable[..., SolvedFace]
PATIENCE_S = 20.0


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    make_keys(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def output(keys: Path) -> Iterator[ZmqOutput]:
    opened = ZmqOutput(ZmqConfig(port=0, keys=str(keys)))
    yield opened
    opened.close()


def _hears(listener: Listener, output: ZmqOutput, make_face: MakeFace, seconds: float) -> bool:
    """Whether a face arrives while faces are sent."""
    end = time.monotonic() + seconds
    sequence = 0
    while time.monotonic() < end:
        output.send(make_face(sequence))
        sequence += 1
        if listener.receive(0.02) is not None:
            return True
    return False


def test_stream_with_keys_is_understood_by_those_who_have_them_alone(
    output: ZmqOutput, keys: Path, make_face: MakeFace, tmp_path: Path
) -> None:
    make_keys(tmp_path / "others")
    with (
        Listener(output.address) as without,
        Listener(output.address, keys=str(tmp_path / "others")) as stranger,
        Listener(output.address, keys=str(keys)) as friend,
    ):
        assert _hears(friend, output, make_face, PATIENCE_S)
        # They have been there as long, and would have heard the same.
        assert not _hears(without, output, make_face, 1.0)
        assert not _hears(stranger, output, make_face, 1.0)


def test_listener_with_keys_does_not_take_an_open_stream_for_an_encrypted_one(keys: Path, make_face: MakeFace) -> None:
    output = ZmqOutput(ZmqConfig(port=0))
    with Listener(output.address, keys=str(keys)) as listener:
        assert not _hears(listener, output, make_face, 1.0)
    output.close()


def test_new_keys_differ_and_what_is_there_already_stays(keys: Path, tmp_path: Path) -> None:
    before = read_listener_keys(keys)
    assert make_keys(tmp_path / "second").server != before.server
    with pytest.raises(ConfigError, match="there is something already"):
        make_keys(keys)
    assert read_listener_keys(keys) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_secret_keys_are_for_their_owner_alone(keys: Path) -> None:
    for name in ("sidecar.key_secret", "listener.key_secret"):
        assert stat.S_IMODE((keys / name).stat().st_mode) == 0o600


def test_folder_that_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot be written"):
        make_keys(tmp_path / "file" / "keys")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("sidecar.key_secret", None, r"sidecar\.key_secret: is not there"),
        ("sidecar.key_secret", "curve\n", r"sidecar\.key_secret: holds no key"),
        ("sidecar.key_secret", 'public-key = "short"\n', r"sidecar\.key_secret: a key is missing"),
    ],
)
def test_sidecar_does_not_send_in_the_open_where_its_keys_are_damaged(
    keys: Path, name: str, text: str | None, told: str
) -> None:
    (keys / name).unlink()
    if text is not None:
        (keys / name).write_text(text)
    with pytest.raises(ConfigError, match=told) as raised:
        ZmqOutput(ZmqConfig(port=0, keys=str(keys)))
    assert "koekata keys" in raised.value.remedy


def test_listener_needs_no_secret_of_the_sidecar(output: ZmqOutput, keys: Path, make_face: MakeFace) -> None:
    (keys / "sidecar.key_secret").unlink()
    with Listener(output.address, keys=str(keys)) as listener:
        assert _hears(listener, output, make_face, PATIENCE_S)
