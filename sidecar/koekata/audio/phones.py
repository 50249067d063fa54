"""Phones, and the mouth shapes that belong to them: one inventory for all languages.

`phones.json` holds it: each phone's viseme in the Oculus set of 15, and how the notations of dictionaries and speech
engines are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["SILENCE", "Labels", "Phones", "Segment", "load_phones"]

SILENCE = "sil"
_CLOSURE = "closure"
"""A held closure without a place of its own, such as the first half of a Japanese double consonant."""
_MORAIC_NASAL = "N"
_NASALS = ("n", "m")
_PROLONGING = frozenset(["", *"ːˑʰʲˈˌ↓↑→↗↘"])
"""What belongs to the phone before it; the empty one is a mark that its engine writes as an event of its own."""

Labels = NDArray[np.uint8]


@dataclass(frozen=True)
class Segment:
    """A phone of the inventory, from one time to another in seconds."""

    start_s: float
    end_s: float
    phone: str


@dataclass(frozen=True)
class Phones:
    """The inventory.

    `viseme_of` (phones,) indexes `visemes`; `vowel_of` (phones,) is 0 for no vowel, else 1 + an index of `vowels`.
    """

    names: tuple[str, ...]
    visemes: tuple[str, ...]
    vowels: tuple[str, ...]
    viseme_of: Labels
    vowel_of: Labels
    notations: dict[str, dict[str, tuple[tuple[str, float], ...]]]

    def read(self, notation: str, symbol: str) -> tuple[tuple[str, float], ...]:
        """The phones of a symbol, with their shares of its time; empty for a symbol that the notation has not."""
        silence = ((SILENCE, 1.0),) if symbol == SILENCE else ()
        return self.notations[notation].get(symbol, silence)

    @property
    def shown_vowel(self) -> Labels:
        """(visemes,) the vowel of each viseme: 0 for none, else 1 + an index of `vowels`."""
        shown = np.zeros(len(self.visemes), np.uint8)
        for viseme, vowel in zip(self.viseme_of, self.vowel_of, strict=True):
            shown[viseme] = vowel if vowel < len(self.vowels) else shown[viseme]
        return shown

    def is_vowel(self, phone: str) -> bool:
        """Whether the phone shows one of the five vowels; glides do."""
        return phone in self.names and 0 < self.vowel_of[self.names.index(phone)] < len(self.vowels)

    def segments(self, notation: str, timed: Iterable[tuple[float, float, str]]) -> list[Segment]:
        """Segments of (start, end, symbol), in order, with diphthongs split and closures given their place.

        A mark of length, breath or tone prolongs the segment before it. Raises ValueError for a symbol that is none and
        is not in the notation either.
        """
        made: list[Segment] = []
        for start, end, symbol in timed:
            parts = self.read(notation, symbol)
            if not parts and symbol not in _PROLONGING:
                raise ValueError(f"the notation {notation} has no {symbol!r}")
            if not parts and made:
                made[-1] = Segment(made[-1].start_s, end, made[-1].phone)
            length = end - start
            for phone, share in parts if length > 0 else ():
                made.append(Segment(start, start + length * share, phone))
                start += length * share
        return self.placed(made)

    def placed(self, segments: Sequence[Segment]) -> list[Segment]:
        """The same with what depends on the neighbours: lips close early for a lip sound, syllables end in nasals."""
        return [
            Segment(
                each.start_s, each.end_s, self._placed(each.phone, segments[i + 1].phone if segments[i + 1 :] else "")
            )
            for i, each in enumerate(segments)
        ]

    def _placed(self, phone: str, following: str) -> str:
        lips_follow = following in ("p", "b", "m")
        if phone == _CLOSURE:
            return "p" if lips_follow else following if following in self._held() else "t"
        if phone in ("n", _MORAIC_NASAL) and lips_follow:
            return "m"
        if phone == "n" and not self.is_vowel(following) and following not in _NASALS:
            return _MORAIC_NASAL
        return phone

    def _held(self) -> tuple[str, ...]:
        return ("t", "d", "k", "g", "s", "ʃ", "tʃ", "ts", "h", "f", "dʒ", "z")

    def frames(self, segments: Iterable[Segment], count: int, hop_s: float) -> Labels:
        """(count,) phone index at the frame centres k * hop_s; silence where no segment is."""
        labels = np.zeros(count, np.uint8)
        for segment in segments:
            first, last = (max(0, int(np.ceil(time / hop_s - 1e-6))) for time in (segment.start_s, segment.end_s))
            labels[first:last] = self.names.index(segment.phone)
        return labels


@lru_cache(maxsize=1)
def load_phones() -> Phones:
    """The inventory that comes with Koekata."""
    stored: dict[str, Any] = json.loads((resources.files("koekata.audio") / "phones.json").read_text(encoding="utf-8"))
    names, visemes = tuple(stored["phones"]), tuple(stored["visemes"])
    vowels = (*stored["vowels"], _MORAIC_NASAL)
    shown = {viseme: 1 + i for i, viseme in enumerate(stored["vowels"].values())}
    vowel_of = [shown.get(viseme, 0) for viseme in stored["phones"].values()]
    vowel_of[names.index(_MORAIC_NASAL)] = len(vowels)
    return Phones(
        names, visemes, vowels,
        np.array([visemes.index(viseme) for viseme in stored["phones"].values()], np.uint8),
        np.array(vowel_of, np.uint8),
        {key: {symbol: _parts(text) for symbol, text in table.items()} for key, table in stored["notations"].items()},
    )  # fmt: skip


def _parts(text: str) -> tuple[tuple[str, float], ...]:
    pairs = [part.partition(":")[::2] for part in text.split()]
    weights = [float(weight or 1) for _, weight in pairs]
    return tuple((phone, weight / sum(weights)) for (phone, _), weight in zip(pairs, weights, strict=True))
