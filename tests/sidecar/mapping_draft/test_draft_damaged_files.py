"""Damaged and hostile files give one error that says what and where; never another exception, never a long wait."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from koekata.errors import ModelError
from koekata.mapping.draft import read_character

Maker = Callable[..., Path]


def test_a_pmx_cut_off_anywhere_before_its_morphs_end_is_an_error(make_pmx: Maker) -> None:
    path = make_pmx([("あ", "a", 3)])
    raw = path.read_bytes()
    for length in range(len(raw)):
        path.write_bytes(raw[:length])
        with pytest.raises(ModelError, match="byte") as caught:
            read_character(path)
        assert caught.value.remedy


def test_a_pmx_with_any_byte_changed_is_read_or_refused(make_pmx: Maker) -> None:
    path = make_pmx([("あ", "a", 3)])
    raw = path.read_bytes()
    for place in range(len(raw)):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0xFF]) + raw[place + 1 :])
        with suppress(ModelError):
            read_character(path)


@pytest.mark.parametrize("count", [2**31 - 1, -1])
def test_a_pmx_that_announces_too_many_vertices_says_where(make_pmx: Maker, count: int) -> None:
    path = make_pmx([], "utf-8")
    raw = path.read_bytes()
    start = raw.index(struct.pack("<i", 5) + bytes(48))
    path.write_bytes(raw[:start] + struct.pack("<i", count) + raw[start + 4 :])
    with pytest.raises(ModelError, match=f"vertices, byte {start + 4}: {count} entries are announced"):
        read_character(path)


def test_a_pmx_of_another_version_is_refused(make_pmx: Maker) -> None:
    with pytest.raises(ModelError, match="version 3 is not known"):
        read_character(make_pmx([], version=3.0))


def test_a_glb_cut_off_anywhere_in_its_json_is_an_error(make_glb: Maker) -> None:
    path = make_glb({"Face": ["a"]})
    raw = path.read_bytes()
    for length in range(1, len(raw)):
        path.write_bytes(raw[:length])
        with pytest.raises(ModelError):
            read_character(path)


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (4, 1, "version 1 of glTF is not known"),
        (8, 2**32 - 1, "4294967295 bytes are announced"),
        (12, 2**32 - 1, "a first chunk of 4294967295 bytes"),
        (16, 0, "cannot be the JSON"),
    ],
)
def test_a_glb_whose_header_lies_is_refused(make_glb: Maker, place: int, value: int, message: str) -> None:
    path = make_glb({"Face": ["a"]})
    raw = bytearray(path.read_bytes())
    struct.pack_into("<I", raw, place, value)
    path.write_bytes(raw)
    with pytest.raises(ModelError, match=message):
        read_character(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"meshes": [' * 60_000, "nested too deeply"),
        (b'{"asset": "\xff"}', "byte 11 is not UTF-8"),
        (b'{"meshes": [1,]}', "line 1, column"),
        (b"{" + b'"a": ' + b"9" * 5000 + b"}", "too many digits"),
        (b'{"meshes": [{"extras": {"targetNames": ["jawOpen\\ud800"]}}]}', "half a character"),
        (b"[]", "neither 'glTF' nor JSON"),
        (b"", "neither 'glTF' nor JSON"),
    ],
)
def test_json_that_is_none_says_where(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "model.gltf"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=message):
        read_character(path)


@pytest.mark.parametrize(
    "document",
    [
        {"meshes": 5},
        {"meshes": [{"primitives": {}}]},
        {"meshes": [{"extras": {"targetNames": "A"}}]},
        {"nodes": "x", "extensions": {"VRM": {"humanoid": {"humanBones": [{"bone": "head", "node": 0}]}}}},
        {"extensions": []},
        {"extensions": {"VRM": []}},
        {"extensions": {"VRM": {"blendShapeMaster": {"blendShapeGroups": {}}}}},
        {"extensions": {"VRM": {"blendShapeMaster": {"blendShapeGroups": [{"binds": [3]}]}}}},
        {"extensions": {"VRMC_vrm": {"expressions": {"preset": []}}}},
        {"extensions": {"VRMC_vrm": {"expressions": {"preset": {"aa": {"morphTargetBinds": 1}}}}}},
    ],
)
def test_json_of_another_form_is_refused(
    tmp_path: Path, encode_glb: Callable[[Any], bytes], document: dict[str, Any]
) -> None:
    path = tmp_path / "model.vrm"
    path.write_bytes(encode_glb(document))
    with pytest.raises(ModelError, match='JSON: "'):
        read_character(path)


@pytest.mark.parametrize("index", [-1, 99, 2**70, None, "0", 0.5])
def test_binds_that_point_nowhere_move_nothing(tmp_path: Path, encode_glb: Callable[[Any], bytes], index: Any) -> None:
    groups = [{"presetName": "joy", "binds": [{"mesh": index, "index": index}, {"mesh": 0, "index": index}]}]
    document = {
        "meshes": [{"extras": {"targetNames": ["a"]}}],
        "extensions": {"VRM": {"blendShapeMaster": {"blendShapeGroups": groups}}},
    }
    path = tmp_path / "model.vrm"
    path.write_bytes(encode_glb(document))
    assert read_character(path).expressions[0].moves == ()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("n.txt", b"blink\n\x83\x41\n", "line 2: byte 6 is not UTF-8"),
        ("n.txt", b"\n \n", "holds no names"),
        ("n.json", b'{"Face": [1]}', '"Face", entry 0: is no name'),
        ("n.json", b'"blink"', "is no list of names"),
        ("n.obj", b"v 0 0 0", "no model that is known by its suffix '.obj'"),
        ("n.pmd", b"Pmd", "PMD"),
    ],
)
def test_lists_that_are_none_say_where(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ModelError, match=message) as caught:
        read_character(path)
    assert caught.value.remedy


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_character(tmp_path / "no.vrm")


def test_the_error_of_a_glb_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "model.glb"
    path.write_bytes(json.dumps([1]).encode())
    with pytest.raises(ModelError, match=str(path)):
        read_character(path)


def test_a_model_with_more_shapes_than_any_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "n.txt"
    path.write_text("\n".join(map(str, range(20_001))), "utf-8")
    with pytest.raises(ModelError, match="has 20001 shapes, and 20000 are read at most"):
        read_character(path)
