"""Tracking beside other threads: nothing that MediaPipe does on its own threads may touch Python's objects."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("mediapipe.python.solutions.face_mesh", reason="this mediapipe carries no face mesh")

# Small pictures pass fast; another thread makes and drops arrays all the time, which is when a reference that is
# dropped without Python's lock does harm. Handing pictures over by reference crashes this in about fifteen seconds.
STRESS = """
import sys, threading, time
import numpy as np
from koekata.config import TrackConfig
from koekata.frames import CapturedFrame, FrameTime
from koekata.track import open_tracker

def churn():
    while True:
        [np.zeros(3).view() for _ in range(200)]

sys.setswitchinterval(5e-5)
for _ in range(2):
    threading.Thread(target=churn, daemon=True).start()
image = np.random.default_rng(0).integers(0, 255, (32, 32, 3), dtype=np.uint8)
with open_tracker(TrackConfig(backend="face-mesh"), live=True) as tracker:
    end, number = time.monotonic() + 20.0, 0
    while time.monotonic() < end:
        number += 1
        tracker.track(CapturedFrame(image.copy(), FrameTime(number, number * 0.5, number, number)))
print("pictures", number)
"""


@pytest.mark.slow
def test_tracking_beside_busy_threads_does_not_crash_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", STRESS], capture_output=True, text=True, timeout=120, check=False
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout.split()[-1]) > 20
