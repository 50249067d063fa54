"""`koekata demo`: the camera if there is one, else the sample performance; nothing needs to be set up."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from rich.console import Console

from koekata.commands._choose import Fitted, configured_source, open_anyhow
from koekata.commands._guard import load_tracker
from koekata.commands._session import Display, announce, open_model, play, stored_calibration
from koekata.commands.studio import studio
from koekata.config import KoekataConfig
from koekata.live import LiveSession
from koekata.studio.page import is_built

__all__ = ["demo"]

_SECONDS_WITHOUT_TERMINAL = 15.0


def demo(config: KoekataConfig, source: str | None, display: Display, *, meters: bool = False) -> int:
    """Choose a source and a free port, run, and say what to do next. Returns the exit code.

    It is shown in the studio where somebody can look at it, and as `meters` in the terminal otherwise.
    """
    if display.meters and not meters and _has_page(display.console):
        return studio(config, display, source)
    source = source or configured_source(config)
    console, model = display.console, open_model(config, display.console)
    profile = stored_calibration(config, model)
    if display.seconds is None and not console.is_terminal:
        console.print(f"There is no terminal: the demonstration ends after {_SECONDS_WITHOUT_TERMINAL:g} seconds.")
        display = replace(display, seconds=_SECONDS_WITHOUT_TERMINAL)
    load_tracker()
    with ExitStack() as stack:
        chosen, session = open_anyhow(stack, config, source, console, Fitted(model, profile))
        announce(console, chosen, session, model, profile)
        code = play(session, display)
        _what_next(console, session)
    return code


def _has_page(console: Console) -> bool:
    """Whether the studio's page is there; says so where it is not."""
    if not is_built():
        console.print("The studio's page is not built, so meters are shown: `make page` builds it, with Node.js.")
    return is_built()


def _what_next(console: Console, session: LiveSession) -> None:
    address = session.publisher.addresses.get("zmq", "")
    console.print("\nNext: `koekata run` with your own camera or film, and in a second terminal")
    console.print(f"`koekata monitor {address}` to see what arrives. `koekata run --mapping vrm1 --vmc` moves a VRM")
    console.print("model in VSeeFace, Warudo and the like. `koekata --help` lists the commands;")
    console.print("mappings/STREAM.md describes the stream for whoever writes a listener.")
