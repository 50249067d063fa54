"""`koekata unreal`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koekata.commands._guard import make_console

__all__ = ["unreal"]

unreal = typer.Typer(help="The plugin for Unreal in a project.", no_args_is_help=True)
Project = Annotated[
    Path, typer.Argument(metavar="PROJECT", help="A .uproject file, or the folder that holds one.", show_default=False)
]


@unreal.command("install")
def unreal_install(
    project: Project,
    platform: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Win64, Linux, LinuxArm64 or Mac: whose libzmq to bring; more than once for several.",
            show_default="this machine's",
        ),
    ] = None,
    libzmq: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A libzmq of your own.", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that were changed; they are kept elsewhere.")
    ] = False,
) -> None:
    """Put the plugin with its library into a project, and switch it on there."""
    from koekata.commands import unreal as command

    command.install(project, tuple(platform or ()), libzmq, make_console(), dry_run=dry_run, force=force)


@unreal.command("check")
def unreal_check(
    project: Project, as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False
) -> None:
    """Look over a project that has the plugin; ends with 1 where something is wrong."""
    from koekata.commands import unreal as command

    raise typer.Exit(command.check(project, make_console(), as_json=as_json))
