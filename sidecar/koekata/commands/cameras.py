"""`koekata cameras`: what is connected."""

from __future__ import annotations

import dataclasses
import json
import sys

from rich.console import Console

from koekata.capture import CameraFormat, CameraInfo, list_cameras

__all__ = ["cameras"]

_CHECKS = {
    "linux": "Is it plugged in (`lsusb`)? Is there a /dev/video0, and are you in the group `video`? In a container or "
    "a virtual machine, the camera must be handed through.",
    "darwin": "Is it plugged in? Allow the camera for your terminal in System Settings, Privacy & Security, Camera.",
    "win32": "Is it plugged in? Allow desktop apps to use the camera in Settings, Privacy & security, Camera.",
}


def cameras(console: Console, *, as_json: bool) -> int:
    """List them. Returns 0, also where there is none: films and addresses work without."""
    found = list_cameras()
    if as_json:
        console.print(json.dumps([dataclasses.asdict(camera) for camera in found]))
        return 0
    for camera in found:
        _show(camera, console)
    if not found:
        console.print("No camera is connected.")
        console.print(_CHECKS.get(sys.platform, _CHECKS["linux"]))
    return 0


def _show(camera: CameraInfo, console: Console) -> None:
    device = f" ({camera.device})" if camera.device else ""
    console.print(f"{camera.index}: {camera.name}{device}")
    for entry in camera.formats:
        console.print(f"   {_format(entry)}")
    if not camera.formats and sys.platform == "linux":
        console.print("   its formats cannot be asked: is it yours to read?")


def _format(entry: CameraFormat) -> str:
    rates = ", ".join(f"{rate:g}" for rate in entry.fps)
    return f"{entry.width}x{entry.height} {entry.pixels}" + (f" at {rates} per second" if rates else "")
