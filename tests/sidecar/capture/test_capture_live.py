from __future__ import annotations

import _thread
import signal
import threading
import time

import numpy as np
import pytest
from PIL import Image

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.errors import SourceNotFoundError
from koekata.frames import CapturedFrame


def open_live(path, **config):
    return open_source(CaptureConfig(source=str(path), **config), live=True)


def test_a_slow_consumer_gets_the_newest_frame_and_every_drop_is_counted(encode, readout):
    items = []
    with open_live(encode("a.mp4", count=50, rate=100)) as source:
        for item in source:
            items.append(item)
            if isinstance(item, CapturedFrame):
                time.sleep(0.06)
    result = readout(items)
    sequences = [frame.time.sequence for frame in result.frames]
    dropped = sum(frame.dropped for frame in result.frames)
    assert dropped > 0
    assert len(result.frames) + dropped == sequences[-1] == 50
    assert [frame.dropped for frame in result.frames] == [gap - 1 for gap in np.diff([0, *sequences])]
    assert result.states == ["running", "ended"]


def test_a_live_file_is_paced_by_its_own_times(encode, readout):
    with open_live(encode("a.mp4", count=12, rate=30)) as source:
        result = readout(list(source))
    first = result.frames[0].time
    for frame in result.frames:
        # Never early; how late depends on the machine.
        assert (frame.time.monotonic_ns - first.monotonic_ns) / 1e9 >= frame.time.timeline_s - 1e-3


def test_a_loop_goes_on_along_one_time_line(encode):
    times, sequences = [], []
    with open_live(encode("a.mp4", count=5, rate=100), loop=True) as source:
        for item in source:
            assert item.state == "running" if not isinstance(item, CapturedFrame) else True
            if isinstance(item, CapturedFrame):
                times.append(item.time.timeline_s)
                sequences.append(item.time.sequence)
            if len(times) == 13:
                break
    assert times == pytest.approx([(number - 1) / 100 for number in sequences], abs=1e-6)


def test_images_are_paced_and_looped_like_a_file(tmp_path, picture_of):
    for number in range(3):
        Image.fromarray(picture_of(number)).save(tmp_path / f"{number}.png")
    sequences = []
    with open_live(tmp_path, loop=True, fps=50.0) as source:
        for item in source:
            if isinstance(item, CapturedFrame):
                sequences.append(item.time.sequence)
                assert item.time.timeline_s == pytest.approx((item.time.sequence - 1) / 50)
            if len(sequences) == 7:
                break
    assert sequences == sorted(set(sequences))


def test_a_loop_ends_when_the_file_is_taken_away(encode):
    path = encode("a.mp4", count=3, rate=100)
    with open_live(path, loop=True) as source:
        next(source)
        path.unlink()
        with pytest.raises(SourceNotFoundError, match="no such file"):
            list(source)


def test_close_wakes_a_consumer_that_waits_for_the_next_picture(encode):
    path = encode("slow.mkv", count=2, stamps=[0, 25 * 600])
    source = open_live(path)
    items = []
    consumer = threading.Thread(target=lambda: items.extend(source))
    consumer.start()
    while len(items) < 2:
        time.sleep(0.01)
    source.close()
    consumer.join(10)
    assert not consumer.is_alive()
    assert [type(item).__name__ for item in items] == ["SourceEvent", "CapturedFrame"]


def test_close_may_be_called_by_a_signal_handler(encode):
    path = encode("slow.mkv", count=2, stamps=[0, 25 * 600])
    with open_live(path) as source:
        previous = signal.signal(signal.SIGINT, lambda *_: source.close())
        try:
            items = [next(source), next(source)]
            threading.Timer(0.1, signal.raise_signal, [signal.SIGINT]).start()
            items.extend(source)
        finally:
            signal.signal(signal.SIGINT, previous)
    assert len(items) == 2
    assert "koekata-capture" not in {thread.name for thread in threading.enumerate()}


def test_ctrl_c_while_waiting_leaves_no_thread_behind(encode):
    path = encode("slow.mkv", count=2, stamps=[0, 25 * 600])
    source = open_live(path)
    next(source)
    next(source)
    threading.Timer(0.1, _thread.interrupt_main).start()
    with pytest.raises(KeyboardInterrupt):
        next(source)
    assert "koekata-capture" not in {thread.name for thread in threading.enumerate()}
    assert list(source) == []


def test_a_source_that_is_forgotten_stops_its_thread(encode):
    source = open_live(encode("slow.mkv", count=2, stamps=[0, 25 * 600]))
    next(source)
    thread = source._thread
    assert thread is not None
    del source
    thread.join(10)
    assert not thread.is_alive()


def test_clocks_are_those_of_the_machine(encode, readout):
    before = time.monotonic_ns(), time.time_ns()
    with open_live(encode("a.mp4", count=3, rate=100)) as source:
        result = readout(list(source))
    after = time.monotonic_ns(), time.time_ns()
    for frame in result.frames:
        assert before[0] <= frame.time.monotonic_ns <= after[0]
        assert before[1] <= frame.time.wall_ns <= after[1]
