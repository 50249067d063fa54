"""Hiragana as IPA."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

__all__ = ["as_heard", "kana_to_ipa"]

_PLACE_LESS = "ɴ"


def kana_to_ipa(text: str) -> str:
    """IPA of hiragana with Japanese commas and stops; any other character is left out."""
    tables, sounds = _tables(), ""
    for i in range(len(text) - 1, -1, -1):
        small = tables["small"].get(text[i + 1 : i + 2], "")
        if text[i] in tables["small"]:
            continue
        if text[i] == "ん":
            sounds = _nasal(sounds) + sounds
        elif small and text[i] in tables["palatal"]:
            sounds = tables["palatal"][text[i]] + small + sounds
        else:
            sounds = tables["mora"].get(text[i], "") + sounds
    return sounds


def as_heard(symbols: Iterable[str]) -> list[str]:
    """Symbols of `kana_to_ipa`, each as one that means the same mouth in every language."""
    table: dict[str, str] = _tables()["heard"]
    return [table.get(symbol, symbol) for symbol in symbols]


def _nasal(following: str) -> str:
    places: dict[str, str] = _tables()["nasal"]
    return next((nasal for starts, nasal in places.items() if following and following[0] in starts), _PLACE_LESS)


@lru_cache(maxsize=1)
def _tables() -> Any:
    stored = json.loads((resources.files("koekata.audio.build") / "kana.json").read_text(encoding="utf-8"))
    regular = {
        mora: consonant + vowel
        for row, consonant in stored["rows"].items()
        for mora, vowel in zip(row, stored["vowels"], strict=True)
    }
    return stored | {"mora": regular | stored["others"]}
