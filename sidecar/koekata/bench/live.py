"""The whole live pipeline, from the capture's stamp to a listener in another process on the same machine."""

from __future__ import annotations

import multiprocessing
import time
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from koekata.bench._feeds import paced_source
from koekata.config import KoekataConfig, OscConfig, OutputsConfig, ZmqConfig
from koekata.live import LiveSession, open_session
from koekata.receive import Listener

__all__ = ["live_latency"]

_PATIENCE_S = 30.0
_WARM_UP_S = 3.0
"""Left out of the figures: the first calibration runs then, once in a session."""
_NS_PER_MS = 1e6


def live_latency(clip: Path, fps: float = 60.0, seconds: float = 10.0) -> dict[str, Any]:
    """Play a clip in a loop at `fps` as if it were a camera; return milliseconds at the listener.

    `at_listener_ms` holds p50, p90, p99 and max of the time from the capture's stamp to the decoded face, which
    contains decoding the film, tracking, fitting, solving, smoothing, encoding, ZeroMQ and the listener's wake-up.
    Three seconds of warming up are left out. Raises TimeoutError when the listening process does not answer.
    """
    outputs = OutputsConfig(zmq=ZmqConfig(port=0), osc=OscConfig(enabled=False))
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    with ExitStack() as stack:
        source = stack.enter_context(paced_source(clip, fps))
        session = stack.enter_context(open_session(KoekataConfig(outputs=outputs), source=source))
        stack.enter_context(here)
        listener = spawn.Process(target=_listen, args=(session.publisher.addresses["zmq"], there), daemon=True)
        listener.start()
        try:
            there.close()
            return _measure(session, here, seconds, fps)
        finally:
            listener.kill()
            listener.join()
            listener.close()


def _measure(session: LiveSession, listener: Connection, seconds: float, fps: float) -> dict[str, Any]:
    _wait(listener)
    summary = session.run(seconds + _WARM_UP_S)
    listener.send(None)
    arrived: list[tuple[float, float]] = _wait(listener)
    delays = [delay for at_s, delay in arrived if at_s >= _WARM_UP_S]
    if not delays:
        raise TimeoutError("no frame arrived")
    p50, p90, p99, longest = np.percentile(delays, (50, 90, 99, 100)).tolist()
    return {
        "at_listener_ms": {"p50": p50, "p90": p90, "p99": p99, "max": longest},
        "frames": len(delays),
        "asked_fps": fps,
        "fps": summary.fps,
        "dropped_at_source": summary.dropped,
        "lost_on_the_way": summary.frames - len(arrived),
        "tracked_share": summary.tracked / max(1, summary.frames),
        "stages_ms": session.pipeline.stopwatch.summary(),
    }


def _wait(pipe: Connection) -> Any:
    if not pipe.poll(_PATIENCE_S):
        raise TimeoutError("the listening process does not answer")
    return pipe.recv()


def _listen(address: str, pipe: Connection) -> None:
    """The other process: timeline and delay of every face."""
    arrived: list[tuple[float, float]] = []
    with Listener(address) as listener:
        while listener.status is None:
            listener.receive(0.01)
        pipe.send("listening")
        while (face := listener.receive(0.5)) is not None or not pipe.poll():
            if face is not None:
                delay_ms = (time.monotonic_ns() - face.time.monotonic_ns) / _NS_PER_MS
                arrived.append((face.time.timeline_s, delay_ms))
    pipe.send(arrived)
