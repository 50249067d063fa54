"""The table on the desk: drafts, undo, saving, and a file that somebody else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from koekata.character import find_table
from koekata.errors import ConfigError
from koekata.mapping import MappingTable
from koekata.studio.desk import Desk, StaleError
from koekata.studio.drafts import Drafts

TEXT = """{
  "version": 1,
  "rows": [
    {"id": "jaw", "from": "jawOpen", "to": "A", "note": "wide"}
  ]
}
"""
GAIN = [{"op": "set", "section": "rows", "id": "jaw", "path": ["gain"], "value": 2}]


@pytest.fixture
def path(tmp_path) -> Path:
    file = tmp_path / "hero.json"
    file.write_text(TEXT)
    return file


@pytest.fixture
def put() -> list[MappingTable]:
    return []


@pytest.fixture
def desk(path, put, tmp_path) -> Desk:
    return Desk(path, Drafts(tmp_path / "drafts"), put.append)


def again(desk: Desk, tmp_path: Path) -> Desk:
    """As after a crash."""
    return Desk(desk.path, Drafts(tmp_path / "drafts"), lambda _: None)


def test_an_edit_drives_the_character_at_once_and_leaves_the_file(desk, path, put):
    desk.edit(GAIN)
    assert put[-1].rows[0].formula.gain == 2
    assert path.read_text() == TEXT
    assert desk.dirty


def test_save_writes_the_same_text_but_for_what_was_changed(desk, path):
    desk.edit(GAIN)
    desk.save()
    assert path.read_text() == TEXT.replace('"to": "A", ', '"to": "A", "gain": 2, ')
    assert not desk.dirty


def test_undo_and_redo_go_through_whole_edits(desk):
    desk.edit(GAIN)
    after = desk.view()["text"]
    desk.undo()
    assert desk.view()["text"] == TEXT
    desk.redo()
    assert desk.view()["text"] == after


def test_a_slider_that_is_drawn_is_one_step_back(desk):
    for value in (1.1, 1.2, 1.3):
        desk.edit([{**GAIN[0], "value": value}], "rows/jaw/gain")
    desk.undo()
    assert desk.view()["text"] == TEXT


def test_a_wrong_edit_is_told_in_its_place_and_the_last_good_table_stays(desk, put):
    before = len(put)
    desk.edit([{**GAIN[0], "path": ["from"], "value": "jawOpn"}])
    (fault,) = desk.view()["faults"]
    assert (fault["code"], fault["pointer"], fault["line"]) == ("unknown-name", "/rows/0/from", 4)
    assert "jawOpen" in fault["remedy"]
    assert len(put) == before
    assert desk.view()["sheet"]["sections"]["rows"][0]["properties"]["from"] == "jawOpn"


def test_text_that_is_no_json_is_told_with_line_and_column_and_kept(desk):
    desk.write(TEXT.replace('"jawOpen",', '"jawOpen"'))
    (fault,) = desk.view()["faults"]
    assert (fault["code"], fault["line"]) == ("syntax", 4)
    assert desk.view()["sheet"] is None


def test_a_crash_loses_no_edit(desk, tmp_path):
    desk.edit(GAIN)
    found = again(desk, tmp_path)
    assert found.view()["draft"] is not None
    assert found.view()["text"] == TEXT
    found.restore()
    assert '"gain": 2' in found.view()["text"]


def test_a_saved_table_leaves_no_draft(desk, tmp_path):
    desk.edit(GAIN)
    desk.save()
    assert again(desk, tmp_path).view()["draft"] is None


def test_a_file_that_changes_elsewhere_is_taken_over(desk, path, put):
    path.write_text(TEXT.replace('"A"', '"B"'))
    assert desk.look()
    assert put[-1].rows[0].to == "B"
    assert not desk.dirty


def test_a_file_that_changes_elsewhere_beside_unsaved_edits_is_told_and_not_overwritten(desk, path):
    desk.edit(GAIN)
    elsewhere = TEXT.replace("wide", "wider")
    path.write_text(elsewhere)
    assert desk.look()
    assert desk.view()["conflict"]
    with pytest.raises(StaleError, match="somebody else changed it"):
        desk.save()
    assert path.read_text() == elsewhere
    desk.save(force=True)
    assert '"gain": 2' in path.read_text()


def test_the_difference_to_the_file_is_shown_line_by_line(desk):
    desk.edit(GAIN)
    lines = desk.difference()["lines"]
    assert [line for line in lines if line.startswith("+ ")] == [
        '+    {"id": "jaw", "from": "jawOpen", "to": "A", "gain": 2, "note": "wide"}'
    ]


def test_a_table_that_comes_along_is_only_saved_under_another_name(tmp_path, put):
    desk = Desk(find_table("vrm1"), Drafts(tmp_path / "drafts"), put.append)
    with pytest.raises(ConfigError, match="came along"):
        desk.save()
    desk.save_as(tmp_path / "mine")
    assert desk.path == tmp_path / "mine.json"
    assert json.loads(desk.path.read_text("utf-8"))["rows"]
    desk.save()


@pytest.mark.usefixtures("path")
def test_an_inherited_entry_is_changed_by_stating_it_and_put_back_by_taking_that_away(tmp_path, put):
    child = tmp_path / "child.json"
    child.write_text('{"version": 1, "extends": "hero.json", "rows": []}')
    desk = Desk(child, Drafts(tmp_path / "drafts"), put.append)
    desk.edit(GAIN)
    assert json.loads(desk.view()["text"])["rows"] == [{"id": "jaw", "gain": 2}]
    assert put[-1].rows[0].formula.gain == 2
    (row,) = desk.view()["sheet"]["sections"]["rows"]
    assert (row["own"], row["inherited"]) == (["gain"], True)
    desk.edit([{"op": "set", "section": "rows", "id": "jaw", "path": ["gain"]}])
    assert json.loads(desk.view()["text"])["rows"] == []
    desk.edit([{"op": "remove", "section": "rows", "id": "jaw"}])
    assert json.loads(desk.view()["text"])["rows"] == [{"id": "jaw", "remove": True}]


@pytest.mark.usefixtures("path")
def test_a_table_saved_elsewhere_still_finds_what_it_extends(tmp_path, put):
    child = tmp_path / "child.json"
    child.write_text('{"version": 1, "extends": "hero.json"}')
    desk = Desk(child, Drafts(tmp_path / "drafts"), put.append)
    desk.save_as(tmp_path / "deeper" / "shot.json")
    assert json.loads(desk.path.read_text())["extends"] == "../hero.json"
    assert desk.checked.table is not None


def test_a_base_that_changes_is_taken_over(tmp_path, put, path):
    child = tmp_path / "child.json"
    child.write_text('{"version": 1, "extends": "hero.json"}')
    desk = Desk(child, Drafts(tmp_path / "drafts"), put.append)
    path.write_text(TEXT.replace('"A"', '"Base"'))
    assert desk.look()
    assert put[-1].rows[0].to == "Base"


def test_a_table_that_cannot_be_written_elsewhere_stays_on_the_desk_with_its_draft(desk, path, tmp_path):
    desk.edit(GAIN)
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        desk.save_as(tmp_path / "file" / "mine")
    assert desk.path == path
    assert desk.dirty
    assert again(desk, tmp_path).view()["draft"] is not None


def test_an_edit_takes_effect_where_no_draft_can_be_kept_and_that_is_told(path, put, tmp_path):
    (tmp_path / "drafts").write_text("a file where a folder should be")
    desk = Desk(path, Drafts(tmp_path / "drafts"), put.append)
    desk.edit(GAIN)
    assert len(put) == 2
    assert "drafts" in desk.view()["unkept"]
    desk.save()
    assert '"gain": 2' in path.read_text()
