"""The listener's side of the stream, in Python."""

from koekata.receive.decode import check_topic, decode
from koekata.receive.listener import Listener
from koekata.receive.messages import FrameMessage, LayoutMessage, Message, StatusMessage, UnknownMessage
from koekata.receive.stats import StreamStats

__all__ = [
    "FrameMessage", "LayoutMessage", "Listener", "Message", "StatusMessage", "StreamStats", "UnknownMessage",
    "check_topic", "decode",
]  # fmt: skip
