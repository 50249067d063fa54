"""A recorded take in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES
from koekata.frames import FloatArray

__all__ = ["Take"]


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """T rows of motion; axes, units and signs as in `koekata.frames`. None where the file does not say."""

    weights: FloatArray
    """(T, C) in the order of `names`."""
    confidence: FloatArray | None
    """(T, C); exactly 0 where the source could not observe the channel."""
    tracked: NDArray[np.bool_]
    """(T,) False where no face was found: the row repeats the last one known."""
    time_s: FloatArray
    """(T,) seconds on the source's time line."""
    yaw_pitch_roll: FloatArray
    """(T, 3) degrees."""
    gaze: FloatArray
    """(T, 4) degrees: left yaw, left pitch, right yaw, right pitch."""
    translation: FloatArray | None
    """(T, 3) metres."""
    sequence: NDArray[np.int64] | None
    """(T,) number of the picture at the source; gaps are pictures that were dropped."""
    timecode: tuple[str, ...]
    """T SMPTE timecodes, empty strings where the source had none."""
    fps: float
    """Nominal pictures per second; 0 where it is not known."""
    version: str
    """Of Koekata, when it wrote the file; else empty."""
    face_model: str
    """Face model and edition that was fitted; empty where the file does not say."""
    names: tuple[str, ...] = ARKIT_NAMES
    """The 52 of ARKit, and after them those of the voice where the file has them."""

    def __len__(self) -> int:
        return len(self.weights)
