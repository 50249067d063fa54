"""`koekata config`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from koekata.commands._guard import make_console
from koekata.commands._settings import with_config

if TYPE_CHECKING:
    from koekata.config import KoekataConfig

__all__ = ["configuration"]

configuration = typer.Typer(help="The configuration file.", no_args_is_help=True)


@configuration.command("show")
@with_config()
def config_show(*, config: KoekataConfig) -> None:
    """Print every key with its value as TOML: `koekata config show > koekata.toml`."""
    from koekata.commands import config as command

    command.show(config, make_console())


@configuration.command("check")
def config_check(file: Annotated[Path, typer.Argument(show_default=False)]) -> None:
    """Say whether a file is right, and if not, where and why."""
    from koekata.commands import config as command

    command.check(file, make_console())
