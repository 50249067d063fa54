"""`koekata run`: a source, live, to every output."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from koekata.commands._fit import open_fit
from koekata.commands._guard import load_tracker
from koekata.commands._session import Display, announce, open_model, play, stored_adjustments, stored_calibration
from koekata.config import KoekataConfig
from koekata.live import open_session

__all__ = ["run"]


def run(config: KoekataConfig, display: Display, save_fit: Path | None = None, *, force: bool = False) -> int:
    """Run until the source ends, the time is up, or Ctrl-C. Returns the exit code; raises what the stages raise.

    `save_fit` names a file for FLAME's parameters of the first performer.
    """
    model = open_model(config, display.console)
    profile = stored_calibration(config, model)
    load_tracker()
    with ExitStack() as stack:
        fit = open_fit(save_fit, model, force=force)
        if fit is not None:
            stack.enter_context(fit)
        session = stack.enter_context(open_session(config, profile.neutral if profile else None, model=model))
        session.fit = fit
        session.adjustments = stored_adjustments(config)
        announce(display.console, config, session, model, profile)
        code = play(session, display)
        if fit is not None:
            fit.finish()
            display.console.print(f"{fit.path}: FLAME parameters of {fit.rows} frames")
        return code
