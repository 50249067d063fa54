"""The sound track of a film, or a sound file, on the time line of its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import av
import av.error
import numpy as np

from koekata.audio.samples import SAMPLE_RATE, Block, Converter, Samples
from koekata.capture.faults import check_file, file_fault
from koekata.errors import SoundMissingError, SourceUnreadableError

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet

__all__ = ["FilmSound"]

_TOLERANCE_S = 0.02
"""Time stamps may be off by this much (containers round them) before a gap is filled or an overlap dropped."""
_LONGEST_GAP_S = 600.0


class FilmSound:
    """Blocks of sound, without a gap between them, from the first one on.

    Time is counted from the film's first picture, as `FrameTime.timeline_s` is; without pictures, from the first
    sample. The file is read as it goes, so its length does not matter. Iterate from one thread.

    Raises SourceNotFoundError, SourceUnreadableError, and SoundMissingError where the file has no sound track.
    """

    def __init__(self, path: Path) -> None:
        check_file(path)
        self.path = path
        self.damaged = 0
        """Packets that could not be decoded; silence stands in their place."""
        self._origin_s = _first_picture_s(path)
        self._container = _open(path)
        tracks = self._container.streams.audio
        if not tracks:
            self._container.close()
            raise SoundMissingError(
                f"{path}: there is no sound track in it", remedy="Choose the file with the sound, or name a microphone."
            )
        self._track = tracks[0]
        if getattr(self._track, "codec_context", None) is None:
            self._container.close()
            raise SourceUnreadableError(
                f"{path}: this FFmpeg has no decoder for its sound", remedy="Convert the sound to AAC or WAV."
            )

    @property
    def description(self) -> str:
        """Name, rate, channels and codec."""
        context = self._track.codec_context
        return f"{self.path} ({context.sample_rate} Hz, {context.layout.nb_channels} channels, {context.name})"

    @property
    def duration_s(self) -> float | None:
        """As the container states it."""
        track = self._track
        if track.duration is not None and track.time_base is not None:
            return float(track.duration * track.time_base)
        return self._container.duration / av.time_base if self._container.duration else None

    def __iter__(self) -> Iterator[Block]:
        line = _Line(self._origin_s)
        for frame in self._frames():
            samples = line.append(frame)
            if len(samples):
                yield line.block(samples)
        if len(samples := line.rest()):
            yield line.block(samples)

    def _frames(self) -> Iterator[AudioFrame]:
        try:
            for packet in self._container.demux(self._track):
                yield from self._decoded(packet)
        except (av.error.FFmpegError, OSError):
            # A file that is cut off: what was there has been handed over.
            self.damaged += 1

    def _decoded(self, packet: Packet[AudioStream]) -> list[AudioFrame]:
        try:
            return packet.decode()
        except av.error.FFmpegError:
            # At the end of the file the packet is empty.
            self.damaged += bool(packet.size)
            return []

    def close(self) -> None:
        """Release the file."""
        self._container.close()

    def __enter__(self) -> FilmSound:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Line:
    """Puts frames in their places: silence where some are missing, nothing of those that come again."""

    def __init__(self, origin_s: float | None) -> None:
        self._origin_s = origin_s
        self._converter = Converter()
        self._start_s: float | None = None
        self._taken_s = 0.0
        self._given = 0

    def append(self, frame: AudioFrame) -> Samples:
        """What has become ready."""
        if self._origin_s is None:
            self._origin_s = frame.time or 0.0
        stamp = None if frame.time is None else frame.time - self._origin_s
        if self._start_s is None:
            self._start_s = stamp or 0.0
        gap_s = 0.0 if stamp is None else stamp - self._start_s - self._taken_s
        if gap_s < -_TOLERANCE_S:
            return np.zeros(0, np.float32)
        silence_s = min(gap_s, _LONGEST_GAP_S) if gap_s > _TOLERANCE_S else 0.0
        self._taken_s += silence_s + frame.samples / frame.sample_rate
        silence = np.zeros(round(silence_s * SAMPLE_RATE), np.float32)
        return np.concatenate([silence, self._converter.frame(frame)])

    def rest(self) -> Samples:
        """What the converter still holds."""
        return self._converter.rest() if self._start_s is not None else np.zeros(0, np.float32)

    def block(self, samples: Samples) -> Block:
        """The next samples, with their time."""
        block = Block((self._start_s or 0.0) + self._given / SAMPLE_RATE, samples)
        self._given += len(samples)
        return block


def _open(path: Path) -> InputContainer:
    try:
        return av.open(str(path.absolute()), "r")
    except (av.error.FFmpegError, OSError) as error:
        raise file_fault(str(path), error) from error


def _first_picture_s(path: Path) -> float | None:
    """The time stamp of the first picture in the clock of the container, None without pictures."""
    with _open(path) as container:
        moving = [s for s in container.streams.video if not s.disposition & s.disposition.attached_pic]
        if not moving:
            return None
        try:
            first = next(container.decode(moving[0]), None)
        except av.error.FFmpegError:
            return None
        return first.time if first is not None else None
