"""The same voices as other people, in other rooms, on other microphones: every change drawn from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
from scipy.signal import butter, fftconvolve, istft, lfilter, resample_poly, sosfilt, stft

from koekata.audio.build.speech import RATE, Samples, Speech
from koekata.audio.phones import Segment

__all__ = ["ANEW", "session"]

ANEW = 0.35
"""Share of the sessions whose voices are spoken anew; these alone need the package pyworld."""
_SPEEDS = (0.8, 1.32)
_WARPS = (0.84, 1.22)
_PITCHES, _TRACTS, _TEMPOS = (0.9, 2.1), (0.88, 1.38), (0.85, 1.25)
"""Of voices that are spoken anew: small characters speak high, but not faster."""
_FRAME_MS = 5.0
_LIFTER = 36
"""Cepstral coefficients that count as the vocal tract: below the pitch period of all but the highest voices."""
_WINDOW, _OVERLAP = 512, 384


def session(spoken: Sequence[Speech], others: Sequence[Speech], draw: np.random.Generator) -> Speech:
    """Some utterances in a row with pauses, by one changed speaker in one place. `others` talk in the background."""
    if draw.random() < ANEW:
        spoken, speed = _anew(spoken, draw), _fraction(1.0)
    else:
        speed = _fraction(draw.uniform(*_SPEEDS))
    parts, segments, at = [_pause(draw)], [], 0.0
    warp = draw.uniform(*_WARPS) if draw.random() < 0.2 else 1.0
    whispered = draw.random() < 0.04
    for each in spoken:
        at = sum(map(len, parts)) / RATE
        voice = _tract(_resampled(each.samples, speed), warp, whispered, draw)
        parts += [voice * np.float32(10 ** (draw.uniform(-6, 0) / 20)), _pause(draw)]
        rate = speed[0] / speed[1]
        segments += [Segment(at + s.start_s / rate, at + s.end_s / rate, s.phone) for s in each.segments]
    voice = _effort(np.concatenate(parts), draw)
    return Speech(_microphone(_noisy(_room(voice, draw), others, draw), draw), tuple(segments))


def _anew(spoken: Sequence[Speech], draw: np.random.Generator) -> list[Speech]:
    """Taken apart and spoken again with another pitch, vocal tract and tempo, each for itself (WORLD, Morise 2016)."""
    pitch, tract, tempo = (float(np.exp(draw.uniform(*np.log(bounds)))) for bounds in (_PITCHES, _TRACTS, _TEMPOS))
    return [
        Speech(
            _revoiced(each.samples, pitch, tract, tempo),
            tuple(Segment(s.start_s / tempo, s.end_s / tempo, s.phone) for s in each.segments),
        )
        for each in spoken
    ]


def _revoiced(samples: Samples, pitch: float, tract: float, tempo: float) -> Samples:
    """Pitch and formants times a factor, `tempo` times as fast."""
    pyworld: Any = import_module("pyworld")
    sound = samples.astype(np.float64)
    rough, times = pyworld.dio(sound, RATE, frame_period=_FRAME_MS)
    hertz = pyworld.stonemask(sound, rough, times, RATE)
    envelope = np.log(pyworld.cheaptrick(sound, hertz, times, RATE))
    noise = pyworld.d4c(sound, hertz, times, RATE)
    at = np.minimum(np.arange(envelope.shape[1]) / tract, envelope.shape[1] - 1.001)
    low, share = at.astype(int), at % 1.0
    moved = np.exp((1 - share) * envelope[:, low] + share * envelope[:, low + 1])
    made = pyworld.synthesize(hertz * pitch, np.ascontiguousarray(moved), noise, RATE, _FRAME_MS / tempo)
    return np.asarray(np.resize(made, round(len(samples) / tempo)), np.float32)


def _fraction(value: float) -> tuple[int, int]:
    return round(value * 40), 40


def _resampled(samples: Samples, speed: tuple[int, int]) -> Samples:
    """Faster and higher by speed[0] / speed[1]: pitch, formants and tempo together."""
    up, down = speed[1], speed[0]
    return np.asarray(resample_poly(samples, up, down), np.float32)


def _tract(samples: Samples, warp: float, whispered: bool, draw: np.random.Generator) -> Samples:
    """Formants moved by a factor with the pitch as it is; whispering, too, has the same formants."""
    if warp == 1.0 and not whispered:
        return samples
    _, _, spectra = stft(samples, RATE, nperseg=_WINDOW, noverlap=_OVERLAP)
    magnitude = np.log(np.abs(spectra) + 1e-7)
    cepstra = np.fft.irfft(magnitude, axis=0)
    cepstra[_LIFTER:-_LIFTER] = 0.0
    envelope = np.fft.rfft(cepstra, axis=0).real
    at = np.minimum(np.arange(len(envelope)) / warp, len(envelope) - 1.001)
    low, share = at.astype(int), (at % 1.0)[:, None]
    moved = (1 - share) * envelope[low] + share * envelope[low + 1]
    if whispered:
        noise = draw.normal(size=spectra.shape) + 1j * draw.normal(size=spectra.shape)
        spectra = noise * np.exp(moved) * np.linspace(0.15, 1.0, len(moved))[:, None] ** 0.5
    else:
        spectra = spectra * np.exp(np.clip(moved - envelope, -4.0, 4.0))
    _, made = istft(spectra, RATE, nperseg=_WINDOW, noverlap=_OVERLAP)
    return np.asarray(np.resize(made, len(samples)), np.float32)


def _pause(draw: np.random.Generator) -> Samples:
    return np.zeros(int(draw.uniform(0.05, 0.7) * RATE), np.float32)


def _effort(samples: Samples, draw: np.random.Generator) -> Samples:
    """Soft voices are dull; shouting is bright and overdriven."""
    if draw.random() < 0.7:
        samples = np.asarray(lfilter([1, draw.uniform(-0.6, 0.5)], [1], samples), np.float32)
    if draw.random() < 0.1:
        drive = draw.uniform(2, 8) / (np.abs(samples).max() + 1e-6)
        samples = np.tanh(np.asarray(lfilter([1, -0.7], [1], samples), np.float32) * np.float32(drive))
    return samples


def _room(samples: Samples, draw: np.random.Generator) -> Samples:
    """Exponentially decaying noise after the direct sound."""
    if draw.random() > 0.4:
        return samples
    length = int(draw.uniform(0.05, 0.5) * RATE)
    tail = draw.normal(size=length) * np.exp(-6.9 * np.arange(length) / length) * draw.uniform(0.01, 0.22)
    tail[0] = 1.0
    return np.asarray(fftconvolve(samples, tail)[: len(samples)], np.float32)


def _noisy(samples: Samples, others: Sequence[Speech], draw: np.random.Generator) -> Samples:
    """Hiss, hum, people or music underneath, mostly far below."""
    if draw.random() < 0.2:
        return samples
    kind = draw.random()
    if kind < 0.2 and others:
        noise = _babble(others, len(samples), draw)
    elif kind < 0.4:
        noise = _music(len(samples), draw)
    else:
        noise = np.asarray(
            lfilter([1], [1, -draw.choice([0.0, 0.6, 0.9, 0.98])], draw.normal(size=len(samples))), np.float32
        )
    if draw.random() < 0.25:
        seconds = np.arange(len(samples)) / RATE
        noise = noise / (noise.std() + 1e-6) + draw.uniform(0, 3) * np.sin(
            2 * np.pi * draw.choice([50, 60, 100, 120]) * seconds
        )
    decibels = draw.uniform(6 if kind < 0.4 else 10, 55)
    return np.asarray(samples + noise * (samples.std() / (noise.std() + 1e-6) * 10 ** (-decibels / 20)), np.float32)


def _babble(others: Sequence[Speech], length: int, draw: np.random.Generator) -> Samples:
    mixed = np.zeros(length, np.float32)
    for _ in range(int(draw.integers(3, 7))):
        voice = others[int(draw.integers(len(others)))].samples
        mixed += np.roll(np.resize(voice, length), int(draw.integers(length)))
    return mixed


def _music(length: int, draw: np.random.Generator) -> Samples:
    """Chords of decaying harmonics, with a beat of noise."""
    beat = int(draw.uniform(0.25, 0.7) * RATE)
    mixed = np.zeros(length + beat * 2, np.float32)
    seconds = np.arange(beat * 2) / RATE
    for start in range(0, length, beat):
        root = 110 * 2 ** (draw.integers(0, 24) / 12)
        for step in (0, 4 if draw.random() < 0.5 else 3, 7):
            for harmonic in (1, 2, 3, 5):
                wave = np.sin(2 * np.pi * root * 2 ** (step / 12) * harmonic * seconds) / harmonic
                mixed[start : start + len(seconds)] += wave * np.exp(-3 * seconds)
        mixed[start : start + len(seconds)] += (
            draw.normal(size=len(seconds)) * np.exp(-40 * seconds) * draw.uniform(0, 3)
        )
    return mixed[:length]


def _microphone(samples: Samples, draw: np.random.Generator) -> Samples:
    """Band limits, an uneven response, coarse quantisation, any level, and sometimes clipping."""
    if draw.random() < ANEW:
        samples = np.asarray(sosfilt(butter(4, draw.uniform(3300, 7400), fs=RATE, output="sos"), samples), np.float32)
    if draw.random() < ANEW:
        low = butter(2, draw.uniform(60, 320), "highpass", fs=RATE, output="sos")
        samples = np.asarray(sosfilt(low, samples), np.float32)
    if draw.random() < 0.4:
        samples = _resonant(samples, draw)
    peak = np.abs(samples).max() + 1e-6
    if draw.random() < 0.2:
        samples = _mu_law(samples / peak)
    samples = samples / (np.abs(samples).max() + 1e-6)
    if draw.random() < 0.1:
        samples = np.clip(samples, -0.4, 0.4) / 0.4
    return np.asarray(samples * 10 ** (draw.uniform(-32, 0) / 20), np.float32)


def _resonant(samples: Samples, draw: np.random.Generator) -> Samples:
    """A peak or a dip somewhere: the biquad of Bristow-Johnson's cookbook."""
    angle, gain = 2 * np.pi * draw.uniform(150, 6000) / RATE, 10 ** (draw.uniform(-9, 9) / 40)
    width = np.sin(angle) / (2 * draw.uniform(0.5, 2.0))
    over = [1 + width * gain, -2 * np.cos(angle), 1 - width * gain]
    under = [1 + width / gain, -2 * np.cos(angle), 1 - width / gain]
    return np.asarray(lfilter(over, under, samples), np.float32)


def _mu_law(samples: Samples) -> Samples:
    """Eight bits, as on the telephone."""
    packed = np.round(np.sign(samples) * np.log1p(255 * np.abs(samples)) / np.log(256) * 127) / 127
    return np.asarray(np.sign(packed) * (256 ** np.abs(packed) - 1) / 255, np.float32)
