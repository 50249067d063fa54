"""Step 10: poses of conditions and triggers."""

from __future__ import annotations

from collections.abc import Mapping

from koekata.frames import FloatArray
from koekata.mapping.table import MappingTable

__all__ = ["PoseStage"]


class PoseStage:
    """Shows the `set` of conditions as much as they are on."""

    def __init__(self, table: MappingTable, places: Mapping[str, int]) -> None:
        posing = [(index, entry) for index, entry in enumerate(table.conditions) if entry.pose]
        posing.sort(key=lambda pair: pair[1].priority)
        self._targets = table.targets
        self._poses = [
            (index, entry.blend, [(places[target], value) for target, value in entry.pose]) for index, entry in posing
        ]

    def step(self, weights: list[float], values: FloatArray) -> None:
        """Blend the poses into `values`."""
        for index, blend, pose in self._poses:
            if weights[index] > 0.0:
                for place, wanted in pose:
                    self._blend(values, place, wanted, blend, weights[index])

    def _blend(self, values: FloatArray, place: int, wanted: float, blend: str, weight: float) -> None:
        target = self._targets[place]
        if target.kind == "sprite":
            if weight >= 0.5:
                values[place] = wanted
            return
        value = float(values[place])
        if value != value:
            value = target.rest
        if blend == "override":
            values[place] = value + (wanted - value) * weight
        elif blend == "add":
            values[place] = value + wanted * weight
        else:
            values[place] = max(value, target.rest + (wanted - target.rest) * weight)
