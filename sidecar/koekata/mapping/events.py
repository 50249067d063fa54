"""Step 15: events fire on a rising edge."""

from __future__ import annotations

from koekata.frames import FloatArray
from koekata.mapping.frame import hysteresis
from koekata.mapping.table import MappingTable

__all__ = ["EventStage"]


class EventStage:
    """Remembers which events are high."""

    def __init__(self, table: MappingTable) -> None:
        self._events = [(place, target) for place, target in enumerate(table.targets) if target.kind == "event"]
        self._high = dict.fromkeys((target.id for _, target in self._events), False)

    def step(self, values: FloatArray) -> tuple[str, ...]:
        """The ids of those that fire, in target order."""
        fired = []
        for place, target in self._events:
            was = self._high[target.id]
            self._high[target.id] = hysteresis(was, float(values[place]), target.on, target.off)
            if self._high[target.id] and not was:
                fired.append(target.id)
        return tuple(fired)

    def adopt(self, other: EventStage) -> None:
        """Take over the state of events of the same id."""
        self._high.update((name, high) for name, high in other._high.items() if name in self._high)
