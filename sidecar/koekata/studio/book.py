"""What is in use for one performer, what was before, and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from koekata.adjust import Adjustment
from koekata.fit.calibrate import Neutral
from koekata.studio.history import Steps

__all__ = ["Book", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """A calibration."""

    adjustment: Adjustment = field(default_factory=Adjustment)
    neutral: Neutral | None = None
    """None: as it was found when the performer came into sight."""


class Book(Steps[Setting]):
    """A, which is in use, with undo and redo, against B."""

    def __init__(self, now: Setting) -> None:
        super().__init__(now)
        self.other, self.other_name = Setting(), ""
        """What B stands for; nothing at all at first."""
        self.shown = True
        """Whether A is shown."""

    @property
    def in_force(self) -> Setting:
        """A or B. Faces that fire triggers work with both: who needs them must not lose them by comparing."""
        if self.shown:
            return self.now
        return replace(self.other, adjustment=replace(self.other.adjustment, dwells=self.now.adjustment.dwells))

    def change(self, to: Setting, key: str = "") -> None:
        """Take another one, and show it. Steps of the same key in quick succession are one."""
        super().change(to, key)
        self.shown = True

    def undo(self) -> None:
        """One step back, and show it; nothing where there is none."""
        self.shown = self.shown or self.can_undo
        super().undo()

    def redo(self) -> None:
        """One step forth again."""
        self.shown = self.shown or self.can_redo
        super().redo()
