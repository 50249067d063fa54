"""Calibration profiles: a performer's neutral face and camera, named and dated, kept on this machine only."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

from koekata.errors import ConfigError, ModelError
from koekata.fit.calibrate import Neutral
from koekata.kept_file import kept_file
from koekata.whole_file import whole_file

__all__ = ["Profile", "list_profiles", "load_profile", "refuse_other_model", "save_profile"]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A stored calibration."""

    name: str
    model: str
    """Name of the face model that it belongs to."""
    created: str
    """ISO 8601, UTC."""
    neutral: Neutral


def save_profile(folder: Path, name: str, model: str, neutral: Neutral) -> Path:
    """Store a calibration as `<folder>/<name>.npz`; an older one of that name is kept beside it with its date.

    Raises ConfigError for a name that cannot be a file name.
    """
    path, older = _path(folder, name), None
    if path.exists():
        created = datetime.fromisoformat(load_profile(folder, name).created)
        older = path.with_name(f"{name}.{created:%Y-%m-%dT%H%M%SZ}.npz")
    with whole_file(path, older) as file:
        np.savez_compressed(
            file,
            model=np.array(model),
            created=np.array(datetime.now(timezone.utc).isoformat(timespec="seconds")),
            points=neutral.points.astype(np.float32),
            focal_share=np.array(neutral.focal_share),
            cost=np.array(neutral.cost),
            frames=np.array(neutral.frames),
        )
    return path


def load_profile(folder: Path, name: str) -> Profile:
    """Read a stored calibration. Raises ConfigError when there is none of that name, ModelError when it is damaged."""
    path = _path(folder, name)
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            points = stored["points"].astype(np.float64)
            neutral = Neutral(points, float(stored["focal_share"]), float(stored["cost"]), int(stored["frames"]))
            return Profile(name, str(stored["model"]), str(stored["created"]), neutral)
    except FileNotFoundError as error:
        known = ", ".join(list_profiles(folder)) or "none yet"
        raise ConfigError(
            f"there is no calibration '{name}' in {folder}; stored: {known}",
            remedy=f"Make it with `koekata calibrate {name}`.",
        ) from error
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(
            f"{path}: the calibration cannot be read: {error}", remedy="Delete the file and calibrate again."
        ) from error


def refuse_other_model(profile: Profile, model: str) -> None:
    """A neutral face is a correction of the model that it was found with. Raises ConfigError for another one."""
    if profile.model != model:
        raise ConfigError(
            f"the calibration '{profile.name}' was made with the face model '{profile.model}', and the one in use is "
            f"'{model}'",
            remedy="Choose that model with --face-model, or calibrate with this one: `koekata calibrate NAME "
            "--face-model MODEL`.",
        )


def list_profiles(folder: Path) -> list[str]:
    """Names of the stored calibrations, in order; dated older versions are `name.date`."""
    return sorted(path.stem for path in folder.glob("*.npz") if not path.name.startswith("."))


def _path(folder: Path, name: str) -> Path:
    return kept_file(folder, name, ".npz", "calibration")
