"""Sound as the voice stage takes it: one channel at 16 kHz."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

__all__ = ["SAMPLE_RATE", "Block", "Converter", "Samples"]

SAMPLE_RATE = 16_000

Samples = NDArray[np.float32]
"""(n,) in [-1, 1], one channel at `SAMPLE_RATE`."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch of sound."""

    start_s: float
    """When its first sample sounded: on the time line of the film, or on the monotonic clock for a microphone."""
    samples: Samples


class Converter:
    """Any rate and any number of channels -> `Samples`, stretch by stretch, with FFmpeg's resampler.

    What comes out lags behind what went in by some samples of the resampler's filter, but is not shifted in time:
    counted from the first sample, time in and time out agree.
    """

    def __init__(self) -> None:
        self._resampler = AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
        self._taken = 0

    def frame(self, frame: AudioFrame) -> Samples:
        """What has become ready after a decoded frame, whatever its format."""
        # The resampler would take gaps for silence; they are dealt with where time stamps are known.
        frame.pts, frame.time_base = self._taken, Fraction(1, frame.sample_rate)
        self._taken += frame.samples
        return _joined(self._resampler.resample(frame))

    def array(self, sound: NDArray[np.float32], rate: int) -> Samples:
        """What has become ready after sound of shape (n,) or (n, channels) in [-1, 1]; channels are averaged."""
        one = sound if sound.ndim == 1 else sound.mean(axis=1)
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(one, np.float32)[None], format="flt", layout="mono")
        frame.sample_rate = rate
        return self.frame(frame)

    def rest(self) -> Samples:
        """What the filter still holds; nothing may follow."""
        return _joined(self._resampler.resample(None))


def _joined(frames: list[Any]) -> Samples:
    parts = [frame.to_ndarray()[0] for frame in frames]
    return np.concatenate(parts).astype(np.float32, copy=False) if parts else np.zeros(0, np.float32)
