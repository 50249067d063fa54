"""Folders and patterns of images, read as one film."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import av
import av.error

from koekata.capture.addresses import IMAGE_SUFFIXES
from koekata.capture.faults import check_file, missing_path, reason
from koekata.capture.pictures import Damage, Picture
from koekata.capture.render import Renderer
from koekata.errors import SourceNotFoundError

__all__ = ["ImageSequence", "find_images", "open_images"]

USUAL_FPS = 30.0


class ImageSequence:
    """Images shown one after the other at an even rate. They may differ in size and format."""

    recorded = True
    recoverable = False
    shortfall: str | None = None

    def __init__(self, paths: list[Path], name: str, fps: float) -> None:
        self._paths = paths
        self._name = name
        self.fps: float | None = fps
        self.frame_count: int | None = len(paths)
        self._render = Renderer()

    @property
    def description(self) -> str:
        """Name, number of images and rate."""
        return f"{self._name} ({len(self._paths)} images, {self.fps:g} fps)"

    def pictures(self) -> Iterator[Picture | Damage]:
        """Every image in natural order; one that cannot be decoded keeps its place on the time line."""
        for index, path in enumerate(self._paths):
            yield self._picture(path, index / (self.fps or USUAL_FPS))

    def _picture(self, path: Path, timeline_s: float) -> Picture | Damage:
        try:
            frame = _decode(path)
        except (av.error.FFmpegError, OSError) as error:
            return Damage(f"{path.name}: {reason(error)}")
        return Picture(partial(self._render, frame), timeline_s)

    def interrupt(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """No file stays open between images."""


def open_images(value: str, fps: float = 0.0) -> ImageSequence:
    """A folder, a pattern or one image; `fps` 0 means 30.

    Raises SourceNotFoundError where nothing matches, SourceUnreadableError for one image that is empty.
    """
    path = Path(value)
    if path.is_file():
        check_file(path)
    return ImageSequence(find_images(value), value, fps or USUAL_FPS)


def find_images(value: str) -> list[Path]:
    """The images of a folder, or those that match a pattern in the last part of a path, in natural order."""
    path = Path(value)
    if path.is_file():
        return [path]
    folder, wanted = (path, None) if path.is_dir() else (path.parent, _matcher(path.name))
    if not folder.is_dir():
        raise missing_path(path)
    files = [entry for entry in folder.iterdir() if entry.is_file() and not entry.name.startswith(".")]
    if wanted is None:
        found = [entry for entry in files if entry.suffix.lower() in IMAGE_SUFFIXES]
    else:
        found = [entry for entry in files if wanted.fullmatch(entry.name)]
    if not found:
        raise _nothing_found(path, files)
    return sorted(found, key=_natural)


def _matcher(pattern: str) -> re.Pattern[str]:
    """Wildcards and frame numbers as a regular expression; `%04d` takes four digits or more, as in printf."""
    out = []
    for part in re.findall(r"%0?\d*d|\*|\?|\[[^\]]+\]|.", pattern):
        number = re.fullmatch(r"%0?(\d*)d", part)
        if number:
            out.append(rf"\d{{{int(number[1] or 1)},}}")
        elif len(part) > 1:
            out.append(part.replace("[!", "[^", 1).replace("\\", "\\\\"))
        else:
            out.append({"*": ".*", "?": "."}.get(part) or re.escape(part))
    return re.compile("".join(out))


def _natural(path: Path) -> tuple[list[tuple[int, str]], str]:
    """Sorts `a2` before `a10`."""
    parts = re.findall(r"\d+|\D+", path.name.lower())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], path.name


def _nothing_found(path: Path, files: list[Path]) -> SourceNotFoundError:
    if path.is_dir():
        kinds = ", ".join(sorted(suffix[1:] for suffix in IMAGE_SUFFIXES))
        return SourceNotFoundError(
            f"{path}: there are no images in this folder",
            remedy=f"Known are {kinds}. For a video, name the file itself.",
        )
    images = sorted((entry for entry in files if entry.suffix.lower() in IMAGE_SUFFIXES), key=_natural)
    there = f"The folder holds {images[0].name} to {images[-1].name}." if images else f"{path.parent} holds no images."
    return SourceNotFoundError(f"{path}: no image matches this pattern", remedy=there)


def _decode(path: Path) -> av.VideoFrame:
    # A `%` in the name of one image is no pattern.
    options = {"pattern_type": "none"}
    with av.open(str(path.absolute()), "r", format="image2", options=options) as container:
        return next(container.decode(video=0))
