"""The Unity package that came with this sidecar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from koekata.engines.bundled import bundled_folder
from koekata.errors import ProjectError

__all__ = ["PACKAGE_NAME", "package_files", "package_folder", "package_version"]

PACKAGE_NAME = "com.koekata.unity"


def package_folder() -> Path:
    """The folder of the package: in the installed sidecar, or in the repository. Raises ProjectError."""
    folder = bundled_folder("unity-package")
    if (folder / "package.json").is_file():
        return folder
    raise ProjectError(
        "The Unity package did not come with this installation of Koekata.",
        remedy="Install Koekata anew: pip install koekata",
    )


def package_files(folder: Path) -> Iterator[str]:
    """What belongs to the package, as paths with `/`, without hidden files."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield inside.as_posix()


def package_version(folder: Path) -> str:
    """The version in a package's description; "" where that cannot be read."""
    try:
        return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
