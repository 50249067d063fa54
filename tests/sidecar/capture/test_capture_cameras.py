"""Cameras, as far as a machine without one can show.

OpenCV plays an AVI file in the place of the driver: everything above `cv2.VideoCapture` is the real part. What the
kernel answers to V4L2 requests is written out here byte by byte after `linux/videodev2.h`.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

import cv2
import pytest

from koekata.capture import Source, list_cameras, open_source
from koekata.capture.camera import start_camera
from koekata.capture.cameras import CameraInfo, find_camera, holders, linux_cameras
from koekata.capture.reader import ReadingPlan
from koekata.capture.v4l2 import CameraFormat, capture_formats
from koekata.config import CaptureConfig
from koekata.errors import SourceLostError, SourceNotFoundError, SourceUnreadableError
from koekata.frames import CapturedFrame

CAMERAS = [
    CameraInfo(0, "HD Pro Webcam C920", "/dev/video0"),
    CameraInfo(2, "Logitech BRIO", "/dev/video2"),
    CameraInfo(4, "Logitech StreamCam", "/dev/video4"),
]


@pytest.fixture
def film(encode) -> Path:
    return encode("camera.avi", "mjpeg", "yuvj420p", count=4)


def no_camera_here() -> None:
    if list_cameras():
        pytest.skip("this machine has a camera")


def test_the_list_of_cameras_never_fails():
    assert all(isinstance(camera, CameraInfo) for camera in list_cameras())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an index is tried without a list")
def test_a_missing_camera_says_that_none_is_connected():
    no_camera_here()
    with pytest.raises(SourceNotFoundError, match="there is no camera 0; no camera is connected") as caught:
        open_source(CaptureConfig(source="0"), live=True)
    assert "Connect a camera" in caught.value.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an index is tried without a list")
def test_a_device_path_is_a_camera():
    no_camera_here()
    with pytest.raises(SourceNotFoundError, match="there is no camera 7"):
        open_source(CaptureConfig(source="/dev/video7"), live=True)


@pytest.mark.parametrize(("wanted", "index"), [("0", 0), ("c920", 0), ("brio", 2), ("Logitech StreamCam", 4)])
def test_a_camera_is_found_by_index_or_part_of_its_name(wanted, index):
    assert find_camera(wanted, CAMERAS).index == index


def test_a_name_that_fits_two_cameras_lists_both():
    with pytest.raises(SourceNotFoundError, match="2: Logitech BRIO; 4: Logitech StreamCam"):
        find_camera("logitech", CAMERAS)


def test_a_name_that_fits_no_camera_lists_all():
    with pytest.raises(SourceNotFoundError, match="neither a file") as caught:
        find_camera("obs", CAMERAS)
    assert "0: HD Pro Webcam C920; 2: Logitech BRIO" in caught.value.remedy


def test_two_nodes_of_one_camera_are_one_camera():
    assert find_camera("c920", [CAMERAS[0], CameraInfo(1, CAMERAS[0].name, "/dev/video1")]).index == 0


def test_pictures_of_a_camera_are_rgb_and_stamped_on_arrival(film, readout):
    medium = start_camera(CAMERAS[0], CaptureConfig(), lambda: cv2.VideoCapture(str(film)))
    assert "HD Pro Webcam C920 (64x48" in medium.description
    with Source(medium, lambda: medium, ReadingPlan(live=True), mirrored=False) as source:
        items = [next(source), next(source)]
    result = readout(items)
    assert result.corner(0, 0) == (True, True)
    assert result.corner(-1, 0) == (True, False)
    assert result.frames[0].image.flags.c_contiguous
    assert result.times[0] >= 0


def test_an_unplugged_camera_is_told_and_taken_up_again(film):
    def plug_in():
        return start_camera(CAMERAS[0], CaptureConfig(), lambda: cv2.VideoCapture(str(film)))

    states, sequences = [], []
    with Source(plug_in(), plug_in, ReadingPlan(live=True), mirrored=False) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                sequences.append(item.time.sequence)
            else:
                states.append(item.state)
            if states[3:] and sequences[-1] > 4:
                break
    assert states[:4] == ["running", "lost", "reconnecting", "running"]
    assert sequences == sorted(set(sequences))


def test_an_unplugged_camera_is_an_error_where_reconnecting_is_off(film):
    medium = start_camera(CAMERAS[0], CaptureConfig(), lambda: cv2.VideoCapture(str(film)))
    plan = ReadingPlan(live=True, reconnect=False)
    with Source(medium, lambda: medium, plan, mirrored=False) as source, pytest.raises(SourceLostError) as caught:
        list(source)
    assert "unplugged" in caught.value.message


def test_a_camera_that_does_not_start_is_called_busy(tmp_path):
    camera = CameraInfo(0, "HD Pro Webcam C920", str(tmp_path / "video0"))
    with pytest.raises(SourceUnreadableError, match="busy") as caught:
        start_camera(camera, CaptureConfig(), cv2.VideoCapture)
    if sys.platform == "linux":
        assert "group `video`" in caught.value.remedy


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_program_that_holds_a_device_is_named(tmp_path):
    import subprocess

    node = tmp_path / "video0"
    node.touch()
    assert holders(str(node)) == []
    with node.open() as file, subprocess.Popen(["sleep", "60"], stdin=file) as process:
        try:
            assert holders(str(node)) == [f"sleep (pid {process.pid})"]
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /sys")
def test_names_are_read_even_where_a_camera_may_not_be_opened(tmp_path):
    for number, name in ((10, "Second"), (2, "First")):
        node = tmp_path / f"video{number}"
        node.mkdir()
        (node / "name").write_text(f"{name}\n")
    cameras = linux_cameras(tmp_path, tmp_path / "dev")
    assert [(camera.index, camera.name, camera.formats) for camera in cameras] == [(2, "First", ()), (10, "Second", ())]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /sys")
def test_a_node_that_is_no_camera_is_left_out(tmp_path):
    (tmp_path / "video0").mkdir()
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "video0").touch()
    assert linux_cameras(tmp_path, tmp_path / "dev") == []


def test_a_machine_without_video_devices_has_no_cameras(tmp_path):
    assert linux_cameras(tmp_path / "absent", tmp_path) == []


class Kernel:
    """Answers like a webcam: MJPG at two sizes, and YUYV in steps."""

    def __init__(self, capabilities: int) -> None:
        self.capabilities = capabilities

    def __call__(self, request: int, argument: bytearray) -> None:
        assert len(argument) == (request >> 16) & 0x3FFF
        {0: self.query, 2: self.format, 74: self.size, 75: self.interval}[request & 0xFF](argument)

    def query(self, out: bytearray) -> None:
        struct.pack_into("=16s32s32sIII", out, 0, b"uvcvideo", b"C920", b"usb-1", 0, 0x84A00001, self.capabilities)

    def format(self, out: bytearray) -> None:
        index, kind = struct.unpack_from("=II", out)
        assert kind == 1
        struct.pack_into("=32s4s", out, 12, b"a format", self.pick([b"MJPG", b"YUYV"], index))

    def size(self, out: bytearray) -> None:
        index, code = struct.unpack_from("=I4s", out)
        if code == b"MJPG":
            struct.pack_into("=III", out, 8, 1, *self.pick([(1280, 720), (640, 480)], index))
        else:
            struct.pack_into("=7I", out, 8, 3, *self.pick([(160, 640, 16, 120, 480, 8)], index))

    def interval(self, out: bytearray) -> None:
        index, _, width = struct.unpack_from("=I4sI", out)
        rates = [30, 15] if width == 1280 else [60]
        struct.pack_into("=III", out, 16, 1, 1, self.pick(rates, index))

    @staticmethod
    def pick(items: list, index: int):
        if index >= len(items):
            raise OSError(22, os.strerror(22))
        return items[index]


def test_formats_are_read_from_the_kernel():
    assert capture_formats(Kernel(0x04200001)) == (
        CameraFormat("MJPG", 1280, 720, (30.0, 15.0)),
        CameraFormat("MJPG", 640, 480, (60.0,)),
        CameraFormat("YUYV", 640, 480, (60.0,)),
    )


def test_metadata_nodes_are_no_cameras():
    assert capture_formats(Kernel(0x04A00000)) is None
