"""`koekata unity`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koekata.cli._options import Force
from koekata.commands._guard import make_console

__all__ = ["unity"]

unity = typer.Typer(help="The Unity package in a project.", no_args_is_help=True)
Project = Annotated[Path, typer.Argument(help="The folder of a Unity project.", show_default=False)]


@unity.command("install")
def unity_install(
    project: Project,
    *,
    libzmq: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A libzmq to use, in place of that of this sidecar.", show_default=False),
    ] = None,
    without_libzmq: Annotated[bool, typer.Option("--without-libzmq", help="Bring no library along.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    force: Force = False,
) -> None:
    """Put the package of this sidecar into a project, or bring it up to date."""
    from koekata.commands import unity as command

    command.install(project, make_console(), libzmq=libzmq, without_libzmq=without_libzmq, dry_run=dry_run, force=force)


@unity.command("check")
def unity_check(project: Project) -> None:
    """Look whether a project has all that it needs; exit code 1 where something is wrong."""
    from koekata.commands import unity as command

    raise typer.Exit(command.check(project, make_console()))
