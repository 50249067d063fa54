"""Which cameras there are, and who uses them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from koekata.capture.v4l2 import CameraFormat, capture_formats, kernel, open_node
from koekata.errors import SourceNotFoundError

__all__ = ["CameraInfo", "find_camera", "holders", "list_cameras"]

_SYSFS = Path("/sys/class/video4linux")
_DEVICES = Path("/dev")


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """A camera that this machine knows."""

    index: int
    """As OpenCV counts it."""
    name: str
    device: str
    """Device node or the path that the operating system gives it; may be empty."""
    formats: tuple[CameraFormat, ...] = ()
    """What it delivers; empty where that cannot be asked (not Linux, no permission)."""
    backend: int = 0
    """OpenCV's number of the driver interface; 0 lets OpenCV choose."""


def list_cameras() -> list[CameraInfo]:
    """Every camera, lowest index first. Opens none of them for capture."""
    if sys.platform == "linux":
        return linux_cameras(_SYSFS, _DEVICES)
    return _other_cameras()


def linux_cameras(sysfs: Path, devices: Path) -> list[CameraInfo]:
    """The nodes below /sys/class/video4linux that take pictures; those that cannot be asked are listed too."""
    found = []
    for node in sysfs.glob("video*") if sysfs.is_dir() else ():
        number = node.name.removeprefix("video")
        name = _read_name(node) or node.name
        formats = _formats(devices / node.name)
        if number.isdecimal() and formats is not None:
            found.append(CameraInfo(int(number), name, str(devices / node.name), formats))
    return sorted(found, key=lambda camera: camera.index)


def _read_name(node: Path) -> str:
    try:
        return (node / "name").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _formats(device: Path) -> tuple[CameraFormat, ...] | None:
    try:
        descriptor = open_node(str(device))
    except OSError:
        return ()
    try:
        return capture_formats(kernel(descriptor))
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _other_cameras() -> list[CameraInfo]:
    try:
        from cv2_enumerate_cameras import enumerate_cameras
    except ImportError:
        return []
    known: dict[int, CameraInfo] = {}
    for camera in enumerate_cameras():
        # Windows lists each camera once per interface, with the interface added to the index.
        index = camera.index - camera.backend
        known.setdefault(index, CameraInfo(index, camera.name, camera.path or "", (), camera.backend))
    return sorted(known.values(), key=lambda camera: camera.index)


def find_camera(wanted: str, cameras: list[CameraInfo]) -> CameraInfo:
    """The camera with this index, this name, or this part of a name. Raises SourceNotFoundError listing all."""
    if wanted.isascii() and wanted.isdigit():
        matches = [camera for camera in cameras if camera.index == int(wanted)]
    else:
        matches = [camera for camera in cameras if wanted.casefold() in camera.name.casefold()]
        exact = [camera for camera in matches if camera.name.casefold() == wanted.casefold()]
        matches = exact or matches
    if len(matches) == 1:
        return matches[0]
    if matches and len({camera.name for camera in matches}) == 1:
        # One device with several nodes: the first one is the picture.
        return matches[0]
    raise _no_such_camera(wanted, matches, cameras)


def _no_such_camera(wanted: str, matches: list[CameraInfo], cameras: list[CameraInfo]) -> SourceNotFoundError:
    listing = "; ".join(f"{camera.index}: {camera.name}" for camera in matches or cameras)
    if matches:
        return SourceNotFoundError(
            f"`{wanted}` fits several cameras: {listing}", remedy="Give the index, or more of the name."
        )
    if wanted.isdigit():
        message = f"there is no camera {wanted}"
    else:
        message = f"`{wanted}` is neither a file here nor a part of a camera's name"
    if cameras:
        return SourceNotFoundError(message, remedy=f"These cameras exist: {listing}.")
    return SourceNotFoundError(
        f"{message}; no camera is connected",
        remedy="Connect a camera, or name a file, a folder of images or an address.",
    )


def holders(device: str) -> list[str]:
    """Programs that have the device node open, as far as this user may see them: `name (pid 123)`."""
    import psutil

    found = []
    for process in psutil.process_iter(["pid", "name"]):
        folder = Path(f"/proc/{process.info['pid']}/fd")
        try:
            used = any(entry.readlink() == Path(device) for entry in folder.iterdir())
        except OSError:
            continue
        if used and process.info["pid"] != os.getpid():
            found.append(f"{process.info['name']} (pid {process.info['pid']})")
    return found
