"""Edits of a table's text: what was asked changes, and every other character stays."""

from __future__ import annotations

import json

import pytest

from koekata.errors import MappingError
from koekata.mapping import edit, load_text
from koekata.mapping.contract import contract_folder

TEXT = """{
  "version": 1,
  "rows": [
    {"id": "a",  "from": "jawOpen", "to": "A", "gain": 1.50, "note": "as it is"},
    {"id": "b", "from": ["mouthSmileLeft", "mouthSmileRight"],
     "to": "B"},
    {
      "id": "c",
      "from": "cheekPuff",
      "to": "C"
    }
  ],
  "lost": {"hold": 0.50}
}
"""


def test_a_value_is_replaced_and_nothing_else():
    assert edit.change_entry(TEXT, "rows", "a", ("gain",), 2) == TEXT.replace("1.50", "2")


def test_a_new_property_stands_before_the_note_and_on_a_line_of_its_own_where_the_others_do():
    text = edit.change_entry(TEXT, "rows", "a", ("offset",), 0.25)
    assert '"gain": 1.50, "offset": 0.25, "note"' in text
    assert '"to": "C",\n      "gain": 2\n    }' in edit.change_entry(TEXT, "rows", "c", ("gain",), 2)


def test_a_property_that_is_taken_away_takes_its_comma_along():
    assert '"to": "A", "note"' in edit.change_entry(TEXT, "rows", "a", ("gain",), edit.ABSENT)
    assert '{"id": "b", "from": ["mouthSmileLeft", "mouthSmileRight"]}' in edit.change_entry(
        TEXT, "rows", "b", ("to",), edit.ABSENT
    )


def test_a_path_leads_into_lists():
    text = edit.change_entry(TEXT, "rows", "b", ("from", 1), {"of": "mouthSmileRight", "weight": 0.5})
    assert json.loads(text)["rows"][1]["from"] == ["mouthSmileLeft", {"of": "mouthSmileRight", "weight": 0.5}]


def test_entries_are_added_removed_and_moved_as_they_are_written():
    added = edit.add_entry(TEXT, "rows", {"id": "d", "from": "jawOpen", "to": "D"})
    assert edit.entry_ids(added, "rows") == ["a", "b", "c", "d"]
    assert edit.remove_entry(added, "rows", "d") == TEXT
    moved = edit.move_entry(TEXT, "rows", "c", 0)
    assert edit.entry_ids(moved, "rows") == ["c", "a", "b"]
    assert edit.move_entry(moved, "rows", "c", 2) == TEXT


def test_a_section_that_is_not_there_stands_where_the_specification_has_it():
    text = edit.add_entry(TEXT, "signals", {"id": "s", "from": "jawOpen"})
    assert list(json.loads(text)) == ["version", "signals", "rows", "lost"]
    assert text.replace('"signals": [\n    {"id": "s", "from": "jawOpen"}\n  ],\n  ', "") == TEXT


def test_rules_of_the_table_are_set_and_made():
    assert json.loads(edit.change_property(TEXT, ("lost", "ease"), 1))["lost"] == {"hold": 0.5, "ease": 1}
    assert json.loads(edit.change_property(TEXT, ("eyes", "wink"), {}))["eyes"] == {"wink": {}}
    assert edit.change_property(TEXT, ("name",), edit.ABSENT) == TEXT


def test_line_ends_of_windows_stay():
    text = TEXT.replace("\n", "\r\n")
    added = edit.add_entry(text, "rows", {"id": "d", "from": "jawOpen", "to": "D"})
    assert "\n" not in added.replace("\r\n", "")
    assert edit.remove_entry(added, "rows", "d") == text


@pytest.mark.parametrize("preset", ["vrm1", "vroid", "drawn-mouth"])
def test_setting_every_gain_of_a_preset_and_taking_it_back_gives_the_same_text(preset):
    path = contract_folder() / "presets" / f"{preset}.json"
    text = before = path.read_text("utf-8")
    ids = [row["id"] for row in json.loads(text).get("rows", []) if "gain" not in row]
    for name in ids:
        text = edit.change_entry(text, "rows", name, ("gain",), 1.25)
    gains = [row.formula.gain for row in load_text(text, path.name, path.parent).rows if row.id in ids]
    assert gains == [1.25] * len(ids)
    for name in ids:
        text = edit.change_entry(text, "rows", name, ("gain",), edit.ABSENT)
    assert text == before


def test_broken_text_is_refused_with_its_fault():
    with pytest.raises(MappingError) as caught:
        edit.change_entry('{"rows": [', "rows", "a", ("gain",), 1)
    assert caught.value.faults[0].code == "syntax"
