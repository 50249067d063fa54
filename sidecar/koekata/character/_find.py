"""Tables by path, and those that come along by name."""

from __future__ import annotations

from pathlib import Path

from koekata.errors import ConfigError
from koekata.mapping.contract import contract_folder
from koekata.mapping.faults import did_you_mean

__all__ = ["find_table", "presets"]


def presets() -> dict[str, Path]:
    """The tables that come along, by name."""
    return {path.stem: path for path in sorted((contract_folder() / "presets").glob("*.json"))}


def find_table(table: str) -> Path:
    """The file of a table: a path, or the name of a preset. Raises ConfigError."""
    path, known = Path(table), presets()
    if table in known and not path.is_file():
        return known[table]
    if path.is_file():
        return path
    raise ConfigError(
        f"mapping table '{table}': there is no such file, and none of that name comes along",
        remedy=f"{did_you_mean(table, known)}Write the path of a table, or one of: {', '.join(known)}.",
    )
