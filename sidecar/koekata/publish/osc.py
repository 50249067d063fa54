"""Koekata's own OSC addresses, as the end of `mappings/STREAM.md` lists them."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from koekata.config import OscConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.osc_encode import IMMEDIATELY, bundles, float_head, message, pack_floats, text, time_tag
from koekata.publish.output import OutputCounts
from koekata.publish.rotation import quaternion
from koekata.publish.udp import UdpSender

if TYPE_CHECKING:
    from koekata.character import MappedFace
    from koekata.mapping import MappingTable

__all__ = ["OscOutput"]

_LIMIT = 1472
"""Bytes of a datagram that fits an Ethernet frame."""
_FRAME = struct.Struct(">qdf")
_SAFE = "!$&'()+-.:;<=>@^_`|~"
"""Signs that may stand in a part of an OSC address, besides letters and digits."""


@dataclass(frozen=True, slots=True)
class _Heads:
    """The unchanging beginnings of one performer's messages."""

    names: tuple[str, ...]
    channels: tuple[bytes, ...]
    angles: bytes
    rotation: bytes
    translation: bytes
    gaze: bytes
    frame: tuple[bytes, bytes]
    """For a face that is not tracked, and for one that is."""

    @staticmethod
    def of(prefix: str, performer: int, names: tuple[str, ...]) -> _Heads:
        root = f"{prefix}/{performer}"
        frame = text(f"{root}/frame")
        return _Heads(
            names=names,
            channels=tuple(float_head(f"{root}/{name}", 1) for name in names),
            angles=float_head(f"{root}/head/ypr", 3),
            rotation=float_head(f"{root}/head/rotation", 4),
            translation=float_head(f"{root}/head/translation", 3),
            gaze=float_head(f"{root}/gaze", 4),
            frame=(frame + text(",hdFf"), frame + text(",hdTf")),
        )


class OscOutput:
    """Sends each frame as OSC over UDP. Channels that the source cannot observe are left out."""

    name = "osc"

    def __init__(self, config: OscConfig) -> None:
        """Raises PublishError when the host is unknown."""
        self._sender = UdpSender(self.name, config.host, config.port)
        self._prefix = config.prefix
        self._bundle = config.bundle
        self._heads: dict[int, _Heads] = {}
        self._targets: tuple[MappingTable | None, dict[tuple[int, str], bytes]] = (None, {})
        self.counts = OutputCounts()
        self.address = self._sender.address

    def send(self, face: SolvedFace) -> None:
        """Send one frame, the `frame` message last."""
        self._deliver(face, self._messages(face))

    def send_mapped(self, mapped: MappedFace) -> None:
        """Send one frame with the targets of the mapping table, the `frame` message last."""
        *messages, last = self._messages(mapped.face)
        self._deliver(mapped.face, [*messages, *self._mapped_messages(mapped), last])

    def _deliver(self, face: SolvedFace, messages: list[bytes]) -> None:
        datagrams = bundles(messages, time_tag(face.time.wall_ns), _LIMIT) if self._bundle else messages
        if self._sender.send(datagrams):
            self.counts.sent += 1
        else:
            self.counts.failed += 1

    def event(self, event: SourceEvent) -> None:
        """Send the state of the source."""
        content = message(f"{self._prefix}/status", event.state, event.detail[:1000])
        self._sender.send(bundles([content], IMMEDIATELY, _LIMIT) if self._bundle else [content])

    def close(self) -> None:
        """Free the socket."""
        self._sender.close()

    def _messages(self, face: SolvedFace) -> list[bytes]:
        heads = self._heads_of(face)
        observed = zip(heads.channels, face.weights.tolist(), face.channel_confidence.tolist(), strict=True)
        messages = [head + pack_floats(weight) for head, weight, confidence in observed if confidence > 0.0]
        angles = face.yaw_pitch_roll.tolist()
        messages += (
            heads.angles + pack_floats(*angles),
            heads.rotation + pack_floats(*quaternion(*angles)),
            heads.translation + pack_floats(*face.translation.tolist()),
            heads.gaze + pack_floats(*face.gaze.tolist()),
            heads.frame[face.tracked] + _FRAME.pack(face.time.sequence, face.time.timeline_s, face.confidence),
        )
        return messages

    def _mapped_messages(self, mapped: MappedFace) -> list[bytes]:
        values = (self._target(mapped, "target", name) + pack_floats(value) for name, value in mapped.values.items())
        return [*values, *(self._target(mapped, "event", name) + pack_floats(1.0) for name in mapped.events)]

    def _target(self, mapped: MappedFace, kind: str, name: str) -> bytes:
        """The unchanging beginning of a message of one target."""
        if self._targets[0] is not mapped.table:
            self._targets = mapped.table, {}
        heads, key = self._targets[1], (mapped.face.performer, name)
        if key not in heads:
            address = f"{self._prefix}/{mapped.face.performer}/{kind}/{quote(name, safe=_SAFE)}"
            heads[key] = float_head(address, 1)
        return heads[key]

    def _heads_of(self, face: SolvedFace) -> _Heads:
        heads = self._heads.get(face.performer)
        if heads is None or heads.names is not face.names:
            heads = self._heads[face.performer] = _Heads.of(self._prefix, face.performer, face.names)
        return heads
