"""Speak a line with espeak-ng and tell when each phone sounds.

The library reports its phones while it synthesises, so the times are exact rather than recognised. It is loaded here
only to make the sample; Koekata itself never uses it.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Phone", "Speech", "speak"]

# espeak-ng/speak_lib.h
_RETRIEVAL = 1
_PHONEME_EVENTS_AS_IPA = 0x1 | 0x2
_RATE, _PITCH, _RANGE = 1, 3, 4
_UTF8 = 1
_EVENT_PHONEME = 7

_SILENCE = 2e-3
_VOICELESS_STOPS = frozenset("ptk")


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone in IPA; seconds from the start of the sound."""

    ipa: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """The sound and what is said in it."""

    samples: NDArray[np.float64]
    """Mono, in [-1, 1]."""
    rate: int
    phones: tuple[Phone, ...]


class _EventName(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventName),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


def speak(text: str, *, voice: str, words_per_minute: int, pitch: int, intonation: int) -> Speech:
    """Synthesise `text`; pitch and intonation are espeak's own, 0 to 100."""
    library = ctypes.CDLL("libespeak-ng.so.1")
    rate = library.espeak_Initialize(_RETRIEVAL, 200, None, _PHONEME_EVENTS_AS_IPA)
    chunks: list[NDArray[np.int16]] = []
    events: list[tuple[float, str]] = []
    callback = _Callback(lambda wave, count, found: _collect(wave, count, found, chunks, events))
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetVoiceByName(voice.encode())
    for parameter, value in ((_RATE, words_per_minute), (_PITCH, pitch), (_RANGE, intonation)):
        library.espeak_SetParameter(parameter, value, 0)
    encoded = text.encode()
    library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    library.espeak_Terminate()
    samples = np.concatenate(chunks) / 32768.0
    return Speech(samples, rate, _phones(events, samples, rate))


def _collect(wave: Any, count: int, found: Any, chunks: list[Any], events: list[tuple[float, str]]) -> int:
    if count > 0:
        chunks.append(np.ctypeslib.as_array(wave, (count,)).copy())
    index = 0
    while found[index].type != 0:
        if found[index].type == _EVENT_PHONEME:
            name = found[index].id.string.decode("utf-8", "ignore")
            events.append((found[index].audio_position / 1000.0, name.strip("ˈˌ%,'= ")))
        index += 1
    return 0


def _phones(events: list[tuple[float, str]], samples: NDArray[np.float64], rate: int) -> tuple[Phone, ...]:
    """Each phone lasts until the next one. A voiceless stop is reported at its burst: its closure, the silence before
    that, is given back to it.
    """
    starts = [
        start - (_silence_before(samples, rate, start) if name[:1] in _VOICELESS_STOPS else 0.0)
        for start, name in events
    ]
    ends = [*starts[1:], len(samples) / rate]
    named = zip(events, starts, ends, strict=True)
    return tuple(Phone(name, start, end) for (_, name), start, end in named if name and name[0] not in "_|:")


def _silence_before(samples: NDArray[np.float64], rate: int, time_s: float, longest_s: float = 0.12) -> float:
    end = int(time_s * rate)
    loud = np.nonzero(np.abs(samples[max(0, end - int(longest_s * rate)) : end]) > _SILENCE)[0]
    return 0.0 if not len(loud) else (end - max(0, end - int(longest_s * rate)) - 1 - int(loud[-1])) / rate
