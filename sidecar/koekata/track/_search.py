"""Which parts of a picture are searched for faces, and when: an empty room must stay cheap."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from koekata.track._engine import Reach
from koekata.track._regions import Region, Window, window_around

__all__ = ["Probe", "Search", "tiles"]

_FAR_PAUSE_S = 0.066
"""Between two far windows while nobody is visible; each costs about as much as one or two tracked pictures."""
_SOME_VISIBLE = {"local": 0.066, "near": 0.2, "far": 0.12}
"""Pauses while at least one performer is visible and others are missing."""
_NONE_VISIBLE = {"local": 0.0, "near": 0.0, "far": _FAR_PAUSE_S}
_FAST_WINDOWS = 3
"""Far windows a picture in a fast round, live."""
_LOCAL_SIDE = 4.0
"""Window around a lost face, in sides of the face."""
_LOCAL_MIN_PX = 96.0


class Probe(NamedTuple):
    """Search here, with this detector."""

    window: Window
    reach: Reach


class Search:
    """Plans the probes of one picture after the other.

    Far windows are searched one after the other, with pauses. At the start, and after `restart`, one round goes
    faster: a few windows a picture live, so that none takes long; all at once from a file, so that no frame is missed
    that could be had.
    """

    def __init__(self, *, far: bool, live: bool, tile_shares: Sequence[float]) -> None:
        self._far, self._live, self._shares = far, live, tuple(tile_shares)
        self._due: dict[str, float] = {}
        self._turn = 0
        self._round_end = 0

    def plan(self, now: float, size: tuple[int, int], lost: Sequence[Region], *, anyone: bool) -> Iterator[Probe]:
        """The probes of this picture, the likeliest first; the caller stops when it has found everybody.

        `lost` are the places of performers lost a moment ago; `anyone` tells that somebody is visible.
        """
        pauses = _SOME_VISIBLE if anyone else _NONE_VISIBLE
        if lost and self._take("local", now, pauses):
            yield from (Probe(window, "near") for window in _around(lost, size))
        if self._take("near", now, pauses):
            yield Probe(Window(0, 0, *size), "near")
        if self._far:
            yield from (Probe(window, "far") for window in self._far_windows(now, size, anyone=anyone))

    def restart(self) -> None:
        """The first face came or the last one went: a fast round is due."""
        self._turn = self._round_end = 0

    def _take(self, kind: str, now: float, pauses: dict[str, float]) -> bool:
        due = self._due.get(kind)
        if due is not None and due - pauses[kind] <= now < due:
            return False
        self._due[kind] = now + pauses[kind]
        return True

    def _far_windows(self, now: float, size: tuple[int, int], *, anyone: bool) -> list[Window]:
        windows = tiles(size, self._shares)
        self._round_end = self._round_end or len(windows)
        if self._turn >= self._round_end:
            count = int(self._take("far", now, _SOME_VISIBLE if anyone else _NONE_VISIBLE))
        else:
            count = _FAST_WINDOWS if self._live else len(windows)
        first, self._turn = self._turn, self._turn + count
        return [windows[index % len(windows)] for index in range(first, first + count)]


def tiles(size: tuple[int, int], shares: Sequence[float]) -> list[Window]:
    """The whole picture, then overlapping squares; `shares` are their sides as shares of the shorter image side."""
    width, height = size
    windows = [Window(0, 0, width, height)]
    for share in shares:
        side = max(1, round(min(size) * share))
        spots = itertools.product(_starts(height, side), _starts(width, side))
        windows += [Window(x, y, side, side) for y, x in spots]
    return windows


def _starts(extent: int, side: int) -> list[int]:
    """Where tiles begin so that neighbours overlap by a third at least."""
    count = 1 + -(-max(0, extent - side) * 3 // (2 * side))
    return [round(index * (extent - side) / max(1, count - 1)) for index in range(count)]


def _around(lost: Sequence[Region], size: tuple[int, int]) -> Iterator[Window]:
    for region in lost:
        side = max(_LOCAL_MIN_PX, _LOCAL_SIDE * region.side)
        if side < 0.8 * max(size):
            yield window_around(region, side, size)
