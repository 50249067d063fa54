"""Footage that the tests encode themselves, and helpers to read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.frames import CapturedFrame, SourceEvent

WIDTH, HEIGHT = 64, 48


def numbered_picture(number: int, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """Red on the left half, green on the upper half, and the number as a level of blue."""
    image = np.zeros((height, width, 3), np.uint8)
    image[:, : width // 2, 0] = 200
    image[: height // 2, :, 1] = 200
    image[:, :, 2] = number * 4 % 256
    return image


class Readout:
    """Everything that a source handed over."""

    def __init__(self, items: Sequence[CapturedFrame | SourceEvent]) -> None:
        self.frames = [item for item in items if isinstance(item, CapturedFrame)]
        self.events = [item for item in items if isinstance(item, SourceEvent)]
        self.times = [frame.time.timeline_s for frame in self.frames]
        self.states = [event.state for event in self.events]

    def corner(self, vertical: int, horizontal: int) -> tuple[bool, bool]:
        """Whether red and green are lit in a corner of the first picture; -1 is the last row or column."""
        pixel = self.frames[0].image[3 if vertical == 0 else -4, 3 if horizontal == 0 else -4]
        return bool(pixel[0] > 100), bool(pixel[1] > 100)


@pytest.fixture
def encode(tmp_path: Path) -> Callable[..., Path]:
    """Encode test pictures: `encode("a.mp4", "libx264", count=12, setup=..., stamps=...)`."""

    def build(
        name: str,
        codec: str = "libx264",
        pixels: str = "yuv420p",
        *,
        count: int = 12,
        rate: Any = 25,
        size: tuple[int, int] = (WIDTH, HEIGHT),
        options: dict[str, str] | None = None,
        metadata: dict[str, str] | None = None,
        stamps: Sequence[int] | None = None,
        setup: Callable[[Any], None] | None = None,
    ) -> Path:
        path = tmp_path / name
        with av.open(str(path), "w", options=options or {}) as container:
            container.metadata.update(metadata or {})
            stream = container.add_stream(codec, rate=rate)
            stream.width, stream.height, stream.pix_fmt = *size, pixels
            if setup is not None:
                setup(stream)
            for number in range(count):
                frame = av.VideoFrame.from_ndarray(numbered_picture(number, *size), format="rgb24")
                frame.pts = stamps[number] if stamps else number
                container.mux(stream.encode(frame))
            container.mux(stream.encode())
        return path

    return build


@pytest.fixture
def read_offline() -> Callable[..., Readout]:
    """Read a source to its end, offline."""

    def read(source: Path | str, **config: Any) -> Readout:
        with open_source(CaptureConfig(source=str(source), **config), live=False) as opened:
            return Readout(list(opened))

    return read


@pytest.fixture
def picture_of() -> Callable[..., np.ndarray]:
    """The numbered test picture."""
    return numbered_picture


@pytest.fixture
def readout() -> type[Readout]:
    """Sorts what a source handed over."""
    return Readout
