"""`koekata mapping init`, from a model's file to a face that moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from koekata.channels import ARKIT_NAMES
from koekata.cli import app
from koekata.mapping import load_table

Maker = Callable[..., Path]
Shown = Callable[..., dict[str, float]]
MMD = [
    *((name, "", 1) for name in ("困る", "怒り", "真面目")),
    *((name, "", 2) for name in ("まばたき", "ウィンク２", "ウィンク２右", "笑い")),
    *((name, "", 3) for name in "あいうえお"),
    ("ネクタイ消し", "", 4),
]
VROID = """
    Fcl_ALL_Joy Fcl_BRW_Angry Fcl_BRW_Sorrow Fcl_BRW_Surprised Fcl_EYE_Close_L Fcl_EYE_Close_R Fcl_EYE_Joy_L
    Fcl_EYE_Joy_R Fcl_EYE_Spread Fcl_MTH_A Fcl_MTH_I Fcl_MTH_U Fcl_MTH_E Fcl_MTH_O Fcl_HA_Fung1
""".split()
VRM1 = {
    "happy": {"moves": ["f"], "overrideBlink": "block"},
    "sad": {"moves": ["f"]},
    **{vowel: {"moves": ["m"]} for vowel in ("aa", "ih", "ou", "ee", "oh")},
    "blinkLeft": {"moves": ["l"]},
    "blinkRight": {"moves": ["r"]},
    "lookUp": {},
}


def init(model: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["mapping", "init", str(model), "--out", str(out), *options])


def told(model: Path, out: Path, *options: str) -> dict[str, Any]:
    result = init(model, out, "--report", "json", *options)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


@pytest.fixture(params=["arkit", "cc", "mmd", "vrm0", "vrm1", "vroid", "list"])
def model_with_lids(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    """A model of each kind, with the names of its left and its right lid."""
    make = request.getfixturevalue
    if request.param == "arkit":
        return make("make_glb")({"Face": list(ARKIT_NAMES)}), "eyeBlinkLeft", "eyeBlinkRight"
    if request.param == "cc":
        return (
            make("make_glb")({"CC_Base_Body": ["Eye_Blink_L", "Eye_Blink_R", "Jaw_Open"]}),
            "Eye_Blink_L",
            "Eye_Blink_R",
        )
    if request.param == "mmd":
        return make("make_pmx")(MMD), "ウィンク２", "ウィンク２右"
    if request.param == "vrm0":
        clips = [("blink_l", "L", ["l"]), ("blink_r", "R", ["r"]), ("a", "A", ["m"]), ("joy", "Joy", ["m"])]
        return make("make_vrm0")(["l", "r", "m"], clips), "Blink_L", "Blink_R"
    if request.param == "vrm1":
        return make("make_vrm1")(["l", "r", "m", "f"], VRM1), "blinkLeft", "blinkRight"
    if request.param == "vroid":
        return make("make_glb")({"Face": VROID}), "Fcl_EYE_Close_L", "Fcl_EYE_Close_R"
    path = tmp_path / "names.txt"
    path.write_text("目閉じ左\n目閉じ右\n口開け\n", "utf-8")
    return path, "目閉じ左", "目閉じ右"


def test_the_left_lid_of_the_performer_shuts_the_left_eye_of_the_model(
    model_with_lids: tuple[Path, str, str], tmp_path: Path, shown: Shown
) -> None:
    model, left, right = model_with_lids
    told(model, tmp_path / "table.json")
    values = shown(tmp_path / "table.json", eyeBlinkLeft=1.0)
    assert values[left] > 0.95
    assert values[right] < 0.05


def test_a_draft_is_found_right_by_validate(model_with_lids: tuple[Path, str, str], tmp_path: Path) -> None:
    told(model_with_lids[0], tmp_path / "table.json")
    result = CliRunner().invoke(app, ["mapping", "validate", str(tmp_path / "table.json")])
    assert (result.exit_code, "right (" in result.output) == (0, True)


def test_a_face_at_rest_leaves_the_model_at_rest(
    model_with_lids: tuple[Path, str, str], tmp_path: Path, shown: Shown
) -> None:
    told(model_with_lids[0], tmp_path / "table.json")
    assert {name: value for name, value in shown(tmp_path / "table.json").items() if abs(value) > 0.02} == {}


def test_targets_name_the_mesh_where_only_one_has_the_morph(make_glb: Maker, tmp_path: Path) -> None:
    told(make_glb({"Face": ["jawOpen", "eyeBlinkLeft"], "Teeth": ["jawOpen"]}), tmp_path / "t.json")
    addresses = {target.id: dict(target.address) for target in load_table(tmp_path / "t.json").targets}
    assert addresses["eyeBlinkLeft"]["mesh"] == "Face"
    assert addresses["jawOpen"].get("mesh") is None


def test_vowels_together_are_at_most_one(make_pmx: Maker, tmp_path: Path, shown: Shown) -> None:
    told(make_pmx(MMD), tmp_path / "t.json")
    voice = {"visemeA": 0.8, "visemeI": 0.7, "visemeU": 0.6, "visemeE": 0.9, "visemeO": 0.5, "voiceActivity": 1.0}
    values = shown(
        tmp_path / "t.json", jawOpen=1.0, mouthFunnel=0.7, mouthStretchLeft=1.0, mouthStretchRight=1.0, **voice
    )
    assert 0.5 < sum(values[vowel] for vowel in "あいうえお") <= 1.0 + 1e-9


def test_a_smiling_eye_and_a_blink_do_not_add_up(make_pmx: Maker, tmp_path: Path, shown: Shown) -> None:
    told(make_pmx(MMD), tmp_path / "t.json")
    smile = dict.fromkeys(("mouthSmileLeft", "mouthSmileRight", "cheekSquintLeft", "cheekSquintRight"), 1.0)
    values = shown(tmp_path / "t.json", eyeBlinkLeft=1.0, eyeBlinkRight=1.0, **smile)
    assert 0.9 < values["笑い"] + values["まばたき"] <= 1.0 + 1e-9


@pytest.mark.parametrize("winks", [("ウィンク", "ウィンク右"), ("ウィンク２", "ウィンク２右")])
@pytest.mark.parametrize("smile", [0.0, 1.0])
def test_a_model_with_one_kind_of_wink_winks_with_a_smile_and_without(
    make_pmx: Maker, tmp_path: Path, shown: Shown, winks: tuple[str, str], smile: float
) -> None:
    told(make_pmx([(name, "", 2) for name in (*winks, "まばたき", "じと目", "びっくり")]), tmp_path / "t.json")
    values = shown(tmp_path / "t.json", eyeBlinkLeft=1.0, mouthSmileLeft=smile, mouthSmileRight=smile)
    assert values[winks[0]] > 0.95
    assert values[winks[1]] < 0.05


def test_an_expression_keeps_the_overrides_of_the_model(make_vrm1: Maker, tmp_path: Path) -> None:
    told(make_vrm1(["l", "r", "m", "f"], VRM1), tmp_path / "t.json")
    targets = {target.id: target for target in load_table(tmp_path / "t.json").targets}
    assert targets["happy"].overrides == (("blink", "block"),)
    assert targets["sad"].overrides == ()


def test_an_expression_that_moves_nothing_is_left_out(make_vrm1: Maker, tmp_path: Path) -> None:
    account = told(make_vrm1(["l", "r", "m", "f"], VRM1), tmp_path / "t.json")
    assert {"name": "lookUp", "why": "the expression moves nothing on this model"} in account["left_out"]


def test_fifty_two_morphs_below_a_vrm_without_clips_are_driven_themselves(make_vrm0: Maker, tmp_path: Path) -> None:
    targets = [*ARKIT_NAMES, "m"]
    account = told(make_vrm0(targets, [("a", "A", ["m"]), ("blink", "Blink", ["eyeBlinkLeft"])]), tmp_path / "t.json")
    assert {entry["name"] for entry in account["mapped"]} == set(ARKIT_NAMES)
    assert {entry["kind"] for entry in account["mapped"]} == {"morph"}


def test_clips_of_perfect_sync_are_driven_and_not_the_morphs_below_them(make_vrm1: Maker, tmp_path: Path) -> None:
    custom = {name[0].upper() + name[1:]: {"moves": [name]} for name in ARKIT_NAMES}
    account = told(make_vrm1(list(ARKIT_NAMES), {}, custom), tmp_path / "t.json")
    assert {entry["name"] for entry in account["mapped"]} == set(custom)
    assert {entry["kind"] for entry in account["mapped"]} == {"expression"}


def test_of_two_ways_to_open_the_mouth_one_is_driven(make_glb: Maker, tmp_path: Path) -> None:
    account = told(make_glb({"Face": [*ARKIT_NAMES, "vrc.v_aa", "vrc.v_oh", "mouth_A"]}), tmp_path / "t.json")
    assert {entry["name"] for entry in account["mapped"]} == set(ARKIT_NAMES)
    assert {entry["name"] for entry in account["left_out"]} == {"vrc.v_aa", "vrc.v_oh", "mouth_A"}


def test_four_parts_of_one_movement_are_all_driven(make_glb: Maker, tmp_path: Path) -> None:
    parts = ["Mouth_Pucker_Up_L", "Mouth_Pucker_Up_R", "Mouth_Pucker_Down_L", "Mouth_Pucker_Down_R"]
    account = told(make_glb({"Face": ["Mouth_Pucker", *parts]}), tmp_path / "t.json")
    assert {entry["name"] for entry in account["mapped"]} == set(parts)


def test_a_mouth_without_a_jaw_keeps_its_vowels(make_glb: Maker, tmp_path: Path, shown: Shown) -> None:
    fine = [name for name in ARKIT_NAMES if name.startswith("mouth")]
    vowels = [f"viseme_{vowel}" for vowel in ("aa", "E", "I", "O", "U")]
    told(make_glb({"Face": [*fine, *vowels]}), tmp_path / "t.json")
    assert shown(tmp_path / "t.json", jawOpen=1.0)["viseme_aa"] > 0.9


def test_a_jaw_beside_a_single_vowel_opens_the_mouth_once(make_glb: Maker, tmp_path: Path, shown: Shown) -> None:
    told(make_glb({"Face": ["mouthOpen", "viseme_aa"]}), tmp_path / "t.json")
    assert shown(tmp_path / "t.json", jawOpen=1.0) == {"mouthOpen": 1.0}


def test_of_two_spellings_of_one_half_one_is_driven(make_glb: Maker, tmp_path: Path) -> None:
    account = told(make_glb({"Face": ["blink_L", "Left_Blink", "blink_R"]}), tmp_path / "t.json")
    assert {entry["name"] for entry in account["mapped"]} == {"blink_L", "blink_R"}


def test_copies_of_a_shape_do_not_share_its_limit(make_glb: Maker, tmp_path: Path, shown: Shown) -> None:
    parts = ["Mouth_Pucker_Up_L", "Mouth_Pucker_Up_R", "Mouth_Pucker_Down_L", "Mouth_Pucker_Down_R"]
    lids = ["eyeBlinkLeft", "eyeSquintLeft", "eyeWideLeft"]
    told(make_glb({"Face": [*lids, "mouthFunnel", *parts], "Lashes": ["head_eyeBlinkLeft"]}), tmp_path / "t.json")
    values = shown(tmp_path / "t.json", eyeBlinkLeft=1.0, eyeSquintLeft=0.5, mouthPucker=1.0)
    assert {values[name] for name in (*parts, "eyeBlinkLeft", "head_eyeBlinkLeft")} == {1.0}
    assert values["eyeSquintLeft"] == 0.0


def test_a_doubtful_shape_is_told_and_not_written(make_glb: Maker, tmp_path: Path) -> None:
    model = make_glb({"Face": ["jawOpen", "mouth_smile_zigzag"]})
    account = told(model, tmp_path / "t.json")
    assert [row.to for row in load_table(tmp_path / "t.json").rows] == ["jawOpen"]
    [doubtful] = account["doubtful"]
    assert (doubtful["name"], doubtful["perhaps"]) == ("mouth_smile_zigzag", "mouthSmile")


def test_a_morph_in_the_panel_of_another_part_is_doubtful(make_pmx: Maker, tmp_path: Path) -> None:
    account = told(make_pmx([("まばたき", "", 3), ("じと目", "", 2)]), tmp_path / "t.json")
    assert [entry["name"] for entry in account["doubtful"]] == ["まばたき"]
    assert [entry["name"] for entry in account["mapped"]] == ["じと目"]


@pytest.mark.parametrize("option", [("--accept-doubtful",), ("--accept", "0.4")])
def test_a_doubtful_shape_that_is_accepted_has_a_note(make_glb: Maker, tmp_path: Path, option: tuple[str, ...]) -> None:
    told(make_glb({"Face": ["jawOpen", "mouth_smile_zigzag"]}), tmp_path / "t.json", *option)
    rows = json.loads((tmp_path / "t.json").read_text("utf-8"))["rows"]
    assert {row["to"]: row.get("note", "")[:14] for row in rows} == {
        "jawOpen": "",
        "mouth_smile_zigzag": "A guess (0.45)",
    }


def test_the_account_names_channels_that_stay_dead_and_targets_that_no_camera_sees(
    make_glb: Maker, tmp_path: Path
) -> None:
    account = told(make_glb({"Face": ["jawOpen", "tongueOut", "eyeSquintLeft"]}), tmp_path / "t.json")
    assert set(account["dead_channels"]) == set(ARKIT_NAMES) - {"jawOpen", "tongueOut", "eyeSquintLeft"}
    assert account["unobserved"] == ["tongueOut"]
    assert account["weak"] == ["eyeSquintLeft"]


def test_a_table_that_is_there_is_not_replaced_without_being_asked(make_glb: Maker, tmp_path: Path) -> None:
    model, out = make_glb({"Face": ["jawOpen"]}), tmp_path / "t.json"
    out.write_text("mine", "utf-8")
    result = init(model, out)
    assert (result.exit_code, out.read_text("utf-8")) == (2, "mine")
    assert init(model, out, "--force").exit_code == 0
    assert load_table(out).rows


def test_a_model_without_any_known_name_gives_no_table(make_glb: Maker, tmp_path: Path) -> None:
    result = init(make_glb({"Skirt": ["long", "short"]}), tmp_path / "t.json")
    assert (result.exit_code, (tmp_path / "t.json").exists()) == (1, False)
    assert "Nothing was recognised" in result.output


def test_a_damaged_model_leaves_no_table(make_glb: Maker, tmp_path: Path) -> None:
    model = make_glb({"Face": ["jawOpen"]})
    model.write_bytes(model.read_bytes()[:40])
    assert init(model, tmp_path / "t.json").exit_code == 1
    assert not (tmp_path / "t.json").exists()


def test_names_that_no_id_may_have_are_written_as_the_name_of_a_target(make_glb: Maker, tmp_path: Path) -> None:
    long = "Genesis8Female__" + "head_" * 20 + "facs_bs_JawOpen"
    told(make_glb({"Face": [" jawOpen ", long, "eyeBlinkLeft"]}), tmp_path / "t.json")
    targets = {
        target.id: dict(target.address).get("name", target.id) for target in load_table(tmp_path / "t.json").targets
    }
    assert targets["jawOpen"] == " jawOpen "


def test_the_account_in_words_ends_with_what_to_do_next(make_glb: Maker, tmp_path: Path) -> None:
    lines = init(make_glb({"Face": ["jawOpen", "hat"]}), tmp_path / "t.json").output.splitlines()
    assert any(line.strip().startswith("1.00  jawOpen") for line in lines)
    assert "Next" in lines
    assert f"  1. koekata mapping validate {tmp_path / 't.json'}" in lines


def test_names_of_any_length_and_letters_do_no_harm(make_glb: Maker, tmp_path: Path) -> None:
    odd = ["jawOpen", "あ_" * 20_000, "\x1b[2J", "mouth\nSmile", "😀", "", " ", "x" * 256 + "_blink"]
    lines = init(make_glb({"Face": odd}), tmp_path / "t.json").output
    assert "\x1b" not in lines
    assert "too long for a table" in lines
    assert "jawOpen" in {target.id for target in load_table(tmp_path / "t.json").targets}


def test_a_morph_below_an_expression_is_told_to_be_moved_by_it(make_vrm1: Maker, tmp_path: Path) -> None:
    account = told(make_vrm1(["l", "r", "m", "f"], VRM1), tmp_path / "t.json")
    why = "a VRM expression that is driven moves it already"
    assert {entry["name"] for entry in account["left_out"] if entry["why"] == why} == {"l", "r", "m", "f"}
