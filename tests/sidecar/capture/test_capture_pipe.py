from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from koekata.capture import Source, open_source
from koekata.capture.openers import open_pipe
from koekata.capture.reader import ReadingPlan
from koekata.config import CaptureConfig
from koekata.errors import SourceUnreadableError
from koekata.frames import CapturedFrame

READ_STANDARD_INPUT = r"""
import sys
from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.frames import CapturedFrame

sys.stderr.write("ready\n")
sys.stderr.flush()
try:
    with open_source(CaptureConfig(source=sys.argv[1]), live=False) as source:
        items = list(source)
    frames = [item for item in items if isinstance(item, CapturedFrame)]
    sys.stdout.write(f"{len(frames)} {frames[-1].image.shape} {frames[-1].time.timeline_s:.2f} {items[-1].state}")
except Exception as error:
    sys.stdout.write(f"{type(error).__name__}: {error}")
except KeyboardInterrupt:
    sys.stdout.write("interrupted")
"""


def run(source: str, data: bytes) -> str:
    command = [sys.executable, "-c", READ_STANDARD_INPUT, source]
    return subprocess.run(command, input=data, capture_output=True, check=True, timeout=120).stdout.decode()


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "libx264"), ("a.ts", "mpeg2video"), ("a.avi", "mjpeg")])
def test_a_container_on_standard_input_is_read_to_its_end(encode, name, codec):
    path = encode(name, codec, "yuvj420p" if codec == "mjpeg" else "yuv420p", count=25)
    assert run("-", path.read_bytes()) == "25 (48, 64, 3) 0.96 ended"


def test_bare_pictures_on_standard_input_need_a_layout(picture_of):
    data = b"".join(picture_of(number).tobytes() for number in range(5))
    assert run("-:64x48:rgb24:10", data) == "5 (48, 64, 3) 0.40 ended"


def test_nothing_on_standard_input_is_an_error():
    assert run("-", b"").startswith("SourceUnreadableError: standard input: nothing was piped in")


def test_a_file_that_needs_seeking_names_formats_that_do_not(encode):
    answer = run("-", encode("a.mp4").read_bytes()[:700])
    assert answer.startswith("SourceUnreadableError: standard input")
    assert "Matroska" in answer


def test_a_redirected_file_may_need_seeking(encode):
    command = [sys.executable, "-c", READ_STANDARD_INPUT, "-"]
    with encode("a.mp4").open("rb") as film:
        result = subprocess.run(command, stdin=film, capture_output=True, check=True, timeout=120)
    assert result.stdout.decode() == "12 (48, 64, 3) 0.44 ended"


def test_a_layout_that_is_not_understood_is_explained():
    with pytest.raises(SourceUnreadableError) as caught:
        open_source(CaptureConfig(source="-:64x48"), live=False)
    assert "`-:640x480:rgb24:30`" in caught.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot wait for a pipe and a signal")
def test_ctrl_c_while_a_pipe_is_silent_ends_the_program():
    command = [sys.executable, "-c", READ_STANDARD_INPUT, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"\x1aE\xdf\xa3")
        process.stdin.flush()
        assert process.stderr.readline() == b"ready\n"
        # Time enough to reach the waiting read.
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == b"interrupted"
        assert process.wait(30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot wait for a pipe and a signal")
def test_closing_unblocks_a_pipe_that_is_silent(picture_of):
    reading, writing = os.pipe()
    try:
        # FFmpeg wants to see one picture while it opens.
        os.write(writing, picture_of(0).tobytes() + picture_of(1).tobytes())
        medium = open_pipe("64x48:rgb24:30", reading)
        source = Source(medium, lambda: medium, ReadingPlan(live=True), mirrored=False)
        items = []
        consumer = threading.Thread(target=lambda: items.extend(source))
        consumer.start()
        while not any(isinstance(item, CapturedFrame) for item in items):
            time.sleep(0.01)
        source.close()
        consumer.join(10)
        assert not consumer.is_alive()
        frames = [item for item in items if isinstance(item, CapturedFrame)]
        np.testing.assert_array_equal(frames[0].image, picture_of(frames[0].time.sequence - 1))
    finally:
        os.close(reading)
        os.close(writing)
