"""A Unity project on the disk."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from koekata.engines.unity.package import PACKAGE_NAME
from koekata.errors import ProjectError

__all__ = ["OLDEST", "UnityProject"]

OLDEST = (2021, 3)
"""The first Unity version that the package works with."""
_VERSION = re.compile(r"^m_EditorVersion:\s*((\d+)\.(\d+)\S*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class UnityProject:
    """A folder that is a Unity project."""

    folder: Path
    version: str
    """As Unity writes it, such as `2021.3.33f1`."""

    @classmethod
    def at(cls, folder: Path) -> UnityProject:
        """The project in a folder. Raises ProjectError where there is none, or one of a Unity that is too old."""
        folder = folder.resolve()
        described = folder / "ProjectSettings" / "ProjectVersion.txt"
        if not (folder / "Assets").is_dir() or not described.is_file():
            raise ProjectError(
                f"{folder} is no Unity project: it has no Assets folder, or no ProjectSettings/ProjectVersion.txt.",
                remedy="Name the folder that Unity Hub shows for the project.",
            )
        found = _VERSION.search(described.read_text("utf-8", errors="replace"))
        if not found:
            raise ProjectError(
                f"{described} does not say which Unity made the project.", remedy="Open it in Unity once."
            )
        if (int(found[2]), int(found[3])) < OLDEST:
            raise ProjectError(
                f"The project is made with Unity {found[1]}; the package needs {OLDEST[0]}.{OLDEST[1]} or newer.",
                remedy="Open a copy of the project in a newer Unity.",
            )
        return cls(folder, found[1])

    @property
    def package(self) -> Path:
        """Where the package belongs: a folder below `Packages` is part of the project."""
        return self.folder / "Packages" / PACKAGE_NAME

    def listed(self) -> str:
        """What the project's package list says of the package, "" for nothing. Raises ProjectError if it is broken."""
        manifest = self.folder / "Packages" / "manifest.json"
        if not manifest.is_file():
            return ""
        try:
            stated = json.loads(manifest.read_text("utf-8"))
            return str(stated.get("dependencies", {}).get(PACKAGE_NAME, ""))
        except (ValueError, AttributeError) as error:
            raise ProjectError(
                f"{manifest} is not readable: {error}.", remedy="Mend it; Unity needs it, too."
            ) from error
