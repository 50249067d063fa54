"""The presets make sense on a face."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from koekata.channels import ARKIT_NAMES
from koekata.mapping import Evaluator, MappingFrame, load_table

PRESETS = Path(__file__).parents[3] / "mappings" / "presets"
LIDS = {
    "arkit-perfect-sync": ("EyeBlinkLeft", "EyeBlinkRight"),
    "metahuman": ("EyeBlinkLeft", "EyeBlinkRight"),
    "vrm0": ("Blink_L", "Blink_R"),
    "vrm1": ("blinkLeft", "blinkRight"),
    "vroid": ("Fcl_EYE_Close_L", "Fcl_EYE_Close_R"),
}
ANIME = sorted({*LIDS} - {"metahuman"})
SMILING_EYES = {
    "vrm0": ("Joy", "Joy"),
    "vrm1": ("happy", "happy"),
    "vroid": ("Fcl_EYE_Joy_L", "Fcl_EYE_Joy_R"),
}
VOWELS = {
    "vrm0": ("A", "I", "U", "E", "O"),
    "vrm1": ("aa", "ih", "ou", "ee", "oh"),
    "vroid": ("Fcl_MTH_A", "Fcl_MTH_I", "Fcl_MTH_U", "Fcl_MTH_E", "Fcl_MTH_O"),
    "mmd": ("あ", "い", "う", "え", "お"),
}
SEEN = (
    {"jawOpen": 0.6},
    {"jawOpen": 0.12, "mouthStretchLeft": 0.3, "mouthStretchRight": 0.3},
    {"jawOpen": 0.06, "mouthPucker": 0.7},
    {"jawOpen": 0.4, "mouthStretchLeft": 0.3, "mouthStretchRight": 0.3},
    {"jawOpen": 0.5, "mouthFunnel": 0.6},
)
"""A performer's mouth saying a, i, u, e, o."""
GAZE = ("gazeYawLeft", "gazeYawRight", "gazePitchLeft", "gazePitchRight")
NEUTRAL = dict.fromkeys((*ARKIT_NAMES, *GAZE, "headYaw", "headPitch", "headRoll"), 0.0)
SMILE = {"mouthSmileLeft": 1.0, "mouthSmileRight": 1.0, "cheekSquintLeft": 0.5, "cheekSquintRight": 0.5}
BLINK = {"eyeBlinkLeft": 0.7, "eyeBlinkRight": 0.7}
ALL = sorted(path.stem for path in PRESETS.glob("*.json"))
vowel_presets = pytest.mark.parametrize("preset", sorted(VOWELS))


def _face(preset: str, *faces: dict[str, float], **values: float) -> dict[str, float]:
    """Half a second of a still face."""
    evaluator = Evaluator(load_table(PRESETS / f"{preset}.json"))
    performer = dict(NEUTRAL)
    for face in (*faces, values):
        performer.update(face)
    for _ in range(30):
        outputs = evaluator.step(MappingFrame(performer), 1 / 60)
    return outputs.values


@pytest.mark.parametrize("preset", ALL)
def test_a_neutral_face_stays_neutral(preset: str) -> None:
    assert max(abs(value) for value in _face(preset).values()) < 0.01


@pytest.mark.parametrize("preset", ALL)
def test_a_source_that_delivers_only_the_jaw_drives_only_numbers(preset: str) -> None:
    outputs = Evaluator(load_table(PRESETS / f"{preset}.json")).step(MappingFrame({"jawOpen": 0.5}), 1 / 60)
    assert all(math.isfinite(value) for value in outputs.values.values())


@pytest.mark.parametrize("preset", ANIME)
def test_a_performers_blink_of_seven_tenths_shuts_a_drawn_eye(preset: str) -> None:
    face = _face(preset, BLINK)
    assert all(face[lid] == pytest.approx(1.0) for lid in LIDS[preset])


@pytest.mark.parametrize("preset", sorted(LIDS))
def test_each_eye_shuts_alone(preset: str) -> None:
    for own, other, channel in ((0, 1, "eyeBlinkLeft"), (1, 0, "eyeBlinkRight")):
        face = _face(preset, {channel: 1.0})
        assert face[LIDS[preset][own]] == pytest.approx(1.0)
        assert face[LIDS[preset][other]] == pytest.approx(0.0)


@pytest.mark.parametrize("preset", ANIME)
def test_a_left_wink_shuts_the_left_eye_and_opens_the_right_one(preset: str) -> None:
    face = _face(preset, eyeBlinkLeft=0.9, eyeBlinkRight=0.3)
    left, right = LIDS[preset]
    assert face[left] == pytest.approx(1.0)
    assert face[right] == pytest.approx(0.0)


@pytest.mark.parametrize("preset", ["vrm0", "vrm1", "vroid"])
def test_a_blink_that_is_seen_in_one_eye_better_than_in_the_other_shuts_both(preset: str) -> None:
    face = _face(preset, eyeBlinkLeft=0.5, eyeBlinkRight=0.8)
    assert all(face[lid] > 0.95 for lid in LIDS[preset])


@pytest.mark.parametrize("preset", sorted(SMILING_EYES))
@pytest.mark.parametrize("smile", [0.6, 0.7, 0.8, 1.0])
def test_a_blink_in_a_smile_shuts_the_eye_once(preset: str, smile: float) -> None:
    face = _face(preset, BLINK, mouthSmileLeft=smile, mouthSmileRight=smile)
    for joy, lid in zip(SMILING_EYES[preset], LIDS[preset], strict=True):
        assert face[joy] + face[lid] == pytest.approx(1.0)


@pytest.mark.parametrize("preset", ["arkit-perfect-sync", "metahuman"])
def test_a_wide_or_squinting_eye_gives_way_to_a_blink(preset: str) -> None:
    face = _face(preset, eyeBlinkLeft=1, eyeWideLeft=0.8, eyeSquintLeft=0.8)
    assert face["EyeWideLeft"] == pytest.approx(0.0)
    assert face["EyeSquintLeft"] == pytest.approx(0.0)


@vowel_presets
@pytest.mark.parametrize("vowel", range(5), ids="aiueo")
def test_a_vowel_that_is_seen_is_the_vowel_that_is_shown(preset: str, vowel: int) -> None:
    face = _face(preset, SEEN[vowel])
    shown = [face[name] for name in VOWELS[preset]]
    assert max(shown) == shown[vowel]
    assert shown[vowel] > 0.6


@vowel_presets
@pytest.mark.parametrize("vowel", range(5), ids="AIUEO")
def test_the_voice_shapes_the_mouth_while_it_speaks(preset: str, vowel: int) -> None:
    voice = dict.fromkeys((f"viseme{name}" for name in "AIUEO"), 0.0) | {"voiceActivity": 1.0, "loudness": 0.6}
    face = _face(preset, SEEN[(vowel + 1) % 5], voice | {f"viseme{'AIUEO'[vowel]}": 1.0})
    assert [round(face[name], 6) for name in VOWELS[preset]] == [float(k == vowel) for k in range(5)]


@vowel_presets
def test_the_picture_shapes_the_mouth_while_the_voice_is_silent(preset: str) -> None:
    silent = dict.fromkeys((f"viseme{name}" for name in "AIUEO"), 0.0) | {"voiceActivity": 0.0, "loudness": 0.0}
    assert _face(preset, SEEN[0], silent)[VOWELS[preset][0]] > 0.9


@vowel_presets
def test_a_microphone_that_dies_leaves_the_mouth_to_the_picture(preset: str) -> None:
    evaluator = Evaluator(load_table(PRESETS / f"{preset}.json"))
    speaking = {**NEUTRAL, **SEEN[0], "visemeI": 1.0, "visemeA": 0.0, "voiceActivity": 1.0}
    faces = [evaluator.step(MappingFrame(speaking), 1 / 60) for _ in range(30)]
    faces += [evaluator.step(MappingFrame({**NEUTRAL, **SEEN[0]}), 1 / 60) for _ in range(120)]
    assert faces[29].values[VOWELS[preset][0]] < 0.01
    assert faces[-1].values[VOWELS[preset][0]] > 0.9


@vowel_presets
def test_a_sound_of_the_lips_shuts_the_speaking_mouth(preset: str) -> None:
    face = _face(preset, SEEN[0], visemeA=1, voiceActivity=1, lipsClosed=1)
    assert max(face.get(name, 0.0) for name in VOWELS[preset]) < 0.01


@vowel_presets
def test_vowels_never_sum_to_more_than_one(preset: str) -> None:
    wild = {"mouthFunnel": 0.8, "mouthPucker": 0.7, "mouthStretchLeft": 0.9, "mouthStretchRight": 0.9}
    loud = dict.fromkeys((f"viseme{name}" for name in "AIUEON"), 1.0)
    for face in (_face(preset, wild, jawOpen=1), _face(preset, wild, loud, jawOpen=1, voiceActivity=0.5)):
        assert sum(face.get(name, 0.0) for name in VOWELS[preset]) <= 1.0 + 1e-9


@vowel_presets
def test_an_open_jaw_behind_closed_lips_opens_no_vowel(preset: str) -> None:
    face = _face(preset, jawOpen=0.6, mouthClose=0.6)
    assert max(face[name] for name in VOWELS[preset]) == pytest.approx(0.0)


@pytest.mark.parametrize("preset", ["arkit-perfect-sync", "metahuman"])
def test_lips_are_never_more_closed_than_the_jaw_is_open(preset: str) -> None:
    assert _face(preset, jawOpen=0.2, mouthClose=0.7)["MouthClose"] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("preset", "names"),
    [
        ("vrm1", ("happy", "angry", "sad", "surprised")),
        ("vroid", ("Fcl_BRW_Joy", "Fcl_BRW_Angry", "Fcl_BRW_Sorrow", "Fcl_BRW_Surprised")),
        ("mmd", ("笑い", "怒り", "困る", "びっくり")),
    ],
)
def test_each_mood_shows_its_own_shape_and_not_those_of_others(preset: str, names: tuple[str, ...]) -> None:
    faces = (
        SMILE,
        {"browDownLeft": 0.8, "browDownRight": 0.8},
        {"browInnerUp": 0.9, "mouthFrownLeft": 0.8, "mouthFrownRight": 0.8},
        dict.fromkeys(("browInnerUp", "browOuterUpLeft", "browOuterUpRight", "eyeWideLeft", "eyeWideRight"), 0.9),
    )
    for mood, face in enumerate(faces):
        shown = [_face(preset, face, jawOpen=0.5)[name] for name in names]
        assert shown[mood] == max(shown) > 0.6, names[mood]
        assert sum(value > 0.4 for value in shown) == 1, names[mood]


def test_looking_to_the_performers_left_looks_left() -> None:
    face = _face("vrm1", gazeYawLeft=15, gazeYawRight=15)
    assert face["lookLeft"] == pytest.approx(0.5)
    assert face["lookRight"] == 0.0


def test_a_model_that_has_only_one_blink_blinks() -> None:
    face = _face("mmd", BLINK)
    assert face["まばたき"] == pytest.approx(1.0)
    assert face["ウィンク２"] == face["ｳｨﾝｸ２右"] == 0.0


@pytest.mark.parametrize(("smile", "shape"), [(0.0, "ウィンク２"), (0.4, "ウィンク")])
def test_a_wink_smiles_if_the_mouth_does(smile: float, shape: str) -> None:
    face = _face("mmd", eyeBlinkLeft=1, mouthSmileLeft=smile)
    assert {name: face[name] for name in ("まばたき", "ウィンク", "ウィンク２", "ウィンク右", "ｳｨﾝｸ２右")} == {
        "まばたき": 0, "ウィンク": 0, "ウィンク２": 0, "ウィンク右": 0, "ｳｨﾝｸ２右": 0, shape: 1,
    }  # fmt: skip


def test_unreals_curves_are_radians_with_the_signs_of_the_app() -> None:
    face = _face("metahuman", headYaw=30, headPitch=-10, headRoll=5, gazeYawLeft=12, gazePitchRight=-8)
    curves = [face[name] for name in ("HeadYaw", "HeadPitch", "HeadRoll", "LeftEyeYaw", "RightEyePitch")]
    assert curves == pytest.approx([-math.radians(angle) for angle in (30, -10, 5, 12, -8)])


@pytest.mark.parametrize("preset", ["arkit-perfect-sync", "metahuman"])
def test_all_52_shapes_are_driven_under_their_names(preset: str) -> None:
    table = load_table(PRESETS / f"{preset}.json")
    pascal = {name[0].upper() + name[1:] for name in ARKIT_NAMES}
    assert pascal == {target.id for target in table.targets if not target.id.endswith(("Yaw", "Pitch", "Roll"))}


@pytest.mark.parametrize(
    ("face", "mouth"),
    [(face, k + 1) for k, face in enumerate(SEEN)]
    + [({}, 0), ({"jawOpen": 0.5, "mouthClose": 0.5}, 0), ({"mouthPressLeft": 0.7, "mouthPressRight": 0.7}, 6),
       ({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8}, 7)],
)  # fmt: skip
def test_a_drawn_mouth_shows_the_drawing_of_what_is_seen(face: dict[str, float], mouth: int) -> None:
    assert _face("drawn-mouth", face)["mouth"] == mouth


@pytest.mark.parametrize(("lids", "drawing"), [(0.1, 0), (0.42, 1), (0.7, 2), (1.0, 2)])
def test_drawn_lids_are_open_half_and_shut(lids: float, drawing: int) -> None:
    face = _face("drawn-mouth", eyeBlinkLeft=lids, eyeBlinkRight=lids)
    assert (face["eyeLeft"], face["eyeRight"]) == (drawing, drawing)


def test_a_whole_face_on_a_hotkey_keeps_the_mouth_and_shuts_the_eyes_once() -> None:
    evaluator = Evaluator(load_table(PRESETS / "vroid.json"))
    performer = {**NEUTRAL, **SEEN[0], **BLINK, "browDownLeft": 0.8, "browDownRight": 0.8}
    for frame in range(60):
        fire = (("joy", "on"),) if frame == 10 else ()
        face = evaluator.step(MappingFrame(performer, fire=fire), 1 / 60).values
    assert face["Fcl_ALL_Joy"] == 1.0
    assert face["Fcl_MTH_A"] > 0.9
    assert face["Fcl_EYE_Close_L"] == face["Fcl_EYE_Joy_L"] == face["Fcl_BRW_Angry"] == 0.0
