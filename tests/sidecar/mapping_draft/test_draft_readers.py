"""What is read of a model is what stands in its file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from koekata.errors import ModelError
from koekata.mapping.draft import read_character

Maker = Callable[..., Path]


def test_a_glb_gives_each_morph_once_with_every_mesh_that_has_it(make_glb: Maker) -> None:
    model = read_character(make_glb({"Face": ["jawOpen", "まばたき"], "Teeth": ["jawOpen"]}))
    assert [(morph.name, morph.meshes) for morph in model.morphs] == [
        ("jawOpen", ("Face", "Teeth")),
        ("まばたき", ("Face",)),
    ]


def test_names_that_stand_in_a_primitive_are_found(make_glb: Maker) -> None:
    primitive = {"targets": [{}], "extras": {"targetNames": ["blink"]}}
    model = read_character(make_glb({}, {"meshes": [{"name": "Face", "primitives": [primitive]}]}))
    assert [morph.name for morph in model.morphs] == ["blink"]


def test_targets_without_names_are_told(make_glb: Maker) -> None:
    model = read_character(make_glb({}, {"meshes": [{"name": "Face", "primitives": [{"targets": [{}, {}]}]}]}))
    assert model.morphs == ()
    assert "'Face': 2 morph targets have no names" in model.notices[0]


def test_a_gltf_is_read_as_a_glb_is(tmp_path: Path) -> None:
    path = tmp_path / "model.gltf"
    path.write_text(json.dumps({"meshes": [{"extras": {"targetNames": ["A"]}}]}), "utf-8")
    assert [morph.name for morph in read_character(path).morphs] == ["A"]


def test_clips_of_vrm0_have_the_names_that_vmc_uses(make_vrm0: Maker) -> None:
    clips = [("blink_l", "whatever", ["shut"]), ("lookup", "x", []), ("unknown", "CatEars", ["ears"])]
    model = read_character(make_vrm0(["shut", "ears"], clips))
    assert model.form == "VRM 0.x"
    assert [(clip.name, clip.preset, clip.moves, clip.empty) for clip in model.expressions] == [
        ("Blink_L", True, ("shut",), False),
        ("LookUp", True, (), True),
        ("CatEars", False, ("ears",), False),
    ]
    assert model.gaze_by == "bone"


def test_overrides_of_vrm1_are_kept_but_those_of_their_own_category(make_vrm1: Maker) -> None:
    presets = {
        "happy": {"moves": ["a"], "isBinary": True, "overrideBlink": "block", "overrideMouth": "none"},
        "blink": {"moves": ["a"], "overrideBlink": "blend", "overrideLookAt": "blend"},
    }
    happy, blink = read_character(make_vrm1(["a"], presets)).expressions
    assert (happy.binary, happy.overrides) == (True, (("override_blink", "block"),))
    assert (blink.binary, blink.overrides) == (False, (("override_look_at", "blend"),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("index", [1, 2, 4])
@pytest.mark.parametrize("version", [2.0, 2.1])
def test_a_pmx_is_read_to_its_morphs_past_everything_else(
    make_pmx: Maker, encoding: str, index: int, version: float
) -> None:
    model = read_character(make_pmx([("ウィンク２右", "wink R", 2), ("あ", "a", 3)], encoding, index, version))
    assert [(morph.name, morph.alias, morph.panel) for morph in model.morphs[:2]] == [
        ("ウィンク２右", "wink R", "eye"),
        ("あ", "a", "mouth"),
    ]
    assert model.form == f"PMX {version}"
    assert model.bones == ("頭", "左目", "左足ＩＫ")
    assert model.materials == ("顔", "顔")


def test_pmx_morphs_that_converters_drop_are_told(make_pmx: Maker) -> None:
    assert "10 of its morphs are not plain vertex morphs" in read_character(make_pmx([("あ", "", 3)])).notices[0]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("n.txt", "blink\n\n  あ \r\n".encode(), [("blink", ()), ("あ", ())]),
        ("n.txt", "blink\nあ\n".encode("utf-16"), [("blink", ()), ("あ", ())]),
        ("n.json", b'["a", "b"]', [("a", ()), ("b", ())]),
        ("n.json", b'{"Face": ["a"], "Body": ["a", "b"]}', [("a", ("Face", "Body")), ("b", ("Body",))]),
    ],
)
def test_lists_of_names(tmp_path: Path, name: str, content: bytes, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert [(morph.name, morph.meshes) for morph in read_character(path).morphs] == expected


@pytest.mark.parametrize("content", [b"Kaydara FBX Binary  \0", b"anything"])
def test_an_fbx_is_refused_with_the_way_to_a_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.fbx"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="FBX is not read") as caught:
        read_character(path)
    assert "shape_keys" in caught.value.remedy
    assert "GetBlendShapeName" in caught.value.remedy
