from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import pytest

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.errors import SourceLostError, SourceNotFoundError, SourceUnreadableError
from koekata.frames import CapturedFrame


class MotionJpegServer:
    """A network camera: motion JPEG over HTTP, at about 50 pictures per second."""

    def __init__(self, picture: bytes, port: int = 0, pictures: int = 1_000_000) -> None:
        stopped = threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != "/video":
                    self.send_error({"/secret": 401, "/broken": 500}.get(self.path, 404))
                    return
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                self.end_headers()
                header = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n".encode()
                try:
                    for _ in range(pictures):
                        if stopped.wait(0.02):
                            return
                        self.wfile.write(header + picture + b"\r\n")
                    stopped.wait()
                except OSError:
                    return

            def log_message(self, *_: object) -> None:
                pass

        self._stopped = stopped
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/video"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def kill(self) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def jpeg(picture_of) -> bytes:
    return cv2.imencode(".jpg", picture_of(0)[:, :, ::-1])[1].tobytes()


@pytest.fixture
def server(jpeg: bytes) -> Iterator[MotionJpegServer]:
    server = MotionJpegServer(jpeg)
    yield server
    server.kill()


def live(url: str, **config):
    return open_source(CaptureConfig(source=url, **config), live=True)


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_motion_jpeg_arrives_live(server):
    with live(server.url) as source:
        items = [next(source) for _ in range(6)]
    frames = [item for item in items if isinstance(item, CapturedFrame)]
    assert items[0].state == "running"
    assert len(frames) == 5
    assert frames[0].image.shape == (48, 64, 3)
    assert frames[0].image[2, 2, 0] > 150
    times = [frame.time.timeline_s for frame in frames]
    assert 0 <= times[0] < times[-1]
    assert times == sorted(times)
    assert "koekata-capture" not in {thread.name for thread in threading.enumerate()}


def test_a_dropped_address_is_told_and_taken_up_again(jpeg):
    server = MotionJpegServer(jpeg)
    states, details, frames = [], [], []
    with live(server.url) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                frames.append(item)
                if len(frames) == 3:
                    server.kill()
                if states[-3:] == ["lost", "reconnecting", "running"]:
                    break
                continue
            states.append(item.state)
            details.append(item.detail)
            if item.state == "reconnecting":
                server = MotionJpegServer(jpeg, server.port)
    server.kill()
    assert states == ["running", "lost", "reconnecting", "running"]
    assert "next attempt in 0.5 s" in details[2]
    sequences = [frame.time.sequence for frame in frames]
    assert sequences == sorted(set(sequences))
    times = [frame.time.timeline_s for frame in frames]
    assert times == sorted(times)
    assert len(frames) + sum(frame.dropped for frame in frames) == sequences[-1]


def test_attempts_back_off_and_can_be_ended(server):
    pauses = []
    with live(server.url) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                server.kill()
            elif item.state == "reconnecting":
                pauses.append(item.detail)
                if len(pauses) == 2:
                    break
        before = time.monotonic()
    assert [pause.split(" (")[0] for pause in pauses] == ["next attempt in 0.5 s", "next attempt in 1 s"]
    assert "refused" in pauses[1]
    assert time.monotonic() - before < 30
    server._server.socket.close()


def test_without_reconnecting_a_dropped_address_is_an_error(jpeg):
    server = MotionJpegServer(jpeg)
    with live(server.url, reconnect=False) as source:
        assert isinstance([next(source), next(source)][1], CapturedFrame)
        server.kill()
        with pytest.raises(SourceLostError) as caught:
            list(source)
    assert caught.value.remedy


def test_a_recording_over_http_is_read_to_its_end(encode):
    film = encode("a.mp4", count=20, options={"movflags": "faststart"}).read_bytes()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "video/mp4")
            self.send_header("Content-Length", str(len(film)))
            self.end_headers()
            self.wfile.write(film)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with live(f"http://127.0.0.1:{server.server_address[1]}/film") as source:
            items = list(source)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert items[-1].state == "ended"
    assert items[-2].time.sequence == 20


@pytest.mark.parametrize("scheme", ["rtsp", "http", "tcp"])
def test_an_address_that_refuses_says_so(scheme):
    with pytest.raises(SourceNotFoundError, match="refused") as caught:
        live(f"{scheme}://127.0.0.1:{closed_port()}/stream")
    assert "sender" in caught.value.remedy


def test_an_address_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr("koekata.capture.openers.OPEN_TIMEOUT_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(SourceNotFoundError, match="no answer within") as caught:
            live(f"http://127.0.0.1:{port}/stream")
    assert "firewall" in caught.value.remedy


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("/nowhere", SourceNotFoundError, "no such page"),
        ("/secret", SourceUnreadableError, "denied"),
        ("/broken", SourceNotFoundError, "cannot be reached"),
    ],
)
def test_refusals_of_a_server_are_told_apart(server, path, error, message):
    with pytest.raises(error, match=message) as caught:
        live(server.url.replace("/video", path))
    assert caught.value.remedy


def test_a_sender_that_falls_silent_is_lost(monkeypatch, jpeg):
    monkeypatch.setattr("koekata.capture.openers.READ_TIMEOUT_S", 0.5)
    server = MotionJpegServer(jpeg, pictures=40)
    with live(server.url) as source:
        lost = next(item for item in source if not isinstance(item, CapturedFrame) and item.state != "running")
    server.kill()
    assert lost.state == "lost"
    assert "nothing came in time" in lost.detail


def test_passwords_stay_out_of_messages(server):
    with pytest.raises(SourceNotFoundError) as caught:
        live(f"http://anna:hunter2@127.0.0.1:{server.port}/nowhere")
    assert "hunter2" not in str(caught.value)
    with live(f"http://anna:hunter2@127.0.0.1:{server.port}/video") as source:
        assert "hunter2" not in source.description
