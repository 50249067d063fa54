"""Memory over a long session: a simulated live run whose clock advances faster than the wall's."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from koekata.bench._feeds import endless_source
from koekata.bench._listeners import listen_to_everything
from koekata.config import (
    IFacialMocapConfig,
    KoekataConfig,
    LiveLinkFaceConfig,
    OscConfig,
    OutputsConfig,
    VmcConfig,
    ZmqConfig,
)  # fmt: skip
from koekata.frames import SolvedFace, SourceEvent
from koekata.live import LiveSession, open_session

__all__ = ["soak"]

Progress = Callable[[float, float], None]
"""Called with the simulated minutes so far and the resident memory in MB."""

_FPS = 30.0
_SAMPLES = 200
_UDP_OUTPUTS = 4
_PATIENCE_S = 30.0
_MB = 1e6
_TOLD_EVERY_S = 10.0


def soak(minutes: float, clip: Path, progress: Progress | None = None) -> dict[str, Any]:
    """Run `minutes` of a looped clip at 30 pictures a second through the live pipeline, as fast as it goes.

    All five outputs are open; another process listens to each of them, and holds one more ZeroMQ listener that never
    reads. Resident memory is that of the sidecar alone, in MB: `at_10_percent`, `at_end`, `growth` between the two,
    `slope_per_hour` of simulated time by least squares after the first tenth, and the highest one seen. Ctrl-C ends the
    run early; the figures then carry `interrupted`. Raises TimeoutError when the listening process does not answer.
    """
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    listeners = spawn.Process(target=listen_to_everything, args=(_UDP_OUTPUTS, there), daemon=True)
    listeners.start()
    there.close()
    with ExitStack() as stack:
        stack.enter_context(here)
        stack.callback(_end, listeners)
        ports = _answer(here)
        source = stack.enter_context(endless_source(clip, _FPS, round(minutes * 60 * _FPS)))
        session = stack.enter_context(open_session(KoekataConfig(outputs=_outputs(ports)), source=source))
        here.send(session.publisher.addresses["zmq"])
        _answer(here)
        return _run(session, minutes, progress, here)


def _run(session: LiveSession, minutes: float, progress: Progress | None, listeners: Connection) -> dict[str, Any]:
    memory = _Memory(minutes, progress)
    interrupted = False
    began = time.monotonic()
    try:
        session.run(watch=memory)
    except KeyboardInterrupt:
        interrupted = True
    memory.sample()
    seconds = time.monotonic() - began
    listeners.send("count")
    return {
        "simulated_minutes": memory.minutes,
        "real_minutes": seconds / 60,
        "frames": session.summary.frames,
        "tracked_share": session.summary.tracked / max(1, session.summary.frames),
        "frames_per_second": session.summary.frames / max(1e-6, seconds),
        "memory_mb": memory.figures(),
        "sent": {name: counts.sent for name, counts in session.publisher.counts.items()},
        "refused": {name: counts.failed for name, counts in session.publisher.counts.items()},
        "heard": _answer(listeners),
        "interrupted": interrupted,
    }


class _Memory:
    """Samples resident memory evenly over simulated time."""

    def __init__(self, minutes: float, progress: Progress | None) -> None:
        self.minutes = 0.0
        self._every = minutes / _SAMPLES
        self._progress = progress
        self._process = psutil.Process()
        self._samples: list[tuple[float, float]] = []
        self._told_at = time.monotonic()

    def __call__(self, item: SolvedFace | SourceEvent) -> None:
        """A face of the session: its time says how far the run is."""
        if isinstance(item, SolvedFace):
            self.minutes = item.time.timeline_s / 60
            if not self._samples or self.minutes - self._samples[-1][0] >= self._every:
                self.sample()

    def sample(self) -> None:
        """Look at the memory now."""
        megabytes = self._process.memory_info().rss / _MB
        self._samples.append((self.minutes, megabytes))
        if self._progress is not None and time.monotonic() - self._told_at >= _TOLD_EVERY_S:
            self._told_at = time.monotonic()
            self._progress(self.minutes, megabytes)

    def figures(self) -> dict[str, float]:
        """What became of it."""
        minutes, megabytes = np.array(self._samples).T
        later = minutes >= 0.1 * minutes[-1]
        slope = float(np.polyfit(minutes[later], megabytes[later], 1)[0]) if later.sum() > 2 else 0.0
        first, last = float(megabytes[later][0]), float(megabytes[-1])
        return {
            "at_10_percent": first,
            "at_end": last,
            "growth": last - first,
            "slope_per_hour": 60 * slope,
            "highest": float(megabytes.max()),
        }


def _outputs(ports: list[int]) -> OutputsConfig:
    osc, vmc, llf, ifm = ports
    return OutputsConfig(
        zmq=ZmqConfig(port=0),
        osc=OscConfig(port=osc),
        vmc=VmcConfig(enabled=True, port=vmc),
        live_link_face=LiveLinkFaceConfig(enabled=True, port=llf),
        ifacialmocap=IFacialMocapConfig(enabled=True, port=ifm),
    )


def _answer(pipe: Connection) -> Any:
    if not pipe.poll(_PATIENCE_S):
        raise TimeoutError("the listening process does not answer")
    return pipe.recv()


def _end(listeners: multiprocessing.process.BaseProcess) -> None:
    with suppress(ValueError):
        listeners.kill()
        listeners.join()
        listeners.close()
