"""Actors who say what a synthetic voice says: sound, and the ARKit weights that belong to it, at 30 pictures a second.

The lips are together for 50 to 120 ms from the start of every p, b and m. All else follows the visemes, blurred by
coarticulation, with an actor's own gains, a mood under it, and open mouths without any sound in the pauses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from koekata.audio.build.speech import RATE, Samples, Speech
from koekata.audio.closures import runs
from koekata.audio.features import HOP, HOP_S
from koekata.audio.phones import load_phones
from koekata.channels import ARKIT_INDEX

__all__ = ["FPS", "Performance", "perform"]

FPS = 30.0
_LEAD_S, _PAUSE_S, _TAIL_S = 0.8, 1.0, 0.5
_SHORTEST_S, _LONGEST_S, _CLOSED_SHARE = 0.05, 0.12, 0.6
_CLOSING_S, _OPENING_S = 0.05, 0.06
_COARTICULATION_S = 0.032
_ROOM = 1e-3
_SEALED = 0.85
"""Share of jawOpen at which mouthClose brings the lips of the rendered faces together."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Performance:
    """`samples` (N,) at 16 kHz; `weights` (T, 52), `head` (T, 3) yaw, pitch, roll in degrees, at `FPS`.

    `closures` (n, 2) are the seconds during which the lips are together for p, b or m; `visemes` (M,) are Oculus
    visemes every 10 ms.
    """

    samples: Samples
    weights: Floats
    head: Floats
    closures: Floats
    visemes: NDArray[np.uint8]


def perform(speech: Sequence[Speech], rng: np.random.Generator, seconds: float, turned: bool = False) -> Performance:
    """A clip of about `seconds`, with pauses between the utterances; with `turned`, the head looks far aside."""
    samples, visemes, pauses = _said(speech, rng, seconds)
    closed = _closures(visemes)
    acted = _acted(visemes, closed, rng)
    for start_s, end_s in pauses:
        _in_pause(acted, start_s, end_s, rng)
    pictures = int(len(samples) / RATE * FPS)
    at = np.clip(np.round(np.arange(pictures) / FPS / HOP_S).astype(int), 0, len(acted) - 1)
    weights = np.clip(acted[at] + _mood(pictures, rng), 0.0, 1.0)
    close, jaw = ARKIT_INDEX["mouthClose"], ARKIT_INDEX["jawOpen"]
    weights[:, close] = np.minimum(weights[:, close], weights[:, jaw])
    return Performance(samples, weights, _head(pictures, rng, turned), closed, visemes)


def _said(
    speech: Sequence[Speech], rng: np.random.Generator, seconds: float
) -> tuple[Samples, NDArray[np.uint8], list[tuple[float, float]]]:
    known = load_phones()
    sound, seen, pauses = [np.zeros(int(_LEAD_S * RATE), np.float32)], [np.zeros(int(_LEAD_S / HOP_S), np.uint8)], []
    total = len(seen[0])
    for each in speech:
        count = min(len(each.samples) // HOP, int((seconds - _TAIL_S) / HOP_S) - total)
        if count < int(0.5 / HOP_S):
            break
        sound.append(each.samples[: count * HOP])
        seen.append(known.viseme_of[known.frames(each.segments, count, HOP_S)])
        silent = int(_PAUSE_S / HOP_S)
        pauses.append(((total + count) * HOP_S, (total + count + silent) * HOP_S))
        sound.append(np.zeros(silent * HOP, np.float32))
        seen.append(np.zeros(silent, np.uint8))
        total += count + silent
    joined = np.concatenate(sound)
    return joined + _ROOM * rng.standard_normal(len(joined)).astype(np.float32), np.concatenate(seen), pauses


def _closures(visemes: NDArray[np.uint8]) -> Floats:
    lips = load_phones().visemes.index("PP")
    held = [
        (first * HOP_S, first * HOP_S + float(np.clip(_CLOSED_SHARE * (end - first) * HOP_S, _SHORTEST_S, _LONGEST_S)))
        for first, end in runs(visemes == lips)
    ]
    return np.array(held, float).reshape(-1, 2)


def _acted(visemes: NDArray[np.uint8], closed: Floats, rng: np.random.Generator) -> Floats:
    """(M, 52) every 10 ms."""
    shapes = _rows([_tables()["visemes"][name] for name in load_phones().visemes])
    gains = rng.uniform(0.75, 1.25, 52)
    gains[ARKIT_INDEX["jawOpen"]] = rng.uniform(0.65, 1.3)
    acted = gaussian_filter1d((shapes * gains)[visemes], _COARTICULATION_S / HOP_S, axis=0)
    together = _together(closed, len(visemes))
    jaw, close = ARKIT_INDEX["jawOpen"], ARKIT_INDEX["mouthClose"]
    opening = [i for name, i in ARKIT_INDEX.items() if name.startswith(("mouthFunnel", "mouthLower", "mouthUpper"))]
    acted[:, opening] *= 1.0 - together[:, None]
    acted[:, jaw] *= 1.0 - 0.45 * together
    acted[:, close] = _SEALED * together * acted[:, jaw]
    for side in ("Left", "Right"):
        acted[:, ARKIT_INDEX[f"mouthPress{side}"]] = rng.uniform(0.0, 0.3) * together
    return np.asarray(acted)


def _together(closed: Floats, count: int) -> Floats:
    """(M,) 1 while the lips are together, with the ways there and back."""
    times = np.arange(count) * HOP_S
    shut = np.zeros(count)
    for start_s, end_s in closed:
        way = np.minimum((times - start_s) / _CLOSING_S + 1.0, (end_s - times) / _OPENING_S + 1.0)
        shut = np.maximum(shut, _eased(way))
    return shut


def _in_pause(acted: Floats, start_s: float, end_s: float, rng: np.random.Generator) -> None:
    tables = _tables()["pauses"]
    shape = _rows([tables[rng.integers(len(tables))]])[0] * rng.uniform(0.6, 1.0)
    times = np.arange(len(acted)) * HOP_S
    ease = _eased(np.minimum(times - start_s - 0.15, end_s - 0.15 - times) / 0.2)
    np.maximum(acted, ease[:, None] * shape, out=acted)


def _mood(pictures: int, rng: np.random.Generator) -> Floats:
    tables = _tables()["moods"]
    shape = _rows([tables[rng.integers(len(tables))]])[0] * rng.uniform(0.5, 1.0, 52)
    times = np.arange(pictures) / FPS
    mood = (_eased((times - 0.5) / 0.6) * (0.6 + 0.4 * np.sin(times * rng.uniform(0.5, 2.0))))[:, None] * shape
    for _ in range(int(pictures / FPS / 2.5)):
        blink = _eased(1.5 - np.abs(times - rng.uniform(0.6, pictures / FPS)) / 0.07)
        for side in ("Left", "Right"):
            mood[:, ARKIT_INDEX[f"eyeBlink{side}"]] = np.maximum(mood[:, ARKIT_INDEX[f"eyeBlink{side}"]], blink)
    return np.asarray(mood)


def _head(pictures: int, rng: np.random.Generator, turned: bool) -> Floats:
    times = np.arange(pictures) / FPS
    waves = [sum(np.sin(times * rng.uniform(0.4, 3.0) + rng.uniform(0, 6)) for _ in range(3)) / 3 for _ in range(3)]
    head = np.stack(waves, axis=1) * (14.0, 9.0, 6.0) * _eased(times / 0.7)[:, None]
    if turned:
        head[:, 0] += rng.choice((-1, 1)) * rng.uniform(48.0, 58.0) * _eased((times - 0.7) / 0.6)
    return np.asarray(head)


def _rows(shapes: Sequence[Mapping[str, float]]) -> Floats:
    """(shapes, 52); a name without its side means both."""
    rows = np.zeros((len(shapes), 52))
    for row, shape in zip(rows, shapes, strict=True):
        for name, value in shape.items():
            for index in [ARKIT_INDEX[each] for each in (name, f"{name}Left", f"{name}Right") if each in ARKIT_INDEX]:
                row[index] = value
    return rows


def _eased(way: Floats) -> Floats:
    along = np.clip(way, 0.0, 1.0)
    return np.asarray(along * along * (3.0 - 2.0 * along))


@lru_cache(maxsize=1)
def _tables() -> Any:
    return json.loads((resources.files("koekata.audio.fuse.build") / "acting.json").read_text(encoding="utf-8"))
