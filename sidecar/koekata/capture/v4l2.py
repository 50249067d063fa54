"""Asks Linux what a camera can do (`linux/videodev2.h`; the numbers are part of the kernel's stable interface)."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["CameraFormat", "Ioctl", "capture_formats", "open_node"]

_QUERYCAP, _ENUM_FMT, _ENUM_FRAMESIZES, _ENUM_FRAMEINTERVALS = 0x80685600, 0xC0405602, 0xC02C564A, 0xC034564B
_VIDEO_CAPTURE, _DISCRETE, _LONGEST_LIST = 1, 1, 64

Ioctl = Callable[[int, bytearray], None]
"""Sends a request with its argument, which the kernel fills in. Raises OSError at the end of a list."""


@dataclass(frozen=True, slots=True)
class CameraFormat:
    """A size that a camera delivers in one pixel format."""

    pixels: str
    """Four characters such as `MJPG` or `YUYV`."""
    width: int
    height: int
    fps: tuple[float, ...]
    """Rates, highest first; empty where the driver lists none."""


def open_node(path: str) -> int:
    """Open a device node without starting it. Raises OSError."""
    return os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))


def kernel(descriptor: int) -> Ioctl:
    """The real `ioctl` of an open device node."""

    def request(number: int, argument: bytearray) -> None:
        if sys.platform == "win32":
            raise OSError("V4L2 exists on Linux only")
        import fcntl

        fcntl.ioctl(descriptor, number, argument)

    return request


def capture_formats(ioctl: Ioctl) -> tuple[CameraFormat, ...] | None:
    """What the device delivers; None where it takes no pictures (metadata nodes, encoders)."""
    capability = bytearray(104)
    ioctl(_QUERYCAP, capability)
    everything, this_node = struct.unpack_from("=II", capability, 84)
    if not (this_node or everything) & _VIDEO_CAPTURE:
        return None
    found: list[CameraFormat] = []
    for description in _listed(ioctl, _ENUM_FMT, struct.pack("=II", 0, _VIDEO_CAPTURE), 64):
        (code,) = struct.unpack_from("=I", description, 44)
        found.extend(_sizes(ioctl, code))
    return tuple(found)


def _sizes(ioctl: Ioctl, code: int) -> Iterator[CameraFormat]:
    name = code.to_bytes(4, "little").decode("ascii", "replace").strip()
    for answer in _listed(ioctl, _ENUM_FRAMESIZES, struct.pack("=II", 0, code), 44):
        # One size, or least, most and step of the width, then of the height: the largest stands for all.
        kind, first, second, _, _, highest = struct.unpack_from("=6I", answer, 8)
        width, height = (first, second) if kind == _DISCRETE else (second, highest)
        yield CameraFormat(name, width, height, _rates(ioctl, code, width, height))


def _rates(ioctl: Ioctl, code: int, width: int, height: int) -> tuple[float, ...]:
    request = struct.pack("=IIII", 0, code, width, height)
    rates = set()
    for answer in _listed(ioctl, _ENUM_FRAMEINTERVALS, request, 52):
        _, numerator, denominator = struct.unpack_from("=III", answer, 16)
        # For a range of intervals, these are the shortest one: the highest rate.
        if numerator:
            rates.add(round(denominator / numerator, 3))
    return tuple(sorted(rates, reverse=True))


def _listed(ioctl: Ioctl, number: int, request: bytes, size: int) -> Iterator[bytearray]:
    """Answers for index 0, 1, ... until the kernel refuses."""
    for index in range(_LONGEST_LIST):
        argument = bytearray(request.ljust(size, b"\0"))
        struct.pack_into("=I", argument, 0, index)
        try:
            ioctl(number, argument)
        except OSError:
            return
        yield argument
