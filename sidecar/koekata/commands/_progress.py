"""How far a film is solved, or a download has come: bars on a terminal."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

__all__ = ["FrameProgress", "download_bar"]

_LINE_EVERY_S = 5.0


class FrameProgress:
    """A bar on a terminal, else a line every few seconds. A context manager; `advance` tells the frames so far."""

    def __init__(self, console: Console, title: str, total: int | None) -> None:
        self._console, self._title, self._total = console, title, total
        self._bar = _bar(console) if console.is_terminal else None
        self._task = self._bar.add_task(title, total=total, rate=0.0) if self._bar else None
        self._began = self._told_at = time.monotonic()

    def advance(self, frames: int) -> None:
        """Show that so many frames are done."""
        now = time.monotonic()
        rate = frames / max(1e-6, now - self._began)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=frames, rate=rate)
        elif now - self._told_at >= _LINE_EVERY_S:
            self._told_at = now
            of_all = f" of {self._total}" if self._total else ""
            self._console.print(f"{self._title}: {frames}{of_all} frames, {rate:.0f} per second")

    def __enter__(self) -> FrameProgress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def download_bar(console: Console) -> Progress:
    """Bytes and speed, on a terminal only."""
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f} per second"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
