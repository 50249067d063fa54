"""The files of `mappings/`, which every language reads: beside the source, or inside an installed package."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "FACE_INPUTS", "OWN_INPUTS", "channel_ranges", "contract_folder", "face_inputs", "pose_sources", "table_schema",
]  # fmt: skip

OWN_INPUTS = ("tracked", "winkLeft", "winkRight")
"""Inputs that the evaluator itself delivers."""
FACE_INPUTS = ("weights", "pose")
"""The groups of `channels.json` that are lost together with the face."""


@cache
def contract_folder() -> Path:
    """The folder `mappings`."""
    installed = Path(__file__).parents[1] / "data" / "mappings"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "mappings"


@cache
def _channels() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((contract_folder() / "channels.json").read_text("utf-8"))
    return {key: value for key, value in loaded.items() if isinstance(value, list)}


@cache
def channel_ranges() -> dict[str, tuple[float, float] | None]:
    """Every channel of `channels.json` with its range."""
    entries = (entry for group in _channels().values() for entry in group)
    return {entry["name"]: tuple(entry["range"]) if entry["range"] else None for entry in entries}


@cache
def face_inputs() -> frozenset[str]:
    """The channels that are lost together with the face."""
    return frozenset(entry["name"] for group in FACE_INPUTS for entry in _channels()[group])


@cache
def pose_sources() -> dict[str, str]:
    """The channels of head and gaze, with their place in a frame message, such as `gaze[0]`."""
    return {entry["name"]: entry["source"] for entry in _channels()["pose"]}


@cache
def table_schema() -> dict[str, Any]:
    """The JSON Schema of a table."""
    loaded: dict[str, Any] = json.loads((contract_folder() / "schema" / "table.json").read_text("utf-8"))
    return loaded
