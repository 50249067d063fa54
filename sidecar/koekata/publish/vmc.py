"""The VMC protocol (https://protocol.vmc.info): blendshapes, then Apply; head and eye bones in Unity's axes.

The protocol has one avatar, so the first performer that is seen is sent and others are counted as skipped. Head and
eye bones carry rotations only: their position is sent as 0, since the skeleton of the avatar is not known here.
Channels that the source cannot observe are left out. A voice adds the vowels A I U E O. With a mapping table its
targets are sent instead of all these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from koekata.channels import ARKIT_NAMES
from koekata.config import VmcConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.osc_encode import IMMEDIATELY, bundles, float_head, message, pack_floats
from koekata.publish.rotation import Quaternion, quaternion, to_unity
from koekata.publish.tables import channel_names
from koekata.publish.udp import OnePerformerOutput
from koekata.publish.vmc_character import VmcCharacter
from koekata.publish.vmc_vowels import VmcVowels

if TYPE_CHECKING:
    from koekata.character import MappedFace
    from koekata.mapping import MappingTable

__all__ = ["VmcOutput"]

_LIMIT = 1472
"""The protocol allows 1,500 bytes; this also keeps the datagram in one Ethernet frame."""
_CALIBRATED, _NORMAL_MODE = 3, 0
_FAREWELLS = 30
"""Frames in which a shape that left the table is put to rest: datagrams are lost at times."""


class VmcOutput(OnePerformerOutput):
    """Sends one performer to a VMC receiver ("Marionette")."""

    name = "vmc"

    def __init__(self, config: VmcConfig) -> None:
        """Raises PublishError when the host is unknown."""
        self._spelling = channel_names("perfect_sync") if config.names == "perfect-sync" else {}
        self._heads: tuple[bytes, ...] = ()
        self._names: tuple[str, ...] = ()
        self._vowels = VmcVowels() if config.vowels else None
        self._character: VmcCharacter | None = None
        self._farewell: tuple[int, list[bytes]] = (0, [])
        self._bones = tuple(float_head("/VMC/Ext/Bone/Pos", 7, (bone,)) for bone in ("Head", "LeftEye", "RightEye"))
        super().__init__(config.host, config.port)

    def send_mapped(self, mapped: MappedFace) -> None:
        """Send one frame as the character's own blendshapes and bones."""
        self._deliver(mapped.face.performer, lambda: bundles(self._mapped_messages(mapped), IMMEDIATELY, _LIMIT))

    def event(self, event: SourceEvent) -> None:
        """Say that tracking stopped when the source did."""
        if event.state != "running":
            self._sender.send(bundles([_status(tracked=False)], IMMEDIATELY, _LIMIT))

    def _datagrams(self, face: SolvedFace) -> list[bytes]:
        # Nothing shows at the receiver before the Apply at the end.
        return list(bundles(self._messages(face), IMMEDIATELY, _LIMIT))

    def _messages(self, face: SolvedFace) -> list[bytes]:
        if face.names is not self._names:
            self._bind(face.names)
        # The channels of the voice, which follow those of ARKit, are no shapes of a model: A I U E O are made of them.
        observed = zip(self._heads, face.weights.tolist(), face.channel_confidence.tolist(), strict=False)
        rotations = zip(self._bones, _rotations(face), strict=True)
        return [
            _status(tracked=face.tracked),
            message("/VMC/Ext/T", face.time.timeline_s),
            *(head + pack_floats(0.0, 0.0, 0.0, *to_unity(rotation)) for head, rotation in rotations),
            *(head + pack_floats(weight) for head, weight, confidence in observed if confidence > 0.0),
            *(self._vowels.messages(face) if self._vowels else ()),
            message("/VMC/Ext/Blend/Apply"),
        ]

    def _mapped_messages(self, mapped: MappedFace) -> list[bytes]:
        character = self._character_of(mapped.table)
        left, farewell = self._farewell
        self._farewell = (left - 1, farewell) if left > 1 else (0, [])
        return [
            _status(tracked=mapped.face.tracked),
            message("/VMC/Ext/T", mapped.face.time.timeline_s),
            *farewell,
            *character.messages(mapped),
            message("/VMC/Ext/Blend/Apply"),
        ]

    def _character_of(self, table: MappingTable) -> VmcCharacter:
        before = self._character
        if before is None or before.table is not table:
            self._character = VmcCharacter(table)
            if before is not None:
                self._farewell = (_FAREWELLS, before.at_rest_without(self._character))
            return self._character
        return before

    def _bind(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._heads = tuple(
            float_head("/VMC/Ext/Blend/Val", 1, (self._spelling.get(name, name),)) for name in names[: len(ARKIT_NAMES)]
        )


def _status(*, tracked: bool) -> bytes:
    return message("/VMC/Ext/OK", 1, _CALIBRATED, _NORMAL_MODE, int(tracked))


def _rotations(face: SolvedFace) -> tuple[Quaternion, Quaternion, Quaternion]:
    left_yaw, left_pitch, right_yaw, right_pitch = face.gaze.tolist()
    head = quaternion(*face.yaw_pitch_roll.tolist())
    return head, quaternion(left_yaw, left_pitch, 0.0), quaternion(right_yaw, right_pitch, 0.0)
