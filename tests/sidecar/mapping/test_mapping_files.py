"""Tables as files: what is told about them, and what is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from koekata.errors import MappingError
from koekata.mapping import Fault, load_table, load_text

ROW = '{"id": "r", "from": "jawOpen", "to": "x"}'


def _faults(path: Path) -> tuple[Fault, ...]:
    with pytest.raises(MappingError) as caught:
        load_table(path)
    return caught.value.faults


def _write(folder: Path, content: bytes | str) -> Path:
    path = folder / "table.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert [fault.code for fault in _faults(tmp_path / "nowhere.json")] == ["unreadable"]


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    assert [fault.code for fault in _faults(tmp_path)] == ["unreadable"]


def test_a_file_of_more_than_a_mebibyte_is_too_large(tmp_path: Path) -> None:
    path = _write(tmp_path, b'{"version": 1}' + b" " * (1 << 20))
    assert [fault.code for fault in _faults(path)] == ["too-large"]


def test_text_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path, '{"version": 1, "name": "口"}'.encode("shift_jis"))
    assert [fault.code for fault in _faults(path)] == ["encoding"]


def test_a_byte_order_mark_and_windows_line_ends_are_taken(tmp_path: Path) -> None:
    path = _write(tmp_path, b"\xef\xbb\xbf" + f'{{"version": 1,\r\n"rows": [{ROW}]}}'.encode())
    assert load_table(path).rows[0].to == "x"


def test_lines_and_columns_count_characters(tmp_path: Path) -> None:
    path = _write(tmp_path, '{"version": 1,\n "rows": [{"id": "まばたき", "to": "まばたき", "gian": 1}]}')
    (fault,) = _faults(path)
    assert (fault.line, fault.column, fault.pointer) == (2, 40, "/rows/0/gian")


def test_a_misspelling_is_answered_with_the_word_that_was_meant() -> None:
    with pytest.raises(MappingError) as caught:
        load_text('{"version": 1, "rows": [{"id": "r", "from": "mouthSmielLeft", "to": "x", "dead_zon": 0.1}]}')
    remedies = " ".join(fault.remedy for fault in caught.value.faults)
    assert '"mouthSmileLeft"' in remedies
    assert '"dead_zone"' in remedies


def test_the_message_has_every_fault_with_place_and_remedy() -> None:
    with pytest.raises(MappingError) as caught:
        load_text('{"version": 1,\n"rows": [{"id": "r", "to": 1, "gain": "x"}]}', "mine.json")
    text = str(caught.value)
    assert "mine.json: 2 faults" in text
    assert "mine.json:2:22: wrong-type" in text
    assert "at /rows/0/gain" in text


def test_ids_in_any_script_keep_every_code_point() -> None:
    table = load_text('{"version": 1, "rows": [{"id": "r", "from": "jawOpen", "to": "ｳｨﾝｸ２右"}]}')
    assert table.targets[0].id == "ｳｨﾝｸ２右"


def test_a_chain_remembers_its_files(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_text(f'{{"version": 1, "rows": [{ROW}]}}')
    table = load_table(_write(tmp_path, '{"version": 1, "extends": "base.json"}'))
    assert [Path(file).name for file in table.files] == ["base.json", "table.json"]
