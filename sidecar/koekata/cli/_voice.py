"""`koekata voice`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from koekata.commands._guard import make_console, undisturbed
from koekata.commands._settings import with_config

if TYPE_CHECKING:
    from koekata.config import KoekataConfig

__all__ = ["voice"]

voice = typer.Typer(help="Voices: how the mouth follows one actor's voice better.", no_args_is_help=True)
VoiceName = Annotated[str, typer.Argument(metavar="NAME", help="Such as that of the performer.", show_default=False)]


@voice.command("calibrate")
def voice_calibrate(
    file: Annotated[
        Path | None, typer.Argument(help="A recording of the script, sound or film.", show_default=False)
    ] = None,
    *,
    name: Annotated[str, typer.Option(help="Such as that of the performer.", show_default=False)],
    language: Annotated[str, typer.Option(help="Of what is read: ja, en or zh.")] = "ja",
    microphone: Annotated[
        str, typer.Option("--mic", help="Number, name or part of it; the system's choice without.")
    ] = "",
    script: Annotated[
        Path | None,
        typer.Option(
            "--text", metavar="SCRIPT", help="Your own, as `koekata voice script` prints them.", show_default=False
        ),
    ] = None,
) -> None:
    """Read a script for a minute: the network learns the voice, and it is kept under a name."""
    from koekata.commands import voice as command

    wishes = command.Wishes(language, microphone, file, script)
    raise typer.Exit(command.calibrate_voice(name, wishes, make_console()))


@voice.command("list")
def voice_list() -> None:
    """The stored voices."""
    from koekata.commands import voice as command

    command.show_all(make_console())


@voice.command("show")
def voice_show(name: VoiceName) -> None:
    """When and from what a voice was learnt, and what was gained."""
    from koekata.commands import voice as command

    command.show(name, make_console())


@voice.command("remove")
def voice_remove(name: VoiceName) -> None:
    """Delete a stored voice."""
    from koekata.commands import voice as command

    command.remove(name, make_console())


@voice.command("microphones")
def voice_microphones() -> None:
    """List the microphones."""
    from koekata.commands import voice as command

    command.microphones(make_console())


@voice.command("script")
def voice_script(language: Annotated[str, typer.Argument(help="ja, en or zh.", show_default=False)]) -> None:
    """Print the script: a sentence a line, `text | reading`."""
    from koekata.commands import voice as command

    command.script(language, make_console())


@voice.command("offset")
@with_config("source", "mirrored", "fps", "width", "height", "mic")
def voice_offset(
    *,
    seconds: Annotated[float, typer.Option(min=5.0, max=60.0, help="How long to listen and look, live.")] = 15.0,
    config: KoekataConfig,
) -> None:
    """Measure how late the sound is against the picture: say pa ten times."""
    with undisturbed():
        from koekata.commands.voice_offset import offset

    raise typer.Exit(offset(config, seconds, make_console()))
