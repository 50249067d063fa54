"""The camera's picture with the landmarks that were found, small, for whoever asked to see it.

It goes from this process to the page of this machine and nowhere else; it is made only while a page asks.
"""

from __future__ import annotations

import cv2
import numpy as np

from koekata.frames import CapturedFrame, ImageArray, TrackedFace
from koekata.studio.wire import pack

__all__ = ["picture_message"]

_WIDTH = 320
_QUALITY = 70


def picture_message(frame: CapturedFrame, faces: list[TrackedFace]) -> bytes:
    """A message with the picture as JPEG, and the landmarks in its pixels."""
    height, width = frame.image.shape[:2]
    scale = min(1.0, _WIDTH / width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    found = [(face.landmarks[:, :2] * scale).astype(np.float32).ravel().tolist() for face in faces]
    return pack("picture", jpeg=_jpeg(frame.image, size), width=size[0], height=size[1], faces=found)


def _jpeg(image: ImageArray, size: tuple[int, int]) -> bytes:
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    ok, data = cv2.imencode(".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return data.tobytes() if ok else b""
