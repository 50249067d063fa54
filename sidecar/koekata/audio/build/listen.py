"""Hear a corpus: augmented sessions of every voice as features and labels, kept in files.

    python -m koekata.audio.build.listen --corpus DIR --out DIR [--copies 3]

What is there already stays. Voices that are not for training are heard once as they are, and once augmented.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.build.augment import session
from koekata.audio.build.speech import Shard, Speech, read_shard
from koekata.audio.features import BANDS, HOP_S, Floats, log_mel, normalised
from koekata.audio.phones import Labels, load_phones
from koekata.whole_file import whole_file

__all__ = ["heard", "training_prior"]

_TOGETHER = 5
_SAMPLED = 20
_WEIGHTS = {"kokoro": 2.0, "flite": 1.3, "hibari": 0.7, "festival": 1.0, "openjtalk": 0.7, "espeak": 0.6}
"""How often the engines are heard, in units of --copies: natural voices more often."""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--copies", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    prior = _kept_prior(arguments.out / "prior.npy", arguments.corpus)
    for path in sorted(arguments.corpus.glob("*_*.npz")):
        target = arguments.out / path.name
        if target.exists():
            continue
        shard = read_shard(path)
        seed = zlib.crc32(f"{path.name} {arguments.seed}".encode())
        features, labels, clean = _hear_shard(shard, prior, arguments.copies, np.random.default_rng(seed))
        with whole_file(target) as file:
            np.savez(file, features=features, labels=labels, clean=clean, part=np.array(shard.part))
        print(f"{path.name}: {len(labels) / 6000:.1f} min", file=sys.stderr, flush=True)  # noqa: T201


def heard(speech: Speech, prior: Floats) -> tuple[Floats, Labels]:
    """Features (T, BANDS) as the network gets them, and phone indices (T,)."""
    features = normalised(log_mel(speech.samples), prior)
    return features, load_phones().frames(speech.segments, len(features), HOP_S)


def training_prior(shards: Sequence[Shard]) -> Floats:
    """(BANDS,) the mean over what was spoken, relative to its level."""
    none = np.zeros(BANDS, np.float32)
    rows = []
    for shard in shards:
        for speech in shard.utterances[:_SAMPLED]:
            energies = log_mel(speech.samples)
            rows.append(energies[energies.max(axis=1) > energies.max() - 6.0] - energies.max())
    return np.asarray(np.maximum(np.concatenate(rows), -12.0).mean(axis=0) + none, np.float32)


def _kept_prior(path: Path, corpus: Path) -> Floats:
    if not path.exists():
        shards = [read_shard(each) for each in sorted(corpus.glob("*_*.npz"))]
        prior = training_prior([shard for shard in shards if shard.part == "train"])
        with whole_file(path) as file:
            np.save(file, prior)
    return np.asarray(np.load(path), np.float32)


def _hear_shard(shard: Shard, prior: Floats, copies: float, draw: np.random.Generator) -> tuple[NDArray[Any], ...]:
    """Features (T, BANDS) in half precision, phones (T,), and whether a frame was heard without augmentation (T,)."""
    made = []
    if shard.part != "train":
        made += [(*heard(speech, prior), True) for speech in shard.utterances]
        copies = 1.0
    else:
        copies *= _WEIGHTS[shard.engine]
    for group in _groups(shard.utterances, copies, draw):
        made.append((*heard(session(group, shard.utterances, draw), prior), False))
    features, labels = (np.concatenate([row[column] for row in made]) for column in (0, 1))
    clean = np.concatenate([np.full(len(labels), untouched) for _, labels, untouched in made])
    return features.astype(np.float16), labels.astype(np.uint8), clean


def _groups(spoken: Sequence[Speech], copies: float, draw: np.random.Generator) -> Iterator[list[Speech]]:
    """Every utterance `copies` times on the mean, some together each time."""
    for turn in range(int(np.ceil(copies))):
        order = draw.permutation(len(spoken))
        order = order[: int(len(order) * min(1.0, copies - turn))]
        for start in range(0, len(order), _TOGETHER):
            yield [spoken[i] for i in order[start : start + _TOGETHER]]


if __name__ == "__main__":
    main()
