"""What two spellings of one name have in common: NFKC, case, kana, separators; and the words of a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

__all__ = ["fold", "split_words"]

_SEPARATORS = re.compile(r"[\s_\-.,:|/\\()\[\]{}・'\"]+")
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+")


def fold(name: str) -> str:
    """The name without what spellings differ in: width, case, katakana or hiragana, separators."""
    return _SEPARATORS.sub("", _kana(name)).casefold()


def split_words(name: str, japanese: Collection[str]) -> list[str]:
    """The folded words of a name, cut at separators, capitals and digits.

    Japanese has no gaps: there the longest of the known words `japanese` is taken from left to right, and what is
    between them is a word of its own.
    """
    found: list[str] = []
    for part in _SEPARATORS.split(_kana(name)):
        for piece in _PIECES.findall(part):
            found += [piece.casefold()] if piece.isascii() else _cut(piece.casefold(), japanese)
    return found


def _kana(name: str) -> str:
    """NFKC first, which joins half-width kana with their marks; long marks stay."""
    return unicodedata.normalize("NFKC", name).translate(_KATAKANA)


def _cut(text: str, known: Collection[str]) -> list[str]:
    longest = max(map(len, known), default=1)
    found: list[str] = []
    rest, at = "", 0
    while at < len(text):
        word = next((text[at : at + size] for size in range(longest, 0, -1) if text[at : at + size] in known), "")
        if not word:
            rest, at = rest + text[at], at + 1
            continue
        found += [rest, word] if rest else [word]
        rest, at = "", at + len(word)
    return [*found, rest] if rest else found
