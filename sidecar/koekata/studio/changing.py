"""What a page asks to be changed in an adjustment."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from koekata.adjust import LEAST_RANGE, MOST_GAIN, SIDES, Adjustment, Dwell
from koekata.channels import ARKIT_NAMES, region_of
from koekata.errors import ConfigError

__all__ = ["changed_adjustment"]

_LEAST_ABOVE, _LEAST_S, _MOST_S = 0.02, 0.1, 10.0
_REGIONS = frozenset(map(region_of, ARKIT_NAMES))


def changed_adjustment(adjustment: Adjustment, wanted: Mapping[str, Any]) -> Adjustment:
    """With what `wanted` says of `regions`, `ranges`, `mirror` and `dwells`; a dwell of None goes.

    Numbers are brought into their bounds. Raises ConfigError for a side or a region that there is none of, and
    ValueError, KeyError and TypeError for what is no number.
    """
    mirror = str(wanted.get("mirror", adjustment.mirror))
    if mirror not in SIDES:
        raise ConfigError(f"'{mirror}' is no side", remedy="It is left or right.")
    regions = {_region(name): _within(gain, 0.0, MOST_GAIN) for name, gain in wanted.get("regions", {}).items()}
    ranges = {_region(name): _range(*ends) for name, ends in wanted.get("ranges", {}).items()}
    dwells = {**adjustment.dwells}
    for trigger, dwell in wanted.get("dwells", {}).items():
        dwells.pop(trigger, None)
        if dwell is not None:
            dwells[str(trigger)] = _dwell(dwell)
    return replace(
        adjustment,
        regions={**adjustment.regions, **regions},
        ranges={**adjustment.ranges, **ranges},
        mirror=mirror,
        dwells=dwells,
    )


def _region(name: str) -> str:
    if name not in _REGIONS:
        raise ConfigError(f"'{name}' is no region", remedy=f"There are: {', '.join(sorted(_REGIONS))}.")
    return name


def _range(low: Any, high: Any) -> tuple[float, float]:
    first = _within(low, 0.0, 1.0 - LEAST_RANGE)
    return first, _within(high, first + LEAST_RANGE, 1.0)


def _dwell(wanted: Mapping[str, Any]) -> Dwell:
    above = _within(wanted["above"], _LEAST_ABOVE, 1.0)
    return Dwell(str(wanted["channel"]), above, _within(wanted["seconds"], _LEAST_S, _MOST_S))


def _within(value: Any, low: float, high: float) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no number")
    return min(high, max(low, number))
