"""Readings in kana, pinyin or ARPAbet as phones of the inventory."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from koekata.audio.adapt.graph import Sentence
from koekata.audio.phones import Segment, load_phones
from koekata.errors import ConfigError

__all__ = ["LANGUAGES", "read_sentence"]

LANGUAGES = {"ja": "Japanese, in kana", "en": "English, in ARPAbet", "zh": "Mandarin, in pinyin"}

_PAUSES = re.compile(r"[,.!?;:、。，．！？；：…]+")
_SEPARATORS = {"ja": r"[\s\u3000]+", "en": r"\s*/\s*", "zh": r"[\s']+"}
_Reader = Callable[[str], list[str]]


def read_sentence(text: str, reading: str, language: str) -> Sentence:
    """A sentence by its reading. Words are separated by blanks, in ARPAbet by `/`; commas and stops allow a pause.

    Raises ConfigError that names what cannot be read.
    """
    words = [word for phrase in _PAUSES.split(reading) for word in _phrase(phrase, language)]
    if not words:
        raise ConfigError(f"'{text}': nothing is to be read in it", remedy="Delete the line, or add its reading.")
    return Sentence(text, tuple(words))


def _phrase(phrase: str, language: str) -> list[tuple[str, ...]]:
    """The words of what is said without a pause; their sounds depend on what follows."""
    words = [_READERS[language](word) for word in re.split(_SEPARATORS[language], phrase.strip()) if word]
    sounds = [Segment(0.0, 0.0, phone) for word in words for phone in word]
    placed, made = [segment.phone for segment in load_phones().placed(sounds)], []
    for word in words:
        made.append(tuple(placed[: len(word)]))
        placed = placed[len(word) :]
    return [word for word in made if word]


def _kana(word: str) -> list[str]:
    """Hiragana or katakana; long vowels are written with the long mark."""
    tables = _tables()["kana"]
    symbols: list[tuple[str, str]] = []
    for letter in (chr(ord(c) - 0x60) if "ァ" <= c <= "ヴ" else c for c in unicodedata.normalize("NFKC", word)):
        before = symbols[-1] if symbols else ("", "")
        if letter == tables["long"] and before[1]:
            symbols.append(("", before[1][-1:]))
        elif letter in tables["small"] and before[0] in tables["palatal"]:
            symbols[-1] = (letter, f"{tables['palatal'][before[0]]} {tables['small'][letter]}")
        elif letter in tables["small_vowels"] and len(before[1]) > 1:
            symbols[-1] = (letter, before[1][:-1] + tables["small_vowels"][letter])
        elif letter in tables["mora"]:
            symbols.append((letter, tables["mora"][letter]))
        else:
            raise _unreadable(word, "kana")
    return _from_notation("openjtalk", [part for _, text in symbols for part in text.split()], word)


def _arpabet(word: str) -> list[str]:
    """Symbols separated by blanks, with or without digits for stress."""
    return _from_notation("arpabet", [symbol.rstrip("012").lower() for symbol in word.split()], word)


def _pinyin(word: str) -> list[str]:
    """One or several syllables with tone digits, or one with a tone mark or none."""
    plain = unicodedata.normalize("NFC", word.lower()).replace("u:", "v")
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if c not in "\u0304\u0301\u030c\u0300")
    letters = unicodedata.normalize("NFC", bare).replace("ü", "v")
    return [phone for syllable in re.split(r"[0-5]", letters) if syllable for phone in _syllable(syllable, word)]


def _syllable(syllable: str, word: str) -> list[str]:
    tables = _tables()["pinyin"]
    if syllable in tables["whole"]:
        return str(tables["whole"][syllable]).split()
    parts = re.fullmatch(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?([a-z]+?)(r?)", syllable)
    if parts is None or parts[2] not in tables["finals"]:
        raise _unreadable(word, "pinyin")
    initial = tables["initials"].get(parts[1] or "", "")
    final = "o" if parts[2] == "o" and parts[1] in ("b", "p", "m", "f") else tables["finals"][parts[2]]
    return [*initial.split(), *final.split(), *(["ɹ"] if parts[3] else [])]


_READERS: dict[str, _Reader] = {"ja": _kana, "en": _arpabet, "zh": _pinyin}


def _from_notation(notation: str, symbols: Sequence[str], word: str) -> list[str]:
    phones = [load_phones().read(notation, symbol) for symbol in symbols]
    if not all(phones):
        raise _unreadable(word, notation)
    return [phone for parts in phones for phone, _ in parts]


def _unreadable(word: str, notation: str) -> ConfigError:
    ways = {
        "kana": "Write hiragana or katakana, without kanji, and long vowels with ー.",
        "arpabet": "Write symbols such as HH AH0 L OW1, separated by blanks, and / between words.",
        "pinyin": "Write syllables such as ni3 hao3 or nǐ hǎo, separated by blanks.",
    }
    name = notation if notation in ways else "kana"
    return ConfigError(f"'{word}' cannot be read as {name}", remedy=ways[name])


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads((resources.files("koekata.audio.adapt") / "notations.json").read_text("utf-8"))
    kana = stored["kana"]
    regular = {
        mora: f"{consonant} {vowel}".strip()
        for row, consonant in kana["rows"].items()
        for mora, vowel in zip(row, kana["vowels"], strict=True)
    }
    kana["mora"] = regular | kana["others"]
    return stored
