"""`koekata mapping resolve`, `diff`, `migrate`, and the warnings of `validate`, as an artist types them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from koekata.cli import app
from koekata.mapping import load_table

PRESETS = sorted((Path(__file__).parents[3] / "mappings" / "presets").rglob("*.json"))
BASE: dict[str, Any] = {
    "version": 1,
    "$schema": "../schema/table.json",
    "conditions": [{"id": "c", "trigger": True}],
    "rows": [
        {"id": "a", "from": "jawOpen", "to": "A", "gain": 1.25, "note": "open"},
        {"id": "i", "from": "mouthStretchLeft", "to": "I", "while": "c"},
        {"id": "u", "from": "mouthPucker", "to": "U"},
    ],
    "switches": [{"id": "s", "choices": [{"id": "x", "offset": 0.1, "set": {"Sheet": 0}}]}],
}
SHOT: dict[str, Any] = {
    "version": 1,
    "extends": "base.json",
    "rows": [{"id": "u", "remove": True}, {"id": "a", "gain": 1.5}, {"id": "o", "from": "mouthFunnel", "to": "O"}],
    "eyes": {"wink": {}},
    "switches": [{"id": "s", "choices": [{"id": "x", "offset": 0.2, "set": {"Sheet": 0}}]}],
}


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["mapping", *map(str, arguments)])


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    for name, table in (("base", BASE), ("shot", SHOT)):
        (tmp_path / f"{name}.json").write_text(json.dumps(table), "utf-8")
    return tmp_path / "base.json", tmp_path / "shot.json"


def test_a_resolved_table_stands_alone_and_means_the_same(tables: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "elsewhere" / "whole.json"
    assert _run("resolve", tables[1], "--out", out).exit_code == 0
    told = json.loads(out.read_text("utf-8"))
    assert "extends" not in told
    assert [row["id"] for row in told["rows"]] == ["a", "i", "o"]
    assert told["rows"][0] == {"id": "a", "from": "jawOpen", "to": "A", "gain": 1.5, "note": "open"}
    assert told["$schema"] == "../../schema/table.json"
    assert dataclasses.replace(load_table(out), files=()) == dataclasses.replace(load_table(tables[1]), files=())


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_presets_are_written_a_row_a_line_and_come_back_the_same(preset: Path, tmp_path: Path) -> None:
    out = tmp_path / "whole.json"
    assert _run("resolve", preset, "--out", out).exit_code == 0
    lines = out.read_text("utf-8").splitlines()
    rows = load_table(preset).rows
    assert sum(line.startswith('    {"id"') for line in lines) >= len(rows)
    assert dataclasses.replace(load_table(out), files=()) == dataclasses.replace(load_table(preset), files=())


def test_what_is_there_is_not_overwritten(tables: tuple[Path, Path]) -> None:
    before = tables[0].read_bytes()
    assert _run("resolve", tables[1], "--out", tables[0]).exit_code == 2
    assert tables[0].read_bytes() == before


def test_a_table_is_the_same_as_itself_and_as_its_resolved_form(tables: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "whole.json"
    _run("resolve", tables[1], "--out", out)
    result = _run("diff", tables[1], out)
    assert (result.exit_code, result.output) == (0, "")


def test_differences_are_told_by_entry_and_property(tables: tuple[Path, Path]) -> None:
    result = _run("diff", *tables)
    assert result.exit_code == 1
    for line in ("~ a: gain 1.25 -> 1.5", '+ o: from "mouthFunnel", to "O"', '- u: from "mouthPucker", to "U"',
                 "~ s: choices.x.offset 0.1 -> 0.2", "~ wink false -> {}"):  # fmt: skip
        assert f"  {line}\n" in result.output


def test_files_alone_differ_in_what_they_state(tables: tuple[Path, Path]) -> None:
    result = _run("diff", "--files", *tables)
    assert '"base.json"' in result.output
    assert "- i: " in result.output


def test_a_default_that_is_written_out_is_no_difference_and_an_order_is_one(tmp_path: Path) -> None:
    rows = [{"id": "a", "to": "x"}, {"id": "b", "to": "x"}, {"id": "c", "to": "x"}]
    for name, entries in (("one", rows), ("other", [rows[2], {**rows[0], "gain": 1, "while": []}, rows[1]])):
        (tmp_path / f"{name}.json").write_text(json.dumps({"version": 1, "rows": entries}))
    result = _run("diff", "--json", tmp_path / "one.json", tmp_path / "other.json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "same": False,
        "differences": [{"section": "rows", "id": "c", "how": "moved"}],
    }


def test_a_table_that_cannot_be_read_is_2(tables: tuple[Path, Path], tmp_path: Path) -> None:
    assert _run("diff", tables[0], tmp_path / "nowhere.json").exit_code == 2


def test_a_list_of_pairs_is_rewritten_on_a_copy(tmp_path: Path) -> None:
    quick, out = tmp_path / "quick.json", tmp_path / "table.json"
    quick.write_text('{"jawOpen": ["A", 0.8]}')
    assert _run("migrate", quick, "--out", out).exit_code == 0
    assert load_table(out).rows[0].formula.gain == 0.8
    assert quick.read_text() == '{"jawOpen": ["A", 0.8]}'


def test_in_place_keeps_the_old_file_beside_the_new_one(tmp_path: Path) -> None:
    quick = tmp_path / "quick.json"
    quick.write_text('{"jawOpen": "A"}')
    assert _run("migrate", quick, "--in-place").exit_code == 0
    assert load_table(quick).rows[0].to == "A"
    assert (tmp_path / "quick.json.old").read_text() == '{"jawOpen": "A"}'


def test_an_old_file_that_was_kept_is_not_overwritten(tmp_path: Path) -> None:
    quick, kept = tmp_path / "quick.json", tmp_path / "quick.json.old"
    quick.write_text('{"jawOpen": "A"}')
    kept.write_text("dear")
    assert _run("migrate", quick, "--in-place").exit_code == 2
    assert (quick.read_text(), kept.read_text()) == ('{"jawOpen": "A"}', "dear")


def test_a_table_of_today_comes_back_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    path.write_bytes(b'\xef\xbb\xbf{"version" : 1,\r\n\t"rows":[]}')
    result = CliRunner().invoke(app, ["mapping", "migrate", str(path)])
    assert result.stdout_bytes == path.read_bytes()
    assert _run("migrate", path, "--in-place").exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["table.json"]


def test_a_newer_table_is_refused_with_the_advice_to_update(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    path.write_text('{"version": 2}')
    result = _run("migrate", path)
    assert result.exit_code == 1
    assert "update" in result.output


def _warnings(folder: Path, **table: Any) -> list[str]:
    path = folder / "table.json"
    path.write_text(json.dumps({"version": 1, **table}), "utf-8")
    result = _run("validate", "--json", path)
    assert result.exit_code == 0
    return [fault["message"] for fault in json.loads(result.output)[str(path)]]


def test_an_undeclared_target_that_is_nearly_another_one_is_warned_of(tmp_path: Path) -> None:
    rows = [{"id": "a", "to": "Fcl_MTH_Fun"}, {"id": "b", "to": "Fcl_MTH_Fnu"}, {"id": "c", "to": "Blnk"}]
    told = _warnings(tmp_path, rows=rows, targets=[{"id": "Blink"}])
    assert [message.split('"')[1::2] for message in told] == [["Fcl_MTH_Fnu", "Fcl_MTH_Fun"], ["Blnk", "Blink"]]


@pytest.mark.parametrize(
    "names",
    [
        ("Blink_L", "Blink_R"),
        ("V_AA", "V_A"),
        ("brow1", "brow2"),
        ("あ", "い"),
        ("ウィンク", "ウィンク２"),
        ("lookL", "lookR"),
    ],
)
def test_names_that_differ_by_side_number_or_vowel_are_not_warned_of(names: tuple[str, str], tmp_path: Path) -> None:
    assert _warnings(tmp_path, rows=[{"id": name, "to": name} for name in names]) == []


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_no_preset_is_warned_of(preset: Path) -> None:
    result = _run("validate", "--json", preset)
    assert json.loads(result.output) == {str(preset): []}
