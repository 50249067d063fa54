"""Step 4: lids and gaze."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from koekata.mapping.frame import hysteresis, ramp
from koekata.mapping.table import Direction, Eyes, FarEye, GazeHold, Glasses, Wink

__all__ = ["EYE_INPUTS", "EyeStage"]

_PARTS = (
    "eyeBlink", "eyeSquint", "eyeWide", "eyeLookUp", "eyeLookDown", "eyeLookIn", "eyeLookOut", "gazeYaw", "gazePitch",
)  # fmt: skip
_BLINK, _SQUINT, _WIDE, _UP, _DOWN, _IN, _OUT, _YAW, _PITCH = range(9)
_GAZE = (_YAW, _PITCH, _UP, _DOWN, _IN, _OUT)
_FAR = {**{part: part for part in (_BLINK, _SQUINT, _WIDE, _UP, _DOWN, _YAW, _PITCH)}, _IN: _OUT, _OUT: _IN}

EYE_INPUTS = (*(f"{part}{side}" for side in ("Left", "Right") for part in _PARTS), "headYaw")
"""What the stage reads and writes, in its order."""

Side = list[float]
"""The nine values of one eye; NaN where absent."""


@dataclass(slots=True)
class _Hold:
    """The gaze of one eye through a blink."""

    shut: bool = False
    busy: bool = False
    """Shut, or on the way back."""
    kept: list[float] = field(default_factory=lambda: [math.nan] * 9)
    since: list[float] = field(default_factory=lambda: [0.0] * 9)
    last: list[float] = field(default_factory=lambda: [math.nan] * 9)


class EyeStage:
    """Applies the rules of a table, with the state of winks and held gazes."""

    def __init__(self, rules: Eyes) -> None:
        self._rules = rules
        self.active = rules != Eyes()
        self._winking = [False, False]
        self.winks = [0.0, 0.0]
        """How much the left and the right eye winks."""
        self._holds = (_Hold(), _Hold())

    def step(self, values: list[float], dt: float) -> list[float]:
        """The values of `EYE_INPUTS` after the rules."""
        rules, sides, yaw = self._rules, (values[:9], values[9:18]), values[18]
        if rules.glasses:
            for side in sides:
                _glasses(side, rules.glasses)
        if rules.far_eye and yaw == yaw:
            _far_eye(sides, yaw, rules.far_eye)
        if rules.wink:
            self._wink(sides, rules.wink, dt)
        if rules.link:
            _link(sides, rules.link * (1.0 - max(self.winks)))
        if rules.gaze:
            for side in sides:
                _limit(side, rules.gaze)
        if rules.gaze_hold:
            for side, hold in zip(sides, self._holds, strict=True):
                _hold_gaze(side, hold, rules.gaze_hold, dt)
        return [*sides[0], *sides[1], yaw]

    def _wink(self, sides: tuple[Side, Side], rule: Wink, dt: float) -> None:
        difference = sides[0][_BLINK] - sides[1][_BLINK]
        if difference != difference:
            return
        for index, value in enumerate((difference, -difference)):
            self._winking[index] = hysteresis(self._winking[index], value, rule.on, rule.off)
            self.winks[index] = ramp(self.winks[index], self._winking[index], dt, rule.fade, rule.fade)
        for index, weight in enumerate(self.winks):
            if weight == 0.0:
                continue
            one, other = sides[index], sides[1 - index]
            one[_BLINK] += (1.0 - one[_BLINK]) * rule.close * weight
            other[_BLINK] *= 1.0 - rule.open * weight

    def adopt(self, other: EyeStage) -> None:
        """Take over the state of the rules that both have."""
        if self._rules.wink and other._rules.wink:
            self._winking, self.winks = other._winking, other.winks
        if self._rules.gaze_hold and other._rules.gaze_hold:
            self._holds = other._holds


def _glasses(side: Side, rule: Glasses) -> None:
    blink = side[_BLINK]
    if blink == blink:
        side[_BLINK] = min(max((blink - rule.open) / (rule.closed - rule.open), 0.0), 1.0)
    side[_SQUINT] *= rule.trust
    side[_WIDE] *= rule.trust


def _far_eye(sides: tuple[Side, Side], yaw: float, rule: FarEye) -> None:
    share = min(max((abs(yaw) - rule.start) / (rule.end - rule.start), 0.0), 1.0)
    if share == 0.0:
        return
    far, near = sides if yaw > 0.0 else (sides[1], sides[0])
    for part, partner in _FAR.items():
        if far[part] == far[part] and near[partner] == near[partner]:
            far[part] += (near[partner] - far[part]) * share


def _link(sides: tuple[Side, Side], share: float) -> None:
    left, right = sides[0][_BLINK], sides[1][_BLINK]
    if left == left and right == right:
        most = max(left, right)
        for side in sides:
            side[_BLINK] += (most - side[_BLINK]) * share


def _limit(side: Side, rules: tuple[Direction, Direction, Direction, Direction]) -> None:
    left, right, up, down = rules
    for part, positive, negative in ((_YAW, left, right), (_PITCH, up, down)):
        rule = positive if side[part] > 0.0 else negative
        if side[part] == side[part]:
            side[part] = math.copysign(min(abs(side[part]) * rule.gain, rule.limit), side[part])


def _hold_gaze(side: Side, hold: _Hold, rule: GazeHold, dt: float) -> None:
    was = hold.shut
    if side[_BLINK] == side[_BLINK]:
        hold.shut = hysteresis(was, side[_BLINK], rule.on, rule.off)
        closing = hold.shut and not was
        hold.busy = hold.shut or (hold.busy and any(kept == kept for kept in hold.kept))
        for part in _GAZE if hold.busy else ():
            side[part] = _held(side[part], hold, part, closing, rule.back, dt)
    hold.last = list(side)


def _held(value: float, hold: _Hold, part: int, closing: bool, back: float, dt: float) -> float:
    if value != value:
        hold.kept[part] = math.nan
        return value
    if closing:
        hold.kept[part] = hold.last[part] if hold.last[part] == hold.last[part] else value
    kept = hold.kept[part]
    if kept != kept:
        return value
    if hold.shut:
        hold.since[part] = 0.0
        return kept
    hold.since[part] += dt
    if hold.since[part] < back:
        return kept + (value - kept) * (hold.since[part] / back)
    hold.kept[part] = math.nan
    return value
