"""What is heard in a whole file, every 10 ms."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.film_sound import FilmSound
from koekata.audio.network import VisemeNetwork
from koekata.audio.sound_watch import SoundWatch
from koekata.audio.visemes import Floats, VoiceFrame
from koekata.errors import ConfigError, SourceUnreadableError
from koekata.frames import FloatArray
from koekata.whole_file import whole_file

__all__ = ["Lipsync", "hear_file", "write_lipsync"]

_NEIGHBOURS = (0.25, 0.5, 0.25)
"""What comes after a frame steadies it, where it is known. Not for closed lips, which are over too soon."""


@dataclass(frozen=True, slots=True, eq=False)
class Lipsync:
    """Frames 10 ms apart; names and order of `visemes` (T, 15) and `vowels` (T, 6) are those of the network."""

    time_s: FloatArray
    """(T,) centres, from the file's first picture or sample."""
    names: tuple[str, ...]
    visemes: Floats
    vowel_names: tuple[str, ...]
    vowels: Floats
    closed: Floats
    """(T,) probability of lips together."""
    vad: Floats
    """(T,) probability that somebody speaks."""
    loudness_db: Floats
    """(T,) RMS below full scale."""


def hear_file(path: Path, network: VisemeNetwork, *, live: bool) -> Lipsync:
    """Listen to a file to its end. `live` gives what the live path would have known, and no more.

    Raises what `FilmSound` raises, and SourceUnreadableError where there is nothing to be heard.
    """
    network.reset()
    with FilmSound(path) as sound:
        parts = [_columns(frames) for frames in _heard(sound, network) if frames]
    if not parts:
        raise SourceUnreadableError(f"{path}: there is no sound to be heard", remedy="Choose another file.")
    time_s, visemes, vowels, closed, vad, loudness_db = (np.concatenate(part) for part in zip(*parts, strict=True))
    steady = (lambda rows: rows) if live else _steadied
    return Lipsync(
        time_s=time_s,
        names=network.visemes,
        visemes=steady(visemes),
        vowel_names=network.vowels,
        vowels=steady(vowels),
        closed=closed,
        vad=steady(vad),
        loudness_db=loudness_db,
    )


def write_lipsync(found: Lipsync, path: Path, *, force: bool) -> None:
    """Write .npz or .csv, whole or not at all. Raises ConfigError for another suffix, or for a file that is there."""
    if path.suffix not in (".npz", ".csv"):
        raise ConfigError(f"{path}: written are .npz and .csv", remedy="Give it one of those suffixes.")
    if path.exists() and not force:
        raise ConfigError(f"{path}: is there already", remedy="Choose another name, or add --force.")
    with whole_file(path) as file:
        if path.suffix == ".npz":
            np.savez_compressed(file, **_arrays(found))
        else:
            file.write(_table(found).encode("utf-8"))


def _heard(sound: FilmSound, network: VisemeNetwork) -> Iterator[list[VoiceFrame]]:
    """The frames of each block. What is wrong with the sound is told at its end."""
    watch = SoundWatch(str(sound.path), every_s=math.inf)
    for number, block in enumerate(sound):
        if number == 0:
            network.reset(block.start_s)
        watch.add(block)
        yield network.step(block.samples)
    yield network.finish()
    watch.judge()


def _columns(frames: Sequence[VoiceFrame]) -> tuple[NDArray[Any], ...]:
    """Time, visemes, vowels, closed, voice and loudness. Hours of frames would not fit into memory as they are."""
    rows = zip(*((f.time_s, f.visemes, f.vowels, f.closed, f.voice, f.loudness_db) for f in frames), strict=True)
    time_s, *others = rows
    return (np.array(time_s), *(np.array(each, np.float32) for each in others))


def _arrays(found: Lipsync) -> dict[str, NDArray[Any]]:
    return {
        "names": np.array(found.names),
        "visemes": found.visemes,
        "vowel_names": np.array(found.vowel_names),
        "vowels": found.vowels,
        "closed": found.closed,
        "vad": found.vad,
        "loudness_db": found.loudness_db,
        "time_s": found.time_s,
    }


def _table(found: Lipsync) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["time_s", *found.names, *(f"vowel_{name}" for name in found.vowel_names), "closed", "vad", "loudness_db"]
    )
    columns = (found.time_s, *found.visemes.T, *found.vowels.T, found.closed, found.vad, found.loudness_db)
    writer.writerows([f"{value:.4f}" for value in row] for row in zip(*columns, strict=True))
    return text.getvalue()


def _steadied(rows: Floats) -> Floats:
    """(T,) or (T, N), each frame with a share of its neighbours."""
    padded = np.concatenate([rows[:1], rows, rows[-1:]])
    before, here, after = _NEIGHBOURS
    return np.asarray(before * padded[:-2] + here * padded[1:-1] + after * padded[2:], np.float32)
