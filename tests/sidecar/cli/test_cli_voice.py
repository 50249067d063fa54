"""The voice on the command line: sound files, sound tracks, and a voice without a picture."""

from __future__ import annotations

import csv
import json
import wave
from pathlib import Path

import numpy as np
import pytest

from koekata.bench.audio import held_out


@pytest.fixture
def speech(tmp_path) -> Path:
    path = tmp_path / "speech.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.concatenate(held_out().samples[:2]) * 32767).astype(np.int16).tobytes())
    return path


def test_a_sound_file_is_solved_into_a_mouth_that_moves(koekata, speech, tmp_path):
    done = koekata("solve", str(speech), "--out", "voice.csv")
    assert done.returncode == 0, done.stderr
    assert "from the voice alone" in done.stdout
    rows = list(csv.DictReader((tmp_path / "voice.csv").read_text().splitlines()))
    assert max(float(row["JawOpen"]) for row in rows) > 0.15
    assert len(rows) == pytest.approx(60.0 * len(np.concatenate(held_out().samples[:2])) / 16_000, abs=8)


def test_a_film_with_another_sound_gets_the_channels_of_the_voice(koekata, short_clip, speech, tmp_path):
    done = koekata("solve", str(short_clip), "--voice", str(speech), "--out", "take.npz")
    assert done.returncode == 0, done.stderr
    with np.load(tmp_path / "take.npz") as take:
        names = [str(name) for name in take["names"]]
        assert take["weights"].shape == (30, 61)
    assert "visemeA" in names


def test_a_film_without_sound_says_what_to_do(koekata, short_clip):
    done = koekata("solve", str(short_clip), "--voice", "film", "--out", "take.csv")
    assert done.returncode == 1
    assert "there is no sound track in it" in done.stderr
    assert "name a microphone" in done.stderr


def test_a_voice_is_streamed_without_a_camera(koekata, speech):
    done = koekata(
        "run",
        "none",
        "--voice",
        str(speech),
        "--zmq-port",
        "0",
        "--osc-port",
        "0",
        "--no-osc",
        "--seconds",
        "2",
        "--json",
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["frames"] > 60
    assert "voice" in figures["stages_ms"]


def test_neither_picture_nor_sound_is_refused(koekata):
    done = koekata("run", "none")
    assert done.returncode == 2
    assert "--voice default" in done.stderr
