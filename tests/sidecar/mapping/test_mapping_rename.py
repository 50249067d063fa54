"""An id is changed everywhere that it is named, and all else stays as it was written."""

from __future__ import annotations

import json

import pytest

from koekata.errors import MappingError
from koekata.mapping.build import build
from koekata.mapping.loader import merged_text
from koekata.mapping.rename import rename_entry

TEXT = """{ "version": 1,
  "inputs": [{"id": "anger"}],
  "signals": [ {"id": "smile",   "from": ["mouthSmileLeft", {"of": "mouthSmileRight", "weight": 0.5}]},
    {"id": "grin", "from": [{"of": "smile", "weight": 2}, "anger"], "note": "smile is a word here"}],
  "conditions": [
    {"id": "happy", "when": {"of": "smile"}, "suppress": ["mouth"], "set": {"Smile": 1, "Frown": 0}},
    {"id": "shout", "trigger": true}
  ],
  "targets": [{"id": "Smile", "region": "mouth"}, {"id": "Frown", "name": "Sad"},
     {"id": "MouthA", "kind": "expression"},
     {"id": "Tilt", "kind": "bone",
     "bone": "head", "property": "rotation", "axis": "z"}],
  "rows": [
    {"id": "smile", "from": "smile", "to": "Smile", "while": "happy", "unless": ["shout"], "region": "mouth"},
    {"id": "tilt", "from": "headRoll", "to": "Tilt"}
  ],
  "switches": [{"id": "lips", "choices": [{"id": "a", "from": "smile", "set": {"MouthA": 1}}]}],
  "groups": [{"id": "lips", "members": ["Smile", {"target": "Frown", "priority": 2}], "while": "happy"}],
  "regions": [{"id": "mouth", "hold_frames": 2}]
}
"""


def plain(text: str) -> dict:
    build(merged_text(text, "table.json", None))
    return json.loads(text)


@pytest.mark.parametrize(
    ("section", "entry", "quoted", "mentions"),
    [("signals", "smile", '"smile"', 5), ("conditions", "happy", '"happy"', 3), ("regions", "mouth", '"mouth"', 4),
     ("inputs", "anger", '"anger"', 2), ("conditions", "shout", '"shout"', 2), ("rows", "tilt", '"tilt"', 1)],
)  # fmt: skip
def test_every_mention_of_its_section_follows_and_nothing_else(
    section: str, entry: str, quoted: str, mentions: int
) -> None:
    renamed = rename_entry(TEXT, section, entry, "new name")
    assert renamed.count('"new name"') == mentions
    assert renamed.replace('"new name"', quoted) == TEXT
    plain(renamed)


def test_a_row_and_a_signal_of_one_id_are_told_apart() -> None:
    renamed = plain(rename_entry(TEXT, "rows", "smile", "lips"))
    assert renamed["rows"][0]["id"] == "lips"
    assert renamed["rows"][0]["from"] == "smile"
    assert renamed["signals"][0]["id"] == "smile"


def test_a_target_keeps_the_name_that_the_model_knows() -> None:
    renamed = plain(rename_entry(TEXT, "targets", "Smile", "joy"))
    assert renamed["targets"][0] == {"id": "joy", "region": "mouth", "name": "Smile"}
    assert renamed["rows"][0]["to"] == "joy"
    assert renamed["conditions"][0]["set"] == {"joy": 1, "Frown": 0}
    assert renamed["groups"][0]["members"][0] == "joy"


def test_a_target_of_a_switch_is_renamed_in_its_choices() -> None:
    renamed = plain(rename_entry(TEXT, "targets", "MouthA", "ah"))
    assert renamed["targets"][2] == {"id": "ah", "kind": "expression", "name": "MouthA"}
    assert renamed["switches"][0]["choices"][0]["set"] == {"ah": 1}


def test_a_target_with_a_name_and_a_bone_get_none() -> None:
    assert plain(rename_entry(TEXT, "targets", "Frown", "sad"))["targets"][1] == {"id": "sad", "name": "Sad"}
    assert "name" not in plain(rename_entry(TEXT, "targets", "Tilt", "lean"))["targets"][3]


def test_quotes_and_letters_of_every_script_are_written_as_json() -> None:
    renamed = rename_entry(TEXT, "conditions", "happy", 'にこ "り"')
    assert plain(renamed)["rows"][0]["while"] == 'にこ "り"'
    assert rename_entry(renamed, "conditions", 'にこ "り"', "happy") == TEXT


def test_a_name_in_a_set_that_is_written_with_escapes_is_found() -> None:
    text = TEXT.replace('"set": {"Smile": 1, "Frown": 0}},', '"set": {"Sm\\u0069le": 1, "Frown": 0}},', 1)
    assert plain(rename_entry(text, "targets", "Smile", "joy"))["conditions"][0]["set"] == {"joy": 1, "Frown": 0}


def test_an_id_that_is_taken_or_missing_is_told() -> None:
    with pytest.raises(ValueError, match="already"):
        rename_entry(TEXT, "signals", "smile", "grin")
    with pytest.raises(KeyError):
        rename_entry(TEXT, "signals", "laugh", "grin2")
    with pytest.raises(MappingError):
        rename_entry("{", "signals", "smile", "grin2")
