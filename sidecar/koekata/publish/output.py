"""What every output has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from koekata.frames import SolvedFace, SourceEvent

if TYPE_CHECKING:
    from koekata.character import MappedFace

__all__ = ["CharacterOutput", "Output", "OutputCounts"]


@dataclass(slots=True)
class OutputCounts:
    """Frames since the output was opened."""

    sent: int = 0
    """Handed to the network."""
    failed: int = 0
    """Refused by the network, in whole or in part."""
    skipped: int = 0
    """Of a performer that the protocol has no room for."""


class Output(Protocol):
    """One way out of the process. `send` and `event` never wait and never raise for trouble on the network."""

    @property
    def name(self) -> str:
        """Short name, as in the configuration."""

    @property
    def address(self) -> str:
        """Where listeners find the stream, or where it is sent to; for people."""

    @property
    def counts(self) -> OutputCounts:
        """What became of the frames so far."""

    def send(self, face: SolvedFace) -> None:
        """Send one frame, whose numbers are finite and whose weights are in [0, 1]."""

    def event(self, event: SourceEvent) -> None:
        """Tell the listeners that the source changed its state."""

    def close(self) -> None:
        """Free the sockets; safe to call twice."""


@runtime_checkable
class CharacterOutput(Protocol):
    """An output that has room for the targets of a mapping table."""

    def send_mapped(self, mapped: MappedFace) -> None:
        """Send one frame: the face as `Output.send` takes it, and what the character does."""
