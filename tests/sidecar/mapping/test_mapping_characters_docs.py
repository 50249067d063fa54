"""The tables in the artist's pages are right, and the same in both languages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from koekata.mapping import load_table

ROOT = Path(__file__).parents[3]
ENGLISH, JAPANESE = ROOT / "docs" / "mapping.md", ROOT / "docs" / "mapping.ja.md"
CODES = set(
    re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "mappings" / "SPEC.md").read_text("utf-8").split("## Errors")[1], re.M)
)


def _tables(page: Path) -> list[str]:
    return [dedent(block) for block in re.findall(r"^ *```json\n(.*?)^ *```$", page.read_text("utf-8"), re.M | re.S)]


@pytest.mark.parametrize("page", [ENGLISH, JAPANESE], ids=lambda page: page.name)
def test_every_table_on_the_page_loads_and_drives_something(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "mappings" / "presets", tmp_path / "presets")
    (tmp_path / "mine").mkdir()
    for text in _tables(page):
        path = tmp_path / "mine" / "mine.json"
        path.write_text(text, "utf-8")
        table = load_table(path)
        assert table.rows or table.switches


def _without_words(text: str) -> object:
    table = json.loads(text)
    table.pop("name", None)
    for entry in table.get("rows", []):
        entry.pop("note", None)
    return table


def test_both_languages_show_the_same_tables() -> None:
    english, japanese = ([_without_words(text) for text in _tables(page)] for page in (ENGLISH, JAPANESE))
    assert len(english) > 8
    assert english == japanese


def test_the_page_of_faults_names_every_fault() -> None:
    page = (ROOT / "docs" / "mapping-faults.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z-]+)`", page))
    assert CODES - told <= {"unreadable", "impossible"}
    assert len(CODES) > 20
