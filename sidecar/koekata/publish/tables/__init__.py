"""How other tools name and order the ARKit channels: JSON files beside this module, bound by ARKit name."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from koekata.channels import ARKIT_NAMES
from koekata.errors import PublishError

__all__ = ["channel_names", "load_table"]


def load_table(name: str) -> dict[str, Any]:
    """Read one table."""
    text = resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def channel_names(name: str) -> dict[str, str]:
    """The other tool's name of each of the 52 channels."""
    names: dict[str, str] = load_table(name)["names"]
    if set(names) != set(ARKIT_NAMES):
        raise PublishError(f"{name}.json does not name the 52 channels", remedy="Install Koekata again.")
    return names
