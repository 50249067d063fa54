"""Names that people give to what is kept in Koekata's own folder: voices and calibrations."""

from __future__ import annotations

import re
from pathlib import Path

from koekata.errors import ConfigError

__all__ = ["kept_file"]

_NAME = re.compile(r"[\w][\w .-]{0,63}(\.\d{4}-\d\d-\d\dT\d{6}Z)?")
"""A name, and the date of an older version."""


def kept_file(folder: Path, name: str, suffix: str, what: str) -> Path:
    """Where it lies. Raises ConfigError for a name that cannot be a file name; `what` is what it would name."""
    if not _NAME.fullmatch(name):
        raise ConfigError(
            f"'{name}' cannot be the name of a {what}",
            remedy="Use letters, digits, spaces, dots, hyphens and underscores; at most 64 of them.",
        )
    return folder / f"{name}{suffix}"
