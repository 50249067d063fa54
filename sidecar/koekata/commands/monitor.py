"""`koekata monitor`: what arrives from a running sidecar."""

from __future__ import annotations

import dataclasses
import json
import time
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from koekata.commands._guard import INTERRUPTED
from koekata.commands._names import refuse_existing
from koekata.commands._record import Recording
from koekata.frames import SolvedFace
from koekata.monitor import watch
from koekata.receive import Listener, StreamStats

__all__ = ["Watching", "monitor"]

_LOOK_EVERY_S = 0.2
_LINE_EVERY_S = 5.0


@dataclasses.dataclass(frozen=True, slots=True)
class Watching:
    """What is watched, for how long, and what becomes of it."""

    address: str
    seconds: float | None
    performer: int | None
    keys: str
    """Folder of the sidecar's keys; empty where it does not encrypt."""
    record: Path | None
    force: bool
    headless: bool
    as_json: bool


def monitor(watching: Watching, console: Console) -> int:
    """Watch until Ctrl-C or for some seconds. Returns the exit code: 1 where nothing arrived in that time."""
    with ExitStack() as stack:
        recording = None
        if watching.record is not None:
            refuse_existing(watching.record, force=watching.force)
            recording = stack.enter_context(Recording(watching.record))
        began = time.monotonic()
        stats = _watch(watching, recording, console)
        if recording is not None:
            recording.finish()
            console.print(recording.report())
    _tell(stats, watching, console)
    if watching.seconds is None or time.monotonic() - began < watching.seconds:
        return INTERRUPTED
    return int(not stats.frames)


def _watch(watching: Watching, recording: Recording | None, console: Console) -> StreamStats:
    each = recording.add if recording is not None else None
    if console.is_terminal and not (watching.headless or watching.as_json):
        return watch(
            watching.address, watching.seconds,
            performer=watching.performer, keys=watching.keys, console=console, each=each,
        )  # fmt: skip
    lines = _Lines(console)
    with Listener(watching.address, watching.performer, watching.keys) as listener:
        end = None if watching.seconds is None else time.monotonic() + watching.seconds
        try:
            while end is None or time.monotonic() < end:
                face = listener.receive(_LOOK_EVERY_S)
                if face is not None and each is not None:
                    each(face, listener.face_model)
                lines.show(listener, face)
        except KeyboardInterrupt:
            pass
        return listener.stats


class _Lines:
    """A status line every few seconds."""

    def __init__(self, console: Console) -> None:
        self._console, self._told_at = console, time.monotonic()
        self._face: SolvedFace | None = None

    def show(self, listener: Listener, face: SolvedFace | None) -> None:
        self._face = face or self._face
        now = time.monotonic()
        if now - self._told_at < _LINE_EVERY_S:
            return
        self._told_at = now
        stats = listener.stats
        state = listener.status.state if listener.status else "not heard of yet"
        found = "no face" if self._face is None or not self._face.tracked else f"face {self._face.confidence:.0%}"
        self._console.print(
            f"source {state}  {found}  {stats.rate_hz:.1f} per second  lost {stats.lost}{_delay(stats)}"
        )


def _tell(stats: StreamStats, watching: Watching, console: Console) -> None:
    if watching.as_json:
        text = json.dumps({"address": watching.address, **dataclasses.asdict(stats)})
        Console(markup=False, highlight=False, soft_wrap=True).print(text)
        return
    if not stats.frames:
        console.print(f"nothing arrived from {watching.address}. Is a sidecar running? Start one with `koekata demo`.")
        other = "Its keys may be others, or it may have none." if watching.keys else "If it encrypts, give `--keys`."
        console.print(other)
        return
    refused = f", refused {dict(stats.bad)}" if stats.bad else ""
    console.print(f"{stats.frames} frames, {stats.lost} lost{_delay(stats)}{refused}")


def _delay(stats: StreamStats) -> str:
    if stats.latency_p50_ms is None or stats.latency_p99_ms is None:
        return ""
    return f", delay p50 {stats.latency_p50_ms:.1f} ms, p99 {stats.latency_p99_ms:.1f} ms"
