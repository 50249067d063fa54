"""What a name says that a shape does.

Two steps, both without guessing at numbers:

1. Spellings that a convention fixes, after folding (`spelling.fold`). Between several conventions, that which the
   model has most names of is asked first. What stands around a fixed spelling may only be words that say nothing.
2. Else the words of the name. Their ideas must be exactly those of one pattern; a barred word ends it.

The score is that of the step that succeeded (`scores` in `words.json`): it orders how much a name can be trusted, and
is no probability.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from koekata.mapping.draft.character import Morph
from koekata.mapping.draft.knowledge import Convention, Knowledge, load_knowledge
from koekata.mapping.draft.spelling import fold, split_words

__all__ = ["BAR", "Guess", "Recogniser"]

BAR = 0.7
"""A score below this is never applied unless the user says so."""
_ALIKE = 0.85
_LONG_ENOUGH = 5
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Guess:
    """What a name is taken for."""

    name: str
    meaning: str
    """A channel (`jawOpen`) or one of the meanings of `meanings.json`; empty where nothing fits."""
    score: float
    why: str
    convention: str = ""
    """Id of the convention that fixes the spelling; empty for words."""


class Recogniser:
    """Recognises the names of one model. All of them are needed, since some only mean something beside others."""

    def __init__(self, names: Sequence[str], knowledge: Knowledge | None = None) -> None:
        self._knowledge = knowledge or load_knowledge()
        self._words = self._knowledge.words
        keys = {fold(name) for name in names}
        self.counts = Counter(
            {found.id: len(keys & {*found.spellings, *found.among}) for found in self._knowledge.conventions}
        )
        """How many of the names each convention has."""
        self._ranked = sorted(self._knowledge.conventions, key=lambda found: -self.counts[found.id])

    def of_morph(self, morph: Morph) -> Guess:
        """The better of a morph's two names, checked against the panel that the file puts it in."""
        found = self.of_name(morph.name)
        if morph.alias and found.score < BAR:
            second = self.of_name(morph.alias[:_LONGEST])
            if second.score > found.score:
                found = replace(second, name=morph.name, why=f"by its other name '{morph.alias}': {second.why}")
        return self._in_panel(found, morph.panel)

    def of_name(self, name: str) -> Guess:
        """What a name is taken for; a score of 0 where nothing fits."""
        return self._fixed(name) or self._by_words(name)

    def of_preset(self, name: str, convention: str) -> Guess:
        """A name that the file itself says is one of a convention's, such as a preset of VRM."""
        known = next(found for found in self._knowledge.conventions if found.id == convention)
        found = {**known.spellings, **known.among}.get(fold(name))
        return _spelled(name, known, found, self._words.scores["exact"]) if found else self.of_name(name)

    def _fixed(self, name: str) -> Guess | None:
        key, words = fold(name), split_words(name, self._words.japanese)
        scores = self._words.scores
        for convention in self._ranked:
            if found := self._known(convention, key, name):
                same = _width(found[1]) in (_width(name), _width(name[:1].lower() + name[1:]))
                return _spelled(name, convention, found, scores["exact" if same else "folded"])
        for convention in self._ranked:
            if wrapped := self._wrapped(convention, words):
                return _spelled(name, convention, wrapped, scores["wrapped"])
            if name.startswith(convention.starts or ("\0",)):
                return Guess(name, "", 0.0, f"{convention.title}: no face channel moves this", convention.id)
        return None

    def _known(self, convention: Convention, key: str, name: str) -> tuple[str, str] | None:
        bare = len(_width(name)) == len(key)
        if bare and key in convention.among and self.counts[convention.id] > convention.among_count:
            return convention.among[key]
        return convention.spellings.get(key)

    def _wrapped(self, convention: Convention, words: list[str]) -> tuple[str, str] | None:
        """A fixed spelling of at least two words between words that say nothing; the longest one."""
        for start in range(len(words) - 1):
            if start and not self._may_begin(words[start - 1]):
                return None
            for end in range(len(words), start + 1, -1):
                found = convention.spellings.get("".join(words[start:end]))
                if found and all(map(self._may_end, words[end:])):
                    return found
        return None

    def _may_begin(self, word: str) -> bool:
        return word in self._words.begins or word.isdigit() or (len(word) <= 2 and word.isascii())

    def _may_end(self, word: str) -> bool:
        return word in self._words.ends or (word.isdigit() and int(word) <= 2)

    def _by_words(self, name: str) -> Guess:
        words = split_words(name, self._words.japanese)
        barred = next((word for word in words if word in self._words.barred), None)
        if barred:
            return Guess(name, "", 0.0, f"'{barred}' says that it is something else")
        plain = [word for word in words if word not in self._words.ignored and not word.isdigit()]
        sides = [self._words.sides[word] for word in plain if word in self._words.sides]
        unknown = [word for word in plain if word not in self._words.ideas and word not in self._words.sides]
        ideas = [self._words.ideas[word] for word in plain if word in self._words.ideas]
        if len(unknown) > 1 or len(sides) > 1:
            return Guess(name, "", 0.0, "not understood")
        meant = self._misspelt(unknown[0]) if unknown else ""
        if meant and (found := self._pattern([*ideas, self._words.ideas[meant]], sides)):
            return Guess(name, found, self._words.scores["misspelt"], f"if '{unknown[0]}' means '{meant}'")
        found = self._pattern(ideas, sides)
        return self._scored(name, found, unknown, ideas, words) if found else Guess(name, "", 0.0, "not understood")

    def _scored(self, name: str, found: str, unknown: list[str], ideas: list[str], words: list[str]) -> Guess:
        scores, text = self._words.scores, " + ".join(dict.fromkeys(ideas))
        if unknown:
            return Guess(name, found, scores["leftover"], f"{text}, but '{unknown[0]}' is not understood")
        if words[-1].isdigit() and int(words[-1]) > 1:
            return Guess(name, found, scores["variant"], f"{text}, a variant by its number {words[-1]}")
        return Guess(name, found, scores["words" if len(ideas) > 1 else "short"], f"its words: {text}")

    def _pattern(self, ideas: list[str], sides: list[str]) -> str:
        meaning = self._words.patterns.get(frozenset(ideas), "")
        if meaning.endswith("!"):
            return meaning[:-1] + sides[0] if sides else ""
        if meaning.endswith("@"):
            return meaning[:-1] + (sides[0] if sides else "")
        return "" if sides else meaning

    def _misspelt(self, word: str) -> str:
        if len(word) < _LONG_ENOUGH or not word.isascii():
            return ""
        near = difflib.get_close_matches(
            word, [idea for idea in self._words.ideas if len(idea) >= _LONG_ENOUGH], 1, _ALIKE
        )
        return near[0] if near else ""

    def _in_panel(self, found: Guess, panel: str) -> Guess:
        expected = self._words.panels.get(panel)
        others = tuple(start for name, starts in self._words.panels.items() if name != panel for start in starts)
        if not expected or not found.meaning or not found.meaning.startswith(others):
            return found
        score = min(found.score, self._words.scores["panel"])
        return replace(found, score=score, why=f"{found.why}; but the model keeps it among its shapes of the {panel}")


def _width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _spelled(name: str, convention: Convention, found: tuple[str, str], score: float) -> Guess:
    meaning, text = found
    if not meaning:
        return Guess(name, "", 0.0, f"{convention.title} '{text}': no face channel moves this", convention.id)
    return Guess(name, meaning, score, f"{convention.title}: '{text}'", convention.id)
