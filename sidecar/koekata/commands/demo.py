"""`koekata demo`: the camera if there is one, else the sample performance; nothing needs to be set up."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace

from rich.console import Console

from koekata.capture import list_cameras
from koekata.commands._configuration import with_values
from koekata.commands._guard import load_tracker
from koekata.commands._sample import sample_clip
from koekata.commands._session import Display, announce, open_model, play, stored_calibration
from koekata.config import CaptureConfig, KoekataConfig
from koekata.errors import CaptureError, PortInUseError
from koekata.face_model.open import OpenedModel
from koekata.fit.calibrate import Neutral
from koekata.live import LiveSession, open_session

__all__ = ["demo"]

_SECONDS_WITHOUT_TERMINAL = 15.0


def demo(config: KoekataConfig, source: str | None, display: Display) -> int:
    """Choose a source and a free port, run, and say what to do next. Returns the exit code."""
    source = source or _configured_source(config)
    console, model = display.console, open_model(config, display.console)
    profile = stored_calibration(config, model)
    if display.seconds is None and not console.is_terminal:
        console.print(f"There is no terminal: the demonstration ends after {_SECONDS_WITHOUT_TERMINAL:g} seconds.")
        display = replace(display, seconds=_SECONDS_WITHOUT_TERMINAL)
    load_tracker()
    with ExitStack() as stack:
        chosen = with_values(config, {"capture.source": source}) if source else _with_source(config, console)
        fitted = _Fitted(model, profile.neutral if profile else None)
        session = _open(stack, chosen, console, fitted, fall_back=not source)
        announce(console, chosen, session, model, profile)
        code = play(session, display)
        _what_next(console, session)
    return code


def _configured_source(config: KoekataConfig) -> str | None:
    """What the configuration says, unless that is nothing."""
    return None if config.capture.source == CaptureConfig().source else config.capture.source


def _with_source(config: KoekataConfig, console: Console) -> KoekataConfig:
    cameras = list_cameras()
    if cameras:
        console.print(f"Using the camera '{cameras[0].name}', the first one; `--source` chooses another.")
        return with_values(config, {"capture.source": str(cameras[0].index)})
    console.print("No camera is connected: playing the sample performance in a loop.")
    return _with_sample(config)


def _with_sample(config: KoekataConfig) -> KoekataConfig:
    return with_values(config, {"capture.source": str(sample_clip()), "capture.loop": True, "capture.mirrored": False})


@dataclass(frozen=True, slots=True)
class _Fitted:
    model: OpenedModel
    neutral: Neutral | None


def _open(
    stack: ExitStack, config: KoekataConfig, console: Console, fitted: _Fitted, *, fall_back: bool
) -> LiveSession:
    """A session on a free port, and on the sample where the camera does not deliver."""
    try:
        return stack.enter_context(open_session(config, fitted.neutral, model=fitted.model))
    except PortInUseError as error:
        if not config.outputs.zmq.port:
            # It was another one, and any is as good only for ZeroMQ.
            raise
        console.print(f"{error.message} Taking a free port instead.", style="yellow")
        free = with_values(config, {"outputs.zmq.port": 0})
        return _open(stack, free, console, fitted, fall_back=fall_back)
    except CaptureError as error:
        if not fall_back:
            raise
        console.print(f"{error.message}. Playing the sample performance in a loop instead.", style="yellow")
        return _open(stack, _with_sample(config), console, fitted, fall_back=False)


def _what_next(console: Console, session: LiveSession) -> None:
    address = session.publisher.addresses.get("zmq", "")
    console.print("\nNext: `koekata run` with your own camera or film, and in a second terminal")
    console.print(f"`koekata monitor {address}` to see what arrives. `koekata run --mapping vrm1 --vmc` moves a VRM")
    console.print("model in VSeeFace, Warudo and the like. `koekata --help` lists the commands;")
    console.print("mappings/STREAM.md describes the stream for whoever writes a listener.")
