"""A camera on the network that can be unplugged: two performers in one picture, sent by ffmpeg again and again."""

from __future__ import annotations

import socket
import subprocess
import threading
from importlib import resources
from pathlib import Path


def write_film(path: Path) -> None:
    """The sample performance twice in one picture; the one on the right is three seconds ahead."""
    sample = resources.files("koekata.data.sample") / "performance.mp4"
    parts = "[0]split[a][b];[b]trim=3,setpts=PTS-STARTPTS[c];[a][c]hstack=shortest=1"
    with resources.as_file(sample) as clip:
        subprocess.run(
            ["ffmpeg", "-v", "error", "-i", str(clip), "-an", "-filter_complex", parts, "-c:v", "libx264",
             "-preset", "ultrafast", "-g", "15", "-bf", "0", str(path)], check=True,
        )  # fmt: skip


class NetworkCamera:
    """Serves one listener at a time; a listener that leaves may come again."""

    def __init__(self, film: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self._film = film
        self._ended = threading.Event()
        self._plugged = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._plugged.set()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def unplug(self) -> None:
        self._plugged.clear()
        self._kill()

    def plug(self) -> None:
        self._plugged.set()

    def close(self) -> None:
        self._ended.set()
        self._plugged.set()
        self._kill()
        self._thread.join(30)

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    def _serve(self) -> None:
        while self._plugged.wait() and not self._ended.is_set():
            self._process = subprocess.Popen(
                ["ffmpeg", "-v", "quiet", "-re", "-stream_loop", "-1", "-i", str(self._film), "-c", "copy",
                 "-f", "mpegts", f"{self.address}?listen=1"], stdin=subprocess.DEVNULL,
            )  # fmt: skip
            if self._ended.is_set() or not self._plugged.is_set():
                self._process.kill()
            self._process.wait()
