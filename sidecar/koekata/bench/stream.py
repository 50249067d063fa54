"""How long a frame travels from the capture's stamp to a listener in another process on the same machine."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.config import OscConfig, OutputsConfig, ZmqConfig
from koekata.frames import FrameTime, SolvedFace
from koekata.publish import Publisher, open_outputs
from koekata.receive import Listener

__all__ = ["publish_latency"]

_PATIENCE_S = 30.0
_NS_PER_MS = 1e6


def publish_latency(seconds: float = 5.0, fps: float = 60.0) -> dict[str, float]:
    """Publish for some seconds; return milliseconds at the listener (p50, p90, p99, max) with `frames` and `lost`.

    Each frame is stamped just before `send`, so the figure holds encoding, ZeroMQ, the loopback network, the wake-up
    of the listener, and decoding. Raises TimeoutError when the listening process does not answer.
    """
    config = OutputsConfig(zmq=ZmqConfig(port=0), osc=OscConfig(enabled=False))
    count = max(1, round(seconds * fps))
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    with open_outputs(config) as publisher, here:
        listener = spawn.Process(target=_listen, args=(publisher.addresses["zmq"], there), daemon=True)
        listener.start()
        there.close()
        try:
            latencies_ms = _measure(publisher, here, count, fps)
        finally:
            listener.kill()
            listener.join()
            listener.close()
    return _figures(latencies_ms, count)


def _measure(publisher: Publisher, listener: Connection, count: int, fps: float) -> list[float]:
    publisher.send(_face(0, 0.0))  # announces the layout
    _wait(listener)
    for sequence, moment in _paced(count, fps):
        publisher.send(_face(sequence + 1, moment))
    listener.send(count)
    latencies_ms: list[float] = _wait(listener)
    return latencies_ms


def _wait(pipe: Connection) -> list[float]:
    if not pipe.poll(_PATIENCE_S):
        raise TimeoutError("the listening process does not answer")
    answer: list[float] = pipe.recv()
    return answer


def _paced(count: int, fps: float) -> Iterator[tuple[int, float]]:
    start = time.monotonic()
    for sequence in range(count):
        due = sequence / fps
        time.sleep(max(0.0, start + due - time.monotonic()))
        yield sequence, due


def _face(sequence: int, timeline_s: float) -> SolvedFace:
    weights = np.random.default_rng(sequence).random(len(ARKIT_NAMES))
    return SolvedFace(
        performer=0,
        time=FrameTime(sequence, timeline_s, time.monotonic_ns(), time.time_ns()),
        tracked=True,
        confidence=1.0,
        weights=weights,
        channel_confidence=np.ones_like(weights),
        yaw_pitch_roll=np.zeros(3),
        translation=np.array([0.0, 0.0, -0.6]),
        gaze=np.zeros(4),
    )


def _listen(address: str, pipe: Connection) -> None:
    """The other process: says when it hears the sender, and hands over its delays when the sender has ended."""
    latencies_ms: list[float] = []
    with Listener(address) as listener:
        while not listener.producer:
            listener.receive(0.01)
        pipe.send([])
        while (face := listener.receive(0.5)) is not None or not pipe.poll():
            if face is not None and face.time.sequence > 0:
                latencies_ms.append((time.monotonic_ns() - face.time.monotonic_ns) / _NS_PER_MS)
    pipe.send(latencies_ms)


def _figures(latencies_ms: list[float], count: int) -> dict[str, float]:
    if not latencies_ms:
        raise TimeoutError("no frame arrived")
    p50, p90, p99, longest = np.percentile(latencies_ms, (50, 90, 99, 100)).tolist()
    frames = len(latencies_ms)
    return {"p50": p50, "p90": p90, "p99": p99, "max": longest, "frames": frames, "lost": count - frames}
