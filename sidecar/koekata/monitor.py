"""A live picture of the stream in a terminal: every channel as a meter, with its confidence."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType

from rich.console import Console, RenderableType
from rich.live import Live

from koekata.frames import SolvedFace
from koekata.meters import Meters
from koekata.receive import Listener, StreamStats
from koekata.receive.stats import StatsCounter
from koekata.stream import DEFAULT_ADDRESS

__all__ = ["LiveMonitor", "MonitorState", "render", "watch"]

_REFRESH_HZ = 15


@dataclass(frozen=True, slots=True, eq=False)
class MonitorState:
    """What the picture shows."""

    title: str
    """Where the frames come from."""
    face: SolvedFace | None = None
    stats: StreamStats = field(default_factory=StreamStats)
    source: str = ""
    """The state of the source, for people."""
    note: str = ""
    """What else the user should know now."""


def render(state: MonitorState) -> RenderableType:
    """The picture of a state: 23 lines, as wide as the terminal; made for 80 columns and more."""
    return Meters(state.title, state.face, state.stats, state.source, state.note)


class LiveMonitor:
    """Shows faces of this process, as `koekata demo` does. A context manager; call `show` for each face."""

    def __init__(self, title: str, console: Console | None = None) -> None:
        self._title = title
        self._stats = StatsCounter()
        self._display = _Display(console)
        self._last: SolvedFace | None = None

    @property
    def stats(self) -> StreamStats:
        """Rate, and delay from capture to here."""
        return self._stats.snapshot()

    def show(self, face: SolvedFace, source: str = "", note: str = "") -> None:
        """Take down a face, and draw it, with a note for the user, when the last picture is old enough."""
        if self._last is not None:
            self._stats.lost += max(0, face.time.sequence - self._last.time.sequence - 1)
        self._last = face
        self._stats.count_frame((time.monotonic_ns() - face.time.monotonic_ns) / 1e6)
        if self._display.due():
            self._display.draw(MonitorState(self._title, face, self._stats.snapshot(), source, note))

    def __enter__(self) -> LiveMonitor:
        self._display.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.stop()


def watch(
    address: str = DEFAULT_ADDRESS,
    seconds: float | None = None,
    *,
    performer: int | None = None,
    keys: str = "",
    console: Console | None = None,
    each: Callable[[SolvedFace, str], None] | None = None,
) -> StreamStats:
    """Show the stream of a sidecar until Ctrl-C, or for some seconds; returns the last figures.

    `keys` are those of the sidecar, where it encrypts. `each` is called with every face that arrives, and the face
    model that its stream tells.
    """
    end = None if seconds is None else time.monotonic() + seconds
    display = _Display(console)
    with Listener(address, performer, keys) as listener:
        display.start()
        try:
            face: SolvedFace | None = None
            while end is None or time.monotonic() < end:
                arrived = listener.receive(1 / _REFRESH_HZ)
                if arrived is not None and each is not None:
                    each(arrived, listener.face_model)
                face = arrived or face
                if display.due():
                    display.draw(MonitorState(listener.address, face, listener.stats, _source(listener)))
        except KeyboardInterrupt:
            pass
        finally:
            display.stop()
        return listener.stats


def _source(listener: Listener) -> str:
    if listener.status is None:
        return ""
    return f"{listener.status.state} {listener.status.detail}".strip()


class _Display:
    """The terminal, redrawn at a bounded rate."""

    def __init__(self, console: Console | None) -> None:
        self._live = Live(console=console or Console(), screen=True, auto_refresh=False)
        self._drawn = 0.0

    def start(self) -> None:
        self._live.start()

    def stop(self) -> None:
        self._live.stop()

    def due(self) -> bool:
        return time.monotonic() - self._drawn >= 1 / _REFRESH_HZ

    def draw(self, state: MonitorState) -> None:
        self._drawn = time.monotonic()
        self._live.update(render(state), refresh=True)
