"""What the network hears: log-mel energies of 25 ms every 10 ms, with level and tone of the voice taken out causally.

The mel scale is that of O'Shaughnessy, 2595 log10(1 + f / 700). Frame k is centred at sample 160 k, and so needs 200
samples after its own time.

The level is the loudest frame of late: it rises at once and falls by 6 dB a second. What lies far below it is cut off.
Then the running mean of the frames with voice in them is subtracted band by band, as in cepstral mean normalisation
(Atal 1974); it begins at the mean of the training voices, so that the first word is heard, too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["BANDS", "HOP", "HOP_S", "RATE", "WINDOW", "FeatureStream", "Heard", "log_mel", "normalised"]

RATE, HOP, WINDOW, BANDS = 16_000, 160, 400, 40
HOP_S = HOP / RATE
_FFT, _LOWEST_HZ, _HIGHEST_HZ = 512, 60.0, 7600.0
_POWER_FLOOR = 1e-9
_NEPERS_PER_DB = np.log(10.0) / 10.0
_QUIETEST = -60.0 * _NEPERS_PER_DB
"""The level never falls below this: silence is not amplified without end."""
_RELEASE = 6.0 * _NEPERS_PER_DB * HOP_S
_DEPTH = 55.0 * _NEPERS_PER_DB
"""How far below the level a band is still heard."""
_VOICED = 28.0 * _NEPERS_PER_DB
"""Frames within this of the level count for the running mean."""
_PRIOR_FRAMES, _HORIZON = 80.0, 600.0
_LOUDNESS_FLOOR = 1e-5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Heard:
    """One hop: its centre in samples since the start, its features (BANDS,), and its loudness in dBFS (RMS)."""

    centre: int
    features: Floats
    loudness_db: float


class _Level:
    """The causal normalisation. `prior` (BANDS,) is the mean that it begins with."""

    def __init__(self, prior: Floats) -> None:
        self._prior = prior
        self._mean = prior.copy()
        self._frames = _PRIOR_FRAMES
        self._level = _QUIETEST

    def __call__(self, energies: Floats) -> Floats:
        loudest = float(energies.max())
        self._level = max(loudest, self._level - _RELEASE, _QUIETEST)
        relative = np.maximum(energies, np.float32(self._level - _DEPTH)) - np.float32(self._level)
        if loudest > self._level - _VOICED and loudest > _QUIETEST:
            self._frames = min(self._frames + 1.0, _HORIZON)
            self._mean += (relative - self._mean) / np.float32(self._frames)
        return np.asarray(relative - self._mean, np.float32)


class FeatureStream:
    """Samples in, frames out, in blocks of any size."""

    def __init__(self, prior: Floats) -> None:
        """`prior` (BANDS,) is the mean of the training voices after the level is taken out."""
        self._prior = prior
        self._filters, self._window = _mel_filters(), _hann()
        self.reset()

    def reset(self) -> None:
        """Forget the voice, and count samples from 0 again."""
        self._level = _Level(self._prior)
        self._waiting = np.zeros(WINDOW // 2, np.float32)
        self._next = 0

    def push(self, samples: Floats) -> list[Heard]:
        """The frames that `samples` (N,) at 16 kHz complete."""
        waiting = np.concatenate([self._waiting, samples])
        count = max(0, (len(waiting) - WINDOW) // HOP + 1)
        made = [self._hear(waiting[i * HOP : i * HOP + WINDOW], i) for i in range(count)]
        self._waiting, self._next = waiting[count * HOP :], self._next + count
        return made

    def _hear(self, window: Floats, index: int) -> Heard:
        spectrum = np.fft.rfft(window * self._window, _FFT)
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
        energies = np.log(power @ self._filters + np.float32(_POWER_FLOOR))
        centre = window[(WINDOW - HOP) // 2 : (WINDOW + HOP) // 2]
        loudness = 10.0 * float(np.log10(float(centre @ centre) / HOP + _LOUDNESS_FLOOR**2))
        return Heard((self._next + index) * HOP, self._level(energies), loudness)


def log_mel(samples: Floats) -> Floats:
    """(T, BANDS) natural logarithms of band energies of a whole recording, before normalisation."""
    padded = np.concatenate([np.zeros(WINDOW // 2, np.float32), samples, np.zeros(WINDOW, np.float32)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][: len(samples) // HOP + 1]
    spectra = np.fft.rfft(windows * _hann(), _FFT)
    power = (spectra.real**2 + spectra.imag**2).astype(np.float32)
    return np.asarray(np.log(power @ _mel_filters() + np.float32(_POWER_FLOOR)), np.float32)


def normalised(energies: Floats, prior: Floats) -> Floats:
    """(T, BANDS) as a `FeatureStream` gives them frame by frame."""
    level = _Level(prior)
    return np.stack([level(row) for row in energies])


def _hann() -> Floats:
    return np.asarray(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW), np.float32)


def _mel_filters() -> Floats:
    """(257, BANDS) triangles."""
    lowest, highest = (2595 * np.log10(1 + hertz / 700) for hertz in (_LOWEST_HZ, _HIGHEST_HZ))
    edges = 700 * (10 ** (np.linspace(lowest, highest, BANDS + 2) / 2595) - 1)
    hertz = np.arange(_FFT // 2 + 1)[:, None] * RATE / _FFT
    rising = (hertz - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - hertz) / (edges[2:] - edges[1:-1])
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)), np.float32)
