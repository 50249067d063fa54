"""Renaming and strict edits on the desk: one step back, and nothing wrong gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from koekata.errors import ConfigError, MappingError
from koekata.studio.desk import Desk
from koekata.studio.drafts import Drafts

TEXT = """{
  "version": 1,
  "signals": [{"id": "wide", "from": "jawOpen"}],
  "rows": [
    {"id": "jaw", "from": "wide", "to": "A", "note": "wide"}
  ]
}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    file = tmp_path / "hero.json"
    file.write_text(TEXT)
    return Desk(file, Drafts(tmp_path / "drafts"), lambda _: None)


def rename(desk: Desk, to: str, name: str = "wide") -> None:
    desk.edit([{"op": "rename", "section": "signals", "id": name, "to": to}], right=True)


def test_renaming_is_one_step_back(desk: Desk) -> None:
    rename(desk, "open")
    assert desk.view()["text"] == TEXT.replace('"id": "wide"', '"id": "open"').replace(
        '"from": "wide"', '"from": "open"'
    )
    assert not desk.checked.faults
    desk.undo()
    assert desk.view()["text"] == TEXT


def test_an_id_that_is_taken_is_refused_and_nothing_changes(desk: Desk) -> None:
    desk.edit([{"op": "add", "section": "signals", "entry": {"id": "open", "from": "jawOpen"}}])
    before = desk.view()["text"]
    with pytest.raises(ConfigError, match="already"):
        rename(desk, "open")
    assert desk.view()["text"] == before


@pytest.mark.usefixtures("desk")
def test_an_entry_of_an_extended_table_is_not_renamed_here(tmp_path: Path) -> None:
    child = tmp_path / "child.json"
    child.write_text('{"version": 1, "extends": "hero.json", "signals": [{"id": "wide", "gain": 2}]}')
    other = Desk(child, Drafts(tmp_path / "drafts"), lambda _: None)
    with pytest.raises(ConfigError, match="extends"):
        rename(other, "open")


def test_a_strict_edit_that_is_wrong_is_refused_with_its_faults(desk: Desk) -> None:
    keys = [[0, 0], [0, 1]]
    edit = {"op": "set", "section": "rows", "id": "jaw", "path": ["curve"], "value": keys}
    with pytest.raises(MappingError) as caught:
        desk.edit([edit], right=True)
    assert caught.value.faults[0].pointer.startswith("/rows/0/curve")
    assert desk.view()["text"] == TEXT
    assert not desk.view()["can_undo"]
    with pytest.raises(MappingError):
        rename(desk, "")


def test_a_strict_edit_may_mend_a_table_that_is_wrong_already(desk: Desk) -> None:
    desk.write(TEXT.replace('"jawOpen"', '"jawOpn"'))
    desk.edit([{"op": "set", "section": "rows", "id": "jaw", "path": ["gain"], "value": 2}], right=True)
    assert '"gain": 2' in desk.view()["text"]
