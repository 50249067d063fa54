"""Recordings to calibrate with: from a file, or sentence by sentence; and what can be wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from koekata.audio.film_sound import FilmSound
from koekata.audio.samples import SAMPLE_RATE, Block, Samples
from koekata.errors import CaptureError

__all__ = ["SentenceEar", "check_recording", "read_recording"]

_LONGEST_S = 360.0
_SHORTEST_S = 10.0
_QUIETEST_DB, _LEAST_RANGE_DB = -50.0, 12.0
_CLIPPED, _CLIPPED_SHARE = 0.999, 0.002
_ABOVE_FLOOR_DB, _HEARD_DB = 10.0, -55.0
_FLOOR_RISES_DB_PER_S = 3.0
_SPOKEN_SHARE, _QUIET_S = 0.45, 0.9
"""A sentence is over after so much of its usual time, and then so much quiet."""
_PATIENCE_S, _PATIENCE = 8.0, 4.0
_BLOCK_S = 0.02


def read_recording(path: Path) -> Samples:
    """(N,) a sound file, or the sound track of a film. Raises what `FilmSound` raises, CaptureError for hours of it."""
    parts, count = [], 0
    with FilmSound(path) as sound:
        for block in sound:
            parts.append(block.samples)
            count += len(block.samples)
            if count > _LONGEST_S * SAMPLE_RATE:
                raise CaptureError(
                    f"{path}: it is longer than {_LONGEST_S / 60:g} minutes",
                    remedy="Give the part in which the script is read, and nothing else.",
                )
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def check_recording(name: str, samples: Samples) -> None:
    """Raises CaptureError for what is too short, too quiet, cut off, or has no pauses in it."""
    seconds = len(samples) / SAMPLE_RATE
    if seconds < _SHORTEST_S:
        raise CaptureError(
            f"{name}: {seconds:.1f} s are too short to learn a voice from",
            remedy="Read the whole script (`koekata voice script LANGUAGE` prints it), a minute of it.",
        )
    levels = _levels(samples)
    loud, quiet = float(np.percentile(levels, 95)), float(np.percentile(levels, 5))
    if loud < _QUIETEST_DB:
        raise CaptureError(
            f"{name}: hardly anything is heard ({loud:.0f} dB)",
            remedy="Choose the right microphone (`koekata voice microphones` lists them), and check its level.",
        )
    if np.mean(np.abs(samples) >= _CLIPPED) > _CLIPPED_SHARE:
        raise CaptureError(
            f"{name}: the sound is too loud and cut off",
            remedy="Turn the input level down until the loudest word stays below the top, and read again.",
        )
    if loud - quiet < _LEAST_RANGE_DB:
        raise CaptureError(
            f"{name}: the voice does not stand out from the noise (by {loud - quiet:.0f} dB)",
            remedy="Read in a quiet room, close to the microphone, with pauses between the sentences.",
        )


def _levels(samples: Samples) -> Samples:
    size = round(_BLOCK_S * SAMPLE_RATE)
    blocks = samples[: len(samples) // size * size].reshape(-1, size)
    return np.asarray(10.0 * np.log10((blocks**2).mean(axis=1) + 1e-10), np.float32)


@dataclass
class SentenceEar:
    """Tells when a sentence has been read: enough was heard, and then it is quiet."""

    usual_s: float
    floor_db: float = 0.0
    """The noise of the room, as far as it is known."""
    level_db: float = -100.0
    spoken_s: float = 0.0
    quiet_s: float = 0.0
    waited_s: float = 0.0

    def add(self, block: Block) -> None:
        """Hear a little more."""
        seconds = len(block.samples) / SAMPLE_RATE
        self.level_db = float(10.0 * np.log10(np.mean(block.samples**2) + 1e-10))
        self.floor_db = min(self.level_db, self.floor_db + _FLOOR_RISES_DB_PER_S * seconds)
        self.waited_s += seconds
        if self.level_db > max(self.floor_db + _ABOVE_FLOOR_DB, _HEARD_DB):
            self.spoken_s, self.quiet_s = self.spoken_s + seconds, 0.0
        else:
            self.quiet_s += seconds

    @property
    def done(self) -> bool:
        """Read to the end."""
        return self.spoken_s >= _SPOKEN_SHARE * self.usual_s and self.quiet_s >= _QUIET_S

    @property
    def given_up(self) -> bool:
        """Nothing, or never any quiet, for far longer than the sentence takes."""
        return not self.done and self.waited_s > _PATIENCE_S + _PATIENCE * self.usual_s
