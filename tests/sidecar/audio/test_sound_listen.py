"""Listening: what a picture is told about the sound around it."""

from __future__ import annotations

import logging
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from koekata.audio.listen import AFTER_S, BEFORE_S, FilmListener
from koekata.audio.network import load_network
from koekata.frames import FrameTime

RATE = 48_000


def at(timeline_s: float) -> FrameTime:
    return FrameTime(1, timeline_s, 0, 0)


def write(path: Path, sound: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(sound, -1.0, 1.0) * 32767).astype(np.int16).tobytes())
    return path


def buzz(seconds: float) -> np.ndarray:
    """(n,) a hum with the formants of a vowel: something that sounds like a voice."""
    times = np.arange(round(seconds * RATE)) / RATE
    harmonics = sum(np.sin(2 * np.pi * 120 * n * times) / (1 + ((n * 120 - 700) / 150) ** 2) for n in range(1, 30))
    return np.asarray(0.2 * harmonics / np.abs(harmonics).max())


def test_a_picture_is_told_the_sound_around_it(tmp_path: Path) -> None:
    quiet = np.zeros(RATE)
    path = write(tmp_path / "a.wav", np.concatenate([quiet, buzz(1.0), quiet]))
    with FilmListener(path, load_network()) as listener:
        windows = [listener.window(at(number / 30)) for number in range(90)]
    times = [[frame.time_s for frame in window.frames] for window in windows]
    for number, inside in enumerate(times):
        assert inside, number
        assert number / 30 - BEFORE_S - 1e-9 <= inside[0]
        assert inside[-1] <= number / 30 + AFTER_S + 1e-9
    loudness = np.array([window.nearest.loudness_db for window in windows if window.nearest])
    assert loudness[34:58].min() > -25.0
    assert loudness[:28].max() < -60.0
    assert loudness[64:].max() < -60.0


def test_sound_that_is_late_is_looked_up_later(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", np.concatenate([np.zeros(RATE), buzz(1.0)]))
    with FilmListener(path, load_network(), offset_s=0.2) as listener:
        nearest = [listener.window(at(number / 100)).nearest for number in range(150)]
    loud = [number for number, frame in enumerate(nearest) if frame and frame.loudness_db > -30.0]
    assert loud[0] / 100 == pytest.approx(0.8, abs=0.03)


def test_after_its_end_a_film_is_silent(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", buzz(0.5))
    with FilmListener(path, load_network()) as listener:
        assert listener.window(at(0.45)).frames
        assert listener.window(at(5.0)).frames == ()


def test_clipping_and_a_muted_track_are_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    muted, clipped = np.zeros(RATE * 8), np.clip(buzz(8.0) * 30.0, -1.0, 1.0)
    with caplog.at_level(logging.WARNING):
        for name, sound in (("muted", muted), ("clipped", clipped)):
            with FilmListener(write(tmp_path / f"{name}.wav", sound), load_network()) as listener:
                listener.window(at(7.9))
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 2
    assert "is it muted" in messages[0]
    assert "turn the input level down" in messages[1]


def test_a_film_is_read_no_further_than_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "hour.flac"
    with av.open(str(path), "w") as container:
        track = container.add_stream("flac", rate=16_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 16_000), np.int16), format="s16", layout="mono")
        frame.sample_rate = 16_000
        for second in range(600):
            frame.pts = second * 16_000
            container.mux(track.encode(frame))
        container.mux(track.encode())
    with FilmListener(path, load_network()) as listener:
        listener.window(at(1.0))
        newest = listener._track.newest_s
    assert newest is not None
    assert newest < 3.0
