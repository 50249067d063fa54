"""Step 9: the winner takes all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from koekata.frames import FloatArray
from koekata.mapping.table import MappingTable, Switch

__all__ = ["SwitchStage"]


@dataclass(slots=True)
class _Shown:
    choice: int | None = None
    since: float = 0.0


class SwitchStage:
    """The shown choice of every switch."""

    def __init__(self, table: MappingTable, places: Mapping[str, int]) -> None:
        self._switches = table.switches
        self._shown = [_Shown() for _ in table.switches]
        self._poses = [_poses(switch, table, places) for switch in table.switches]

    def step(self, scores: list[float], values: FloatArray, dt: float) -> None:
        """Choose by the scores of all choices, in table order, and write what the winners set into `values`."""
        first = 0
        for switch, shown, poses in zip(self._switches, self._shown, self._poses, strict=True):
            count = len(switch.choices)
            _choose(switch, shown, scores[first : first + count], dt)
            first += count
            if shown.choice is not None:
                for place, value in poses[shown.choice]:
                    values[place] = value

    def shown(self) -> dict[str, str | None]:
        """The id of the shown choice of each switch, None before the first."""
        return {
            switch.id: None if shown.choice is None else switch.choices[shown.choice].id
            for switch, shown in zip(self._switches, self._shown, strict=True)
        }

    def adopt(self, other: SwitchStage) -> None:
        """Take over what is shown, where both have the switch and the choice."""
        theirs = {
            switch.id: (other.shown()[switch.id], s) for switch, s in zip(other._switches, other._shown, strict=True)
        }
        for switch, shown in zip(self._switches, self._shown, strict=True):
            name, state = theirs.get(switch.id, (None, None))
            choices = [choice.id for choice in switch.choices]
            if name in choices and state is not None:
                shown.choice, shown.since = choices.index(name), state.since


def _poses(switch: Switch, table: MappingTable, places: Mapping[str, int]) -> list[list[tuple[int, float]]]:
    """For each choice all targets of the switch, at rest where the choice says nothing."""
    named = dict.fromkeys(target for choice in switch.choices for target, _ in choice.pose)
    resting = {target: table.targets[places[target]].rest for target in named}
    return [
        [(places[target], value) for target, value in {**resting, **dict(choice.pose)}.items()]
        for choice in switch.choices
    ]


def _choose(switch: Switch, shown: _Shown, scores: list[float], dt: float) -> None:
    shown.since += dt
    best = None
    for index, score in enumerate(scores):
        if score == score and (best is None or score > scores[best]):
            best = index
    if best is None or best == shown.choice:
        return
    if shown.choice is not None:
        current = scores[shown.choice]
        if current == current and not scores[best] > current + switch.hysteresis:
            return
        if shown.since < switch.choices[shown.choice].hold:
            return
    shown.choice, shown.since = best, 0.0
