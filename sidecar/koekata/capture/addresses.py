"""What a `source` string means. Every rule stands here, in the order in which it is tried.

1. `-` reads standard input; `-:640x480:rgb24:30` reads pictures without a container from it.
2. `none` has no pictures: for a voice alone.
3. A number is a camera, and so is a device path such as `/dev/video0`.
4. `scheme://` is an address; `file://` is a path.
5. What exists on disk is a folder of images or a file.
6. `*`, `?`, `[...]` or `%04d` is a pattern of images.
7. What looks like a path (a slash, or a suffix of pictures or video) is a path that does not exist.
8. Everything else is a part of a camera's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from koekata.errors import SourceNotFoundError

__all__ = [
    "IMAGE_SUFFIXES", "SOUND_SUFFIXES", "VIDEO_SUFFIXES", "Address", "SourceKind", "is_pattern", "recognise",
    "without_password",
]  # fmt: skip

IMAGE_SUFFIXES = frozenset(".png .jpg .jpeg .bmp .tif .tiff .tga .webp .exr .dpx .ppm .pgm .avif .jp2".split())
VIDEO_SUFFIXES = frozenset(
    ".mp4 .m4v .mov .mkv .webm .avi .mpg .mpeg .ts .mts .m2ts .mxf .flv .wmv .3gp .ogv .gif .h264 .h265 .y4m".split()
)
SOUND_SUFFIXES = frozenset(".wav .flac .mp3 .ogg .oga .opus .m4a .aac .aif .aiff .wma".split())
SCHEMES = ("rtsp", "rtsps", "rtmp", "rtmps", "http", "https", "udp", "tcp", "rtp", "srt")


class SourceKind(Enum):
    """The sort of device or medium that a source is."""

    NONE = "none"
    PIPE = "pipe"
    CAMERA = "camera"
    NETWORK = "address"
    IMAGES = "images"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Address:
    """A source that was recognised."""

    kind: SourceKind
    value: str
    """Camera index or name, path, pattern, address, or the layout of raw pictures on a pipe."""


def recognise(source: str) -> Address:
    """Apply the rules of this module. Raises SourceNotFoundError for what can be none of them."""
    text = source.strip()
    if not text:
        raise SourceNotFoundError(
            "the source is empty", remedy="Name a camera (`0`), a file, a folder of images, an address or `-`."
        )
    if text == "-" or text.startswith("-:"):
        return Address(SourceKind.PIPE, text[2:])
    if text == "none":
        return Address(SourceKind.NONE, "")
    if text.isascii() and (text.isdigit() or re.fullmatch(r"/dev/video\d+", text)):
        return Address(SourceKind.CAMERA, text.removeprefix("/dev/video"))
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+)://", text)
    if scheme:
        return _address(scheme.group(1).lower(), text)
    return _path_or_name(text)


def _address(scheme: str, text: str) -> Address:
    if scheme == "file":
        return _path_or_name(url2pathname(urlsplit(text).path))
    if scheme not in SCHEMES:
        raise SourceNotFoundError(
            f"{without_password(text)}: addresses of the kind `{scheme}://` are not known",
            remedy="Known are " + ", ".join(f"{name}://" for name in SCHEMES) + " and file://.",
        )
    return Address(SourceKind.NETWORK, text)


def _path_or_name(text: str) -> Address:
    path = Path(text).expanduser()
    if path.is_dir():
        return Address(SourceKind.IMAGES, str(path))
    if path.exists():
        single = path.suffix.lower() in IMAGE_SUFFIXES
        return Address(SourceKind.IMAGES if single else SourceKind.FILE, str(path))
    if is_pattern(text):
        return Address(SourceKind.IMAGES, str(path))
    if "/" in text or "\\" in text or path.suffix.lower() in IMAGE_SUFFIXES | VIDEO_SUFFIXES:
        return Address(SourceKind.FILE, str(path))
    return Address(SourceKind.CAMERA, text)


def is_pattern(text: str) -> bool:
    """Whether the text holds wildcards (`*`, `?`, `[...]`) or a frame number (`%d`, `%04d`)."""
    return bool(re.search(r"[*?]|\[.+\]|%0?\d*d", text))


def without_password(url: str) -> str:
    """The address without its user and password, fit for messages and logs."""
    return re.sub(r"(?<=://)[^/@\s]+@", "", url)
