"""Options that override the configuration: one table, from which the command line's parameters are made."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

__all__ = ["SETTINGS", "SOURCE_HELP", "Setting", "with_config"]

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Setting:
    """An option that stands for a key of the configuration."""

    key: str
    """Dotted, as `koekata config show` groups them."""
    kind: type
    flag: str
    """`--name`, `--name/--no-name`, or a name in capitals for an argument."""
    help: str
    panel: str = "Source and tracking"
    metavar: str | None = None
    implies: str | None = None
    """A switch that is turned on along with this option, unless it is given itself."""

    def parameter(self) -> Any:
        """As typer wants it."""
        if self.flag.isupper():
            return typer.Argument(None, metavar=self.flag, help=self.help, show_default=False)
        return typer.Option(
            None, self.flag, help=self.help, rich_help_panel=self.panel, metavar=self.metavar, show_default=False
        )


def _output(name: str, section: str, title: str, *, on: bool) -> dict[str, Setting]:
    """The switch, host and port of an output."""
    panel, table, switch = "Outputs", f"outputs.{section}", f"outputs.{section}.enabled"
    implies, hint = (None, "") if on else (switch, f" Implies --{section.replace('_', '-')}.")
    state = "on" if on else "off"
    flag = f"--{section.replace('_', '-')}"
    return {
        section: Setting(switch, bool, f"{flag}/--no-{flag[2:]}", f"{title} ({state} by default).", panel),
        f"{name}_host": Setting(f"{table}.host", str, f"--{name}-host", f"Address.{hint}", panel, None, implies),
        f"{name}_port": Setting(f"{table}.port", int, f"--{name}-port", f"Port.{hint}", panel, None, implies),
    }  # fmt: skip


SOURCE_HELP = "Camera (`0` or a part of its name), video, folder of images, address, `-` for a pipe, `none`."

SETTINGS: Mapping[str, Setting] = {
    "source": Setting("capture.source", str, "SOURCE", SOURCE_HELP),
    "performers": Setting("track.performers", int, "--performers", "How many faces to follow, 1 to 4."),
    "mirrored": Setting("capture.mirrored", bool, "--mirrored/--no-mirrored", "The picture is a mirror image."),
    "loop": Setting("capture.loop", bool, "--loop/--no-loop", "Start a file again at its end."),
    "fps": Setting("capture.fps", float, "--fps", "Rate asked of a camera, or of a folder of images."),
    "width": Setting("capture.width", int, "--width", "Asked of a camera, in pixels."),
    "height": Setting("capture.height", int, "--height", "Asked of a camera, in pixels."),
    "calibration": Setting(
        "face_model.calibration", str, "--calibration", "A stored calibration, see `koekata calibrate`.", "Motion"
    ),
    "face_model": Setting(
        "face_model.model", str, "--face-model", "A name of `koekata models list`, or the path of a model.", "Motion"
    ),
    "preset": Setting(
        "smooth.preset", str, "--preset", "Smoothing against delay.", "Motion", "off|responsive|balanced|calm"
    ),
    "predict_ms": Setting("smooth.predict_ms", float, "--predict-ms", "Extrapolate to make up for delay.", "Motion"),
    "mic": Setting(
        "voice.source",
        str,
        "--mic",
        "A microphone to listen to: number, part of its name, or `default`.",
        "Voice",
        "MIC",
    ),
    "sound": Setting(
        "voice.source", str, "--sound", "`film` for the film's own sound, or a sound file.", "Voice", "FILE"
    ),
    "voice": Setting("voice.profile", str, "--voice", "A calibrated voice, see `koekata voice`.", "Voice", "NAME"),
    "voice_offset": Setting("voice.offset_ms", float, "--voice-offset-ms", "How late the sound is.", "Voice"),
    "mapping": Setting(
        "mapping.table", str, "--mapping", "A mapping table, or the name of one that comes along.", "Character", "TABLE"
    ),
    "triggers": Setting("mapping.triggers", int, "--triggers-port", "Take its triggers over OSC.", "Character", "PORT"),
    "triggers_host": Setting("mapping.triggers_host", str, "--triggers-host", "Address to take them at.", "Character"),
    "studio_host": Setting("studio.host", str, "--host", "Address to serve the page at.", "Page"),
    "studio_port": Setting("studio.port", int, "--port", "Its port; 0 takes a free one.", "Page"),
    "browser": Setting("studio.browser", bool, "--browser/--no-browser", "Open it in the browser.", "Page"),
    "character": Setting(
        "studio.character", str, "--character", "A .vrm or .glb, or one that comes along.", "Page", "FILE"
    ),
    "picture": Setting("studio.picture", bool, "--picture/--no-picture", "It may show the camera.", "Page"),
    **_output("zmq", "zmq", "ZeroMQ stream", on=True),
    "zmq_keys": Setting(
        "outputs.zmq.keys", str, "--zmq-keys", "Encrypt with these keys, see `koekata keys`.", "Outputs", "FOLDER"
    ),
    **_output("osc", "osc", "OSC", on=True),
    **_output("vmc", "vmc", "VMC protocol", on=False),
    **_output("llf", "live_link_face", "Live Link Face, for Unreal", on=False),
    **_output("ifm", "ifacialmocap", "iFacialMocap", on=False),
}


def with_config(*names: str) -> Callable[[Command], Command]:
    """Give a command the options of these settings, and `--config`; it receives `config`, validated."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def wrapper(**arguments: Any) -> None:
            given = {name: arguments.pop(name) for name in names}
            file = arguments.pop("config_file")
            command(**arguments, config=_configuration(file, given))

        _sign(wrapper, command, names)
        return wrapper

    return decorate


def _configuration(file: Path | None, given: Mapping[str, Any]) -> Any:
    from koekata.commands._configuration import configuration

    return configuration(file, {SETTINGS[name]: value for name, value in given.items() if value is not None})


def _sign(wrapper: Any, command: Command, names: tuple[str, ...]) -> None:
    """Let typer see the command's own parameters, those of the settings, and the file."""
    # Its type is loaded later than this, together with everything that is slow to load.
    command.__annotations__.pop("config")
    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "config"]
    added = [_parameter(name, SETTINGS[name].kind, SETTINGS[name].parameter()) for name in names]
    file = typer.Option(
        None,
        "--config",
        metavar="FILE",
        help="Configuration; `koekata.toml` in this folder where there is one.",
        show_default=False,
    )
    parameters = [*own, *added, _parameter("config_file", Path, file)]
    wrapper.__signature__ = inspect.Signature(parameters)
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}


def _parameter(name: str, kind: type, declared: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=declared, annotation=kind | None)
