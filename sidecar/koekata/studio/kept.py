"""Calibrations that are kept under a name: the adjustment, and beside it the neutral face that it was made with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from koekata import models
from koekata.adjust import Adjustment
from koekata.adjustments import list_adjustments, load_adjustment, save_adjustment
from koekata.errors import ConfigError
from koekata.fit.calibrate import Neutral
from koekata.fit.profile import list_profiles, load_profile, refuse_other_model, save_profile
from koekata.studio.book import Setting

__all__ = ["keep", "kept", "take"]


def keep(setting: Setting, neutral: Neutral | None, face_model: str) -> Setting:
    """Store it under its name, with the date; older ones of that name stay beside it.

    `neutral` is the face that is in use. Raises ConfigError and OSError.
    """
    created = ""
    name = setting.adjustment.name
    if neutral is not None:
        save_profile(_faces(), name, face_model, neutral)
        created = load_profile(_faces(), name).created
    return replace(setting, adjustment=save_adjustment(_folder(), setting.adjustment, created))


def take(name: str, face_model: str) -> Setting:
    """A stored one. Raises ConfigError, for another face model too, and ModelError."""
    adjustment = load_adjustment(_folder(), name)
    if name not in list_profiles(_faces()):
        if adjustment is None:
            raise ConfigError(f"there is no calibration '{name}' any more", remedy="Choose another.")
        return Setting(adjustment)
    profile = load_profile(_faces(), name)
    refuse_other_model(profile, face_model)
    return Setting(adjustment or Adjustment(name=name, created=profile.created), profile.neutral)


def kept() -> list[dict[str, Any]]:
    """What there is, for the page: the newest first."""
    faces = set(list_profiles(_faces()))
    names = sorted(faces | set(list_adjustments(_folder())))
    return sorted((_described(name, name in faces) for name in names), key=lambda each: str(each["created"]))[::-1]


def _described(name: str, has_face: bool) -> dict[str, Any]:
    try:
        found = load_adjustment(_folder(), name) or Adjustment(name=name)
    except ConfigError as error:
        return {"name": name, "created": "", "camera": "", "character": "", "face": has_face, "trouble": error.message}
    return {
        "name": name,
        "created": found.created,
        "camera": found.camera,
        "character": found.character,
        "face": has_face,
        "trouble": "",
    }


def _folder() -> Path:
    return models.home() / "adjustments"


def _faces() -> Path:
    return models.home() / "calibrations"
