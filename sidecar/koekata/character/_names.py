"""Which names a table takes from outside; what it does not know is told once."""

from __future__ import annotations

import logging

from koekata.mapping import MappingTable
from koekata.mapping.contract import OWN_INPUTS, face_inputs
from koekata.mapping.faults import did_you_mean

__all__ = ["ACTIONS", "Names"]

_log = logging.getLogger(__name__)

ACTIONS = ("on", "off", "toggle")
_MOST_TOLD = 100
"""Names that are remembered as told: a sender of random names must not fill the memory, nor the log."""


class Names:
    """The triggers and the settable inputs of one table."""

    def __init__(self, table: MappingTable) -> None:
        self.triggers = tuple(condition.id for condition in table.conditions if condition.when is None)
        self.inputs = tuple(entry.id for entry in table.inputs if entry.id not in {*face_inputs(), *OWN_INPUTS})
        self._told: set[str] = set()

    def takes_trigger(self, trigger: str, action: str) -> bool:
        """Whether it can be fired."""
        if action not in ACTIONS:
            self._tell(f"a trigger takes {', '.join(ACTIONS)}, and not {action!r}")
            return False
        return trigger in self.triggers or self._unknown("trigger", trigger, self.triggers)

    def takes_input(self, name: str) -> bool:
        """Whether it can be set."""
        return name in self.inputs or self._unknown("settable input", name, self.inputs)

    def _unknown(self, what: str, name: str, known: tuple[str, ...]) -> bool:
        hint = did_you_mean(name, known) or (f"It has: {', '.join(known)}" if known else "It has none")
        self._tell(f"the mapping table has no {what} {name!r}. {hint}")
        return False

    def _tell(self, message: str) -> None:
        if message not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(message)
            _log.warning("%s", message)
