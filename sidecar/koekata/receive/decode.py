"""Bytes to messages: pure functions, strict, and safe against whatever arrives."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgpack

from koekata.errors import StreamError
from koekata.receive.fields import Fields
from koekata.receive.messages import FrameMessage, LayoutMessage, Message, StatusMessage, UnknownMessage
from koekata.stream import (
    MAX_CHANNELS,
    MAX_DETAIL,
    MAX_NAME,
    MAX_PAYLOAD,
    MAX_PERFORMER,
    STATES,
    STATUS_TOPIC,
    VERSION,
    performer_topic,
)

__all__ = ["check_topic", "decode"]

_MAX_KEYS = 256
_SESSION = re.compile(r"[0-9a-f]{16}")
_UNIT_TOLERANCE = 1e-3


def decode(payload: bytes) -> Message:
    """Decode and check one payload. Raises StreamError, whose `code` is one of the specification's."""
    fields = Fields(_unpack(payload))
    version = fields.integer("version", low=-(2**63))
    if version != VERSION:
        raise StreamError(
            f"the sender speaks version {version} of the stream, this listener version {VERSION}",
            code="version",
            remedy="Bring the sender and the listener to the same version of Koekata.",
        )
    kind = fields.text("type", MAX_NAME)
    session = fields.text("session", MAX_NAME)
    if not _SESSION.fullmatch(session):
        raise StreamError("'session' is not 16 hexadecimal digits", code="out-of-range")
    return _READERS[kind](fields, session) if kind in _READERS else UnknownMessage(session, kind)


def check_topic(topic: bytes, message: Message) -> None:
    """Raise StreamError when a message came under the topic of another performer or kind."""
    if isinstance(message, UnknownMessage):
        return
    wanted = STATUS_TOPIC if isinstance(message, StatusMessage) else performer_topic(message.performer)
    if topic != wanted:
        raise StreamError(f"the topic is {topic[:64]!r} instead of {wanted!r}", code="topic")


def _unpack(payload: bytes) -> dict[Any, Any]:
    if len(payload) > MAX_PAYLOAD:
        raise StreamError(f"the payload has {len(payload)} bytes, more than {MAX_PAYLOAD}", code="too-large")
    try:
        # Counts are checked before anything is allocated for them.
        values = msgpack.unpackb(
            payload, strict_map_key=False, max_array_len=2 * MAX_CHANNELS, max_map_len=_MAX_KEYS, max_ext_len=4096
        )
    except (ValueError, TypeError, OverflowError, RecursionError, msgpack.UnpackException) as error:
        raise StreamError(f"the payload is not MessagePack within the limits: {error}", code="malformed") from error
    if not isinstance(values, dict):
        raise StreamError(f"the payload is {type(values).__name__} instead of a map", code="malformed")
    return values


def _layout(fields: Fields, session: str) -> LayoutMessage:
    return LayoutMessage(
        session=session,
        performer=fields.integer("performer", high=MAX_PERFORMER),
        layout=fields.integer("layout"),
        channels=fields.names("channels", MAX_CHANNELS, MAX_NAME),
        producer=fields.text("producer", MAX_DETAIL),
        face_model=fields.text_if_there("face_model", MAX_DETAIL),
    )


def _status(fields: Fields, session: str) -> StatusMessage:
    state = fields.text("state", MAX_NAME)
    if state not in STATES:
        raise StreamError(f"'state' is '{state}', which is none of {', '.join(sorted(STATES))}", code="out-of-range")
    return StatusMessage(
        session=session,
        state=state,
        detail=fields.text("detail", MAX_DETAIL),
        wall_ns=fields.integer("wall_ns"),
        performers=fields.integers("performers", MAX_PERFORMER + 1, MAX_PERFORMER),
    )


def _frame(fields: Fields, session: str) -> FrameMessage:
    weights = fields.numbers("weights", low=0.0, high=1.0)
    return FrameMessage(
        session=session,
        performer=fields.integer("performer", high=MAX_PERFORMER),
        layout=fields.integer("layout"),
        sequence=fields.integer("sequence"),
        timeline_s=fields.number("timeline_s"),
        monotonic_ns=fields.integer("monotonic_ns"),
        wall_ns=fields.integer("wall_ns"),
        sent_ns=fields.integer("sent_ns"),
        timecode=fields.text_or_nil("timecode", MAX_NAME),
        tracked=fields.boolean("tracked"),
        confidence=fields.number("confidence", 0.0, 1.0),
        weights=weights,
        channel_confidence=fields.numbers("channel_confidence", len(weights), 0.0, 1.0),
        head_rotation=_unit(fields.numbers("head_rotation", 4)),
        head_ypr=fields.numbers("head_ypr", 3),
        head_translation=fields.numbers("head_translation", 3),
        gaze=fields.numbers("gaze", 4),
    )


_READERS: dict[str, Callable[[Fields, str], Message]] = {"frame": _frame, "layout": _layout, "status": _status}


def _unit(rotation: tuple[float, ...]) -> tuple[float, ...]:
    if abs(sum(value * value for value in rotation) - 1.0) > _UNIT_TOLERANCE:
        raise StreamError("'head_rotation' is no unit quaternion", code="out-of-range")
    return rotation
