"""Drives all outputs: each frame and each event goes to every one of them."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from koekata.config import OutputsConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.check import fault_of, limited
from koekata.publish.ifacialmocap import IFacialMocapOutput
from koekata.publish.live_link_face import LiveLinkFaceOutput
from koekata.publish.osc import OscOutput
from koekata.publish.output import CharacterOutput, Output, OutputCounts
from koekata.publish.vmc import VmcOutput
from koekata.publish.zmq_output import ZmqOutput

if TYPE_CHECKING:
    from koekata.character import MappedFace

__all__ = ["Publisher", "open_outputs"]

_log = logging.getLogger(__name__)


class Publisher:
    """A set of open outputs. Use it as a context manager, or call `close`."""

    def __init__(self, outputs: Sequence[Output]) -> None:
        self._outputs = tuple(outputs)
        self.rejected = 0
        """Frames that held numbers unfit to be sent; a fault of an earlier stage."""

    @property
    def addresses(self) -> dict[str, str]:
        """Where each output is heard, by its name."""
        return {output.name: output.address for output in self._outputs}

    @property
    def counts(self) -> dict[str, OutputCounts]:
        """A copy of what each output has sent, by its name."""
        return {output.name: dataclasses.replace(output.counts) for output in self._outputs}

    def send(self, face: SolvedFace) -> None:
        """Send a frame to every output. A frame with a number that is not finite is counted and goes nowhere."""
        fit = self._fit(face)
        if fit is None:
            return
        for output in self._outputs:
            output.send(fit)

    def send_mapped(self, mapped: MappedFace) -> None:
        """As `send`, with what the character does for the outputs that have room for it."""
        fit = self._fit(mapped.face)
        if fit is None:
            return
        mapped = dataclasses.replace(mapped, face=fit)
        for output in self._outputs:
            if isinstance(output, CharacterOutput):
                output.send_mapped(mapped)
            else:
                output.send(fit)

    def event(self, event: SourceEvent) -> None:
        """Tell every output that the source changed its state."""
        for output in self._outputs:
            output.event(event)

    def close(self) -> None:
        """Close every output, the last opened first."""
        for output in reversed(self._outputs):
            output.close()

    def __enter__(self) -> Publisher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fit(self, face: SolvedFace) -> SolvedFace | None:
        """The face within its limits; None where it must not be sent."""
        fault = fault_of(face)
        if fault:
            self._reject(face, fault)
            return None
        return limited(face)

    def _reject(self, face: SolvedFace, fault: str) -> None:
        self.rejected += 1
        if self.rejected == 1:
            _log.error("Picture %d is not sent: %s. Further ones are only counted.", face.time.sequence, fault)


def open_outputs(config: OutputsConfig, face_model: str = "") -> Publisher:
    """Open every enabled output, or none: when one cannot be opened, those before it are closed again.

    `face_model` is the name and edition of what the weights are fitted with, for the outputs that can tell it.
    Raises PublishError, and PortInUseError naming the program that holds the port.
    """
    opened: list[Output] = []
    try:
        # `extend` would lose the ones opened before an error.
        for open_output in _enabled(config, face_model):
            opened += [open_output()]
    except BaseException:
        Publisher(opened).close()
        raise
    return Publisher(opened)


def _enabled(config: OutputsConfig, face_model: str) -> list[Callable[[], Output]]:
    choices: list[tuple[bool, Callable[[], Output]]] = [
        (config.zmq.enabled, lambda: ZmqOutput(config.zmq, face_model)),
        (config.osc.enabled, lambda: OscOutput(config.osc)),
        (config.vmc.enabled, lambda: VmcOutput(config.vmc)),
        (config.live_link_face.enabled, lambda: LiveLinkFaceOutput(config.live_link_face)),
        (config.ifacialmocap.enabled, lambda: IFacialMocapOutput(config.ifacialmocap)),
    ]
    return [open_output for enabled, open_output in choices if enabled]
