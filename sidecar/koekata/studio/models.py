"""Characters that the page can load: those that come along, and one of the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from koekata.errors import ConfigError

__all__ = ["SUFFIXES", "find_models"]

SUFFIXES = (".vrm", ".glb")
_FOLDER = Path(__file__).parents[1] / "data" / "characters"


def find_models(own: str = "") -> Mapping[str, Path]:
    """The models by the name of their file, the user's own first. Raises ConfigError where that is none."""
    found: dict[str, Path] = {}
    if own:
        path = Path(own)
        if not path.is_file() or path.suffix.lower() not in SUFFIXES:
            raise ConfigError(f"{own}: there is no such model", remedy="Name a .vrm or .glb file.")
        found[path.name] = path
    for path in sorted(_FOLDER.rglob("*")) if _FOLDER.is_dir() else []:
        if path.suffix.lower() in SUFFIXES:
            found.setdefault(path.name, path)
    return found
