from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.frames import CapturedFrame

DESCRIPTION = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\nm=video 0 RTP/AVP 33\r\na=control:track1\r\n"


class RtspCamera:
    """A camera that speaks RTSP (RFC 2326): one listener, MPEG-TS in RTP (RFC 2250), interleaved on the connection."""

    def __init__(self, film: bytes) -> None:
        self._film = film
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"rtsp://127.0.0.1:{self._listener.getsockname()[1]}/main"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection, connection.makefile("rb") as requests:
            while not self._stopped.is_set():
                method, number = self._read(requests)
                connection.sendall(self._answer(method, number))
                if method == "PLAY":
                    self._play(connection)
                    return

    @staticmethod
    def _read(requests) -> tuple[str, str]:
        lines = []
        while line := requests.readline().decode().strip():
            lines.append(line)
        number = re.search(r"CSeq: *(\d+)", "\n".join(lines), re.IGNORECASE)
        assert number is not None
        return lines[0].split()[0], number[1]

    @staticmethod
    def _answer(method: str, number: str) -> bytes:
        headers, body = "", ""
        if method == "OPTIONS":
            headers = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
        elif method == "DESCRIBE":
            headers, body = f"Content-Type: application/sdp\r\nContent-Length: {len(DESCRIPTION)}\r\n", DESCRIPTION
        elif method in ("SETUP", "PLAY"):
            headers = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1\r\n"
        return f"RTSP/1.0 200 OK\r\nCSeq: {number}\r\n{headers}\r\n{body}".encode()

    def _play(self, connection: socket.socket) -> None:
        size = 7 * 188
        for index, start in enumerate(range(0, len(self._film), size)):
            payload = self._film[start : start + size]
            header = struct.pack(">BBHII", 0x80, 33, index & 0xFFFF, index * 900, 1)
            try:
                connection.sendall(struct.pack(">cBH", b"$", 0, len(header) + len(payload)) + header + payload)
            except OSError:
                return
            if self._stopped.wait(0.002):
                return

    def close(self) -> None:
        self._stopped.set()
        self._thread.join()
        self._listener.close()


@pytest.fixture
def camera(encode) -> Iterator[RtspCamera]:
    film: Path = encode("film.ts", "mpeg2video", count=200)
    camera = RtspCamera(film.read_bytes())
    yield camera
    camera.close()


def test_an_rtsp_camera_is_read_live_and_its_end_is_a_loss(camera):
    frames, states = [], []
    with open_source(CaptureConfig(source=camera.url), live=True) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                frames.append(item)
            else:
                states.append(item.state)
            if states[-1] == "lost":
                break
    assert states == ["running", "lost"]
    assert frames[0].image.shape == (48, 64, 3)
    assert len(frames) + sum(frame.dropped for frame in frames) == frames[-1].time.sequence > 100
