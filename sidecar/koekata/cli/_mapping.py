"""`koekata mapping`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koekata.cli._options import Force, Json, Output
from koekata.commands._guard import make_console

__all__ = ["mapping"]

mapping = typer.Typer(help="Mapping tables: from a performer's channels to one character.", no_args_is_help=True)


@mapping.command("validate")
def mapping_validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)], as_json: Json = False
) -> None:
    """Say whether tables are right, and if not, where and why."""
    from koekata.commands import mapping as command

    raise typer.Exit(command.validate(files, make_console(), as_json=as_json))


TableFile = Annotated[Path, typer.Argument(metavar="TABLE", show_default=False)]


@mapping.command("resolve")
def mapping_resolve(table: TableFile, out: Output = None, force: Force = False) -> None:
    """Put a table and all that it extends together, as one file that stands alone."""
    from koekata.commands import mapping_files as command

    raise typer.Exit(command.resolve_file(table, out, make_console(), force=force))


@mapping.command("diff")
def mapping_diff(
    before: Annotated[Path, typer.Argument(metavar="A", show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="B", show_default=False)],
    alone: Annotated[bool, typer.Option("--files", help="The files themselves, without what they extend.")] = False,
    as_json: Json = False,
) -> None:
    """Say what is different in B: 0 if nothing is, 1 if something is, 2 if a table is wrong."""
    from koekata.commands import mapping_diff as command

    raise typer.Exit(command.diff(before, after, make_console(), alone=alone, as_json=as_json))


@mapping.command("apply")
def mapping_apply(
    take: Annotated[Path, typer.Argument(metavar="TAKE", help="Of `koekata solve`.", show_default=False)],
    *,
    table: Annotated[str, typer.Option(metavar="TABLE", help="Path, or name of a preset.", show_default=False)],
    out: Annotated[Path, typer.Option(metavar="FILE", help="A .csv or .npz.", show_default=False)],
    force: Force = False,
) -> None:
    """Map a take again without solving it: the value of every target in every frame."""
    from koekata.commands import mapping_apply as command

    raise typer.Exit(command.apply(take, table, out, make_console(), force=force))


@mapping.command("explain")
def mapping_explain(
    target: Annotated[str | None, typer.Argument(metavar="TARGET", show_default=False)] = None,
    *,
    table: Annotated[Path, typer.Option(metavar="TABLE", show_default=False)],
    frames: Annotated[Path, typer.Option(metavar="TAKE", help="Of `koekata solve`.", show_default=False)],
    at: Annotated[str, typer.Option(metavar="TIME", help="Seconds from its start, or timecode.", show_default=False)],
    everything: Annotated[bool, typer.Option("--all", help="A line for each target.")] = False,
    as_json: Json = False,
) -> None:
    """Play a take through a table up to a moment, and say why a target has its value there."""
    from koekata.commands import mapping_explain as command

    console = make_console()
    if everything:
        raise typer.Exit(command.explain_all(table, frames, at, console, as_json=as_json))
    if target is None:
        raise typer.BadParameter("a TARGET is needed, or --all")
    raise typer.Exit(command.explain_one(target, table, frames, at, console, as_json=as_json))


@mapping.command("migrate")
def mapping_migrate(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    out: Output = None,
    in_place: Annotated[bool, typer.Option("--in-place", help="Rewrite the file; the old one is kept beside.")] = False,
    force: Force = False,
) -> None:
    """Rewrite an older table, or a list of pairs, in the version of today."""
    from koekata.commands import mapping_files as command

    raise typer.Exit(command.migrate_file(file, out, make_console(), in_place=in_place, force=force))


@mapping.command("init")
def mapping_init(
    model: Annotated[Path, typer.Argument(help=".vrm, .glb, .gltf, .pmx, or a list of names.", show_default=False)],
    out: Output = None,
    accept: Annotated[float, typer.Option(min=0.0, max=1.0, help="The lowest score that is believed.")] = 0.7,
    accept_doubtful: Annotated[
        bool, typer.Option("--accept-doubtful", help="Write guesses, too, each with a note that says so.")
    ] = False,
    report: Annotated[str, typer.Option(help="text or json.")] = "text",
    force: Force = False,
) -> None:
    """Draft a table for a character from the names of its shapes, and say what is covered."""
    from koekata.commands.mapping_init import Wish, init

    raise typer.Exit(init(Wish(model, out, accept, accept_doubtful, report, force), make_console()))
