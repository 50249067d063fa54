"""Speech that is in the repository, as a sound file."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from koekata.audio.samples import SAMPLE_RATE
from koekata.bench.audio import held_out


def write_speech(path: Path, seconds: float) -> None:
    """Sentences one after the other, again and again."""
    speech = np.concatenate([np.asarray(samples, np.float32) for samples in held_out().samples])
    samples = np.resize(speech, round(seconds * SAMPLE_RATE))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32_000).astype("<i2").tobytes())
