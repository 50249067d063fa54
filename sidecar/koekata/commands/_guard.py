"""Where errors and interruptions become a line on standard error and an exit code."""

from __future__ import annotations

import importlib
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from koekata.errors import ConfigError, KoekataError

__all__ = [
    "INTERRUPTED",
    "Guarded",
    "end_by_signal",
    "load_tracker",
    "make_console",
    "report",
    "show_logging",
    "undisturbed",
]

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""
_FAULT, _WRONG_USAGE = 1, 2


class Guarded(TyperGroup):
    """A group of commands that shows no traceback for what Koekata raises on purpose."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was chosen."""
        try:
            return super().invoke(ctx)
        except KoekataError as error:
            report(error)
            raise typer.Exit(_WRONG_USAGE if isinstance(error, ConfigError) else _FAULT) from error
        except KeyboardInterrupt as error:
            make_console(stderr=True).print("interrupted")
            raise typer.Exit(INTERRUPTED) from error


def make_console(*, stderr: bool = False) -> Console:
    """A console for plain text: brackets are no markup, and lines are not broken where they are piped on."""
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=True)


def report(error: KoekataError) -> None:
    """Print an error and what to do about it."""
    console = make_console(stderr=True)
    console.print(f"error: {error.message}", style="red")
    if error.remedy:
        console.print(error.remedy)


def end_by_signal() -> None:
    """Let a request to terminate end the program as Ctrl-C does: sockets closed, files whole or absent."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def show_logging(*, verbose: bool) -> None:
    """Log warnings to standard error, or everything from this package."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    if verbose:
        logging.getLogger("koekata").setLevel(logging.DEBUG)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put a request to end off until the block is over, for loading code that would swallow it or fail of it."""
    came: list[int] = []
    asked = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        raise KeyboardInterrupt


def load_tracker() -> None:
    """Load the tracker's library, which takes a second or two. That it is missing is told when it is needed."""
    with undisturbed(), suppress(ImportError):
        importlib.import_module("mediapipe")
