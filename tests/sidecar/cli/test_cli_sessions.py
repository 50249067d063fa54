"""run, demo, monitor: the live commands, as processes."""

from __future__ import annotations

import json
import signal
import socket
import sys
import time

import numpy as np
import pytest

from koekata.receive import Listener
from koekata.takes import read_take

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")


def wait_for(process, text: str) -> None:
    """Read what a process prints until a line holds the text."""
    for line in process.stdout:
        if text in line:
            return
    pytest.fail(f"it ended without saying '{text}'")


def test_demo_without_screen_plays_the_sample_and_sums_up(koekata, clip, free_port):
    done = koekata("demo", "--source", clip, "--headless", "--seconds", "2", "--zmq-port", free_port, "--json")
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["frames"] > 0
    assert figures["tracked"] > 0
    assert figures["fps"] > 0
    assert 0 < figures["delay_ms"]["p50"] <= figures["delay_ms"]["p99"]
    assert figures["outputs"]["zmq"] == {
        "address": f"tcp://127.0.0.1:{free_port}",
        "sent": figures["frames"],
        "failed": 0,
    }
    assert {"track", "fit", "solve", "smooth", "publish"} <= set(figures["stages_ms"])
    assert "balanced, which delays by (ms): eyes" in done.stderr
    assert "calibration" in done.stderr
    assert "koekata monitor" in done.stderr


def test_demo_takes_a_free_port_where_the_usual_one_is_taken_and_run_says_who_holds_it(koekata, clip):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = str(holder.getsockname()[1])
        demo = koekata("demo", "--source", clip, "--headless", "--seconds", "0.5", "--zmq-port", port)
        run = koekata("run", clip, "--headless", "--seconds", "0.5", "--zmq-port", port)
    assert demo.returncode == 0
    assert f"Port {port} is taken" in demo.stdout
    assert "outputs      zmq" in demo.stdout
    assert run.returncode == 1
    assert run.stderr.startswith(f"error: Port {port} is taken")
    assert "Traceback" not in run.stderr


@needs_signals
@pytest.mark.parametrize("kind", ["SIGINT", "SIGTERM"])
def test_interrupted_run_sums_up_and_leaves_at_once(start, clip, free_port, kind):
    process = start("run", clip, "--loop", "--headless", "--zmq-port", str(free_port))
    wait_for(process, "outputs")
    with Listener(f"tcp://127.0.0.1:{free_port}") as listener:
        assert listener.receive(20.0) is not None
    process.send_signal(getattr(signal, kind))
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "interrupted" in said
    assert "frames in" in said


@needs_signals
def test_interrupted_while_loading_shows_no_traceback(start, clip):
    process = start("run", clip, "--headless", "--zmq-port", "0")
    time.sleep(0.4)
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert process.returncode in (130, -signal.SIGTERM)
    assert "Traceback" not in said


def test_recorded_stream_is_what_was_sent(start, clip, free_port, tmp_path):
    address = f"tcp://127.0.0.1:{free_port}"
    seen: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    sender = start("run", clip, "--loop", "--headless", "--zmq-port", str(free_port))
    wait_for(sender, "outputs")
    recorder = start("monitor", address, "--seconds", "3", "--record", "take.npz", "--headless")
    with Listener(address) as listener:
        while recorder.poll() is None:
            face = listener.receive(0.1)
            if face is not None:
                seen[face.time.sequence] = (face.weights, face.gaze)
    assert recorder.returncode == 0, recorder.stdout.read()
    take = read_take(tmp_path / "take.npz")
    assert take.weights.shape == (len(take), 52)
    assert take.fps == pytest.approx(30.0, abs=0.01)
    assert len(take) > 10
    both = [row for row, number in enumerate(take.sequence) if int(number) in seen]
    assert len(both) > 10
    for row in both:
        weights, gaze = seen[int(take.sequence[row])]
        np.testing.assert_allclose(take.weights[row], weights, atol=1e-6)
        np.testing.assert_allclose(take.gaze[row], gaze, rtol=1e-6)


def test_solve_records_a_stream_until_the_source_ends(start, short_clip, free_port, tmp_path):
    sender = start("run", short_clip, "--loop", "--headless", "--zmq-port", str(free_port))
    wait_for(sender, "outputs")
    recorder = start("solve", "--from-stream", f"127.0.0.1:{free_port}", "--seconds", "1", "--out", "take.csv")
    said, _ = recorder.communicate(timeout=60)
    assert recorder.returncode == 0, said
    take = read_take(tmp_path / "take.csv")
    assert len(take) > 5
    assert take.face_model == "builtin"


def test_monitor_that_hears_nothing_says_how_to_start_a_sidecar(koekata, free_port):
    done = koekata("monitor", f"127.0.0.1:{free_port}", "--seconds", "0.5", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["frames"] == 0
