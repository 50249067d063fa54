"""`koekata models`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koekata.commands._guard import make_console

__all__ = ["models"]

models = typer.Typer(help="Models that are downloaded once or brought by hand.", no_args_is_help=True)
ModelName = Annotated[str, typer.Argument(help="As `koekata models list` shows it.", show_default=False)]
AcceptLicence = Annotated[
    bool, typer.Option("--accept-licence", help="You have read the licence text and accept it, for scripts.")
]


@models.command("list")
def models_list() -> None:
    """What there is, and what is here."""
    from koekata.commands import models as command

    command.show_all(make_console())


@models.command("get")
def models_get(name: ModelName, accept_licence: AcceptLicence = False) -> None:
    """Download a model and check it; FLAME with your own registration."""
    from koekata.commands import models as command

    command.get(name, make_console(), accepted=accept_licence)


@models.command("import")
def models_import(
    name: Annotated[
        str, typer.Argument(help="As `koekata models list` shows it, or one of your own.", show_default=False)
    ],
    file: Annotated[Path, typer.Argument(help="A .pkl, .npz or .zip, or an ICT-FaceKit folder.", show_default=False)],
    accept_licence: AcceptLicence = False,
) -> None:
    """Take a model that was brought from elsewhere, after checking it."""
    from koekata.commands import models as command

    command.import_file(name, file, make_console(), accepted=accept_licence)


@models.command("show")
def models_show(
    name: Annotated[str, typer.Argument(help="Of a model, or the path of one.", show_default=False)],
    picture: Annotated[
        Path | None, typer.Option(metavar="PNG", help="Draw its landmarks on its surface.", show_default=False)
    ] = None,
    basis: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write its ARKit channels as OBJ meshes.", show_default=False)
    ] = None,
) -> None:
    """What a model is and what its licence permits, where it comes from, and where it is kept."""
    from koekata.commands import models as command

    command.show(name, make_console())
    command.draw(name, picture, basis, make_console())


@models.command("remove")
def models_remove(name: ModelName) -> None:
    """Delete a model, with its acceptance and what was computed from it."""
    from koekata.commands import models as command

    raise typer.Exit(command.remove(name, make_console()))
