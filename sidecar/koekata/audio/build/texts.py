"""Sentences for the voices to say, drawn at random. `texts.json` holds the words and syllables."""

from __future__ import annotations

import json
import random
import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

__all__ = ["english", "invented", "japanese", "mandarin"]

_FORTUNES = Path("/usr/share/games/fortunes/fortunes")


def english(draw: random.Random) -> str:
    """A sentence from Debian's fortunes, or a row of words rich in p, b and m."""
    if _fortunes() and draw.random() < 0.6:
        return draw.choice(_fortunes())
    tables = _tables()["english"]
    words = [draw.choice(tables["words"]) for _ in range(draw.randint(4, 8))]
    eased: list[str] = [
        word if draw.random() < 0.6 else f"{draw.choice(tables['function_words'])} {word}" for word in words
    ]
    return " ".join(eased) + draw.choice(".,?!")


def japanese(draw: random.Random) -> str:
    """Hiragana with commas: words, invented words, and particles."""
    return "".join(_phrase(draw) for _ in range(draw.randint(2, 5))) + "。"


def mandarin(draw: random.Random) -> tuple[str, str]:
    """The same syllables as pinyin with tone digits, and as IPA with tone arrows."""
    tables, pinyin, ipa = _tables()["mandarin"], [], []
    for _ in range(draw.randint(5, 12)):
        spelt, sounds = _syllable(draw)
        tone, pause = draw.randrange(4), "," if draw.random() < 0.08 else ""
        pinyin.append(f"{spelt}{tone + 1}{pause}")
        ipa.append(f"{sounds}{tables['tones'][tone]}{pause}{' ' if draw.random() < 0.4 or pause else ''}")
    return " ".join(pinyin), "".join(ipa).strip() + "."


def invented(language: str, draw: random.Random) -> str:
    """Words of a language's syllables that mean nothing."""
    tables = _tables()["invented"][language]

    def word() -> str:
        parts = [[draw.choice(tables[part]) for part in ("onsets", "nuclei")] for _ in range(draw.randint(2, 4))]
        return "".join(map("".join, [*parts, [draw.choice(tables["codas"])]]))

    return " ".join(word() + ("," if draw.random() < 0.1 else "") for _ in range(draw.randint(3, 7)))


def _phrase(draw: random.Random) -> str:
    tables = _tables()["japanese"]
    word = draw.choice(tables["words"]) if draw.random() < 0.6 else _invented_japanese(draw)
    particle = draw.choice(tables["particles"]) if draw.random() < 0.7 else ""
    return word + particle + ("、" if draw.random() < 0.2 else "")


def _invented_japanese(draw: random.Random) -> str:
    tables, word = _tables()["japanese"], ""
    for _ in range(draw.randint(2, 5)):
        chance = draw.random()
        free = bool(word) and word[-1] not in "んっー"
        if chance < 0.08 and free:
            word += "ん"
        elif chance < 0.13 and free:
            word += "っ" + draw.choice("かきくけこさしすせそたちつてとぱぴぷぺぽ")
        elif chance < 0.2:
            word += draw.choice(tables["palatal"]) + draw.choice(tables["small"])
        elif chance < 0.25 and free:
            word += "ー"
        else:
            word += draw.choice(draw.choice(tables["rows"]))
    return word


def _syllable(draw: random.Random) -> tuple[str, str]:
    tables = _tables()["mandarin"]
    if draw.random() < 0.15:
        spelt, _, sounds = draw.choice(tables["syllables"]).partition(":")
        return spelt, sounds
    group = draw.choice([*tables["finals"], "b p m"])
    initial, final = draw.choice(group.split()), draw.choice([*tables["finals"][group]])
    return initial + final, tables["initials"][initial] + tables["finals"][group][final]


@lru_cache(maxsize=1)
def _tables() -> Any:
    return json.loads((resources.files("koekata.audio.build") / "texts.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _fortunes() -> list[str]:
    if not _FORTUNES.exists():
        return []
    plain = [re.sub(r"[^A-Za-z',.?! ]+", " ", text) for text in _FORTUNES.read_text("utf-8", "ignore").split("%\n")]
    sentences = [each.strip() for text in plain for each in re.split(r"(?<=[.?!]) ", re.sub(r"\s+", " ", text))]
    return [each for each in sentences if 15 < len(each) < 90]
