"""Video that FFmpeg decodes: files, addresses and pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import av
import av.error
import av.logging

from koekata.capture.faults import reason
from koekata.capture.pictures import Damage, Picture
from koekata.capture.pipe import PipeReader
from koekata.capture.render import Renderer
from koekata.capture.timecode import Timecode
from koekata.errors import SourceUnreadableError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

__all__ = ["ContainerMedium"]

_USUAL_FPS = 25.0
_TEXT_ART = "tty"
"""FFmpeg draws text files as terminal screens; for a face tracker that is no video."""
_FRAMES_COUNTED_BY = frozenset(("mov", "mp4", "avi"))


class ContainerMedium:
    """A video stream inside a container that FFmpeg has opened. Takes over the container.

    Raises SourceUnreadableError where there is no video stream, or none that this FFmpeg decodes.
    """

    def __init__(
        self,
        container: InputContainer,
        name: str,
        *,
        paced: bool,
        recoverable: bool = False,
        by_arrival: bool = False,
        pipe: PipeReader | None = None,
    ) -> None:
        self._container = container
        self._name = name
        self._by_arrival = by_arrival
        self._pipe = pipe
        try:
            self._stream = _video_stream(container, name)
        except BaseException:
            self.close()
            raise
        self._render = Renderer(self._stream.sample_aspect_ratio)
        self._timecode = Timecode.parse(_timecode_tag(container), self.fps)
        self._origin_s: float | None = None
        self._last_s: float | None = None
        self._packets_read = 0
        self.recorded = paced
        self.recoverable = recoverable
        self.shortfall: str | None = None
        # Frame threads hold pictures back, and lose sound ones beside a damaged one.
        self._stream.thread_type = "SLICE"

    @property
    def fps(self) -> float | None:
        """Average rate that the container states."""
        rate = self._stream.average_rate or self._stream.guessed_rate
        return float(rate) if rate else None

    @property
    def frame_count(self) -> int | None:
        """Pictures that the container announces."""
        return self._stream.frames or None

    @property
    def description(self) -> str:
        """Name, size, rate and codec."""
        context = self._stream.codec_context
        rate = f", {self.fps:.4g} fps" if self.fps else ""
        return f"{self._name} ({context.width}x{context.height}{rate}, {context.name})"

    def pictures(self) -> Iterator[Picture | Damage]:
        """Every picture that can be decoded, in order of presentation."""
        for packet in self._packets():
            try:
                frames = self._stream.decode(packet)
            except av.error.FFmpegError as error:
                # Not being able to flush means that nothing is left.
                if packet is not None and packet.size:
                    yield Damage(reason(error))
                continue
            for frame in frames:
                yield self._picture(frame)
        self._compare_with_announcement()

    def _packets(self) -> Iterator[Packet[VideoStream] | None]:
        try:
            for packet in self._container.demux(self._stream):
                self._packets_read += bool(packet.size)
                yield packet
        except (av.error.FFmpegError, OSError) as error:
            self.shortfall = reason(error)
            yield None

    def _picture(self, frame: VideoFrame) -> Picture:
        timeline_s = self._timeline(frame)
        label = self._timecode.at(timeline_s) if self._timecode else None
        return Picture(lambda: self._render(frame), None if self._by_arrival else timeline_s, label)

    def _timeline(self, frame: VideoFrame) -> float:
        """Seconds since the first picture. A missing or backward time stamp follows the one before."""
        stamp: float | None = frame.time
        step = 1.0 / (self.fps or _USUAL_FPS)
        if self._origin_s is None:
            self._origin_s = stamp or 0.0
        after = self._last_s + step if self._last_s is not None else 0.0
        timeline_s = after if stamp is None else stamp - self._origin_s
        if self._last_s is not None and timeline_s <= self._last_s:
            timeline_s = after
        self._last_s = timeline_s
        return timeline_s

    def _compare_with_announcement(self) -> None:
        if self.shortfall:
            return
        announced = self._stream.frames
        if announced and _FRAMES_COUNTED_BY & set(self._container.format.name.split(",")):
            if self._packets_read < announced:
                self.shortfall = f"the file announces {announced}"
            return
        seconds = _tagged_duration(self._stream.metadata)
        if seconds and self._last_s is not None and self._last_s + 0.5 < seconds:
            self.shortfall = f"the file announces {seconds:.1f} s, it holds {self._last_s:.1f} s"

    def interrupt(self) -> None:
        """Unblock a pipe. Addresses end by their own time limit."""
        if self._pipe is not None:
            self._pipe.interrupt()

    def close(self) -> None:
        """Release file, socket and decoder."""
        self._container.close()
        if self._pipe is not None:
            self._pipe.close()


def _video_stream(container: InputContainer, name: str) -> VideoStream:
    moving = [s for s in container.streams.video if not s.disposition & s.disposition.attached_pic]
    if not moving or container.format.name == _TEXT_ART:
        kinds = sorted({str(stream.type) for stream in container.streams})
        found = "text" if container.format.name == _TEXT_ART else " and ".join(kinds) or "nothing"
        raise SourceUnreadableError(
            f"{name}: there is no video in it, only {found}", remedy="Choose the file that holds the picture."
        )
    decodable = [stream for stream in moving if _has_decoder(stream)]
    if not decodable:
        raise SourceUnreadableError(
            f"{name}: this FFmpeg has no decoder for its codec {_codec_name(container)}",
            remedy="Convert it to H.264 in MP4.",
        )
    return decodable[0]


def _has_decoder(stream: VideoStream) -> bool:
    # PyAV's type information promises a codec, but there is none where FFmpeg lacks it.
    context: object | None = stream.codec_context
    return context is not None


def _codec_name(container: Any) -> str:
    """FFmpeg's name of the codec, or the four characters by which the container calls it."""
    level = av.logging.get_level()
    # FFmpeg names the codec in its log only, which is silent otherwise.
    av.logging.set_level(av.logging.INFO)
    try:
        match = re.search(r"Video: (\w+)(?: \((\w+))?", container.dumps_format())
    finally:
        av.logging.set_level(level)
    return "" if match is None else f"`{match.group(2) or match.group(1)}`"


def _timecode_tag(container: InputContainer) -> str | None:
    tags = [container.metadata, *(stream.metadata for stream in container.streams)]
    return next((tag["timecode"] for tag in tags if "timecode" in tag), None)


def _tagged_duration(metadata: dict[str, str]) -> float | None:
    """Matroska's `DURATION` tag in seconds."""
    match = re.match(r"(\d+):(\d+):(\d+(?:\.\d+)?)", metadata.get("DURATION", ""))
    return int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3]) if match else None
