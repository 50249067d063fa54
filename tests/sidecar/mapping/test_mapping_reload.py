"""A table that is edited while it drives a character."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from koekata.errors import MappingError
from koekata.mapping import MappingFrame, TableFile

FADING = """{"version": 1, "conditions": [{"id": "c", "when": "emotionAnger", "fade": 0.4}],
 "rows": [{"id": "r", "from": "jawOpen", "to": "x", "gain": %s, "while": "c"}]}"""
ON = MappingFrame({"jawOpen": 1.0, "emotionAnger": 1.0})


def _write(path: Path, text: str, clock: int) -> None:
    """Write with a time of its own: edits in a test follow one another faster than some file systems tell."""
    path.write_text(text, "utf-8")
    os.utime(path, (clock, clock))


def test_an_edit_is_taken_over_and_keeps_a_fade_that_is_under_way(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    _write(path, FADING % 1, 1)
    live = TableFile(path)
    live.evaluator.step(ON, 0.1)
    _write(path, FADING % 0.5, 2)
    assert live.poll()
    assert live.evaluator.step(ON, 0.1).values == {"x": pytest.approx(0.25)}


def test_a_bad_edit_is_told_and_leaves_the_last_good_table(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    _write(path, FADING % 1, 1)
    live = TableFile(path)
    live.evaluator.step(ON, 0.1)
    _write(path, FADING % '"much"', 2)
    assert not live.poll()
    assert live.error is not None
    assert live.error.faults[0].pointer == "/rows/0/gain"
    assert live.evaluator.step(ON, 0.1).values == {"x": pytest.approx(0.5)}


def test_mending_the_file_clears_the_error(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    _write(path, FADING % 1, 1)
    live = TableFile(path)
    _write(path, "{", 2)
    live.poll()
    _write(path, FADING % 0.5, 3)
    assert live.poll()
    assert live.error is None


def test_without_an_edit_nothing_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    _write(path, FADING % 1, 1)
    assert not TableFile(path).poll()


def test_an_edit_of_the_extended_table_counts(tmp_path: Path) -> None:
    base, path = tmp_path / "base.json", tmp_path / "shot.json"
    _write(base, FADING % 1, 1)
    _write(path, '{"version": 1, "extends": "base.json"}', 1)
    live = TableFile(path)
    _write(base, FADING % 0.25, 2)
    assert live.poll()
    assert live.evaluator.table.rows[0].formula.gain == 0.25


def test_the_first_table_must_be_good(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    _write(path, "{}", 1)
    with pytest.raises(MappingError):
        TableFile(path)
