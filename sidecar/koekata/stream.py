"""What both ends of the stream agree on: version, topics and limits. `mappings/STREAM.md` is the specification."""

from __future__ import annotations

__all__ = [
    "DEFAULT_ADDRESS", "MAX_CHANNELS", "MAX_DETAIL", "MAX_NAME", "MAX_PAYLOAD", "MAX_PERFORMER", "ROOT", "STALE_S",
    "STATES", "STATUS_TOPIC", "TOPIC_PREFIX", "VERSION", "performer_topic",
]  # fmt: skip

VERSION = 1
ROOT = b"koekata/"
"""Prefix of every topic of every version."""
TOPIC_PREFIX = b"koekata/1/"
STATUS_TOPIC = b"koekata/1/status/"
DEFAULT_ADDRESS = "tcp://127.0.0.1:39600"

STATES = frozenset({"running", "lost", "reconnecting", "ended"})
STALE_S = 0.5
"""Seconds without any frame after which a stream counts as stale."""

MAX_PAYLOAD = 65536
"""Bytes of one payload."""
MAX_CHANNELS = 1024
MAX_NAME = 64
"""Characters of a channel's name."""
MAX_DETAIL = 1024
"""Characters of a text for people."""
MAX_PERFORMER = 255


def performer_topic(performer: int) -> bytes:
    """The topic of one performer's layouts and frames."""
    return b"%s%d/" % (TOPIC_PREFIX, performer)
