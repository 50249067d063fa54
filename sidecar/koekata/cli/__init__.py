"""The command line: reads arguments, and hands them to `koekata.commands`. Loads nothing heavy until a command runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from koekata.cli._configuration import configuration
from koekata.cli._mapping import mapping
from koekata.cli._models import models
from koekata.cli._options import (
    CAPTURE,
    CHARACTER,
    MOTION,
    OUTPUTS,
    PAGE,
    VOICE,
    Device,
    Force,
    Headless,
    Json,
    Keys,
    Output,
    Refine,
    SaveFit,
    Seconds,
)
from koekata.cli._unity import unity
from koekata.cli._unreal import unreal
from koekata.cli._voice import voice
from koekata.commands._guard import Guarded, end_by_signal, make_console, show_logging, undisturbed
from koekata.commands._settings import SOURCE_HELP, with_config

if TYPE_CHECKING:
    from koekata.config import KoekataConfig

__all__ = ["app", "main"]

app = typer.Typer(
    cls=Guarded,
    help="A performer's face, live or from footage, as ARKit-52 blendshape weights for anime characters.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """The console script."""
    _keep_to_one_thread()
    end_by_signal()
    app()


def _keep_to_one_thread() -> None:
    """Matrices of the size of a face are multiplied fastest by one thread; more only wait for each other.

    Must run before NumPy is loaded. What the user has set stays.
    """
    for library in ("OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    os.environ.setdefault("VECLIB_MAXIMUM_THREADS", "1")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        make_console().print(f"koekata {version('koekata')}")
        raise typer.Exit


@app.callback()
def _common(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show what happens inside.")] = False,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    show_logging(verbose=verbose)


@app.command()
@with_config("source", *CAPTURE, "loop", *MOTION, "mic", *VOICE, *CHARACTER, *OUTPUTS)
def run(
    *,
    seconds: Seconds = None,
    save_fit: SaveFit = None,
    force: Force = False,
    headless: Headless = False,
    as_json: Json = False,
    config: KoekataConfig,
) -> None:
    """Follow a camera, film or address live, and send the motion to every output."""
    with undisturbed():
        from koekata.commands._session import Display
        from koekata.commands.run import run as command

    display = Display(make_console(stderr=as_json), headless, as_json, seconds)
    raise typer.Exit(command(config, display, save_fit, force=force))


@app.command()
@with_config("source", *CAPTURE, *MOTION, "mic", *VOICE, *CHARACTER, *OUTPUTS, *PAGE)
def studio(*, seconds: Seconds = None, config: KoekataConfig) -> None:
    """Open the page where the character moves and its table is edited. Without a source: camera or sample."""
    with undisturbed():
        from koekata.commands._session import Display
        from koekata.commands.studio import studio as command

    raise typer.Exit(command(config, Display(make_console(), headless=True, seconds=seconds)))


@app.command()
@with_config(*CAPTURE, "loop", *MOTION, *CHARACTER, *OUTPUTS, *PAGE)
def demo(
    *,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP, show_default=False)] = None,
    seconds: Seconds = None,
    meters: Annotated[bool, typer.Option("--meters", help="Meters in the terminal instead of the studio.")] = False,
    headless: Headless = False,
    as_json: Json = False,
    config: KoekataConfig,
) -> None:
    """Show what Koekata does, with the camera if there is one, else with the sample performance."""
    with undisturbed():
        from koekata.commands._session import Display
        from koekata.commands.demo import demo as command

    display = Display(make_console(stderr=as_json), headless, as_json, seconds)
    raise typer.Exit(command(config, source, display, meters=meters))


@app.command()
@with_config("performers", "mirrored", "fps", "face_model", "calibration", "preset", *VOICE, "mapping")
def solve(
    inputs: Annotated[list[str] | None, typer.Argument(metavar="INPUT...", show_default=False)] = None,
    *,
    out: Output = None,
    form: Annotated[str, typer.Option("--format", help="csv, npz or parquet, where --out is a folder.")] = "npz",
    performer: Annotated[int, typer.Option(min=0, max=3, help="Whose face, counted from 0.")] = 0,
    seconds: Seconds = None,
    from_stream: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Record the stream of a running sidecar instead.")
    ] = "",
    save_fit: SaveFit = None,
    mapped: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write what the character of --mapping does (.csv, .npz).", show_default=False
        ),
    ] = None,
    refine: Refine = False,
    device: Device = "cpu",
    keys: Keys = "",
    force: Force = False,
    config: KoekataConfig,
) -> None:
    """Solve every picture of films into takes (.csv, .npz, .parquet), one row per picture."""
    with undisturbed():
        from koekata.commands import solve as command

    job = command.Job(tuple(inputs or ()), out, form, performer, seconds, force, save_fit, refine, device, mapped, keys)
    console = make_console()
    if from_stream:
        raise typer.Exit(command.record_stream(from_stream, job, config.capture.fps, console))
    raise typer.Exit(command.solve(config, job, console))


@app.command()
def monitor(
    address: Annotated[str, typer.Argument(help="As the sidecar shows it.")] = "tcp://127.0.0.1:39600",
    seconds: Seconds = None,
    performer: Annotated[int | None, typer.Option(min=0, help="Only this one.", show_default=False)] = None,
    record: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a take as well.", show_default=False)
    ] = None,
    keys: Keys = "",
    force: Force = False,
    headless: Headless = False,
    as_json: Json = False,
) -> None:
    """Show the stream of a running sidecar as live meters."""
    from koekata.commands.monitor import Watching
    from koekata.commands.monitor import monitor as command

    watching = Watching(address, seconds, performer, keys, record, force, headless, as_json)
    raise typer.Exit(command(watching, make_console(stderr=as_json)))


@app.command(name="keys")
def make_keys(
    folder: Annotated[Path, typer.Argument(help="A new folder for them.", show_default=False)],
) -> None:
    """Make keys for a stream that only those understand who have them."""
    from koekata.commands.keys import keys as command

    command(folder, make_console())


@app.command()
@with_config("mirrored", "fps", "width", "height", "face_model")
def calibrate(
    name: Annotated[str | None, typer.Argument(help="Of the performer.", show_default=False)] = None,
    source: Annotated[str | None, typer.Argument(help="Camera or film.", show_default=False)] = None,
    *,
    seconds: Annotated[float, typer.Option(min=1.0, max=60.0, help="How long to look.")] = 5.0,
    listing: Annotated[bool, typer.Option("--list", help="List what is stored.")] = False,
    show: Annotated[str, typer.Option(metavar="NAME", help="Show a stored calibration.")] = "",
    remove: Annotated[str, typer.Option(metavar="NAME", help="Delete a stored calibration.")] = "",
    config: KoekataConfig,
) -> None:
    """Learn a performer's neutral face, and keep it under a name."""
    with undisturbed():
        from koekata.commands import calibrate as command

    console = make_console()
    if listing:
        command.show_all(console)
    elif show:
        command.show(show, console)
    elif remove:
        command.remove(remove, console)
    elif name is None:
        raise typer.BadParameter("a NAME is needed, such as that of the performer; or --list, --show, --remove")
    else:
        command.calibrate(name, config, source, seconds, console)


@app.command()
@with_config("source", "face_model")
def doctor(*, as_json: Json = False, config: KoekataConfig) -> None:
    """Look at this machine, and say what is missing."""
    from koekata.commands.doctor import doctor as command

    raise typer.Exit(command(config, make_console(), as_json=as_json))


@app.command()
def cameras(as_json: Json = False) -> None:
    """List the cameras, with what they deliver."""
    from koekata.commands.cameras import cameras as command

    raise typer.Exit(command(make_console(), as_json=as_json))


@app.command()
@with_config("performers", "fps", "face_model", "calibration", "preset")
def bench(
    name: Annotated[str, typer.Argument(help="Which one; without a name, they are listed.", show_default=False)] = "",
    source: Annotated[Path | None, typer.Argument(help="A clip.", show_default=False)] = None,
    *,
    footage: Annotated[Path | None, typer.Option(metavar="DIR", help="A folder of clips.", show_default=False)] = None,
    ground_truth: Annotated[
        Path | None,
        typer.Option(
            "--bench", "--ict", metavar="DIR", help="A folder of clips whose motion is known.", show_default=False
        ),
    ] = None,
    clip: Annotated[Path | None, typer.Option("--source", metavar="CLIP", show_default=False)] = None,
    out: Output = None,
    far: Annotated[bool, typer.Option("--far", help="Faces at a sixth of the picture's height.")] = False,
    seconds: Seconds = None,
    minutes: Annotated[float, typer.Option(min=0.1, help="Of a soak.")] = 120.0,
    basis: Annotated[
        Path | None, typer.Option("--basis", metavar="PATH", help="ARKit shapes to test with.", show_default=False)
    ] = None,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="Labelled speech.", show_default=False)] = None,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where rendered clips are kept.", show_default=False)
    ] = None,
    clips: Annotated[int | None, typer.Option(min=1, help="At most so many of a kind.", show_default=False)] = None,
    sheet: Annotated[Path | None, typer.Option(metavar="PNG", help="A picture to write.", show_default=False)] = None,
    refine: Refine = False,
    device: Device = "cpu",
    as_json: Json = False,
    config: KoekataConfig,
) -> None:
    """Measure this machine."""
    from koekata.commands import bench as command

    refine_on = device if refine else ""
    wishes = command.Wishes(
        config,
        source or clip,
        footage,
        ground_truth,
        out,
        far,
        seconds,
        minutes,
        basis,
        refine_on,
        data,
        cache,
        clips,
        sheet,
    )
    raise typer.Exit(command.bench(name, wishes, make_console(stderr=as_json), as_json=as_json))


@app.command()
def lipsync(
    file: Annotated[Path, typer.Argument(help="A sound file, or a film with sound.", show_default=False)],
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="PATH", help="What to write: .npz or .csv.", show_default=False)
    ],
    live_latency: Annotated[bool, typer.Option("--live-latency", help="Only what the live path would know.")] = False,
    voice_name: Annotated[str, typer.Option("--voice", metavar="NAME", help="A calibrated voice.")] = "",
    force: Force = False,
) -> None:
    """Hear visemes, vowels, closed lips and voice in a file, every 10 ms."""
    from koekata.commands.lipsync import lipsync as command

    command(file, out, voice_name, make_console(), live=live_latency, force=force)


app.add_typer(models, name="models")
app.add_typer(mapping, name="mapping")
app.add_typer(voice, name="voice")
app.add_typer(unity, name="unity")
app.add_typer(unreal, name="unreal")
app.add_typer(configuration, name="config")
