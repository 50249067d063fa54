"""How far learning a voice has come: a bar on a terminal, else a line for each part."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

__all__ = ["Progress"]


class Progress:
    """A context manager; `told` takes what is going on and how far it is, in [0, 1]."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._title = ""
        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=1.0)

    def told(self, title: str, share: float) -> None:
        """Show it."""
        if title != self._title:
            self._title = title
            self._bar.reset(self._task, total=1.0, description=title)
            if not self._console.is_terminal:
                self._console.print(title)
        self._bar.update(self._task, completed=share)

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
