"""Cameras, through OpenCV."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from koekata.capture.cameras import CameraInfo, find_camera, holders, list_cameras
from koekata.capture.pictures import Damage, Picture
from koekata.config import CaptureConfig
from koekata.errors import CaptureError, SourceUnreadableError
from koekata.frames import ImageArray

__all__ = ["CameraMedium", "open_camera"]

_MOTION_JPEG = cv2.VideoWriter.fourcc(*"MJPG")


class CameraMedium:
    """An opened `cv2.VideoCapture`. Takes it over."""

    recorded = False
    recoverable = True
    frame_count: int | None = None

    def __init__(self, capture: cv2.VideoCapture, name: str) -> None:
        self._capture = capture
        self._name = name
        self.shortfall: str | None = None
        self.fps: float | None = capture.get(cv2.CAP_PROP_FPS) or None

    @property
    def description(self) -> str:
        """Name, size and rate as the driver states them."""
        width, height = (int(self._capture.get(p)) for p in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
        rate = f", {self.fps:.4g} fps" if self.fps else ""
        return f"{self._name} ({width}x{height}{rate})"

    def pictures(self) -> Iterator[Picture | Damage]:
        """Pictures until the camera stops delivering."""
        while True:
            delivered, image = self._capture.read()
            if not delivered:
                self.shortfall = "it stopped delivering pictures (unplugged, or taken over by another program)"
                return
            yield Picture(partial(_to_rgb, image))

    def interrupt(self) -> None:
        """OpenCV cannot be interrupted; its own time limit ends a read."""

    def close(self) -> None:
        """Give the camera back."""
        self._capture.release()


def _to_rgb(image: NDArray[Any]) -> ImageArray:
    code = cv2.COLOR_GRAY2RGB if image.ndim == 2 else cv2.COLOR_BGR2RGB
    return np.ascontiguousarray(cv2.cvtColor(image, code), np.uint8)


def open_camera(config: CaptureConfig, wanted: str) -> CameraMedium:
    """Open a camera by index or name. Raises SourceNotFoundError, SourceUnreadableError (busy, no permission)."""
    cameras = list_cameras()
    # Without a list (a system that cannot name its cameras) an index is tried as it is.
    blind = not cameras and sys.platform != "linux" and wanted.isdigit()
    camera = CameraInfo(int(wanted), f"camera {wanted}", "") if blind else find_camera(wanted, cameras)
    _check_permission(camera)
    return start_camera(camera, config, lambda: _video_capture(camera))


def start_camera(camera: CameraInfo, config: CaptureConfig, start: Callable[[], cv2.VideoCapture]) -> CameraMedium:
    """Start the driver and ask for size and rate; the driver takes the nearest that it has."""
    capture = start()
    if not capture.isOpened():
        capture.release()
        raise _busy(camera)
    if config.width or config.height or config.fps:
        # Uncompressed, most webcams reach their larger sizes at a few pictures per second only.
        capture.set(cv2.CAP_PROP_FOURCC, _MOTION_JPEG)
    wishes = {
        cv2.CAP_PROP_FRAME_WIDTH: config.width,
        cv2.CAP_PROP_FRAME_HEIGHT: config.height,
        cv2.CAP_PROP_FPS: config.fps,
    }
    for key, value in wishes.items():
        if value:
            capture.set(key, value)
    # The newest picture counts, not a queue of old ones.
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return CameraMedium(capture, camera.name)


def _video_capture(camera: CameraInfo) -> cv2.VideoCapture:
    backend = cv2.CAP_V4L2 if sys.platform == "linux" else camera.backend or cv2.CAP_ANY
    return cv2.VideoCapture(camera.index, backend)


def _check_permission(camera: CameraInfo) -> None:
    if sys.platform == "linux" and Path(camera.device).exists() and not os.access(camera.device, os.R_OK | os.W_OK):
        raise SourceUnreadableError(
            f"{camera.name} ({camera.device}): this user may not open it",
            remedy="Join the group `video` (`sudo usermod -aG video $USER`) and log in again.",
        )


def _busy(camera: CameraInfo) -> CaptureError:
    programs = holders(camera.device) if sys.platform == "linux" else []
    if programs:
        return SourceUnreadableError(
            f"{camera.name} ({camera.device}): in use by {', '.join(programs)}",
            remedy="Close that program and try again.",
        )
    rights = {
        "linux": "If no other program uses it, check that you are in the group `video`.",
        "darwin": "If no other program uses it, allow the camera in System Settings, Privacy & Security.",
    }.get(sys.platform, "If no other program uses it, allow desktop apps to use the camera in the privacy settings.")
    return SourceUnreadableError(
        f"{camera.name} (camera {camera.index}): cannot be started; it is busy or may not be used",
        remedy=f"Close other programs that use the camera. {rights}",
    )
