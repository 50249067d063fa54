"""Sends the solved faces to everything that listens: ZeroMQ, OSC, VMC, Live Link Face and iFacialMocap."""

from koekata.publish.output import Output, OutputCounts
from koekata.publish.publisher import Publisher, open_outputs

__all__ = ["Output", "OutputCounts", "Publisher", "open_outputs"]
