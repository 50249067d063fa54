"""The sound of a rendered clip as the network hears it, cut into windows as they are known at each picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from koekata.audio.build.speech import RATE, Samples
from koekata.audio.features import HOP, HOP_S
from koekata.audio.network import load_network
from koekata.audio.track import VoiceWindow
from koekata.audio.visemes import VoiceFrame, read_logits

__all__ = ["KNOWN_S", "LOOK_AHEAD_MS", "Hearing", "noisy"]

_BEFORE_S = 0.15
KNOWN_S = {"late": -0.045, "prompt": -0.015, "ahead": 0.06}
"""How far beyond a picture the sound is known. `prompt` is the network without look-ahead."""
LOOK_AHEAD_MS = {"late": 30, "prompt": 0, "ahead": 30}
"""Of the network that hears it."""
_QUIETEST = 1e-5


class Hearing:
    """Runs the network over whole recordings."""

    def __init__(self) -> None:
        self._networks = {milliseconds: load_network(milliseconds) for milliseconds in (0, 30)}

    def frames(self, samples: Samples, known: str) -> list[VoiceFrame]:
        """Every 10 ms, as the stream would have given them; `known` is a key of `KNOWN_S`."""
        hidden, logits = self._networks[LOOK_AHEAD_MS[known]].hear_all(samples)
        visemes, vowels, closed, voice = read_logits(logits)
        padded = np.pad(samples, (HOP // 2, 2 * HOP))
        power = np.add.reduceat(padded**2, np.arange(len(visemes)) * HOP) / HOP
        loudness = 10.0 * np.log10(power + _QUIETEST**2)
        return [
            VoiceFrame(
                i * HOP_S, visemes[i], vowels[i], float(closed[i]), float(voice[i]), float(loudness[i]), hidden[i]
            )
            for i in range(len(visemes))
        ]

    def windows(self, samples: Samples, times_s: Sequence[float], known: str) -> list[VoiceWindow]:
        """What is known at each picture."""
        frames = self.frames(samples, known)
        return [_cut(frames, time_s, KNOWN_S[known]) for time_s in times_s]


def _cut(frames: Sequence[VoiceFrame], time_s: float, known_s: float) -> VoiceWindow:
    first = max(0, int(np.ceil((time_s - _BEFORE_S) / HOP_S - 1e-6)))
    last = max(0, int(np.floor((time_s + known_s) / HOP_S + 1e-6)) + 1)
    return VoiceWindow(time_s, tuple(frames[first:last]))


def noisy(samples: Samples, rng: np.random.Generator, snr_db: float = 3.0) -> Samples:
    """With chords and drums under the voice, as from loudspeakers in the room."""
    times = np.arange(len(samples)) / RATE
    music = np.zeros(len(samples))
    for start in np.arange(0.0, times[-1], 0.5):
        root = 110.0 * 2.0 ** (rng.integers(0, 24) / 12)
        decay = np.exp(-np.clip(times - start, 0.0, None) * 3.0) * (times >= start)
        for ratio in (1.0, 1.26, 1.5, 2.0, 3.0, 4.0):
            music += decay * np.sin(2 * np.pi * root * ratio * times + rng.uniform(0, 6)) / ratio
        music += (
            2.0 * rng.standard_normal(len(times)) * np.exp(-np.clip(times - start, 0.0, None) * 40.0) * (times >= start)
        )
    voiced = samples[np.abs(samples) > 0.02]
    loud = float(np.sqrt(np.mean(voiced**2))) if len(voiced) else 0.05
    music *= loud * 10.0 ** (-snr_db / 20.0) / float(np.sqrt(np.mean(music**2)))
    return np.clip(samples + music, -1.0, 1.0).astype(np.float32)
