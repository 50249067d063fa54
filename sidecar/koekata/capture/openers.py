"""Opens files, addresses and pipes with FFmpeg."""

from __future__ import annotations

import re
from pathlib import Path

import av
import av.error

from koekata.capture.addresses import without_password
from koekata.capture.container import ContainerMedium
from koekata.capture.faults import address_fault, check_file, file_fault
from koekata.capture.pipe import PipeReader
from koekata.errors import SourceUnreadableError

__all__ = ["OPEN_TIMEOUT_S", "READ_TIMEOUT_S", "open_address", "open_file", "open_pipe"]

OPEN_TIMEOUT_S, READ_TIMEOUT_S = 5.0, 3.0
_RAW_LAYOUT = re.compile(r"(?P<size>\d+x\d+):(?P<pixels>[a-z0-9]+):(?P<fps>\d+(?:\.\d+)?)")


def open_file(value: str) -> ContainerMedium:
    """Open a video file. Raises SourceNotFoundError, SourceUnreadableError."""
    path = Path(value)
    check_file(path)
    try:
        # An absolute path cannot be taken for an address, whatever its name.
        container = av.open(str(path.absolute()), "r")
    except (av.error.FFmpegError, OSError) as error:
        raise file_fault(str(path), error) from error
    return ContainerMedium(container, str(path), paced=True)


def open_address(url: str, *, live: bool) -> ContainerMedium:
    """Open an address. One with a known duration is a recording; live, all others can be opened again.

    Raises SourceNotFoundError, SourceUnreadableError.
    """
    options = {"rtsp_transport": "tcp"} if url.lower().startswith("rtsp") else {}
    if live:
        # FFmpeg looks at five seconds of a stream before it lets go of the first picture.
        options["analyzeduration"] = "500000"
    try:
        container = av.open(url, "r", options=options, timeout=(OPEN_TIMEOUT_S, READ_TIMEOUT_S))
    except (av.error.FFmpegError, OSError) as error:
        raise address_fault(url, error, OPEN_TIMEOUT_S) from error
    recorded = container.duration is not None
    endless = live and not recorded
    return ContainerMedium(container, without_password(url), paced=recorded, recoverable=endless, by_arrival=endless)


def open_pipe(layout: str, descriptor: int = 0) -> ContainerMedium:
    """Open a pipe, by default standard input.

    `layout` is empty for any container, or `640x480:rgb24:30` (size, FFmpeg pixel format, rate) for bare pictures.
    Raises SourceUnreadableError.
    """
    options = _raw_options(layout)
    pipe = PipeReader(descriptor)
    try:
        container = av.open(pipe, "r", format="rawvideo" if layout else None, options=options)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        pipe.close()
        raise _pipe_fault(pipe, layout, error) from error
    pipe.raise_interrupt()
    return ContainerMedium(container, "standard input", paced=False, pipe=pipe)


def _raw_options(layout: str) -> dict[str, str]:
    if not layout:
        return {}
    match = _RAW_LAYOUT.fullmatch(layout)
    if match is None:
        raise SourceUnreadableError(
            f"`-:{layout}`: this layout of raw pictures is not understood",
            remedy="Write size, FFmpeg pixel format and rate: `-:640x480:rgb24:30`.",
        )
    return {"video_size": match["size"], "pixel_format": match["pixels"], "framerate": match["fps"]}


def _pipe_fault(pipe: PipeReader, layout: str, error: BaseException) -> SourceUnreadableError:
    pipe.raise_interrupt()
    if pipe.bytes_read == 0:
        return SourceUnreadableError(
            "standard input: nothing was piped in",
            remedy="Pipe a video in: `ffmpeg ... -f matroska - | koekata run -`.",
        )
    if layout:
        return SourceUnreadableError(
            f"standard input: `{layout}` cannot be read ({error})", remedy="Check the pixel format."
        )
    fault = file_fault("standard input", error)
    return SourceUnreadableError(
        fault.message, remedy="Pipe a format that needs no seeking: Matroska, MPEG-TS, Y4M, fragmented MP4."
    )
