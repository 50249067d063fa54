"""What a name is taken for, and what it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from koekata.bench.names import name_figures
from koekata.channels import ARKIT_NAMES
from koekata.mapping.draft.character import Morph
from koekata.mapping.draft.knowledge import load_knowledge, names_folder
from koekata.mapping.draft.recognise import BAR, Recogniser
from koekata.mapping.draft.spelling import fold, split_words
from koekata.mapping.draft.tables import load_parts


def taken(name: str, *beside: str) -> str:
    guess = Recogniser((name, *beside)).of_name(name)
    return guess.meaning if guess.score >= BAR else ""


@pytest.mark.parametrize("name", ["ウィンク２右", "ｳｨﾝｸ２右", "ウィンク2右", "うぃんく２右", "ウィンク_2_右"])
def test_width_and_kana_do_not_count(name: str) -> None:
    assert taken(name) == "eyeBlinkRight"


@pytest.mark.parametrize(
    "name", ["eyeBlinkLeft", "EyeBlinkLeft", "EYE_BLINK_L", "eye.blink.l", "BS_eyeBlink_L", "blendShape1.eyeBlinkLeft"]
)
def test_case_separators_prefixes_and_side_marks_do_not_count(name: str) -> None:
    assert taken(name) == "eyeBlinkLeft"


def test_an_unmarked_wink_of_mmd_is_the_left_eye_and_migi_the_right() -> None:
    assert [taken(name) for name in ("ウィンク２", "ウィンク２右")] == ["eyeBlinkLeft", "eyeBlinkRight"]
    assert [taken(name) for name in ("ウィンク", "ウィンク右")] == ["eyeSmileLeft", "eyeSmileRight"]


def test_a_single_letter_is_a_vowel_only_beside_the_others() -> None:
    assert taken("A", "I", "U", "E", "O") == "vowelA"
    assert taken("A", "B", "C") == ""
    assert taken("あ", "い", "う", "え", "お") == "vowelA"
    assert taken("あ", "髪") == ""
    assert taken("-_-a", "A", "I", "U", "E", "O") == ""


def test_a_japanese_mood_is_of_the_brows_among_mmd_morphs_and_of_the_face_elsewhere() -> None:
    mmd = ("まばたき", "真面目", "困る", "にこり", "じと目", "びっくり")
    assert taken("怒り", *mmd) == "browAngry"
    assert taken("怒り") == "anger"


def test_eyes_that_look_left_are_not_the_left_eye() -> None:
    assert taken("lookLeft") == "eyeLookLeft"
    assert taken("Eye_R_Look_L") == "eyeLookLeftRight"
    assert taken("CTRL_expressions_eyeLookLeftR") == "eyeLookLeftRight"


@pytest.mark.parametrize("name", ["Smile_Cheek_Shadow", "eye_color", "手", "joystick_L", "jawOpen_mouthSmile_combo"])
def test_words_of_the_face_in_other_names_are_not_believed(name: str) -> None:
    assert taken(name) == ""


def test_a_word_that_is_not_understood_leaves_a_guess_below_the_bar_with_its_reason() -> None:
    guess = Recogniser(["mouth_smile_zigzag"]).of_name("mouth_smile_zigzag")
    assert 0.0 < guess.score < BAR
    assert guess.meaning == "mouthSmile"
    assert "'zigzag' is not understood" in guess.why


def test_a_misspelt_word_is_a_guess() -> None:
    guess = Recogniser(["mouth_pucer"]).of_name("mouth_pucer")
    assert (guess.meaning, guess.score < BAR) == ("mouthPucker", True)


def test_a_second_version_of_a_shape_is_a_guess() -> None:
    guess = Recogniser(["mouth smile 3"]).of_name("mouth smile 3")
    assert (guess.meaning, guess.score < BAR) == ("mouthSmile", True)


def test_the_panel_of_a_pmx_that_says_otherwise_makes_a_guess_of_it() -> None:
    names = Recogniser(["まばたき"])
    assert names.of_morph(Morph("まばたき", panel="eye")).score > BAR
    other = names.of_morph(Morph("まばたき", panel="mouth"))
    assert other.score < BAR
    assert "shapes of the mouth" in other.why


def test_the_second_name_of_a_pmx_morph_helps_where_the_first_says_nothing() -> None:
    names = Recogniser(["特殊", "eyeBlinkLeft"])
    assert names.of_morph(Morph("特殊", alias="eyeBlinkLeft")).meaning == "eyeBlinkLeft"


def test_words_are_cut_at_capitals_digits_and_known_japanese_words() -> None:
    assert split_words("AK_01_BrowDownL", ()) == ["ak", "01", "brow", "down", "l"]
    assert split_words("左目閉じ", {fold("目"), fold("左"), fold("閉じ")}) == ["左", "目", "閉じ"]


def test_every_meaning_in_the_tables_of_names_has_a_row_or_is_said_to_have_none() -> None:
    """A meaning with a spelling mistake would be recognised and never driven."""
    known = {*ARKIT_NAMES, "neutral", "headAngleZ"} | {
        f"viseme{sound}" for sound in "Sil FF TH DD KK CH SS NN RR".split()
    }
    for name in ("recipes", *json.loads((names_folder() / "layers.json").read_text("utf-8"))["fallback"]):
        parts = load_parts(name)
        known |= set(parts.by_meaning) if parts else set()
    meanings = {
        meaning
        for convention in load_knowledge().conventions
        for meaning, _ in [*convention.spellings.values(), *convention.among.values()]
        if meaning
    }
    assert meanings - known == set()


def test_no_name_of_the_corpus_that_the_tables_were_tuned_on_is_taken_for_something_else() -> None:
    assert name_figures()["tuned_on"]["wrong_names"] == []


def test_names_that_were_held_out_are_recognised_with_few_mistakes() -> None:
    held = name_figures()["held_out"]
    assert held["precision"] >= 0.98
    assert held["recall"] >= 0.8


def test_the_corpus_has_enough_names_of_both_kinds() -> None:
    figures = name_figures()
    parts = (figures["tuned_on"], figures["held_out"])
    assert sum(part["names"] for part in parts) >= 1500
    assert sum(part["names"] - part["meant"] for part in parts) >= 500


def test_a_wrong_guess_lowers_precision_and_recall(tmp_path: Path) -> None:
    names = {"jawOpen": "jawForward", "eyeBlinkLeft": "eyeBlinkLeft", "mouthPucker": None, "hat": None}
    (tmp_path / "own.json").write_text(json.dumps({"names": names}), "utf-8")
    figures = name_figures(corpus=tmp_path)["files"]["own"]
    assert (figures["precision"], figures["recall"]) == (pytest.approx(1 / 3), pytest.approx(1 / 2))
    assert figures["wrong_names"] == ["jawOpen -> jawOpen", "mouthPucker -> mouthPucker"]
