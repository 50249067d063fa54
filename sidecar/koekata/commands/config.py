"""`koekata config`: the configuration as TOML, each key with what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from rich.console import Console

from koekata.config import KoekataConfig, load_config

__all__ = ["check", "show", "toml_lines"]


def show(config: KoekataConfig, console: Console) -> None:
    """Print every key with its value."""
    console.print("\n".join(toml_lines(config)))


def check(file: Path, console: Console) -> None:
    """Say that the file is right. Raises ConfigError that says where it is not."""
    load_config(file)
    console.print(f"{file}: all keys and values are right")


def toml_lines(section: BaseModel, name: str = "") -> Iterator[str]:
    """A section and those below it; values first, since in TOML they would belong to the table before them."""
    if name:
        yield f"\n[{name}]"
    if name and type(section).__doc__:
        yield from _comment(type(section).__doc__ or "")
    tables: dict[str, BaseModel] = {}
    for key, field in type(section).model_fields.items():
        value = getattr(section, key)
        if isinstance(value, BaseModel):
            tables[f"{name}.{key}" if name else key] = value
            continue
        yield from _comment(field.description or "")
        yield f"{key} = {_value(value)}"
    for below, table in tables.items():
        yield from toml_lines(table, below)


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line.strip()}" for line in text.strip().splitlines())


def _value(value: Any) -> str:
    """JSON's strings, switches and numbers are TOML's, but for the character DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
