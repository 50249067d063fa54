"""How a performer's own range becomes the character's: a gain for each channel and region, and a side that is mirrored.

    face = Adjustment(regions={"eyes": 1.5}, mirror="left").apply(face)

Small motion can drive a full expression, and who moves one side of the face moves both. Kept as JSON, by name and date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np

from koekata.channels import ARKIT_NAMES, mirrored_name, region_of
from koekata.errors import ConfigError
from koekata.frames import FloatArray, SolvedFace
from koekata.whole_file import whole_file

__all__ = ["MOST_GAIN", "Adjustment", "list_adjustments", "load_adjustment", "save_adjustment"]

MOST_GAIN = 8.0
_SIDES = ("", "left", "right")
_NAME = re.compile(r"[\w][\w .-]{0,63}")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Nothing is changed by default."""

    rest: Mapping[str, float] = field(default_factory=dict)
    """Weights that a channel has at rest; they are taken off."""
    channels: Mapping[str, float] = field(default_factory=dict)
    """Gains of single channels, from the performer's range."""
    regions: Mapping[str, float] = field(default_factory=dict)
    """Gains of whole regions: eyes, gaze, brows, jaw, mouth, cheeks."""
    mirror: str = ""
    """The performer's side that moves both: `left`, `right`, or empty."""
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
        gains, rest = self._numbers()
        weights[:count] = np.clip((weights[:count] - rest) * gains, 0.0, 1.0)
        return replace(face, weights=weights, channel_confidence=confidence)

    def _numbers(self) -> tuple[FloatArray, FloatArray]:
        gains = [self.channels.get(name, 1.0) * self.regions.get(region_of(name), 1.0) for name in ARKIT_NAMES]
        return np.clip(gains, 0.0, MOST_GAIN), np.array([self.rest.get(name, 0.0) for name in ARKIT_NAMES])


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


def save_adjustment(folder: Path, adjustment: Adjustment) -> Path:
    """Store it as `<folder>/<name>.json`; an older one of that name is kept beside it with its date.

    Raises ConfigError for a name that cannot be a file name.
    """
    path = _path(folder, adjustment.name)
    if path.exists():
        made = datetime.fromtimestamp(path.stat().st_mtime, timezone.utc)
        path.replace(path.with_name(f"{path.stem}.{made:%Y-%m-%dT%H%M%SZ}.json"))
    created = datetime.now(timezone.utc).isoformat(timespec="seconds")
    stored = {"version": 1, **asdict(replace(adjustment, created=created))}
    with whole_file(path) as file:
        file.write((json.dumps(stored, ensure_ascii=False, indent=2) + "\n").encode())
    return path


def load_adjustment(folder: Path, name: str) -> Adjustment | None:
    """A stored one; None where there is none of that name. Raises ConfigError for one that is damaged."""
    path = _path(folder, name)
    try:
        return _read(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ConfigError(
            f"{path}: the adjustment cannot be read: {error}", remedy="Delete the file and calibrate again."
        ) from error


def list_adjustments(folder: Path) -> list[str]:
    """Names of those that are stored, older versions with their dates."""
    return sorted(path.stem for path in folder.glob("*.json") if not path.name.startswith("."))


def _read(stored: Mapping[str, Any]) -> Adjustment:
    if stored["version"] != 1:
        raise ValueError(f"version {stored['version']}")
    numbers = {
        name: {str(key): float(value) for key, value in stored[name].items()}
        for name in ("rest", "channels", "regions")
    }
    if stored["mirror"] not in _SIDES or not np.isfinite([v for d in numbers.values() for v in d.values()]).all():
        raise ValueError("a side or a number makes no sense")
    texts = [str(stored[name]) for name in ("mirror", "name", "created", "camera", "character")]
    return Adjustment(numbers["rest"], numbers["channels"], numbers["regions"], *texts)


def _path(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise ConfigError(
            f"'{name}' cannot be the name of a calibration",
            remedy="Use letters, digits, spaces, dots, hyphens and underscores; at most 64 of them.",
        )
    return folder / f"{name}.json"
