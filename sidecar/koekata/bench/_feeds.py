"""Clips that are played at another speed than their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from koekata.capture import Source
from koekata.capture.openers import open_file
from koekata.capture.pictures import Damage, Medium, Picture
from koekata.capture.reader import ReadingPlan
from koekata.errors import SourceUnreadableError

__all__ = ["endless_source", "paced_source"]


def paced_source(clip: Path, fps: float) -> Source:
    """A clip in a loop, delivered live at `fps` pictures a second, whatever its own rate is."""
    return _source(clip, fps, frames=None, live=True)


def endless_source(clip: Path, fps: float, frames: int) -> Source:
    """`frames` pictures of a clip in a loop, as fast as they are fetched; the time line advances by 1/fps each."""
    return _source(clip, fps, frames=frames, live=False)


def _source(clip: Path, fps: float, *, frames: int | None, live: bool) -> Source:
    def open_medium() -> Medium:
        return _Looped(clip, fps, frames)

    return Source(open_medium(), open_medium, ReadingPlan(live=live), mirrored=False)


class _Looped:
    """A medium that begins the clip again at its end, on one continuous time line."""

    recorded = True
    recoverable = False
    shortfall: str | None = None

    def __init__(self, clip: Path, fps: float, frames: int | None) -> None:
        self._clip, self._frames = clip, frames
        self._medium = open_file(str(clip))
        self._closed = False
        self.fps: float | None = fps
        self.frame_count = frames
        self.description = f"{self._medium.description} in a loop at {fps:g} fps"

    def pictures(self) -> Iterator[Picture | Damage]:
        """The pictures, with new times."""
        for number, picture in enumerate(self._endless()):
            if number == self._frames:
                return
            yield Picture(picture.render, number / (self.fps or 1.0))

    def _endless(self) -> Iterator[Picture]:
        while not self._closed:
            sound = 0
            for picture in self._medium.pictures():
                if isinstance(picture, Picture):
                    sound += 1
                    yield picture
            if not sound:
                raise SourceUnreadableError(f"{self._clip}: not one picture could be decoded")
            self._medium.close()
            self._medium = open_file(str(self._clip))

    def interrupt(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Close the file."""
        self._closed = True
        self._medium.close()
