"""The live meters, drawn into a buffer."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest
from rich.cells import cell_len
from rich.console import Console

from koekata.channels import ARKIT_INDEX
from koekata.config import ZmqConfig
from koekata.frames import SolvedFace
from koekata.monitor import LiveMonitor, MonitorState, render, watch
from koekata.publish.zmq_output import ZmqOutput
from koekata.receive import StreamStats

MakeFace = Callable[..., SolvedFace]


def _drawn(state: MonitorState, width: int = 80, height: int = 24) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=height, legacy_windows=False)
    with console.capture() as capture:
        console.print(render(state))
    return capture.get().rstrip("\n").split("\n")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 40), (160, 50)])
def test_picture_fits_the_terminal(make_face: MakeFace, width: int, height: int) -> None:
    stats = StreamStats(frames=9, rate_hz=59.9, latency_p50_ms=1.0, latency_p99_ms=2.0, since_last_s=0.01)
    lines = _drawn(MonitorState("tcp://127.0.0.1:39600", make_face(), stats, "running"), width, height)
    assert len(lines) <= height
    assert max(cell_len(line) for line in lines) <= width


def test_note_is_shown_and_cut_to_the_terminal(make_face: MakeFace) -> None:
    lines = _drawn(MonitorState("here", make_face(), note="hero.json:2:11: " + "a long fault " * 20))
    assert lines[-1].startswith("hero.json:2:11: a long fault")
    assert len(lines) <= 24
    assert max(cell_len(line) for line in lines) <= 80


def test_every_channel_shows_its_weight(make_face: MakeFace) -> None:
    text = "\n".join(_drawn(MonitorState("here", make_face())))
    weights = make_face().weights
    for index, weight in enumerate(weights):
        if index != ARKIT_INDEX["tongueOut"]:
            assert f"{weight:.2f}" in text
    for region in ("gaze", "eyes", "brows", "cheeks", "jaw", "mouth"):
        assert f"{region} " in text


def test_channel_that_cannot_be_observed_says_so_instead_of_showing_zero(make_face: MakeFace) -> None:
    [line] = [line for line in _drawn(MonitorState("here", make_face())) if "tongueOut" in line]
    assert line[12:].startswith("not seen")


def test_higher_weight_draws_a_longer_bar_and_confidence_a_higher_block(make_face: MakeFace) -> None:
    weights, confidence = np.zeros(52), np.full(52, 0.05)
    weights[ARKIT_INDEX["cheekSquintLeft"]] = 1.0
    confidence[ARKIT_INDEX["cheekSquintLeft"]] = 1.0
    face = make_face(weights=weights, channel_confidence=confidence)
    [line] = [line for line in _drawn(MonitorState("here", face)) if line.startswith("cheekSquint")]
    left, _, right = line[12:39].partition(" R")
    assert "█████ 1.00█" in left
    assert right.strip() == "0.00▁"


def test_lost_face_and_standstill_are_told(make_face: MakeFace) -> None:
    stats = StreamStats(frames=5, since_last_s=3.0)
    text = "\n".join(_drawn(MonitorState("here", make_face(tracked=False), stats)))
    assert "no face" in text
    assert "stands still for 3.0 s" in text


def test_without_a_frame_the_picture_says_what_to_check() -> None:
    assert "No frame yet" in "\n".join(_drawn(MonitorState("here")))


def test_watch_shows_a_running_stream_and_returns_its_figures(make_face: MakeFace) -> None:
    output = ZmqOutput(ZmqConfig(port=0))
    stop = threading.Event()

    def send() -> None:
        sequence = 0
        while not stop.wait(0.01):
            output.send(make_face(sequence))
            sequence += 1

    thread = threading.Thread(target=send)
    thread.start()
    console = Console(file=io.StringIO(), width=100, height=40, force_terminal=True, legacy_windows=False)
    stats = watch(output.address, seconds=1.0, console=console)
    stop.set()
    thread.join()
    output.close()
    assert stats.frames > 0
    assert isinstance(console.file, io.StringIO)
    assert "mouth" in console.file.getvalue()


def test_faces_of_this_process_are_shown_without_a_socket(make_face: MakeFace) -> None:
    console = Console(file=io.StringIO(), width=80, height=24, force_terminal=True, legacy_windows=False)
    with LiveMonitor("demo", console) as monitor:
        for sequence in (0, 1, 4):
            monitor.show(make_face(sequence))
            time.sleep(0.01)
        assert (monitor.stats.frames, monitor.stats.lost) == (3, 2)
    assert isinstance(console.file, io.StringIO)
    assert "demo" in console.file.getvalue()
