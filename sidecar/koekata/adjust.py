"""How a performer's own motion becomes the character's: ranges, gains, a side that is mirrored, faces that are held.

    face = Adjustment(regions={"eyes": 1.5}, mirror="left").apply(face)

Small motion can drive a full expression, who moves one side of the face moves both, and who cannot press keys fires
triggers with a face. `koekata.adjustments` keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from koekata.channels import ARKIT_NAMES, mirrored_name, region_of
from koekata.frames import FloatArray, SolvedFace

__all__ = ["LEAST_RANGE", "MOST_GAIN", "SIDES", "Adjustment", "Dwell"]

MOST_GAIN = 8.0
LEAST_RANGE = 0.05
"""How far the two ends of a range are apart, at least."""
SIDES = ("", "left", "right")


@dataclass(frozen=True, slots=True)
class Dwell:
    """A face that fires a trigger once it has been held."""

    channel: str
    above: float
    """The weight from which on it counts, after the adjustment."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Nothing is changed by default."""

    rest: Mapping[str, float] = field(default_factory=dict)
    """Weights that a channel has at rest; they are taken off."""
    channels: Mapping[str, float] = field(default_factory=dict)
    """Gains of single channels, from the performer's range."""
    regions: Mapping[str, float] = field(default_factory=dict)
    """Gains of whole regions: eyes, gaze, brows, jaw, mouth, cheeks."""
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """For a region the weights that become 0 and 1; below the first, trembling does not show."""
    mirror: str = ""
    """The performer's side that moves both: `left`, `right`, or empty."""
    dwells: Mapping[str, Dwell] = field(default_factory=dict)
    """By the trigger that is fired."""
    name: str = ""
    created: str = ""
    camera: str = ""
    character: str = ""

    def apply(self, face: SolvedFace) -> SolvedFace:
        """The face as it is handed on. Channels that are not observed stay so; those of the voice stay as they are."""
        count = len(ARKIT_NAMES)
        weights, confidence = face.weights.copy(), face.channel_confidence.copy()
        if self.mirror:
            places = _mirrored(self.mirror)
            weights[:count], confidence[:count] = weights[places], confidence[places]
        weights[:count] = self._ranged(weights[:count])
        return replace(face, weights=weights, channel_confidence=confidence)

    def _ranged(self, weights: FloatArray) -> FloatArray:
        """Rest off, then what a channel's own range makes of it, then that of its region, then the region's gain."""
        rest = np.array([self.rest.get(name, 0.0) for name in ARKIT_NAMES])
        own = np.clip([self.channels.get(name, 1.0) for name in ARKIT_NAMES], 0.0, MOST_GAIN)
        ends = np.array([self.ranges.get(region_of(name), (0.0, 1.0)) for name in ARKIT_NAMES])
        gains = np.clip([self.regions.get(region_of(name), 1.0) for name in ARKIT_NAMES], 0.0, MOST_GAIN)
        low = ends[:, 0]
        wide = np.maximum(ends[:, 1] - low, LEAST_RANGE)
        return np.asarray(np.clip(((weights - rest) * own - low) / wide * gains, 0.0, 1.0))


def _mirrored(side: str) -> list[int]:
    """For each channel the place that it takes its weight from; the side that moves gives both.

    A look inwards is mirrored to a look outwards, so that both eyes go on looking the same way: gaze is left as it is.
    """
    other = "Right" if side == "left" else "Left"
    index = {name: place for place, name in enumerate(ARKIT_NAMES)}
    return [
        index[mirrored_name(name)] if name.endswith(other) and not _is_sideways(name) else place
        for name, place in index.items()
    ]


def _is_sideways(name: str) -> bool:
    """Moves of the whole to one side, which are no side of the face."""
    return name.startswith("eyeLook") or name in ("jawLeft", "jawRight", "mouthLeft", "mouthRight")
