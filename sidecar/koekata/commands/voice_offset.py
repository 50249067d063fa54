"""`koekata voice offset`: by how much the sound is late against the picture."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import takewhile

import numpy as np
from rich.console import Console

from koekata.audio.features import HOP, HOP_S
from koekata.audio.film_sound import FilmSound
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.microphone import Microphone
from koekata.audio.offset import measure_offset
from koekata.audio.samples import SAMPLE_RATE, Block
from koekata.audio.stage import film_path
from koekata.capture import open_source
from koekata.capture.addresses import SourceKind, recognise
from koekata.commands._configuration import with_values
from koekata.commands._guard import load_tracker
from koekata.config import KoekataConfig
from koekata.face_model.open import open_configured
from koekata.frames import CapturedFrame, FloatArray
from koekata.pipeline import Pipeline
from koekata.track import open_tracker

__all__ = ["offset"]

_QUIETEST = 1e-5


class Loudness:
    """RMS of each 10 ms of sound, with its time."""

    def __init__(self) -> None:
        self._left: Block | None = None
        self._times: list[FloatArray] = []
        self._levels: list[FloatArray] = []

    def add(self, block: Block) -> None:
        """Take a block down. What does not fill a hop waits for the next block."""
        if self._left is not None:
            early_s = len(self._left.samples) / SAMPLE_RATE
            block = Block(block.start_s - early_s, np.concatenate([self._left.samples, block.samples]))
        whole = len(block.samples) // HOP * HOP
        self._left = Block(block.start_s + whole / SAMPLE_RATE, block.samples[whole:])
        hops = block.samples[:whole].reshape(-1, HOP).astype(np.float64)
        self._levels.append(10.0 * np.log10((hops**2).mean(axis=1) + _QUIETEST**2))
        self._times.append(block.start_s + (np.arange(len(hops)) + 0.5) * HOP_S)

    def series(self) -> tuple[FloatArray, FloatArray]:
        """Times and dBFS, both (F,)."""
        return np.concatenate([np.zeros(0), *self._times]), np.concatenate([np.zeros(0), *self._levels])


def offset(config: KoekataConfig, seconds: float, console: Console) -> int:
    """Measure it on a film, or live on a camera and a microphone for some seconds. Returns the exit code."""
    load_tracker()
    live = recognise(config.capture.source).kind is not SourceKind.FILE
    with ExitStack() as stack:
        loudness = Loudness()
        if live:
            _listen(config.voice.source or "default", loudness, stack)
            console.print(f"Say pa ten times, loud, at uneven intervals of about a second ({seconds:g} s) ...")
        else:
            sound = stack.enter_context(FilmSound(film_path(config.capture)))
            for block in sound:
                loudness.add(block)
        times, gaps = _gaps(config, seconds if live else None, live=live)
    found = measure_offset(times, gaps, *loudness.series())
    word = "late" if found.late_s >= 0.0 else "early"
    console.print(
        f"the sound is {abs(found.late_s) * 1000:.0f} ms {word} against the picture "
        f"({found.syllables} syllables, {found.clearness:.1f} times as clear as any other offset)"
    )
    console.print(f"Use it: --voice-offset-ms {found.late_s * 1000:.0f}, or [voice] offset_ms in koekata.toml.")
    return 0


def _listen(wanted: str, loudness: Loudness, stack: ExitStack) -> None:
    microphone = stack.enter_context(Microphone(wanted))

    def run(blocks: Iterable[Block]) -> None:
        for block in blocks:
            loudness.add(block)

    thread = threading.Thread(target=run, args=(microphone,), name="koekata-listen", daemon=True)
    thread.start()
    stack.callback(thread.join)
    stack.callback(microphone.close)


def _gaps(config: KoekataConfig, seconds: float | None, *, live: bool) -> tuple[FloatArray, FloatArray]:
    """Times of pictures and the gap between the lips in them: monotonic seconds live, else of the time line."""
    raw = with_values(config, {"smooth.preset": "off", "capture.loop": False})
    mouth, times, gaps = load_mouth(), [], []
    model = open_configured(config.face_model)
    with open_tracker(config.track, live=live) as tracker, open_source(raw.capture, live=live) as source:
        pipeline = Pipeline(raw, tracker, model.face_model)
        pictures = (item for item in source if isinstance(item, CapturedFrame))
        for frame in takewhile(lambda item: seconds is None or item.time.timeline_s < seconds, pictures):
            for face in pipeline.process(frame)[:1]:
                times.append(frame.time.monotonic_ns * 1e-9 if live else frame.time.timeline_s)
                gaps.append(mouth.gap(face.weights))
    return np.array(times), np.array(gaps)
