"""The command line: reads arguments, and hands them to `koekata.commands`. Loads nothing heavy until a command runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from koekata.commands._guard import Guarded, end_by_signal, make_console, show_logging, undisturbed
from koekata.commands._settings import SOURCE_HELP, with_config

if TYPE_CHECKING:
    from koekata.config import KoekataConfig

__all__ = ["app", "main"]

_CAPTURE = ("performers", "mirrored", "fps", "width", "height")
_MOTION = ("face_model", "calibration", "preset", "predict_ms")
_VOICE = ("sound", "voice", "voice_offset")
_CHARACTER = ("mapping", "triggers", "triggers_host")
_OUTPUTS = (
    "zmq", "zmq_host", "zmq_port", "osc", "osc_host", "osc_port", "vmc", "vmc_host", "vmc_port",
    "live_link_face", "llf_host", "llf_port", "ifacialmocap", "ifm_host", "ifm_port",
)  # fmt: skip

Seconds = Annotated[float | None, typer.Option(min=0.1, help="End after so many seconds.", show_default=False)]
Headless = Annotated[bool, typer.Option("--headless", help="Status lines instead of meters.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Output = Annotated[Path | None, typer.Option("--out", metavar="PATH", help="What to write.", show_default=False)]
SaveFit = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Write FLAME's own parameters, too (.npz); needs a FLAME face model.", show_default=False
    ),
]
Refine = Annotated[
    bool, typer.Option("--refine", help="Solve all frames of a film together; needs PyTorch (koekata[refine]).")
]
Device = Annotated[str, typer.Option(help="What refining runs on: cpu, cuda, cuda:1.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]

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
@with_config("source", *_CAPTURE, "loop", *_MOTION, "mic", *_VOICE, *_CHARACTER, *_OUTPUTS)
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
@with_config(*_CAPTURE, "loop", *_MOTION, *_CHARACTER, *_OUTPUTS)
def demo(
    *,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP, show_default=False)] = None,
    seconds: Seconds = None,
    headless: Headless = False,
    as_json: Json = False,
    config: KoekataConfig,
) -> None:
    """Show what Koekata does, with the camera if there is one, else with the sample performance."""
    with undisturbed():
        from koekata.commands._session import Display
        from koekata.commands.demo import demo as command

    raise typer.Exit(command(config, source, Display(make_console(stderr=as_json), headless, as_json, seconds)))


@app.command()
@with_config("performers", "mirrored", "fps", "face_model", "calibration", "preset", *_VOICE, "mapping")
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
    force: Force = False,
    config: KoekataConfig,
) -> None:
    """Solve every picture of films into takes (.csv, .npz, .parquet), one row per picture."""
    with undisturbed():
        from koekata.commands import solve as command

    job = command.Job(tuple(inputs or ()), out, form, performer, seconds, force, save_fit, refine, device, mapped)
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
    force: Force = False,
    headless: Headless = False,
    as_json: Json = False,
) -> None:
    """Show the stream of a running sidecar as live meters."""
    from koekata.commands.monitor import Watching
    from koekata.commands.monitor import monitor as command

    watching = Watching(address, seconds, performer, record, force, headless, as_json)
    raise typer.Exit(command(watching, make_console(stderr=as_json)))


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


models = typer.Typer(help="Models that are downloaded once or brought by hand.", no_args_is_help=True)
app.add_typer(models, name="models")
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


mapping = typer.Typer(help="Mapping tables: from a performer's channels to one character.", no_args_is_help=True)
app.add_typer(mapping, name="mapping")


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


voice = typer.Typer(help="Voices: how the mouth follows one actor's voice better.", no_args_is_help=True)
app.add_typer(voice, name="voice")
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


configuration = typer.Typer(help="The configuration file.", no_args_is_help=True)
app.add_typer(configuration, name="config")


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
