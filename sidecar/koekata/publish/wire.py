"""Builds the messages of `mappings/STREAM.md`: one MessagePack map each."""

from __future__ import annotations

import secrets
import struct
import time
from collections.abc import Iterable, Mapping
from importlib import metadata

import msgpack

from koekata.frames import SolvedFace, SourceEvent
from koekata.publish.rotation import quaternion
from koekata.stream import MAX_DETAIL, STATUS_TOPIC, VERSION, performer_topic

__all__ = ["Messages"]

_FLOAT64 = struct.Struct(">Bd")


class Messages:
    """The messages of one session, with what has to be repeated to late listeners. Not safe for several threads."""

    def __init__(self, session: str | None = None, face_model: str = "") -> None:
        """`face_model` is the name and edition that layouts tell; empty leaves them without."""
        self.session = session or secrets.token_hex(8)
        self._packer = msgpack.Packer(use_single_float=True)
        self._layouts: dict[int, tuple[int, tuple[str, ...]]] = {}
        self._made = 0
        self._producer = _producer()
        self._optional = {"face_model": face_model[:MAX_DETAIL]} if face_model else {}
        self._state = ("running", "")

    def needs_layout(self, face: SolvedFace) -> bool:
        """True when the frame's names were not announced yet; they count as announced from now on."""
        known = self._layouts.get(face.performer)
        if known is not None and (known[1] is face.names or known[1] == face.names):
            return False
        self._made += 1
        self._layouts[face.performer] = (self._made, face.names)
        return True

    def frame(self, face: SolvedFace, sent_ns: int) -> bytes:
        """The frame, whose layout was announced before."""
        when, angles = face.time, face.yaw_pitch_roll.tolist()
        return self._pack(
            "frame",
            {
                "performer": face.performer,
                "layout": self._layouts[face.performer][0],
                "sequence": when.sequence,
                "monotonic_ns": when.monotonic_ns,
                "wall_ns": when.wall_ns,
                "sent_ns": sent_ns,
                "timecode": when.timecode,
                "tracked": face.tracked,
                "confidence": face.confidence,
                "weights": face.weights.tolist(),
                "channel_confidence": face.channel_confidence.tolist(),
                "head_rotation": quaternion(*angles),
                "head_ypr": angles,
                "head_translation": face.translation.tolist(),
                "gaze": face.gaze.tolist(),
            },
            timeline_s=when.timeline_s,
        )

    def layout(self, performer: int) -> bytes:
        """The names of a performer's weights."""
        number, names = self._layouts[performer]
        required = {"performer": performer, "layout": number, "channels": names, "producer": self._producer}
        return self._pack("layout", {**required, **self._optional})

    def change_state(self, event: SourceEvent) -> None:
        """Take note of what the next status message says."""
        self._state = (event.state, event.detail[:MAX_DETAIL])

    def status(self) -> bytes:
        """The state of the source now."""
        state, detail = self._state
        performers = sorted(self._layouts)
        return self._pack(
            "status", {"state": state, "detail": detail, "wall_ns": time.time_ns(), "performers": performers}
        )

    def announcements(self, prefix: bytes = b"") -> Iterable[tuple[bytes, bytes]]:
        """Topic and payload of everything repeatable that a subscription to `prefix` hears."""
        if STATUS_TOPIC.startswith(prefix):
            yield STATUS_TOPIC, self.status()
        for performer in sorted(self._layouts):
            if performer_topic(performer).startswith(prefix):
                yield performer_topic(performer), self.layout(performer)

    def _pack(self, kind: str, values: Mapping[str, object], *, timeline_s: float | None = None) -> bytes:
        pack = self._packer.pack
        parts = [self._packer.pack_map_header(3 + len(values) + (timeline_s is not None))]
        for key, value in {"version": VERSION, "type": kind, "session": self.session, **values}.items():
            parts += (pack(key), pack(value))
        if timeline_s is not None:
            # Seconds of a long take need more digits than a float32 has.
            parts += (pack("timeline_s"), _FLOAT64.pack(0xCB, timeline_s))
        return b"".join(parts)


def _producer() -> str:
    try:
        return f"Koekata {metadata.version('koekata')}"
    except metadata.PackageNotFoundError:
        return "Koekata"
