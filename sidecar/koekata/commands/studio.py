"""`koekata studio`: a page on this machine, where the character moves and everything that is tuned is at hand."""

from __future__ import annotations

import threading
import webbrowser
from contextlib import ExitStack
from pathlib import Path

from koekata.capture.addresses import SourceKind, recognise
from koekata.character import presets
from koekata.commands._choose import Fitted, configured_source, open_anyhow
from koekata.commands._configuration import with_values
from koekata.commands._guard import INTERRUPTED, load_tracker
from koekata.commands._session import Display, StatusLines, announce, open_model, stored_adjustments, stored_calibration
from koekata.commands._summary import print_summary, summarise
from koekata.config import KoekataConfig
from koekata.frames import SolvedFace, SourceEvent
from koekata.live import LiveSession
from koekata.studio import Studio, open_studio, page_folder
from koekata.studio.models import find_models, table_of
from koekata.studio.playback import is_take, open_take_session

__all__ = ["first_table", "studio"]

_LOOK_S = 0.5


def studio(config: KoekataConfig, display: Display, source: str | None = None) -> int:
    """Serve the page until Ctrl-C, or for some seconds. Returns the exit code; raises what the stages raise."""
    page_folder()
    source = source or configured_source(config)
    config = _with_loop(with_values(config, {"mapping.table": config.mapping.table or first_table(config)}), source)
    model = open_model(config, display.console)
    profile = stored_calibration(config, model)
    with ExitStack() as stack:
        chosen, session = _open(stack, config, source, display, Fitted(model, profile))
        session.adjustments = stored_adjustments(config)
        page = stack.enter_context(open_studio(session, chosen, model.edition))
        announce(display.console, chosen, session, model, profile)
        _tell(page, display, chosen)
        return _play(session, page, display)


def _open(
    stack: ExitStack, config: KoekataConfig, source: str | None, display: Display, fitted: Fitted
) -> tuple[KoekataConfig, LiveSession]:
    if source is not None and is_take(source):
        return config, stack.enter_context(open_take_session(config, Path(source), fitted.model.face_model))
    load_tracker()
    return open_anyhow(stack, config, source, display.console, fitted, watch_table=False)


def first_table(config: KoekataConfig) -> str:
    """The table to begin with: that of the first character, or the first that comes along."""
    made = table_of(next(iter(find_models(config.studio.character)), ""))
    return str(made) if made is not None else next(iter(presets()))


def _with_loop(config: KoekataConfig, source: str | None) -> KoekataConfig:
    """A film begins again at its end: who tunes a character looks at it more than once."""
    film = source is not None and not is_take(source) and recognise(source).kind is SourceKind.FILE
    return with_values(config, {"capture.loop": True}) if film else config


def _tell(page: Studio, display: Display, config: KoekataConfig) -> None:
    display.console.print(f"\nstudio       {page.address}")
    opened = config.studio.browser and _open_browser(page.address)
    display.console.print(f"             {'open in the browser' if opened else 'open this address in a browser'}")
    display.console.print("             Ctrl-C ends it\n")


def _open_browser(address: str) -> bool:
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False


def _play(session: LiveSession, page: Studio, display: Display) -> int:
    lines = StatusLines(session, display.console)

    def watch(item: SolvedFace | SourceEvent) -> None:
        page.watch(item)
        if isinstance(item, SourceEvent):
            lines(item)

    code = 0
    try:
        session.run(display.seconds, watch)
        if display.seconds is None:
            _wait(session, display)
    except KeyboardInterrupt:
        session.summary.ending = "interrupted"
        code = INTERRUPTED
    print_summary(display.console, summarise(session))
    return code


def _wait(session: LiveSession, display: Display) -> None:
    """The source has ended; the table can still be edited."""
    display.console.print(f"{session.summary.ending or 'the source has ended'}; the page stays until Ctrl-C")
    waiting = threading.Event()
    while not waiting.wait(_LOOK_S):
        pass
