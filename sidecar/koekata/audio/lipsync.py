"""What is heard in a whole file, every 10 ms."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.film_sound import FilmSound
from koekata.audio.network import VisemeNetwork
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
    frames: list[VoiceFrame] = []
    network.reset()
    start_s = None
    with FilmSound(path) as sound:
        for block in sound:
            start_s = block.start_s if start_s is None else start_s
            frames += network.step(block.samples)
    if start_s is None or not frames:
        raise SourceUnreadableError(f"{path}: there is no sound to be heard", remedy="Choose another file.")
    frames += network.finish()
    steady = (lambda rows: rows) if live else _steadied
    return Lipsync(
        time_s=start_s + np.array([frame.time_s for frame in frames]),
        names=network.visemes,
        visemes=steady(np.array([frame.visemes for frame in frames], np.float32)),
        vowel_names=network.vowels,
        vowels=steady(np.array([frame.vowels for frame in frames], np.float32)),
        closed=np.array([frame.closed for frame in frames], np.float32),
        vad=steady(np.array([frame.voice for frame in frames], np.float32)),
        loudness_db=np.array([frame.loudness_db for frame in frames], np.float32),
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
