"""How soon the plugin's transport hears a sender again that was killed and started anew.

python tests/contract/stream_recovery.py [--restarts 10]

Prints JSON: seconds from the moment at which the new sender's socket is bound to the first frame that
`build/cpp/koekata-listen` takes, median and worst. The sender is the sidecar's own publisher in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import zmq

BUILD = Path(__file__).resolve().parents[2] / "build" / "cpp"
SENDER = """
import sys, time
import numpy as np
from koekata.channels import ARKIT_NAMES
from koekata.config import ZmqConfig
from koekata.frames import FrameTime, SolvedFace
from koekata.publish.zmq_output import ZmqOutput
output = ZmqOutput(ZmqConfig(port=int(sys.argv[1])))
print(time.monotonic_ns(), flush=True)
for sequence in range(10 ** 9):
    moment = FrameTime(sequence, sequence / 60, time.monotonic_ns(), time.time_ns())
    still = np.full(len(ARKIT_NAMES), 0.5)
    output.send(SolvedFace(0, moment, True, 1.0, still, still, np.zeros(3), np.zeros(3), np.zeros(4)))
    time.sleep(1 / 60)
"""


def libzmq() -> Path:
    """The library that pyzmq brings."""
    return next((Path(zmq.__file__).parents[1] / "pyzmq.libs").glob("libzmq*"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def sender(port: int) -> Iterator[int]:
    """A publisher that is killed at the end, with the time (ns) at which it was bound."""
    process = subprocess.Popen([sys.executable, "-c", SENDER, str(port)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()


def first_frames(path: Path) -> list[int]:
    """When the first frame of each session came, in ns."""
    found: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line) if line.endswith("}") else {}
        if "session" in entry:
            found.setdefault(entry["session"], entry["arrived_ns"])
    return list(found.values())


def measure(restarts: int) -> list[float]:
    """Seconds for each restart, in their order."""
    port = free_port()
    bound: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        heard = Path(folder) / "heard.jsonl"
        command = [BUILD / "koekata-listen", "--library", libzmq(), "--endpoint", f"tcp://127.0.0.1:{port}"]
        with heard.open("w") as printed, subprocess.Popen([*command, "--seconds", "3600"], stdout=printed) as listening:
            for number in range(restarts + 1):
                with sender(port) as started:
                    bound.append(started)
                    while len(first_frames(heard)) <= number and listening.poll() is None:
                        time.sleep(0.05)
            listening.terminate()
        came = first_frames(heard)
    return [(first - start) * 1e-9 for start, first in zip(bound, came, strict=True)][1:]


def main() -> None:
    """As the head of this file says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--restarts", type=int, default=10)
    seconds = measure(parser.parse_args().restarts)
    told = {
        "restarts": len(seconds),
        "median_s": round(statistics.median(seconds), 3),
        "worst_s": round(max(seconds), 3),
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
