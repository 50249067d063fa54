"""What a backend offers to the tracker."""

from __future__ import annotations

from typing import Literal, Protocol

from koekata.frames import ImageArray
from koekata.track._regions import Candidate, Mesh, Region, Window

__all__ = ["Engine", "Reach"]

Reach = Literal["near", "far"]


class Engine(Protocol):
    """Networks that find faces and put the mesh on them. Not for use from several threads at once."""

    @property
    def name(self) -> str:
        """As in the configuration."""

    @property
    def tile_shares(self) -> tuple[float, ...]:
        """Sides of the far search's tiles as shares of the shorter image side, such that no face falls between them."""

    def mesh(self, slot: int, image: ImageArray, region: Region, time_s: float) -> Mesh | None:
        """Put the mesh on the face in `region`; None where there is none.

        `slot` names the performer, for backends that keep a state for each of them.
        """

    def find(self, image: ImageArray, window: Window, reach: Reach) -> list[Candidate]:
        """Faces in a window: `near` is cheap and needs one of about a sixth of the window, `far` sees smaller ones."""

    def forget(self, slot: int) -> None:
        """The performer was lost: drop what is kept for the slot."""

    def close(self) -> None:
        """Free the networks."""
