"""Live Link Face datagrams, version 6, for Unreal's stock Apple ARKit source.

The signs of the angles follow Unreal's own conversion of ARKit transforms (AppleARKitConversion.h maps x, y, z to
-z, x, y; AppleARKitFaceMeshConversion.h then reads a rotator): with +x into the head, yaw is positive to the
performer's right, pitch is positive down, and roll is positive with the performer's left side down. Takes recorded
with the app agree: eyeLookOutLeft and eyeLookUpLeft come with negative LeftEyeYaw and LeftEyePitch, in radians.

The layout is fixed, so a channel that the source cannot observe is sent as 0. Without a face, the datagram ends
before the values. The frame time is the wall clock of the capture at 60 frames per second, as the app counts.
"""

from __future__ import annotations

import math
import struct
import time
import uuid

import numpy as np

from koekata.config import LiveLinkFaceConfig
from koekata.frames import FrameTime, SolvedFace, SourceEvent
from koekata.publish.output import OutputCounts
from koekata.publish.tables import load_table
from koekata.publish.udp import UdpSender

__all__ = ["LiveLinkFaceOutput"]

_VERSION = 6
_FPS = 60


class LiveLinkFaceOutput:
    """Sends each performer as a Live Link subject: the configured name, then `name-1`, `name-2` for further ones."""

    name = "live-link-face"

    def __init__(self, config: LiveLinkFaceConfig) -> None:
        """Raises PublishError when the host is unknown."""
        table = load_table("live_link_face")
        self._order: list[str] = table["weights"]
        self._values = struct.Struct(f">B{len(self._order) + len(table['angles'])}f")
        self._subject = config.subject
        self._indices: tuple[tuple[str, ...], list[int]] = ((), [])
        self._headers: dict[int, bytes] = {}
        self._sender = UdpSender(self.name, config.host, config.port)
        self.counts = OutputCounts()
        self.address = self._sender.address

    def send(self, face: SolvedFace) -> None:
        """Send one frame as one datagram."""
        head = self._header(face.performer) + _frame_time(face.time)
        datagram = head + self._pack(face) if face.tracked else head
        if self._sender.send([datagram]):
            self.counts.sent += 1
        else:
            self.counts.failed += 1

    def event(self, event: SourceEvent) -> None:
        """Nothing: the protocol does not know the state of a source."""

    def close(self) -> None:
        """Free the socket."""
        self._sender.close()

    def _pack(self, face: SolvedFace) -> bytes:
        if self._indices[0] is not face.names:
            self._indices = face.names, [face.names.index(name) for name in self._order]
        seen = np.where(face.channel_confidence > 0.0, face.weights, 0.0)
        weights = seen[self._indices[1]].tolist()
        count = self._values.size // 4
        return self._values.pack(count, *weights, *_angles(face))

    def _header(self, performer: int) -> bytes:
        if performer not in self._headers:
            subject = self._subject if performer == 0 else f"{self._subject}-{performer}"
            # The same device after a restart, so that Unreal does not list the subject twice.
            device = str(uuid.uuid5(uuid.NAMESPACE_URL, f"koekata:{subject}")).upper()
            self._headers[performer] = bytes([_VERSION]) + _string(device) + _string(subject)
        return self._headers[performer]


def _angles(face: SolvedFace) -> list[float]:
    yaw, pitch, roll = face.yaw_pitch_roll.tolist()
    left_yaw, left_pitch, right_yaw, right_pitch = face.gaze.tolist()
    degrees = (yaw, pitch, roll, left_yaw, left_pitch, 0.0, right_yaw, right_pitch, 0.0)
    return [-math.radians(angle) for angle in degrees]


def _frame_time(when: FrameTime) -> bytes:
    seconds, nanoseconds = divmod(when.wall_ns, 1_000_000_000)
    clock = time.localtime(seconds)
    of_day = (clock.tm_hour * 60 + clock.tm_min) * 60 + clock.tm_sec
    part, whole = math.modf(nanoseconds * _FPS / 1e9)
    return struct.pack(">ifii", of_day * _FPS + int(whole), part, _FPS, 1)


def _string(value: str) -> bytes:
    raw = value.encode()
    return struct.pack(">i", len(raw)) + raw
