"""`koekata mapping explain`: the chain behind a value at a moment of a take."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from koekata.channels import ARKIT_NAMES
from koekata.cli import app

ROWS, FPS = 60, 30.0
TABLE: dict[str, Any] = {
    "version": 1,
    "signals": [{"id": "open", "from": ["jawOpen", {"of": "mouthClose", "weight": -1}]}],
    "conditions": [
        {"id": "loud", "when": "open", "on": 0.75, "off": 0.25, "fade": 0.5, "set": {"Brow": 1}},
        {"id": "angry", "when": "emotionAnger"},
    ],
    "regions": [{"id": "mouth", "attack": 0.1}, {"id": "drawn", "hold_frames": 3, "rate": 10}],
    "targets": [{"id": "Sheet", "kind": "sprite", "count": 3}, {"id": "Held", "region": "drawn"}],
    "rows": [
        {"id": "a", "from": "open", "to": "A", "gain": 2},
        {"id": "i", "from": "open", "to": "I", "region": "mouth"},
        {"id": "shout", "from": "open", "to": "Shout", "while": "angry"},
        {"id": "tongue", "from": "tongueOut", "to": "Tongue"},
        {"id": "held", "from": "jawOpen", "to": "Held"},
        {"id": "blink", "from": "eyeBlinkLeft", "to": "Blink", "dead_zone": 0.25},
        {"id": "turn", "from": "headYaw", "to": "Turn", "gain": 0.01},
    ],
    "switches": [{"id": "mouth", "choices": [{"id": "shut", "offset": 0.5, "set": {"Sheet": 0}},
                                             {"id": "wide", "from": "open", "set": {"Sheet": 2}}]}],
    "groups": [{"id": "vowels", "members": [{"target": "A", "priority": 1}, "I"]}],
}  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A table, and a take in which the jaw opens from 0 to 1 while the lids tremble."""
    weights = np.zeros((ROWS, 52))
    weights[:, ARKIT_NAMES.index("jawOpen")] = np.arange(ROWS) / (ROWS - 1)
    weights[:, ARKIT_NAMES.index("eyeBlinkLeft")] = 0.125
    confidence = np.ones((ROWS, 52))
    confidence[:, ARKIT_NAMES.index("tongueOut")] = 0.0
    codes = [f"01:00:{row // 30:02d}:{row % 30:02d}" for row in range(ROWS)]
    np.savez(
        tmp_path / "take.npz", names=np.array(ARKIT_NAMES), weights=weights, confidence=confidence, fps=np.array(FPS),
        time_s=100 + np.arange(ROWS) / FPS, timecode=np.array(codes), gaze=np.zeros((ROWS, 4)),
        yaw_pitch_roll=np.tile([25.0, 0.0, 0.0], (ROWS, 1)),
    )  # fmt: skip
    (tmp_path / "table.json").write_text(json.dumps(TABLE), "utf-8")
    return ["--table", str(tmp_path / "table.json"), "--frames", str(tmp_path / "take.npz")]


def _explain(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["mapping", "explain", *arguments])


def _told(files: list[str], target: str, at: str = "1.5") -> dict[str, Any]:
    result = _explain(target, *files, "--at", at, "--json")
    assert result.exit_code == 0, result.output
    told: dict[str, Any] = json.loads(result.output)
    return told


def test_the_take_is_played_from_its_start_so_that_fades_are_where_they_would_be(files: list[str]) -> None:
    # The jaw passes 0.75 in row 45; the fade of 0.5 s is 15 rows long.
    told = _told(files, "Brow", at="1.7")
    assert (told["row"], told["seconds"]) == (51, 1.7)
    assert told["final"] == pytest.approx(7 / 15)
    assert told["reasons"] == ["the pose of loud (override 1) is on by 47%"]


def test_seconds_and_timecode_lead_to_the_same_row(files: list[str]) -> None:
    assert _told(files, "A", "1.5")["row"] == _told(files, "A", "01:00:01:15")["row"] == 45


def test_a_moment_between_two_rows_is_that_of_the_earlier_one(files: list[str]) -> None:
    assert _told(files, "A", "0.99")["row"] == 29


@pytest.mark.parametrize("at", ["-1", "2.5", "00:59:00:00", "soon", "1:2", "nan"])
def test_a_moment_outside_of_the_take_is_refused(files: list[str], at: str) -> None:
    result = _explain("A", *files, "--at", at)
    assert result.exit_code == 1
    assert at in result.output


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("A", "is kept within its range"),
        ("I", "A 1.000 comes first"),
        ("Shout", "while angry (off; emotionAnger is absent)"),
        ("Tongue", "its confidence is 0"),
        ("Tongue", "left out of the frame"),
        ("Held", "held on threes of 10 a second"),
        ("Blink", "within the dead zone of 0.25"),
        ("Sheet", "switch mouth shows wide"),
    ],
)
def test_what_keeps_a_value_back_is_told(files: list[str], target: str, reason: str) -> None:
    assert reason in "\n".join(_told(files, target)["reasons"])


def test_the_tree_has_every_stage_with_its_value(files: list[str]) -> None:
    result = _explain("A", *files, "--at", "1.0")
    lines = [line.split() for line in result.output.splitlines()]
    for words in (["A", "1.000"], ["row", "a", "1.017"], ["open", "0.508"], ["jawOpen", "0.508"],
                  ["mouthClose", "0.000"], ["group", "vowels", "1.000"], ["final", "1.000"]):  # fmt: skip
        assert any(line[: len(words)] == words for line in lines), words


def test_head_and_gaze_of_a_take_are_inputs(files: list[str]) -> None:
    assert _told(files, "Turn")["final"] == pytest.approx(0.25)


def test_a_misspelt_target_is_answered_with_the_one_that_was_meant(files: list[str]) -> None:
    result = _explain("Tonge", *files, "--at", "1")
    assert result.exit_code == 2
    assert 'Did you mean "Tongue"?' in result.output


def test_all_targets_have_a_line_each(files: list[str]) -> None:
    lines = _explain("--all", *files, "--at", "1").output.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [
        "Sheet", "Held", "A", "I", "Shout", "Tongue", "Blink", "Turn", "Brow",
    ]  # fmt: skip


def test_a_target_or_all_is_needed(files: list[str]) -> None:
    assert _explain(*files, "--at", "1").exit_code == 2
