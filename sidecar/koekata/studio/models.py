"""Characters that the page can load: those that come along, and one of the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from koekata.errors import ConfigError
from koekata.mapping.contract import contract_folder

__all__ = ["SUFFIXES", "comes_along", "find_models", "table_of"]

SUFFIXES = (".vrm", ".glb")
_FOLDER = Path(__file__).parents[1] / "data" / "characters"


def find_models(own: str = "") -> Mapping[str, Path]:
    """The models by the name of their file: the one that is asked for, then the richest.

    `own` is a file, or the name of one that comes along. Raises ConfigError where that is none.
    """
    along = [path for path in _FOLDER.glob("*") if path.suffix.lower() in SUFFIXES] if _FOLDER.is_dir() else []
    found: dict[str, Path] = {}
    if own:
        path = {path.stem: path for path in along}.get(own, Path(own))
        if not path.is_file() or path.suffix.lower() not in SUFFIXES:
            known = ", ".join(sorted(path.stem for path in along))
            raise ConfigError(
                f"{own}: there is no such model", remedy=f"Name a .vrm or .glb file, or one that comes along: {known}."
            )
        found[path.name] = path
    for path in sorted(along, key=lambda path: (-path.stat().st_size, path.name)):
        found.setdefault(path.name, path)
    return found


def table_of(model: str) -> Path | None:
    """The table that was made for a model that comes along: the one of its name."""
    if not (_FOLDER / model).is_file():
        return None
    path = contract_folder() / "characters" / f"{Path(model).stem}.json"
    return path if path.is_file() else None


def comes_along(table: Path) -> bool:
    """Whether a table came with Koekata, so that it is not written."""
    known = {path.resolve() for path in (contract_folder() / "presets").glob("*.json")}
    made = (table_of(path.name) for path in _FOLDER.glob("*"))
    return table.resolve() in known | {path.resolve() for path in made if path is not None}
