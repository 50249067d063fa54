"""`koekata mapping validate`, as an artist types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koekata.cli import app

PRESETS = sorted((Path(__file__).parents[3] / "mappings" / "presets").glob("*.json"))


def _validate(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["mapping", "validate", *arguments])


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_a_right_table_is_told_with_what_it_holds(preset: Path) -> None:
    result = _validate(str(preset))
    assert result.exit_code == 0
    assert "right (" in result.output


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_a_bad_edit_of_a_preset_is_told_by_line(preset: Path, tmp_path: Path) -> None:
    text = (
        preset.read_text("utf-8")
        .replace('"from": "jawOpen"', '"from": "jawOpn"')
        .replace('"of": "round"', '"of": "rund"')
    )
    edited = tmp_path / "edited.json"
    edited.write_text(text, "utf-8")
    result = _validate(str(edited))
    wrong = next(number for number, line in enumerate(text.splitlines(), 1) if "jawOpn" in line or "rund" in line)
    assert result.exit_code == 1
    assert f"edited.json:{wrong}:" in result.output
    assert "Did you mean" in result.output


def test_every_file_is_looked_at_and_json_has_all_faults(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"version": 1, "rows": [{"id": "r", "too": 1}, {"id": "s", "from": "jaw", "to": "x"}]}')
    result = _validate("--json", str(bad), str(PRESETS[0]))
    told = json.loads(result.output)
    assert result.exit_code == 1
    assert [fault["code"] for fault in told[str(bad)]] == ["missing-property", "unknown-property", "unknown-name"]
    assert told[str(PRESETS[0])] == []
