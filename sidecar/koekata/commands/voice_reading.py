"""The actor reads the script: sentence by sentence, with the level of the microphone below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.text import Text

from koekata.audio.adapt.aloud import hear_sentence, not_heard, room_floor
from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.recording import SentenceEar, check_recording
from koekata.audio.microphone import Microphone
from koekata.audio.samples import Block, Samples

__all__ = ["hear_sentences", "read_aloud"]

_ATTEMPTS = 2
_METER_DB = 60.0

_INSTRUCTIONS = """\
Read each sentence in your own voice, as you act, and be quiet for a moment after it: the next one then appears.
Stumbled? Read the sentence again from the beginning before you pause."""


def read_aloud(sentences: Sequence[Sentence], microphone: str, console: Console) -> list[Take]:
    """A take for each sentence. Raises SoundMissingError, and CaptureError where nothing useful is heard."""
    with Microphone(microphone) as source:
        console.print(f"listening to {source.description}")
        console.print(_INSTRUCTIONS)
        takes = hear_sentences(iter(source), sentences, console)
    check_recording(source.info.name, np.concatenate([take.samples for take in takes]))
    return takes


def hear_sentences(blocks: Iterator[Block], sentences: Sequence[Sentence], console: Console) -> list[Take]:
    """A take for each sentence, from blocks as they come. Raises CaptureError when the reader falls silent."""
    floor_db = room_floor(blocks)
    takes = []
    for number, sentence in enumerate(sentences, start=1):
        samples, floor_db = _sentence(blocks, sentence, floor_db, f"{number}/{len(sentences)}", console)
        takes.append(Take(samples, (sentence,)))
    return takes


def _sentence(
    blocks: Iterator[Block], sentence: Sentence, floor_db: float, number: str, console: Console
) -> tuple[Samples, float]:
    for _ in range(_ATTEMPTS):
        with _shown(console, sentence, number, SentenceEar(0.0, floor_db)) as live:

            def show(ear: SentenceEar, live: Live = live) -> None:
                live.update(_picture(sentence, number, ear))

            heard, ear = hear_sentence(blocks, sentence, floor_db, show)
        if ear.done:
            return heard, ear.floor_db
        console.print("It was not heard to its end. Once more, please, with a pause after it.")
    raise not_heard(number, ear)


def _shown(console: Console, sentence: Sentence, number: str, ear: SentenceEar) -> Live:
    if not console.is_terminal:
        console.print(f"{number}  {sentence.text}", markup=False)
        return Live(console=Console(quiet=True), auto_refresh=False)
    return Live(_picture(sentence, number, ear), console=console, refresh_per_second=15)


def _picture(sentence: Sentence, number: str, ear: SentenceEar) -> Group:
    share = min(max(1.0 + ear.level_db / _METER_DB, 0.0), 1.0)
    style = "red" if ear.level_db > -3.0 else "green" if ear.quiet_s == 0.0 else "dim"
    return Group(
        Text(f"{number}  {sentence.text}", style="bold"),
        ProgressBar(total=1.0, completed=share, width=40, complete_style=style, finished_style=style),
    )
