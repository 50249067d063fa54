"""Step 14: attack and release, poses that values stick to, holds on twos and threes."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray
from koekata.mapping.table import MappingTable, Region

__all__ = ["TimingStage"]

_Places = NDArray[np.intp]
_SHORTEST = 1e-9
"""Stands for a time constant of 0 in a division whose result is not used."""
_CONTINUOUS = ("morph", "expression", "bone", "material", "uv")


class TimingStage:
    """The timing of every target, with its state."""

    def __init__(self, table: MappingTable) -> None:
        regions = {region.id: region for region in table.regions}
        self._ids = [target.id for target in table.targets]
        self._regions = [regions[target.region] if target.region else None for target in table.targets]
        smooth = [target.kind in _CONTINUOUS for target in table.targets]
        self._eased = self._where(lambda place, r: smooth[place] and (r.attack > 0.0 or r.release > 0.0))
        self._snapped = self._where(lambda place, r: smooth[place] and bool(r.snap)).tolist()
        self._held = self._where(lambda place, r: table.targets[place].kind != "event" and r.hold_frames > 1)
        self._eased_rest = np.array([table.targets[place].rest for place in self._eased.tolist()])
        eased = [self._regions[place] for place in self._eased.tolist()]
        self._attack = np.array([region.attack for region in eased if region])
        self._release = np.array([region.release for region in eased if region])
        held = [region for region in (self._regions[place] for place in self._held.tolist()) if region]
        self._rate = np.array([region.rate for region in held])
        self._phase = np.array([region.phase for region in held])
        self._frames = np.array([float(region.hold_frames) for region in held])
        count = len(self._ids)
        self._smooth, self._pose = np.full(count, np.nan), np.full(count, np.nan)
        self._kept, self._slot = np.full(count, np.nan), np.full(count, np.nan)
        self.active = bool(len(self._eased) or self._snapped or len(self._held))

    def _where(self, wanted: Callable[[int, Region], bool]) -> _Places:
        places = [place for place, region in enumerate(self._regions) if region and wanted(place, region)]
        return np.array(places, dtype=np.intp)

    def step(self, values: FloatArray, dt: float, now: float) -> None:
        """Change `values` in place; NaN is left out of the frame."""
        if len(self._eased):
            self._ease(values, dt)
        for place in self._snapped:
            if values[place] == values[place]:
                values[place] = self._snap(place, float(values[place]))
        if len(self._held):
            self._hold(values, now)

    def _ease(self, values: FloatArray, dt: float) -> None:
        wanted, state = values[self._eased], self._smooth[self._eased]
        rising = np.abs(wanted - self._eased_rest) > np.abs(state - self._eased_rest)
        tau = np.where(rising, self._attack, self._release)
        # A state of NaN is the first value, which is taken whole.
        eased = state + (wanted - state) * (1.0 - np.exp(-dt / np.maximum(tau, _SHORTEST)))
        eased = np.where((tau > 0.0) & (state == state), eased, wanted)
        self._smooth[self._eased] = np.where(wanted == wanted, eased, state)
        values[self._eased] = eased

    def _snap(self, place: int, value: float) -> float:
        region = self._regions[place]
        assert region is not None
        pose = float(self._pose[place])
        if abs(value - pose) <= region.snap_leave:
            return pose
        nearest = min(region.snap, key=lambda candidate: abs(value - candidate))
        near = abs(value - nearest) <= region.snap_within
        self._pose[place] = nearest if near else math.nan
        return nearest if near else value

    def _hold(self, values: FloatArray, now: float) -> None:
        fresh = values[self._held]
        slot = np.floor((now * self._rate - self._phase) / self._frames + 1e-6)
        kept = self._kept[self._held]
        here = fresh == fresh
        renew = here & ((slot != self._slot[self._held]) | (kept != kept))
        kept = np.where(renew, fresh, kept)
        self._kept[self._held] = kept
        self._slot[self._held] = np.where(here, slot, self._slot[self._held])
        values[self._held] = np.where(here, kept, fresh)

    def adopt(self, other: TimingStage) -> None:
        """Take over the state of targets of the same id, and the slots of those whose hold is unchanged."""
        theirs = {name: place for place, name in enumerate(other._ids)}
        for mine, name in enumerate(self._ids):
            place = theirs.get(name)
            if place is None:
                continue
            for state in ("_smooth", "_pose", "_kept", "_slot"):
                getattr(self, state)[mine] = getattr(other, state)[place]
            if _hold_of(self._regions[mine]) != _hold_of(other._regions[place]):
                self._slot[mine] = math.nan


def _hold_of(region: Region | None) -> tuple[float, ...]:
    return (region.rate, region.phase, region.hold_frames) if region else ()
