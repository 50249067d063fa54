"""What the actor reads: the scripts that come with Koekata, and those of one's own."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from koekata.audio.adapt.graph import Sentence, usual_frames
from koekata.audio.adapt.notation import LANGUAGES, read_sentence
from koekata.audio.features import HOP_S
from koekata.audio.phones import load_phones
from koekata.errors import ConfigError

__all__ = ["load_script", "read_script", "readings", "usual_seconds"]


def load_script(language: str) -> tuple[Sentence, ...]:
    """The one-minute script in `ja`, `en` or `zh`. Raises ConfigError for another language."""
    return tuple(
        Sentence(row["text"], tuple(tuple(word.split()) for word in row["phones"].split("/")))
        for row in _rows(language)
    )


def readings(language: str) -> list[tuple[str, str]]:
    """Text and reading of each sentence of `load_script`."""
    return [(row["text"], row["reading"]) for row in _rows(language)]


def read_script(path: Path, language: str) -> tuple[Sentence, ...]:
    """One's own script: a sentence a line, `text | reading`, or the reading alone; `#` begins a remark.

    Raises ConfigError with the line's number.
    """
    _rows(language)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the script cannot be read: {error}", remedy="It must be text in UTF-8.") from error
    sentences = [
        _sentence(path, number, line, language)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not sentences:
        raise ConfigError(f"{path}: there is no sentence in it", remedy="Write one a line: text | reading.")
    return tuple(sentences)


def usual_seconds(sentence: Sentence) -> float:
    """How long a sentence usually takes, without pauses."""
    names, usual = load_phones().names, usual_frames()
    return float(sum(usual[names.index(phone)] for phone in sentence.phones) * HOP_S)


def _sentence(path: Path, number: int, line: str, language: str) -> Sentence:
    text, _, reading = (part.strip() for part in line.partition("|"))
    try:
        return read_sentence(text, reading or text, language)
    except ConfigError as error:
        raise ConfigError(f"{path}, line {number}: {error.message}", remedy=error.remedy) from error


def _rows(language: str) -> list[dict[str, str]]:
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise ConfigError(f"'{language}': there is no script in this language", remedy=f"There are: {known}.")
    stored = json.loads((resources.files("koekata.audio.adapt") / "scripts.json").read_text(encoding="utf-8"))
    rows: list[dict[str, str]] = stored[language]
    return rows
