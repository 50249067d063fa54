"""Step 13: targets that share a limit."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from koekata.frames import FloatArray
from koekata.mapping.table import Group, MappingTable

__all__ = ["GroupStage"]

_Tiers = list[list[int]]


class GroupStage:
    """Applies every group in table order."""

    def __init__(self, table: MappingTable, places: Mapping[str, int]) -> None:
        self._groups = [
            (group.limit, group.scale and group.limit > 0.0, _tiers(group, places)) for group in table.groups
        ]
        self.places = {place for _, _, tiers in self._groups for tier in tiers for place in tier}
        """The targets that it may change."""

    def step(self, values: list[float], weights: FloatArray) -> None:
        """Change `values` in place; NaN is left out of the frame."""
        for index, weight in enumerate(weights.tolist()):
            self.apply(index, values, weight)

    def apply(self, index: int, values: list[float], weight: float) -> None:
        """One group."""
        limit, scales, tiers = self._groups[index]
        room = limit
        for places in tiers:
            room = _serve(values, places, limit, room, weight, scales)


def _tiers(group: Group, places: Mapping[str, int]) -> _Tiers:
    ordered = sorted(group.members, key=lambda member: -member.priority)
    return [
        [places[member.target] for member in members]
        for _, members in itertools.groupby(ordered, key=lambda member: member.priority)
    ]


def _serve(values: list[float], places: list[int], limit: float, room: float, weight: float, scales: bool) -> float:
    """Give one tier its share, and return the room that is left."""
    share = room / limit if scales else 1.0
    total = 0.0
    for place in places:
        if (value := values[place]) > 0.0:
            total += value * share
    if share == 1.0 and total <= room:
        return room - total
    squeeze = room / total if total > room else 1.0
    for place in places:
        if (value := values[place]) > 0.0:
            values[place] = value + (value * share * squeeze - value) * weight
    return max(0.0, room - min(total, room))
