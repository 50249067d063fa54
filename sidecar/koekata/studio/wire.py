"""The messages to and from a page: MessagePack maps, several in one WebSocket message.

`layout`, `frame` and `status` are those of `mappings/STREAM.md`. Besides these:

| type | keys |
|---|---|
| `before` | `performer`, `weights`: before smoothing, in the order of the layout, without those of the voice |
| `targets` | `layout`, `targets`: of the table in force: `id`, `kind`, `region`, `rest`, `range`, `address` |
| `character` | `performer`, `layout`, `values` (nil: nothing has driven it yet), `events`, `pose`: degrees and metres |
| `figures` | `stages`, `delay`: p50, p99; `frames`, `dropped`, `rejected`, `tracked`, `rate`, `drift`, `calibrated` |
| `why` | `performer`, `explanation`, `reasons`: of the target that the page asked about |
| `picture` | `jpeg`, `width`, `height`, `faces`: landmarks in pixels as x, y, x, y, ... |
| `held` | `performer`, `shares`: by trigger, how much of its time the face that fires it has been held |
| `table` | `revision`: the table, its draft or its faults are no longer what they were |
| `calibration` | nothing: the calibration is another one, or has come further; the page asks for it |

A page sends `taken` (`count`), `fire` (`trigger`, `action`), `try` (`values`, `alone`), `why` (`target`, `performer`)
and `picture` (`on`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgpack

from koekata.character import MappedFace
from koekata.frames import FloatArray, SolvedFace, SourceEvent
from koekata.mapping import MappingTable
from koekata.publish.wire import Messages
from koekata.stream import VERSION

__all__ = ["StudioMessages", "pack", "read"]


def pack(kind: str, **values: Any) -> bytes:
    """One message."""
    packed: bytes = msgpack.packb({"version": VERSION, "type": kind, **values}, use_single_float=True)
    return packed


def read(message: bytes) -> Mapping[str, Any]:
    """A message of a page. Raises ValueError for whatever is none."""
    found = msgpack.unpackb(message, strict_map_key=True)
    if not isinstance(found, dict) or not isinstance(found.get("type"), str):
        raise ValueError("not a message")
    return found


class StudioMessages:
    """Frames with what the character does in them. Used by the thread of the pipeline alone."""

    def __init__(self, face_model: str = "") -> None:
        self._stream = Messages(face_model=face_model)
        self._table: MappingTable | None = None
        self._layout = 0
        self._ids: list[str] = []

    def announcements(self) -> bytes:
        """Everything that a page needs to read the frames that follow."""
        known = b"".join(payload for _, payload in self._stream.announcements())
        return known + (self._targets() if self._table is not None else b"")

    def event(self, event: SourceEvent) -> bytes:
        """The state of the source."""
        self._stream.change_state(event)
        return self._stream.status()

    def news(self, faces: tuple[SolvedFace, ...], mapped: tuple[MappedFace, ...]) -> bytes:
        """Layouts and targets that changed with this picture; mostly nothing."""
        parts = [self._stream.layout(face.performer) for face in faces if self._stream.needs_layout(face)]
        if mapped and mapped[0].table is not self._table:
            self._table = mapped[0].table
            self._layout += 1
            self._ids = [target.id for target in self._table.targets]
            parts.append(self._targets())
        return b"".join(parts)

    def frame(self, face: SolvedFace, before: FloatArray | None, mapped: MappedFace | None, sent_ns: int) -> bytes:
        """A performer's frame, with its weights before smoothing and what the character does."""
        parts = [self._stream.frame(face, sent_ns)]
        if before is not None:
            parts.append(pack("before", performer=face.performer, weights=before.tolist()))
        if mapped is not None:
            values = [mapped.values.get(name) for name in self._ids]
            parts.append(
                pack(
                    "character",
                    performer=face.performer,
                    layout=self._layout,
                    values=values,
                    events=mapped.events,
                    pose=dict(mapped.pose),
                )
            )
        return b"".join(parts)

    def _targets(self) -> bytes:
        assert self._table is not None
        described = [
            {
                "id": target.id,
                "kind": target.kind,
                "region": target.region,
                "rest": target.rest,
                "range": target.range,
                "address": dict(target.address),
            }
            for target in self._table.targets
        ]
        return pack("targets", layout=self._layout, targets=described)
