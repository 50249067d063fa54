"""Which version of the engine a project is for."""

from __future__ import annotations

import configparser
import json
import re
import sys
from pathlib import Path

__all__ = ["NEWEST", "OLDEST", "engine_version"]

OLDEST, NEWEST = (5, 3), (5, 6)
"""Versions of the engine that the plugin is written for."""
Version = tuple[int, int]


def engine_version(association: str, project: Path, engines: Path | None = None) -> Version | None:
    """Major and minor version of the engine that a project names, None where this machine cannot tell.

    `association` is a version, the identifier of an engine that was built from source, which this machine's list of
    engines (`engines`) has a folder for, or empty for a project that lies within the engine's own folder.
    """
    numbers = re.fullmatch(r"(\d+)\.(\d+)(\.\d+)?", association)
    if numbers:
        return int(numbers[1]), int(numbers[2])
    if association:
        folder = _registered(association, engines or _list_of_engines())
        return _built(folder) if folder is not None else None
    return next((found for folder in project.resolve().parents if (found := _built(folder))), None)


def _built(folder: Path) -> Version | None:
    """What `Engine/Build/Build.version` says."""
    try:
        loaded = json.loads((folder / "Engine" / "Build" / "Build.version").read_text("utf-8-sig"))
        return int(loaded["MajorVersion"]), int(loaded["MinorVersion"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _list_of_engines() -> Path:
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Epic" / "UnrealEngine" / "Install.ini"
    return home / ".config" / "Epic" / "UnrealEngine" / "Install.ini"


def _registered(identifier: str, engines: Path) -> Path | None:
    """The folder of an engine that was registered on this machine."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Epic Games\Unreal Engine\Builds") as builds:
                return Path(str(winreg.QueryValueEx(builds, identifier)[0]))
        except OSError:
            return None
    reader = configparser.ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    reader.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        reader.read(engines, "utf-8-sig")
    except (configparser.Error, UnicodeDecodeError):
        return None
    folder = reader.get("Installations", identifier, fallback=None)
    return Path(folder) if folder else None
