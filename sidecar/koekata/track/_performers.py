"""Who is who: each performer keeps one id, through short occlusions and crossings.

Only place, size and motion are used, never the looks of a face.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence

from koekata.track._regions import Candidate, Region

__all__ = ["Performer", "assign", "clashes"]

HOLD_S = 2.0
"""For so long after a loss an id waits for its face near the place of the loss."""
_HISTORY_S = 0.5
_TRUSTED_AGE_S = 0.1
"""The newest positions do not count for the motion: a face that slides behind another drags them along."""
_COAST_S = 0.4
"""A lost face is expected to go on moving for about so long."""
_NEAR = 1.5
"""Reach around the expected place, in sides of the face."""


class Performer:
    """One id, and where its face was last seen."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.visible = False
        self.region: Region | None = None
        self.seen_s = 0.0
        self._history: deque[tuple[float, Region]] = deque()

    def see(self, region: Region, now: float) -> None:
        """The face is here now."""
        if not self.visible or now < self.seen_s:
            self._history.clear()
        self.visible, self.region, self.seen_s = True, region, now
        self._history.append((now, region))
        while now - self._history[0][0] > _HISTORY_S:
            self._history.popleft()

    def lose(self) -> None:
        """The face is no longer found; its place is remembered."""
        self.visible = False

    def give_way(self, now: float) -> None:
        """The landmarks slid onto another's face: place and size from before that are remembered."""
        self.region = self.expected(now)
        self.lose()

    def held(self, now: float) -> bool:
        """Lost only a moment ago."""
        return not self.visible and self.region is not None and 0 <= now - self.seen_s <= HOLD_S

    def expected(self, now: float) -> Region:
        """Where motion at constant velocity has carried the face; a lost one slows down."""
        if self.region is None:
            raise ValueError("a performer that was never seen is expected nowhere")
        base_s, base = self._trusted(now)
        vx, vy = self._velocity(base_s, base)
        elapsed = max(0.0, now - base_s)
        coasted = min(elapsed, _TRUSTED_AGE_S + _COAST_S)
        return base.moved(vx * coasted, vy * coasted)

    def rescale(self, kx: float, ky: float) -> None:
        """The pictures changed their size."""
        self.region = self.region.rescaled(kx, ky) if self.region else None
        self._history = deque((when, region.rescaled(kx, ky)) for when, region in self._history)

    def _trusted(self, now: float) -> tuple[float, Region]:
        limit = min(now, self.seen_s) - _TRUSTED_AGE_S
        return next((entry for entry in reversed(self._history) if entry[0] <= limit), self._history[0])

    def _velocity(self, base_s: float, base: Region) -> tuple[float, float]:
        first_s, first = self._history[0]
        span = base_s - first_s
        if span < _TRUSTED_AGE_S:
            return 0.0, 0.0
        return (base.x - first.x) / span, (base.y - first.y) / span


def clashes(performers: Sequence[Performer], now: float) -> list[Performer]:
    """Performers that slid onto another one's face and must let go of it.

    Of two on one face, the one whose motion leads there keeps it.
    """
    losers: list[Performer] = []
    visible = [performer for performer in performers if performer.visible]
    for one, other in itertools.combinations(visible, 2):
        if one.region and other.region and one.region.same_face(other.region):
            losers.append(max(one, other, key=lambda performer: _surprise(performer, now)))
    return losers


def assign(
    performers: Sequence[Performer], candidates: Sequence[Candidate], now: float, size: tuple[int, int]
) -> list[tuple[Performer, Candidate]]:
    """Give new faces to performers that are not visible.

    First to those lost a moment ago, by the least total distance from where they are expected; then, from the left of
    the picture to the right, to free ids. A face in another place takes a held id only when no other id is free and
    its size is similar: so a passer-by in the background does not become the performer.
    """
    missing = [performer for performer in performers if not performer.visible]
    held = [performer for performer in missing if performer.held(now)]
    pairs = _nearest(held, candidates, now)
    taken = {id(candidate) for _, candidate in pairs}
    rest = sorted((found for found in candidates if id(found) not in taken), key=lambda found: -_rank(found, size))
    free = [performer for performer in missing if performer not in held]
    chosen = sorted(rest[: len(free)], key=lambda found: found.region.x)
    pairs += zip(free, chosen, strict=False)
    waiting = [performer for performer in held if performer not in [pair[0] for pair in pairs]]
    return pairs + _elsewhere(waiting, rest[len(free) :])


def _nearest(
    held: Sequence[Performer], candidates: Sequence[Candidate], now: float
) -> list[tuple[Performer, Candidate]]:
    """The matching of the most performers with the least total distance; four at most, so all are tried."""
    reachable = [found for found in candidates if any(_step(who, found, now) <= _NEAR for who in held)]
    slots: list[Candidate | None] = [*reachable, *[None] * len(held)]
    best: tuple[float, list[tuple[Performer, Candidate]]] = (0.0, [])
    reward = 4 * _NEAR
    for choice in itertools.permutations(slots, len(held)):
        pairs = [(who, found) for who, found in zip(held, choice, strict=True) if found is not None]
        steps = [_step(who, found, now) for who, found in pairs]
        if all(step <= _NEAR for step in steps) and (cost := sum(steps) - reward * len(steps)) < best[0]:
            best = (cost, pairs)
    return best[1]


def _step(performer: Performer, candidate: Candidate, now: float) -> float:
    """Distance from the expected or the last place, whichever is nearer; infinite for another size of face."""
    if performer.region is None or not candidate.region.similar_size(performer.region):
        return float("inf")
    return min(candidate.region.distance(place) for place in (performer.expected(now), performer.region))


def _elsewhere(held: Sequence[Performer], candidates: Sequence[Candidate]) -> list[tuple[Performer, Candidate]]:
    pairs = []
    left = list(candidates)
    for performer in sorted(held, key=lambda who: who.region.x if who.region else 0.0):
        fitting = [found for found in left if performer.region and found.region.similar_size(performer.region)]
        if fitting:
            pairs.append((performer, fitting[0]))
            left.remove(fitting[0])
    return pairs


def _rank(candidate: Candidate, size: tuple[int, int]) -> float:
    """Larger and more central faces first: a face at the picture's edge counts half."""
    offset = abs(candidate.region.x / size[0] - 0.5) + abs(candidate.region.y / size[1] - 0.5)
    return candidate.region.side * (1 - 0.5 * min(1.0, offset))


def _surprise(performer: Performer, now: float) -> float:
    region = performer.region
    if region is None:
        return 0.0
    expected = performer.expected(now)
    return region.distance(expected) + abs(region.side - expected.side) / max(1e-6, expected.side)
