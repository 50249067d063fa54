"""Frame messages to SolvedFace: weights bound by name, sessions and layouts followed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.frames import FloatArray, FrameTime, SolvedFace
from koekata.receive.messages import FrameMessage, LayoutMessage
from koekata.receive.stats import StatsCounter

__all__ = ["Assembler"]


@dataclass(frozen=True, slots=True)
class _Binding:
    """Where the weights of a layout go in Koekata's own order."""

    layout: int
    count: int
    source: list[int]
    target: list[int]

    @staticmethod
    def of(message: LayoutMessage) -> _Binding:
        known = [(at, ARKIT_INDEX[name]) for at, name in enumerate(message.channels) if name in ARKIT_INDEX]
        return _Binding(
            layout=message.layout,
            count=len(message.channels),
            source=[source for source, _ in known],
            target=[target for _, target in known],
        )

    def spread(self, values: tuple[float, ...]) -> FloatArray:
        """The values in the order of ARKIT_NAMES; 0 for channels that the layout lacks."""
        spread = np.zeros(len(ARKIT_NAMES))
        spread[self.target] = np.asarray(values)[self.source]
        return spread


class Assembler:
    """Follows one stream: what belongs to an old session or comes late is counted and left out."""

    def __init__(self, stats: StatsCounter) -> None:
        self._stats = stats
        self._session = ""
        self._bindings: dict[int, _Binding] = {}
        self._last: dict[int, int] = {}

    def follow(self, session: str) -> None:
        """Forget sequence numbers and layouts when the sender was started anew."""
        if session != self._session:
            self._session = session
            self._stats.sessions += 1
            self._bindings.clear()
            self._last.clear()

    def learn(self, message: LayoutMessage) -> None:
        """Take note of a layout."""
        known = self._bindings.get(message.performer)
        if known is None or known.layout != message.layout:
            self._bindings[message.performer] = _Binding.of(message)

    def face(self, message: FrameMessage) -> SolvedFace | None:
        """The face of a frame, or None for one that is to be left out."""
        binding = self._bindings.get(message.performer)
        if binding is None or binding.layout != message.layout or binding.count != len(message.weights):
            self._stats.skipped += 1
            return None
        if not self._is_newer(message):
            self._stats.outdated += 1
            return None
        return _face(message, binding)

    def _is_newer(self, message: FrameMessage) -> bool:
        last = self._last.get(message.performer)
        if last is not None and message.sequence <= last:
            return False
        if last is not None:
            self._stats.lost += message.sequence - last - 1
        self._last[message.performer] = message.sequence
        return True


def _face(message: FrameMessage, binding: _Binding) -> SolvedFace:
    return SolvedFace(
        performer=message.performer,
        time=FrameTime(
            sequence=message.sequence,
            timeline_s=message.timeline_s,
            monotonic_ns=message.monotonic_ns,
            wall_ns=message.wall_ns,
            timecode=message.timecode,
        ),
        tracked=message.tracked,
        confidence=message.confidence,
        weights=binding.spread(message.weights),
        channel_confidence=binding.spread(message.channel_confidence),
        yaw_pitch_roll=np.asarray(message.head_ypr),
        translation=np.asarray(message.head_translation),
        gaze=np.asarray(message.gaze),
    )
