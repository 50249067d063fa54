"""Faces and sound that tests put together by hand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.phones import load_phones
from koekata.audio.track import VoiceWindow
from koekata.audio.visemes import VoiceFrame
from koekata.channels import ARKIT_INDEX
from koekata.frames import FrameTime, SolvedFace

_FPS = 30.0
_USUAL = 0.45


class Mouths:
    """Makes faces and sound, and reads them."""

    @staticmethod
    def solved(
        time_s: float, *, trust: float = 1.0, tracked: bool = True, apart: float | None = None, **weights: float
    ) -> SolvedFace:
        """A face with these weights, whose channels are as sure as those of a head that faces the camera.

        `apart` is how far the lips are apart in the picture.
        """
        row = np.zeros(52)
        for name, value in weights.items():
            row[ARKIT_INDEX[name]] = value
        nanoseconds = round(time_s * 1e9)
        nothing = np.zeros(3)
        when = FrameTime(1 + round(time_s * _FPS), time_s, nanoseconds, nanoseconds)
        sure = np.full(52, _USUAL * trust)
        return SolvedFace(0, when, tracked, trust, row, sure, nothing, nothing, np.zeros(4), lips_apart=apart)

    @staticmethod
    def sound(time_s: float, viseme: str = "sil", closed: float = 0.02, voice: float | None = None) -> VoiceFrame:
        """10 ms of a voice that says one viseme, clearly."""
        names = load_phones().visemes
        visemes = np.full(15, 0.1 / 14, np.float32)
        visemes[names.index(viseme)] = 0.9
        spoken = float(viseme != "sil") if voice is None else voice
        loudness = -60.0 + 40.0 * spoken
        vowels = np.zeros(6, np.float32)
        return VoiceFrame(time_s, visemes, vowels, closed, spoken, loudness, np.zeros(1, np.float32))

    @staticmethod
    def window(time_s: float, frames: list[VoiceFrame], known_s: float = 0.06) -> VoiceWindow:
        """The frames around a picture, as far as they are known."""
        inside = (frame for frame in frames if time_s - 0.15 - 1e-6 <= frame.time_s <= time_s + known_s + 1e-6)
        return VoiceWindow(time_s, tuple(inside))

    @staticmethod
    def times(seconds: float, fps: float = _FPS) -> Iterator[float]:
        """Of the pictures."""
        return (i / fps for i in range(int(seconds * fps)))

    @staticmethod
    def value(face: SolvedFace, name: str) -> float:
        """A weight by name."""
        return float(face.weights[face.names.index(name)])

    @staticmethod
    def confidence(face: SolvedFace, name: str) -> float:
        """By name."""
        return float(face.channel_confidence[face.names.index(name)])

    @staticmethod
    def gap(face: SolvedFace) -> float:
        """Between the lips."""
        return load_mouth().gap(face.weights)


@pytest.fixture
def mouths() -> type[Mouths]:
    """Faces and sound by hand."""
    return Mouths
