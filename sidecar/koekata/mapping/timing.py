"""Step 14: attack and release, poses that values stick to, holds on twos and threes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.absence import is_whole
from koekata.mapping.table import MappingTable, Region

__all__ = ["TimingStage", "TimingState"]

_Places = NDArray[np.intp]
_SHORTEST = 1e-9
"""Stands for a time constant of 0 in a division whose result is not used."""
_AT_ONCE = 2.0
"""A share that stands for the value itself: to go all the way would round."""
_NO_WAY = 1e-9
"""So much nearer or farther from rest is rounding, as when a value changes its sign."""
_CONTINUOUS = ("morph", "expression", "bone", "material", "uv")


@dataclass(frozen=True, slots=True)
class TimingState:
    """How far a target is; None where its region has no such timing."""

    region: Region | None
    eased: float | None
    """After attack and release."""
    pose: float | None
    """The pose that it sticks to."""
    held: float | None
    """The value that is held on twos, threes and so on."""


class TimingStage:
    """The timing of every target, with its state."""

    def __init__(self, table: MappingTable) -> None:
        regions = {region.id: region for region in table.regions}
        self._ids = [target.id for target in table.targets]
        self._regions = [regions[target.region] if target.region else None for target in table.targets]
        smooth = [target.kind in _CONTINUOUS for target in table.targets]
        self._eased = self._where(lambda place, r: smooth[place] and (r.attack > 0.0 or r.release > 0.0))
        eased_places = set(self._eased.tolist())
        self._steady = {place for place, moves in enumerate(smooth) if moves and place not in eased_places}
        self._snapped = self._where(lambda place, r: smooth[place] and bool(r.snap))
        self._held = self._where(lambda place, r: table.targets[place].kind != "event" and r.hold_frames > 1)
        self._snaps = [
            (place, region.snap, region.snap_within, region.snap_leave)
            for place, region in zip(self._snapped.tolist(), self._of(self._snapped), strict=True)
        ]
        rests = [table.targets[place].rest for place in self._eased.tolist()]
        self._easing = _Easing(rests, self._of(self._eased))
        self._holding = _by_region(self._held.tolist(), self._regions)
        count = len(self._ids)
        self._smooth, self._pose = np.full(count, np.nan), [math.nan] * count
        self._kept, self._slot = np.full(count, np.nan), np.full(count, np.nan)
        self.active = bool(len(self._eased) or len(self._snapped) or len(self._held))

    def state_of(self, place: int) -> TimingState:
        """What the stage holds of a target."""
        return TimingState(
            self._regions[place],
            _known(self._easing.state.item(self._eased.tolist().index(place))) if place in self._eased else None,
            _known(self._pose[place]) if place in self._snapped else None,
            _known(self._kept.item(place)) if place in self._held else None,
        )

    def _where(self, wanted: Callable[[int, Region], bool]) -> _Places:
        places = [place for place, region in enumerate(self._regions) if region and wanted(place, region)]
        return np.array(places, dtype=np.intp)

    def _of(self, places: _Places) -> list[Region]:
        return [region for place in places.tolist() if (region := self._regions[place])]

    def step(self, values: FloatArray, dt: float, now: float) -> None:
        """Change `values` in place; NaN is left out of the frame."""
        if len(self._eased):
            values[self._eased] = self._easing(values.take(self._eased), dt)
        if len(self._snapped):
            values[self._snapped] = self._snap(values.take(self._snapped).tolist())
        if len(self._held):
            self._hold(values, now)

    def _settle(self, values: FloatArray | None) -> None:
        """Gather where all targets are; `values` as before the last step, for those that it did not ease."""
        self._smooth[self._eased] = self._easing.state
        if values is not None:
            places = [place for place, region in enumerate(self._regions) if region and place in self._steady]
            known = [place for place in places if values[place] == values[place]]
            self._smooth[known] = values[known]

    def _snap(self, values: list[float]) -> list[float]:
        """Step 14.2; what is left out of the frame is NaN, and stays so."""
        poses = self._pose
        for index, (place, snap, within, leave) in enumerate(self._snaps):
            value, pose = values[index], poses[place]
            if not abs(value - pose) <= leave:
                pose = _pose_near(value, snap, within)
                if value == value:
                    poses[place] = pose
            if pose == pose:
                values[index] = pose
        return values

    def _hold(self, values: FloatArray, now: float) -> None:
        for region, places in self._holding:
            slot = math.floor((now * region.rate - region.phase) / region.hold_frames + 1e-6)
            renew = self._slot.take(places) != slot
            if np.count_nonzero(renew):
                fresh = values.take(places)
                renew &= fresh == fresh
                self._kept[places[renew]], self._slot[places[renew]] = fresh[renew], slot
            # What is left out of the frame was never held.
            values[places] = self._kept.take(places)

    def adopt(self, other: TimingStage, before: FloatArray | None) -> None:
        """Take over the state of targets of the same id, and the slots of those whose hold is unchanged.

        `before` are the targets of the last frame before the other's step: the state of those that it did not ease.
        """
        other._settle(before)
        theirs = {name: place for place, name in enumerate(other._ids)}
        for mine, name in enumerate(self._ids):
            place = theirs.get(name)
            if place is None:
                continue
            for state in ("_smooth", "_pose", "_kept", "_slot"):
                getattr(self, state)[mine] = getattr(other, state)[place]
            if _hold_of(self._regions[mine]) != _hold_of(other._regions[place]):
                self._slot[mine] = math.nan
        self._easing.state = self._smooth.take(self._eased)


def _pose_near(value: float, snap: tuple[float, ...], within: float) -> float:
    """The pose that a value snaps to, NaN for none."""
    nearest = snap[0]
    for candidate in snap:
        if abs(value - candidate) < abs(value - nearest):
            nearest = candidate
    return nearest if abs(value - nearest) <= within else math.nan


def _known(value: float) -> float | None:
    return value if value == value else None


class _Easing:
    """Step 14.1 for many targets."""

    def __init__(self, rests: list[float], regions: list[Region]) -> None:
        self.state = np.full(len(rests), np.nan)
        """Where each is; NaN before its first value."""
        self._rest = np.array(rests)
        self._rests = bool(self._rest.any())
        self._attack = np.array([region.attack for region in regions])
        self._release = np.array([region.release for region in regions])
        self._dt = math.nan
        self._shares = (self._attack, self._release)
        self._jumps = False
        """Whether some value moves at once."""

    def __call__(self, wanted: FloatArray, dt: float) -> FloatArray:
        """Where each is after `dt` seconds. The first value is taken whole; NaN is left out of the frame."""
        if dt != self._dt:
            self._dt = dt
            self._shares = (_share(self._attack, dt), _share(self._release, dt))
            self._jumps = bool(max(map(np.max, self._shares)) >= _AT_ONCE)
        state = self.state
        far, near = (wanted - self._rest, state - self._rest) if self._rests else (wanted, state)
        near = np.abs(near)
        near += _NO_WAY
        share = np.where(np.abs(far) > near, *self._shares)
        eased: FloatArray = wanted - state
        eased *= share
        eased += state
        if is_whole(eased) and not self._jumps:
            self.state = eased
            return eased
        eased = np.where((share < _AT_ONCE) & (state == state), eased, wanted)
        self.state = np.where(wanted == wanted, eased, state)
        return eased


def _share(tau: FloatArray, dt: float) -> FloatArray:
    """How much of the way is gone; `_AT_ONCE` where the time constant is 0."""
    return np.where(tau > 0.0, 1.0 - np.exp(-dt / np.maximum(tau, _SHORTEST)), _AT_ONCE)


def _by_region(places: list[int], regions: list[Region | None]) -> list[tuple[Region, _Places]]:
    found: dict[str, tuple[Region, list[int]]] = {}
    for place in places:
        if region := regions[place]:
            found.setdefault(region.id, (region, []))[1].append(place)
    return [(region, np.array(held, dtype=np.intp)) for region, held in found.values()]


def _hold_of(region: Region | None) -> tuple[float, ...]:
    return (region.rate, region.phase, region.hold_frames) if region else ()
