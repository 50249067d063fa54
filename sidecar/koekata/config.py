"""The configuration: one TOML file, validated, frozen, and passed in. `config show` prints it with every default."""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from koekata.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = [
    "CaptureConfig", "FaceModelConfig", "IFacialMocapConfig", "KoekataConfig", "LiveLinkFaceConfig", "MappingConfig",
    "OscConfig", "OutputsConfig", "SmoothConfig", "StudioConfig", "TrackConfig", "VmcConfig", "VoiceConfig",
    "ZmqConfig", "load_config", "parse_config",
]  # fmt: skip

Port = Annotated[int, Field(ge=0, le=65535, description="0 lets the system choose")]
Host = Annotated[str, Field(min_length=1)]


class _Section(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )


class CaptureConfig(_Section):
    """Where the pictures come from."""

    source: str = "0"
    """Camera index or name, path, folder or pattern of images, rtsp://, http://, `-` for a pipe, or `none`."""
    width: Annotated[int, Field(ge=0)] = 0
    """Asked of a camera; 0 leaves it to the camera."""
    height: Annotated[int, Field(ge=0)] = 0
    fps: Annotated[float, Field(ge=0)] = 0.0
    mirrored: bool = False
    """The source is a mirror image, as many webcam tools deliver it: it is turned back at once."""
    loop: bool = False
    """Start a file again at its end."""
    reconnect: bool = True
    """Try again, with growing pauses, when a camera or an address goes away."""


class TrackConfig(_Section):
    """How faces are found."""

    backend: Literal["auto", "face-mesh", "face-landmarker"] = "auto"
    """`auto` takes the face mesh bundled with mediapipe, or else the Face Landmarker file."""
    performers: Annotated[int, Field(ge=1, le=4)] = 1
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.5
    far_faces: bool = True
    """Look again with the full-range detector when no face is found."""


class FaceModelConfig(_Section):
    """Which face is fitted, and what is known of the performer."""

    model: Annotated[str, Field(min_length=1)] = "builtin"
    """Koekata's own; or a name of `koekata models list`, or the path of a FLAME file or an ICT-FaceKit folder."""
    basis: str = ""
    """ARKit shapes of your own for that model, a folder of meshes or an .npz; empty takes those of `builtin`."""
    solver: Literal["hybrid", "geometric"] = "hybrid"
    """`geometric` is the fit alone; `hybrid` refines it with a small network."""
    device: Literal["cpu", "cuda", "tensorrt"] = "cpu"
    """What the network runs on. It is so small that a graphics card gains nothing for one performer."""
    focal: Annotated[float, Field(ge=0)] = 0.0
    """Focal length as a share of the longer image side; 0 assumes a usual webcam."""
    calibration: str = ""
    """Name of a stored calibration; empty calibrates from the first seconds."""
    calibration_seconds: Annotated[float, Field(gt=0, le=60)] = 2.0


class SmoothConfig(_Section):
    """How jitter is traded for delay."""

    preset: Literal["off", "responsive", "balanced", "calm"] = "balanced"
    predict_ms: Annotated[float, Field(ge=0, le=100)] = 0.0
    """Extrapolates this far to make up for delay; overshoots on sudden stops."""


class VoiceConfig(_Section):
    """What is heard of the performer, and who has the say where picture and sound differ."""

    source: str = ""
    """`film` for the source's own sound track; a sound file; a microphone by index, name or `default`; empty: none."""
    profile: str = ""
    """A voice that was calibrated with `koekata voice calibrate`."""
    offset_ms: Annotated[float, Field(ge=-2000, le=2000)] = 0.0
    """By how much the sound is late against the picture."""
    look_ahead_ms: Literal[0, 30] = 30
    """How far the network hears ahead; 0 answers sooner and errs more."""
    device: Literal["cpu", "cuda", "tensorrt"] = "cpu"
    jaw: Literal["auto", "video", "voice"] = "auto"
    """Who moves the jaw; `auto` leaves it to whichever is surer."""
    lips: Literal["auto", "video", "voice"] = "auto"
    """Who rounds and spreads the lips."""
    closure: Literal["auto", "video", "voice"] = "auto"
    """Who shuts the mouth on p, b and m; `voice` does it without asking the picture."""


class MappingConfig(_Section):
    """Which character moves, and how its triggers are reached."""

    table: str = ""
    """Path of a mapping table, or the name of one that comes along, such as `vrm1`; empty sends channels alone."""
    triggers: Annotated[int, Field(ge=0, le=65535)] = 0
    """UDP port for triggers and own inputs over OSC, such as 9010; 0 is none."""
    triggers_host: Host = "127.0.0.1"
    """0.0.0.0 lets other machines fire them."""


class ZmqConfig(_Section):
    """ZeroMQ with msgpack, as `mappings/STREAM.md` describes it."""

    enabled: bool = True
    host: Host = "127.0.0.1"
    port: Port = 39600
    keys: str = ""
    """Folder of `koekata keys`: the stream is encrypted, for listeners that have its keys. Empty sends in the open."""


class OscConfig(_Section):
    """OSC: one address per channel, sent as a bundle or one by one."""

    enabled: bool = True
    host: Host = "127.0.0.1"
    port: Port = 39601
    prefix: Annotated[str, Field(pattern=r"^/[A-Za-z0-9/_-]*[A-Za-z0-9_-]$")] = "/koekata"
    bundle: bool = True


class VmcConfig(_Section):
    """The VMC protocol: blendshapes with Apply, head and eye bones."""

    enabled: bool = False
    host: Host = "127.0.0.1"
    port: Port = 39539
    names: Literal["perfect-sync", "arkit"] = "perfect-sync"
    vowels: bool = True


class LiveLinkFaceConfig(_Section):
    """Live Link Face datagrams, for Unreal's stock Apple ARKit source."""

    enabled: bool = False
    host: Host = "127.0.0.1"
    port: Port = 11111
    subject: Annotated[str, Field(min_length=1, max_length=64)] = "Koekata"


class IFacialMocapConfig(_Section):
    """iFacialMocap text datagrams."""

    enabled: bool = False
    host: Host = "127.0.0.1"
    port: Port = 49983
    version: Literal["v1", "v2"] = "v2"


class OutputsConfig(_Section):
    """Everything that the stream is sent to; any number at once."""

    zmq: ZmqConfig = ZmqConfig()
    osc: OscConfig = OscConfig()
    vmc: VmcConfig = VmcConfig()
    live_link_face: LiveLinkFaceConfig = LiveLinkFaceConfig()
    ifacialmocap: IFacialMocapConfig = IFacialMocapConfig()


class StudioConfig(_Section):
    """The page that `koekata studio` serves."""

    host: Host = "127.0.0.1"
    """Another address lets other machines open the page, if they have its token; what passes is not encrypted."""
    port: Port = 39610
    browser: bool = True
    """Open the page in the browser."""
    character: str = ""
    """A .vrm or .glb to begin with; empty takes the one that comes along."""
    picture: bool = True
    """Whether the page may show the camera's picture, when somebody asks it to; it stays on this machine."""


class KoekataConfig(_Section):
    """The whole configuration."""

    capture: CaptureConfig = CaptureConfig()
    track: TrackConfig = TrackConfig()
    face_model: FaceModelConfig = FaceModelConfig()
    smooth: SmoothConfig = SmoothConfig()
    voice: VoiceConfig = VoiceConfig()
    mapping: MappingConfig = MappingConfig()
    outputs: OutputsConfig = OutputsConfig()
    studio: StudioConfig = StudioConfig()


def load_config(path: Path) -> KoekataConfig:
    """Read and validate a TOML file. Raises ConfigError with file, line, and what to write instead."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ConfigError(
            f"{path}: there is no such file", remedy="Write one with `koekata config show > koekata.toml`."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    return parse_config(text, str(path))


def parse_config(text: str, where: str = "configuration") -> KoekataConfig:
    """Validate TOML text; `where` names it in errors. Raises ConfigError naming every fault, not only the first."""
    try:
        return KoekataConfig.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: not valid TOML: {error}") from error
    except ValidationError as error:
        faults = [_describe(fault["loc"], fault["type"], fault["msg"], text, where) for fault in error.errors()]
        raise ConfigError(
            "\n".join(faults), remedy="`koekata config show` lists every key with its default."
        ) from error


def _describe(location: tuple[int | str, ...], kind: str, message: str, text: str, where: str) -> str:
    line = _line_of([str(part) for part in location], text)
    place = f"{where}:{line}" if line else where
    key = ".".join(str(part) for part in location)
    if kind == "extra_forbidden":
        return f"{place}: unknown key '{key}'{_suggestion(location)}"
    return f"{place}: '{key}': {message[:1].lower()}{message[1:]}"


def _suggestion(location: tuple[int | str, ...]) -> str:
    known: Any = KoekataConfig()
    for part in location[:-1]:
        known = getattr(known, str(part))
    close = difflib.get_close_matches(str(location[-1]), list(type(known).model_fields), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _line_of(keys: list[str], text: str) -> int | None:
    """The line on which a key stands, as far as plain tables show it (inline tables give the line of their table)."""
    table, fallback = "", None
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\[\]]+)\]", line)
        if header:
            table = header.group(1).replace(" ", "")
        name = re.match(r"\s*([\w.-]+)\s*=", line)
        full = ".".join(part for part in (table, name.group(1) if name else "") if part)
        if full == ".".join(keys):
            return number
        if fallback is None and ".".join(keys).startswith(full + ".") and full:
            fallback = number
    return fallback
