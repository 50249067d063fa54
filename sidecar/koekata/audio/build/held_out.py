"""Write labelled speech of the voices that are only measured.

    python -m koekata.audio.build.held_out --corpus DIR --out FILE [--seconds 12]

Whole utterances of every voice of part `test`, in order, until each engine's share of seconds is full.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from koekata.audio.build.speech import RATE, Shard, Speech, read_shard
from koekata.audio.features import HOP, HOP_S
from koekata.audio.phones import load_phones
from koekata.whole_file import whole_file


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=12.0, help="Of each engine.")
    parser.add_argument("--engine", action="append", help="Only these; all of them by default.")
    arguments = parser.parse_args()
    shards = [read_shard(path) for path in sorted(arguments.corpus.glob("*_*.npz"))]
    engines = arguments.engine or [shard.engine for shard in shards]
    unseen = [shard for shard in shards if shard.part == "test" and shard.engine in engines]
    spoken = [
        each for engine in sorted({s.engine for s in unseen}) for each in _some(unseen, engine, arguments.seconds)
    ]
    known = load_phones()
    visemes = [known.viseme_of[known.frames(s.segments, len(s.samples) // HOP + 1, HOP_S)] for s in spoken]
    with whole_file(arguments.out) as file:
        np.savez_compressed(
            file,
            audio=np.concatenate([np.round(each.samples * 32767).astype(np.int16) for each in spoken]),
            audio_ends=np.cumsum([len(each.samples) for each in spoken]),
            visemes=np.concatenate(visemes),
            viseme_ends=np.cumsum([len(row) for row in visemes]),
        )


def _some(shards: Sequence[Shard], engine: str, seconds: float) -> Iterator[Speech]:
    """Utterances of an engine's voices in turn."""
    voices = [shard.utterances for shard in shards if shard.engine == engine]
    left = seconds * RATE
    for turn in range(max(map(len, voices))):
        for utterances in voices:
            if turn < len(utterances) and left > 0:
                left -= len(utterances[turn].samples)
                yield utterances[turn]


if __name__ == "__main__":
    main()
