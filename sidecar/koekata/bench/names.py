"""How well the names of a character's shapes are recognised: precision and recall on names whose meaning is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from koekata.mapping.draft.knowledge import names_folder
from koekata.mapping.draft.recognise import BAR, Recogniser

__all__ = ["name_figures"]

_HELD_OUT = "heldout"


def name_figures(bar: float = BAR, corpus: Path | None = None) -> dict[str, Any]:
    """Figures by file of the corpus, over those that the tables were tuned on, and over those held out.

    A wrong guess is a name that was taken for something that it is not: it lowers the precision, and, where the name
    has a meaning, the recall, too. `missed` are names with a meaning that were left alone.
    """
    files = sorted((corpus or names_folder() / "corpus").glob("*.json"))
    found = {file.stem: _judged(json.loads(file.read_text("utf-8"))["names"], bar) for file in files}
    held = [name for name in found if name.startswith(_HELD_OUT)]
    parts = {name: _figures([judged]) for name, judged in found.items()}
    tuned = _figures(judged for name, judged in found.items() if name not in held)
    return {"bar": bar, "files": parts, "tuned_on": tuned, "held_out": _figures(found[name] for name in held)}


def _judged(truth: dict[str, str | None], bar: float) -> list[tuple[str, str, str]]:
    """Each name with its truth and what it was taken for, empty where that is nothing."""
    recogniser = Recogniser(tuple(truth))
    guesses = {name: recogniser.of_name(name) for name in truth}
    return [(name, truth[name] or "", guess.meaning if guess.score >= bar else "") for name, guess in guesses.items()]


def _figures(parts: Iterable[list[tuple[str, str, str]]]) -> dict[str, Any]:
    rows = [row for part in parts for row in part]
    right = sum(bool(truth) and truth == taken for _, truth, taken in rows)
    taken_all = sum(bool(taken) for *_, taken in rows)
    meant = sum(bool(truth) for _, truth, _ in rows)
    wrong = [f"{name} -> {taken}" for name, truth, taken in rows if taken and taken != truth]
    missed = [name for name, truth, taken in rows if truth and not taken]
    return {
        "names": len(rows),
        "meant": meant,
        "precision": right / taken_all if taken_all else 1.0,
        "recall": right / meant if meant else 1.0,
        "wrong": len(wrong),
        "missed": len(missed),
        "wrong_names": wrong,
        "missed_names": missed,
    }
