"""Turns a decoded FFmpeg picture into the RGB image that the tracker sees."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
from av.sidedata.sidedata import SideData
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from koekata.frames import ImageArray

__all__ = ["Renderer"]

_Matrix = tuple[float, float, float, float]


class Renderer:
    """Converts pictures of any pixel format. Keeps FFmpeg's converter between pictures; use it from one thread.

    Transparency is dropped, grey becomes RGB, deeper pixels are reduced to 8 bit, pixels that are not square are
    stretched in width, and the display matrix of phone footage is applied.
    """

    def __init__(self, pixel_aspect: Fraction | None = None) -> None:
        self._aspect = pixel_aspect if pixel_aspect and pixel_aspect > 0 else Fraction(1)
        self._reformatter = VideoReformatter()
        self._matrices: dict[int, _Matrix | None] = {}

    def __call__(self, frame: VideoFrame) -> ImageArray:
        """(H, W, 3) RGB, upright."""
        width = max(1, round(frame.width * self._aspect))
        rgb = self._reformatter.reformat(frame, format="rgb24", width=width)
        image: ImageArray = np.asarray(rgb.to_ndarray(), np.uint8)
        return np.ascontiguousarray(_upright(image, self._matrix(frame)))

    def _matrix(self, frame: VideoFrame) -> _Matrix | None:
        """The display matrix, looked up once for each rotation.

        PyAV's list of side data and its picture hold one another until Python's garbage collector comes by, and a
        picture holds all the buffers of its decoder. So the list is asked of a thumbnail, which carries the same data.
        """
        if frame.rotation not in self._matrices:
            thumbnail = VideoReformatter().reformat(frame, format="gray", width=16, height=16)
            self._matrices[frame.rotation] = _display_matrix(thumbnail)
        return self._matrices[frame.rotation]


def _display_matrix(frame: VideoFrame) -> _Matrix | None:
    """a, b, c, d of the display matrix: a stored pixel (x, y) is shown at (a x + c y, b x + d y)."""
    try:
        data = frame.side_data.get("DISPLAYMATRIX")
    except ValueError:
        # PyAV refuses the whole list when it holds a kind that it does not know, such as the EXIF of a photo.
        return _turned(frame.rotation)
    if not isinstance(data, SideData):
        return None
    a, b, _, c, d = np.frombuffer(bytes(data), np.int32)[:5].tolist()
    return a, b, c, d


def _turned(degrees: int) -> _Matrix:
    """The matrix that turns counter-clockwise; rows of an image run downwards."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cosine, -sine, sine, cosine


def _upright(image: ImageArray, matrix: _Matrix | None) -> ImageArray:
    """Apply the quarter turns and flips of a display matrix; other angles are not used by any camera."""
    if matrix is None:
        return image
    a, b, c, d = matrix
    if abs(b) + abs(c) > abs(a) + abs(d):
        image = image.transpose(1, 0, 2)
        # After the transposition x and y have changed places.
        a, d = c, b
    if a < 0:
        image = image[:, ::-1]
    return image[::-1] if d < 0 else image
