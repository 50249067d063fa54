"""What every kind of source looks like to the reader: a medium that yields pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from koekata.frames import ImageArray

__all__ = ["Damage", "Medium", "Opener", "Picture"]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One picture as its medium delivers it."""

    render: Callable[[], ImageArray]
    """Makes the (H, W, 3) RGB image. Called only for pictures that are handed over, so that drops cost little."""
    timeline_s: float | None = None
    """Presentation time in seconds, 0 for the first picture; None where only the arrival counts."""
    timecode: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """A picture that was there and could not be decoded."""

    reason: str


class Medium(Protocol):
    """An opened camera, file, folder, address or pipe. Used by one thread, but for `interrupt`."""

    @property
    def description(self) -> str:
        """For people: what it is, its size and rate."""

    @property
    def fps(self) -> float | None:
        """Nominal pictures per second, where known."""

    @property
    def frame_count(self) -> int | None:
        """Number of pictures, where the medium announces it."""

    @property
    def recorded(self) -> bool:
        """It has a time line and an end of its own: it can be paced and looped, and its end is no fault."""

    @property
    def recoverable(self) -> bool:
        """When it stops, opening it again may bring it back."""

    @property
    def shortfall(self) -> str | None:
        """After the last picture: why there are fewer than there should be; None at a regular end."""

    def pictures(self) -> Iterator[Picture | Damage]:
        """Every picture in order. Ends at the end and at the first fault that stops the medium (see `shortfall`)."""

    def interrupt(self) -> None:
        """Ask a waiting `pictures` to return soon. May be called from any thread."""

    def close(self) -> None:
        """Release the device. Harmless when repeated."""


Opener = Callable[[], Medium]
"""Opens a medium. Raises CaptureError."""
