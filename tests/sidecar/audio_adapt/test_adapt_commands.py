"""`koekata voice`: from a recording and its script to a stored voice."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console
from typer.testing import CliRunner

from koekata.audio.adapt.calibrate import Plan
from koekata.audio.adapt.learn import Study
from koekata.audio.adapt.notation import LANGUAGES
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.profile import load_voice
from koekata.audio.features import RATE
from koekata.cli import app
from koekata.commands.voice import Wishes, calibrate_voice

SYMBOLS = {
    "m": "M", "f": "F", "θ": "TH", "t": "T", "k": "K", "tʃ": "CH", "s": "S", "n": "N", "N": "N", "ɹ": "R",
    "a": "AA", "e": "EH", "i": "IY", "o": "AO", "u": "UW",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "calibrations"


@pytest.fixture
def recording(tmp_path: Path, takes: list[Take]) -> Path:
    """A sound file that plays slower: a lower voice from a larger head."""
    path = tmp_path / "read.wav"
    pause = np.zeros(RATE // 2, np.float32)
    sound = np.concatenate([part for take in takes for part in (take.samples, pause)])
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 31_000, 0, "NONE", ""))
        file.writeframes(np.repeat(np.round(sound * 32_000), 3).astype(np.int16).tobytes())
    return path


@pytest.fixture
def own_script(tmp_path: Path, takes: list[Take]) -> Path:
    path = tmp_path / "own.txt"
    lines = [", ".join(" ".join(SYMBOLS[p] for p in word) for word in take.sentences[0].words) for take in takes]
    path.write_text("\n".join(f"sentence | {line}" for line in lines), encoding="utf-8")
    return path


def test_a_voice_is_learnt_stored_listed_used_and_removed(home: Path, recording: Path, own_script: Path) -> None:
    shown = io.StringIO()
    plan = Plan(half=Study(steps=40), whole=Study(steps=8))
    wishes = Wishes("en", file=recording, script=own_script)
    assert calibrate_voice("mika", wishes, Console(file=shown, width=200), plan) == 0
    assert "100% of the words" in shown.getvalue()
    assert "koekata run --voice mika" in shown.getvalue()
    load_voice(home, "mika")
    listed = CliRunner().invoke(app, ["voice", "list"])
    assert "mika: made 2" in listed.output
    assert CliRunner().invoke(app, ["voice", "show", "mika"]).output == listed.output
    assert CliRunner().invoke(app, ["voice", "remove", "mika"]).exit_code == 0
    assert "No voice is stored" in CliRunner().invoke(app, ["voice", "list"]).output


def test_the_wrong_language_ends_in_one_clear_error_and_stores_nothing(home: Path, recording: Path) -> None:
    ended = CliRunner().invoke(app, ["voice", "calibrate", str(recording), "--name", "mika", "--language", "zh"])
    assert ended.exit_code == 1
    assert "does not fit the script" in ended.output
    assert "Check that language and script" in ended.output
    assert not home.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_is_printed_with_its_readings(language: str) -> None:
    lines = CliRunner().invoke(app, ["voice", "script", language]).output.splitlines()
    assert len(lines) >= 14
    assert all(" | " in line for line in lines)


def test_an_unknown_voice_is_named_with_what_to_do(home: Path) -> None:
    ended = CliRunner().invoke(app, ["voice", "show", "mika"])
    assert ended.exit_code == 2
    assert str(home) in ended.output.replace("\n", "")
    assert "koekata voice calibrate --name mika" in ended.output
