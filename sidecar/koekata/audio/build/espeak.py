"""espeak-ng through its C library: phoneme events say when each phone begins."""

from __future__ import annotations

import ctypes
import random
import unicodedata
from typing import Any

import numpy as np

from koekata.audio.build.speech import RATE, Samples, Speech, at_rate
from koekata.audio.build.texts import english, japanese, mandarin
from koekata.audio.phones import SILENCE, Segment, load_phones

__all__ = ["Espeak"]

_SYNCHRONOUS, _PHONEMES = 1, 1
_END, _PHONEME = 0, 7
_RATE, _PITCH, _RANGE = 1, 3, 4
_SENTENCE_UTF8 = 1
_AFFRICATES = {
    "tʃ": "ʧ",
    "dʒ": "ʤ",
    "tɕ": "ʨ",
    "dʑ": "ʥ",
    "ts.": "ꭧ",
    "tʂ": "ꭧ",
    "ts": "ʦ",
    "dz": "ʣ",
    "s.": "ʂ",
    "z.": "ʐ",
}
_MARKS = "ː:ʲᵝ-."
_STOPS = ("p", "t", "k", "tʃ", "ts", "d", "s")
_STEP = 80
"""Samples: closures are looked for in steps of 5 ms."""
_LONGEST_CLOSURE, _SILENT = 24, 2e-3


class _Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("unique", ctypes.c_uint), ("text", ctypes.c_int), ("length", ctypes.c_int),
        ("audio_ms", ctypes.c_int), ("sample", ctypes.c_int), ("user", ctypes.c_void_p), ("id", _Id),
    ]  # fmt: skip


class Espeak:
    """The engine. It may exist once in a process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libespeak-ng.so.1")
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 200, None, _PHONEMES | 2)
        self._waves: list[Samples] = []
        self._events: list[tuple[float, str]] = []
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))
        self._callback: Any = kind(self._hear)
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:
        """A sentence at a random speed, pitch and range of pitch."""
        self._waves.clear()
        self._events.clear()
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise FileNotFoundError(f"espeak-ng has no voice {voice}")
        for parameter, low, high in ((_RATE, 120, 270), (_PITCH, 15, 90), (_RANGE, 30, 90)):
            self._library.espeak_SetParameter(parameter, draw.randint(low, high), 0)
        text = mandarin(draw)[0] if language == "mandarin" else (english if language == "english" else japanese)(draw)
        told = text.encode()
        self._library.espeak_Synth(told, len(told) + 1, 0, 1, 0, _SENTENCE_UTF8, None, None)
        self._library.espeak_Synchronize()
        samples = at_rate(np.concatenate(self._waves), self._rate)
        return Speech(samples, tuple(_with_closures(samples, self._segments(len(samples) / RATE, language))))

    def _hear(self, wave: Any, count: int, events: Any) -> int:
        if count > 0:
            self._waves.append(np.ctypeslib.as_array(wave, (count,)).astype(np.float32) / 32768)
        at = 0
        while events[at].type != _END:
            if events[at].type == _PHONEME:
                name = bytes(events[at].id.string).split(b"\0")[0].decode("utf-8", "ignore")
                self._events.append((events[at].audio_ms / 1000, name))
            at += 1
        return 0

    def _segments(self, end_s: float, language: str) -> list[Segment]:
        starts = [start for start, _ in self._events]
        timed = [
            (start, end, symbol)
            for (start, name), end in zip(self._events, [*starts[1:], end_s], strict=True)
            for start, end, symbol in _split(start, end, _symbols(name, language))
        ]
        return load_phones().segments("ipa", timed)


def _symbols(name: str, language: str) -> list[str]:
    """IPA letters of an event; a flap is a d in English, and an r elsewhere."""
    # Marks stand apart: espeak-ng writes the a of Japanese as one letter with two dots, some of its ん as a nasal u.
    plain = unicodedata.normalize("NFD", name.strip().strip("ˈˌ()")).replace("u\u0303", "ɴ")
    if not plain or plain.startswith("_"):
        return [SILENCE]
    for spelt, letter in _AFFRICATES.items():
        if plain.startswith(spelt):
            plain = letter + plain[len(spelt) :]
            break
    letters = [letter for letter in plain if letter not in _MARKS and not unicodedata.combining(letter)]
    return ["d" if letter == "ɾ" and language == "english" else letter for letter in letters] or [""]


def _split(start: float, end: float, symbols: list[str]) -> list[tuple[float, float, str]]:
    edges = np.linspace(start, end, len(symbols) + 1).tolist()
    return list(zip(edges, edges[1:], symbols, strict=False))


def _with_closures(samples: Samples, segments: list[Segment]) -> list[Segment]:
    """A voiceless stop's closure is silent and comes before its event: it is given back to the stop."""
    loud = np.abs(samples[: len(samples) // _STEP * _STEP]).reshape(-1, _STEP).max(axis=1)
    made = list(segments)
    for i in range(1, len(made)):
        if made[i].phone not in _STOPS or made[i - 1].phone == SILENCE:
            continue
        at = min(len(loud) - 1, int(made[i].start_s * RATE / _STEP))
        steps = 0
        while at - steps > 0 and steps < _LONGEST_CLOSURE and (loud[at - steps] < _SILENT or steps < 2):
            steps += 1
        if steps > 3:
            start = max(made[i - 1].start_s + 0.01, made[i].start_s - steps * _STEP / RATE)
            made[i - 1] = Segment(made[i - 1].start_s, start, made[i - 1].phone)
            made[i] = Segment(start, made[i].end_s, made[i].phone)
    return made
