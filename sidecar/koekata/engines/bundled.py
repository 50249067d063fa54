"""Folders that the sidecar brings for game engines: beside the source, or inside an installed package."""

from __future__ import annotations

from pathlib import Path

__all__ = ["bundled_folder"]


def bundled_folder(name: str) -> Path:
    """The folder of that name at the top of the repository, or its copy within the installed package."""
    installed = Path(__file__).parents[1] / "data" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name
