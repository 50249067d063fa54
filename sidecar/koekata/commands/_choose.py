"""A source that surely plays: the one that is wished, else a camera, else the sample performance."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from rich.console import Console

from koekata.capture import list_cameras
from koekata.commands._configuration import with_values
from koekata.commands._sample import sample_clip
from koekata.config import CaptureConfig, KoekataConfig
from koekata.errors import CaptureError, PortInUseError
from koekata.face_model.open import OpenedModel
from koekata.fit.profile import Profile
from koekata.live import LiveSession, open_session

__all__ = ["Fitted", "configured_source", "open_anyhow"]


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is fitted, and what is known of the performer."""

    model: OpenedModel
    profile: Profile | None


def configured_source(config: KoekataConfig) -> str | None:
    """What the configuration says, unless that is nothing."""
    return None if config.capture.source == CaptureConfig().source else config.capture.source


def open_anyhow(
    stack: ExitStack,
    config: KoekataConfig,
    source: str | None,
    console: Console,
    fitted: Fitted,
    *,
    watch_table: bool = True,
) -> tuple[KoekataConfig, LiveSession]:
    """A session on that source, or on whatever there is; and the configuration that it has."""
    chosen = with_values(config, {"capture.source": source}) if source else _with_source(config, console)
    return _open(stack, chosen, console, fitted, fall_back=not source, watch_table=watch_table)


def _with_source(config: KoekataConfig, console: Console) -> KoekataConfig:
    cameras = list_cameras()
    if cameras:
        console.print(f"Using the camera '{cameras[0].name}', the first one; `--source` chooses another.")
        return with_values(config, {"capture.source": str(cameras[0].index)})
    console.print("No camera is connected: playing the sample performance in a loop.")
    return _with_sample(config)


def _with_sample(config: KoekataConfig) -> KoekataConfig:
    return with_values(config, {"capture.source": str(sample_clip()), "capture.loop": True, "capture.mirrored": False})


def _open(
    stack: ExitStack, config: KoekataConfig, console: Console, fitted: Fitted, *, fall_back: bool, watch_table: bool
) -> tuple[KoekataConfig, LiveSession]:
    """A session on a free port, and on the sample where the camera does not deliver."""
    neutral = fitted.profile.neutral if fitted.profile else None
    try:
        opened = open_session(config, neutral, model=fitted.model, watch_table=watch_table)
        return config, stack.enter_context(opened)
    except PortInUseError as error:
        if not config.outputs.zmq.port:
            # It was another one, and any is as good only for ZeroMQ.
            raise
        console.print(f"{error.message} Taking a free port instead.", style="yellow")
        free = with_values(config, {"outputs.zmq.port": 0})
        return _open(stack, free, console, fitted, fall_back=fall_back, watch_table=watch_table)
    except CaptureError as error:
        if not fall_back:
            raise
        console.print(f"{error.message}. Playing the sample performance in a loop instead.", style="yellow")
        return _open(stack, _with_sample(config), console, fitted, fall_back=False, watch_table=watch_table)
