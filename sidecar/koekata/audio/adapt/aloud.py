"""A script that is read aloud: sentence by sentence, each until it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.recording import SentenceEar
from koekata.audio.adapt.script import usual_seconds
from koekata.audio.samples import Block, Samples
from koekata.errors import CaptureError

__all__ = ["hear_sentence", "not_heard", "room_floor"]

_SETTLING_BLOCKS = 50


def room_floor(blocks: Iterator[Block]) -> float:
    """How loud the room is in dB, from the first blocks."""
    return min((_level(block) for _, block in zip(range(_SETTLING_BLOCKS), blocks, strict=False)), default=0.0)


def hear_sentence(
    blocks: Iterator[Block], sentence: Sentence, floor_db: float, shown: Callable[[SentenceEar], None]
) -> tuple[Samples, SentenceEar]:
    """What was heard until it was over, given up, or no more blocks came; the ear tells which. `shown` follows it."""
    ear, heard = SentenceEar(usual_seconds(sentence), floor_db), [np.zeros(0, np.float32)]
    for block in blocks:
        heard.append(block.samples)
        ear.add(block)
        shown(ear)
        if ear.done or ear.given_up:
            break
    return np.concatenate(heard), ear


def not_heard(number: object, ear: SentenceEar) -> CaptureError:
    """Why a sentence did not end."""
    return CaptureError(
        f"sentence {number} was not heard to its end: {ear.spoken_s:.1f} s of voice, level {ear.level_db:.0f} dB",
        remedy="Check the microphone's level and mute, and that the room is quiet in the pauses.",
    )


def _level(block: Block) -> float:
    return float(10.0 * np.log10(np.mean(block.samples**2) + 1e-10))
