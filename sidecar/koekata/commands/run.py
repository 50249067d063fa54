"""`koekata run`: a source, live, to every output."""

from __future__ import annotations

from koekata.commands._guard import load_tracker
from koekata.commands._session import Display, announce, open_model, play, stored_calibration
from koekata.config import KoekataConfig
from koekata.live import open_session

__all__ = ["run"]


def run(config: KoekataConfig, display: Display) -> int:
    """Run until the source ends, the time is up, or Ctrl-C. Returns the exit code; raises what the stages raise."""
    model = open_model(config, display.console)
    profile = stored_calibration(config, model)
    load_tracker()
    with open_session(config, profile.neutral if profile else None, model=model) as session:
        announce(display.console, config, session, model, profile)
        return play(session, display)
