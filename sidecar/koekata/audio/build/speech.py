"""One utterance of a speech engine with its phones, and the files that hold many of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import gcd
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from koekata.audio.phones import Segment, load_phones
from koekata.whole_file import whole_file

__all__ = ["RATE", "Samples", "Shard", "Speech", "at_rate", "read_shard", "write_shard"]

RATE = 16_000
"""Samples a second of everything that the network hears."""

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Speech:
    """`samples` (N,) in [-1, 1] at 16 kHz, and the phones in order, without gaps between them."""

    samples: Samples
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Shard:
    """All utterances of one voice; `part` is train, valid or test."""

    voice: str
    engine: str
    language: str
    part: str
    utterances: tuple[Speech, ...]

    @property
    def seconds(self) -> float:
        return sum(len(each.samples) for each in self.utterances) / RATE


def at_rate(samples: NDArray[np.float32], rate: int) -> Samples:
    """Resampled to 16 kHz."""
    common = gcd(RATE, rate)
    if rate == RATE:
        return samples.astype(np.float32)
    return np.asarray(resample_poly(samples, RATE // common, rate // common), np.float32)


def write_shard(path: Path, shard: Shard) -> None:
    """As NPZ with flat arrays: nothing in it needs pickle."""
    inventory = load_phones().names
    spoken, timed = shard.utterances, [segment for each in shard.utterances for segment in each.segments]
    with whole_file(path) as file:
        np.savez(
            file,
            audio=np.concatenate([np.round(each.samples * 32767).astype(np.int16) for each in spoken]),
            audio_ends=np.cumsum([len(each.samples) for each in spoken]),
            segment_ends=np.cumsum([len(each.segments) for each in spoken]),
            start_s=np.array([segment.start_s for segment in timed], np.float32),
            end_s=np.array([segment.end_s for segment in timed], np.float32),
            phone=np.array([inventory.index(segment.phone) for segment in timed], np.uint8),
            about=np.array([shard.voice, shard.engine, shard.language, shard.part]),
        )


def read_shard(path: Path) -> Shard:
    """What `write_shard` wrote."""
    with np.load(path) as stored:
        audio = np.split(stored["audio"].astype(np.float32) / 32768, stored["audio_ends"][:-1])
        rows = [stored[key] for key in ("start_s", "end_s", "phone")]
        cuts = [np.split(row, stored["segment_ends"][:-1]) for row in rows]
        voice, engine, language, part = map(str, stored["about"])
    spoken = [Speech(samples, tuple(_segments(*row))) for samples, *row in zip(audio, *cuts, strict=True)]
    return Shard(voice, engine, language, part, tuple(spoken))


def _segments(starts: Sequence[float], ends: Sequence[float], phones: Sequence[int]) -> Iterator[Segment]:
    inventory = load_phones().names
    for start, end, phone in zip(starts, ends, phones, strict=True):
        yield Segment(float(start), float(end), inventory[phone])
