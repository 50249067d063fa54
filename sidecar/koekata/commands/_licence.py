"""What a licence permits, whether it is accepted, and the registration that a publisher asks for."""

from __future__ import annotations

import os
import sys

import typer
from rich.console import Console

from koekata.errors import ModelError
from koekata.models import faces

__all__ = ["accepts", "ask_credentials", "print_licence"]


def print_licence(licence: faces.Licence, console: Console) -> None:
    """What may be done with a model, in short."""
    console.print(f"licence     {f'{licence.name}: {licence.url}' if licence.url else licence.name}")
    console.print(f"permits     {licence.permits}")
    console.print(f"commercial  {licence.commercial}; credit to the authors: {licence.credit}")


def accepts(licence: faces.Licence, console: Console, *, accepted: bool) -> bool:
    """Show a licence, and ask unless the option says yes. Raises ModelError where nobody can be asked."""
    print_licence(licence, console)
    console.print("This is a summary; the licence text at the address above is what binds you.")
    if accepted:
        console.print("accepted    by --accept-licence")
        return True
    if not sys.stdin.isatty():
        raise ModelError(
            f"the licence ({licence.name}, {licence.url}) must be accepted, and there is no terminal to ask at",
            remedy="Read it, and add --accept-licence if you accept it.",
        )
    return typer.confirm("Have you read the licence text, and do you accept it?", default=False)


def ask_credentials(entry: faces.FaceEntry, download: faces.Download) -> faces.Credentials:
    """The user's registration, from the environment or asked for; it is not kept."""
    user, password = (os.environ.get(name, "") for name in (download.user_variable, download.password_variable))
    if user and password:
        return faces.Credentials(user, password)
    if not sys.stdin.isatty():
        raise ModelError(
            f"{entry.title} is given only to those who registered at {entry.about_url}",
            remedy=f"Set {download.user_variable} and {download.password_variable} to your registration, or run this "
            "at a terminal, which asks for them.",
        )
    user = user or typer.prompt(f"E-mail address registered at {entry.about_url}", err=True)
    return faces.Credentials(
        user, password or typer.prompt("Password (not shown, not kept)", hide_input=True, err=True)
    )
