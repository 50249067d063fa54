"""A mouth that hangs a little open, though nobody speaks."""

from __future__ import annotations

from koekata.audio.fuse.heard import Heard

__all__ = ["EASE_S", "WAIT_S", "Silence", "hanging", "is_silent"]

_SPEAKS, _SILENT = 0.5, 0.3
_CLEAR = 0.5
WAIT_S, EASE_S = 0.25, 0.2
_HANGING, _OPEN = 0.03, 0.07
"""Gap up to which an opening is settled altogether, and from which it is meant: a yawn, a smile that shows the teeth,
a silent scream. In units of a fully opened jaw."""


class Silence:
    """Settles after a quarter of a second without a voice; lets go twice as quickly as soon as there is one."""

    def __init__(self) -> None:
        self._quiet_s = 0.0
        self._amount = 0.0

    def step(self, heard: Heard, gap: float, dt: float) -> float:
        """In [0, 1], how much of the opening to take away. Without clear sound it is not silent."""
        if heard.sure < _CLEAR or heard.voice > _SPEAKS:
            self._quiet_s = 0.0
        elif is_silent(heard):
            self._quiet_s += dt
        wanted = 0.0
        if self._quiet_s > WAIT_S:
            wanted = hanging(gap)
        way = wanted - self._amount
        self._amount += min(max(way, -2.0 * dt / EASE_S), dt / EASE_S)
        return self._amount


def is_silent(heard: Heard) -> bool:
    """Whether it is clear that nobody speaks."""
    return heard.sure >= _CLEAR and heard.voice < _SILENT


def hanging(gap: float) -> float:
    """In [0, 1]: how far a gap is one that silence may close. A gap that is meant stays."""
    return min(max((_OPEN - gap) / (_OPEN - _HANGING), 0.0), 1.0) if gap > 0.0 else 0.0
