"""The filters' parameters: a table of regions, spread over the values of a face."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_NAMES, region_of
from koekata.frames import FloatArray

__all__ = ["REGIONS", "WEIGHTS", "FilterParameters", "preset_parameters"]

WEIGHTS = len(ARKIT_NAMES)
REGIONS: tuple[str, ...] = (*(region_of(name) for name in ARKIT_NAMES), *("head",) * 6, *("gaze",) * 4)
"""Of every value that is filtered: 52 weights, angles and place of the head, angles of the eyes."""


@dataclass(frozen=True, slots=True, eq=False)
class FilterParameters:
    """Of N values."""

    rest_hz: FloatArray
    """(N,) cut-off for tremble."""
    threshold: FloatArray
    """(N,) trembles of distance at which the filter stands half open."""
    steepness: FloatArray
    """(N,) power of the distance by which it opens."""
    tremble: FloatArray
    """(N,) standard deviation that is assumed until it is learned."""
    bounded: NDArray[np.bool_]
    """(N,) whether the value stays between 0 and 1."""

    def faster(self, factor: float) -> FilterParameters:
        """Cut-offs times `factor`, thresholds divided by it."""
        return replace(self, rest_hz=self.rest_hz * factor, threshold=self.threshold / factor)

    def part(self, values: slice) -> FilterParameters:
        """Those of some values only."""
        return FilterParameters(
            self.rest_hz[values],
            self.threshold[values],
            self.steepness[values],
            self.tremble[values],
            self.bounded[values],
        )


def preset_parameters(preset: str) -> FilterParameters:
    """Of all the values in `REGIONS`."""
    table = _table()
    rows = np.array([table["presets"][preset][region] for region in REGIONS])
    steepness, tremble = (np.array([table[key][region] for region in REGIONS]) for key in ("steepness", "tremble"))
    return FilterParameters(rows[:, 0], rows[:, 1], steepness, tremble, np.arange(len(REGIONS)) < WEIGHTS)


@cache
def _table() -> dict[str, Any]:
    text = resources.files("koekata.smooth").joinpath("presets.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
