"""The server of the studio: who may talk to it, and what it sends."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request

import msgpack
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

PATIENCE_S = 60.0


def status(address: str, headers: dict[str, str] | None = None) -> int:
    request = urllib.request.Request(address, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def open_stream(studio, **changes) -> ClientConnection:
    token = changes.pop("token", studio.token)
    origin = changes.pop("origin", f"http://{studio.host}")
    address = f"ws://{studio.host}/stream?token={token}"
    return connect(address, origin=origin, open_timeout=PATIENCE_S, **changes)


def messages(stream: ClientConnection, count: int) -> list[dict]:
    found: list[dict] = []
    unpacker = msgpack.Unpacker()
    for _ in range(count):
        unpacker.feed(stream.recv(PATIENCE_S))
        found += list(unpacker)
        stream.send(msgpack.packb({"type": "taken", "count": 1}))
    return found


def drain(stream: ClientConnection) -> None:
    while True:
        stream.recv(PATIENCE_S)


def test_page_is_open_and_all_else_needs_the_token(studio):
    page = f"http://{studio.host}"
    assert status(f"{page}/") == 200
    assert status(f"{page}/api/state") == 403
    assert status(f"{page}/api/state", {"X-Koekata-Token": "wrong"}) == 403
    assert status(f"{page}/api/state", {"X-Koekata-Token": studio.token}) == 200
    assert status(f"{page}/model/box.vrm?token={studio.token}") == 200
    assert status(f"{page}/model/..%2Ftake.npz?token={studio.token}") == 404


def test_foreign_origin_and_foreign_host_are_refused_even_with_the_token(studio):
    state = f"http://{studio.host}/api/state"
    token = {"X-Koekata-Token": studio.token}
    assert status(state, {**token, "Origin": "http://evil.example"}) == 403
    assert status(state, {**token, "Origin": "null"}) == 403
    assert status(state, {**token, "Host": f"evil.example:{studio.host.rpartition(':')[2]}"}) == 403
    assert status(state, {**token, "Origin": f"http://{studio.host}"}) == 200


@pytest.mark.parametrize("changes", [{"origin": "http://evil.example"}, {"token": "wrong"}])
def test_foreign_stream_is_refused(studio, changes):
    with pytest.raises(InvalidStatus) as caught:
        open_stream(studio, **changes)
    assert caught.value.response.status_code == 403


def test_answers_forbid_other_sites_to_use_them(studio):
    with urllib.request.urlopen(f"http://{studio.host}/", timeout=PATIENCE_S) as answer:
        headers = answer.headers
    assert "access-control-allow-origin" not in headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


def test_stream_tells_names_first_and_then_frames_with_what_the_character_does(studio):
    with open_stream(studio) as stream:
        found = messages(stream, 12)
    kinds = [message["type"] for message in found]
    assert kinds.index("layout") < kinds.index("frame")
    assert kinds.index("targets") < kinds.index("character")
    layout, targets = (next(m for m in found if m["type"] == kind) for kind in ("layout", "targets"))
    frame, character = (next(m for m in found if m["type"] == kind) for kind in ("frame", "character"))
    weights = dict(zip(layout["channels"], frame["weights"], strict=True))
    values = dict(zip((t["id"] for t in targets["targets"]), character["values"], strict=True))
    assert values["JawOpen"] == pytest.approx(weights["jawOpen"], abs=1e-6)
    assert frame["channel_confidence"][layout["channels"].index("tongueOut")] == 0


def test_page_that_takes_nothing_gets_a_few_messages_and_then_no_more(studio):
    with open_stream(studio) as stream:
        got = 0
        try:
            while got < 20:
                stream.recv(2.0)
                got += 1
        except TimeoutError:
            pass
    assert 1 <= got <= 4


def test_message_that_is_none_ends_that_stream_alone(studio):
    with open_stream(studio) as stream, open_stream(studio) as other:
        stream.send(b"\xc1")
        with pytest.raises(ConnectionClosed, match="1007"):
            drain(stream)
        assert messages(other, 3)


def test_edit_of_the_file_elsewhere_is_taken_over_while_it_runs(studio, until):
    before = studio.table.read_text()
    studio.table.write_text(before.replace('"note": "the mouth"', '"gain": 0.5, "note": "the mouth"'))
    until(lambda: '"gain": 0.5' in studio.ask("table")["text"])
    studio.table.write_text(before)
    until(lambda: studio.ask("table")["text"] == before)


def test_port_that_is_taken_is_told_with_its_holder(studio):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = str(holder.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", "from koekata.cli import main; main()", "studio", "take.npz", "--no-browser",
             "--port", port, "--zmq-port", "0", "--no-osc"],
            cwd=studio.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=200,
        )  # fmt: skip
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr
