"""The configuration of a command: defaults, then the file, then the options."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from koekata.commands._settings import SETTINGS, Setting
from koekata.config import KoekataConfig, load_config
from koekata.errors import ConfigError

__all__ = ["USUAL_FILE", "configuration", "with_values"]

USUAL_FILE = Path("koekata.toml")


def configuration(file: Path | None, given: Mapping[Setting, Any]) -> KoekataConfig:
    """Read the file, or `koekata.toml` here if it exists, and put the given options over it. Raises ConfigError."""
    if file is None and USUAL_FILE.is_file():
        file = USUAL_FILE
    config = KoekataConfig() if file is None else load_config(file)
    implied = {setting.implies: True for setting in given if setting.implies}
    return with_values(config, implied | {setting.key: value for setting, value in given.items()})


def with_values(config: KoekataConfig, values: Mapping[str, Any]) -> KoekataConfig:
    """The configuration with some values replaced, by dotted key. Raises ConfigError naming the options at fault."""
    table = config.model_dump()
    for key, value in values.items():
        _put(table, key.split("."), value)
    try:
        return KoekataConfig.model_validate(table)
    except ValidationError as error:
        faults = [f"{_option(fault['loc'])}: {_lowered(fault['msg'])}" for fault in error.errors()]
        raise ConfigError(
            "\n".join(faults), remedy="`koekata config show` lists every value with its limits."
        ) from error


def _put(table: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        table = table[key]
    table[keys[-1]] = value


def _option(location: tuple[int | str, ...]) -> str:
    key = ".".join(str(part) for part in location)
    flags = [setting.flag for setting in SETTINGS.values() if setting.key == key and not setting.flag.isupper()]
    return flags[0].partition("/")[0] if flags else f"'{key}'"


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
