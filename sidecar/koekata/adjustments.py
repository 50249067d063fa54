"""Adjustments that are kept: JSON files, by name and date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np

from koekata.adjust import SIDES, Adjustment, Dwell
from koekata.errors import ConfigError
from koekata.kept_file import kept_file
from koekata.whole_file import whole_file

__all__ = ["list_adjustments", "load_adjustment", "save_adjustment"]

_TEXTS = ("name", "created", "camera", "character")


def save_adjustment(folder: Path, adjustment: Adjustment, created: str = "") -> Adjustment:
    """Store it as `<folder>/<name>.json`; an older one of that name is kept beside it with its date.

    Returns it with its date: ISO 8601, UTC; now, unless `created` says another. Raises ConfigError for a name that
    cannot be a file name, and OSError: what was there stays then.
    """
    path = _path(folder, adjustment.name)
    older = path.with_name(f"{path.stem}.{_made(folder, path):%Y-%m-%dT%H%M%SZ}.json") if path.exists() else None
    dated = replace(adjustment, created=created or datetime.now(timezone.utc).isoformat(timespec="seconds"))
    with whole_file(path, older) as file:
        file.write((json.dumps({"version": 1, **asdict(dated)}, ensure_ascii=False, indent=2) + "\n").encode())
    return dated


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
    rest, channels, regions = (
        {str(key): float(value) for key, value in stored[name].items()} for name in ("rest", "channels", "regions")
    )
    ranges = {str(key): (float(low), float(high)) for key, (low, high) in stored.get("ranges", {}).items()}
    dwells = {
        str(trigger): Dwell(str(dwell["channel"]), float(dwell["above"]), float(dwell["seconds"]))
        for trigger, dwell in stored.get("dwells", {}).items()
    }
    found = [*rest.values(), *channels.values(), *regions.values(), *(end for ends in ranges.values() for end in ends)]
    found += [number for dwell in dwells.values() for number in (dwell.above, dwell.seconds)]
    if stored["mirror"] not in SIDES or not np.isfinite(found).all():
        raise ValueError("a side or a number makes no sense")
    texts = [str(stored[name]) for name in _TEXTS]
    return Adjustment(rest, channels, regions, ranges, str(stored["mirror"]), dwells, *texts)


def _made(folder: Path, path: Path) -> datetime:
    """When a stored one was made; that of the file where it does not say."""
    try:
        found = load_adjustment(folder, path.stem)
        return datetime.fromisoformat(found.created if found is not None else "").astimezone(timezone.utc)
    except (ConfigError, ValueError):
        return datetime.fromtimestamp(path.stat().st_mtime, timezone.utc)


def _path(folder: Path, name: str) -> Path:
    return kept_file(folder, name, ".json", "calibration")
