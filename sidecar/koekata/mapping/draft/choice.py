"""What was decided for the shapes of a character."""

from __future__ import annotations

from dataclasses import dataclass, field

from koekata.mapping.draft.character import Expression, Morph
from koekata.mapping.draft.recognise import Guess
from koekata.mapping.draft.tables import Parts

__all__ = ["Choice", "Driven"]


@dataclass(frozen=True, slots=True, eq=False)
class Driven:
    """A shape with the target of a table whose rows drive it."""

    shape: Morph | Expression
    guess: Guess
    source: Parts
    target: str

    @property
    def name(self) -> str:
        """As the model spells it."""
        return self.shape.name


@dataclass(slots=True)
class Choice:
    """What is driven, and what is not, with reasons."""

    driven: list[Driven] = field(default_factory=list)
    doubtful: list[Guess] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Recognised, but not driven: name and reason."""
    unmapped: list[Guess] = field(default_factory=list)
    leading: tuple[Parts, ...] = ()
    """The tables that may be used, the model's own kind first."""
    conventions: tuple[str, ...] = ()
    """Titles of the conventions that the model's names follow, the commonest first."""

    def leave(self, entry: Driven, why: str) -> None:
        """Drive a shape no longer."""
        if entry in self.driven:
            self.driven.remove(entry)
            self.left_out.append((entry.name, why))
