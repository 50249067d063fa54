"""The presets make sense on a face."""

from __future__ import annotations

from pathlib import Path

import pytest

from koekata.channels import ARKIT_NAMES
from koekata.mapping import Evaluator, MappingFrame, load_table

PRESETS = Path(__file__).parents[3] / "mappings" / "presets"
LIDS = {
    "arkit-perfect-sync": ("EyeBlinkLeft", "EyeBlinkRight"),
    "vrm0": ("Blink_L", "Blink_R"),
    "vrm1": ("blinkLeft", "blinkRight"),
}
GAZE = ("gazeYawLeft", "gazeYawRight", "gazePitchLeft", "gazePitchRight")
NEUTRAL = dict.fromkeys((*ARKIT_NAMES, *GAZE, "headYaw"), 0.0)


def _face(preset: str, **values: float) -> dict[str, float]:
    evaluator = Evaluator(load_table(PRESETS / f"{preset}.json"))
    for _ in range(30):
        outputs = evaluator.step(MappingFrame({**NEUTRAL, **values}), 1 / 60)
    return outputs.values


@pytest.mark.parametrize("preset", sorted(LIDS))
def test_a_neutral_face_stays_neutral(preset: str) -> None:
    assert max(abs(value) for value in _face(preset).values()) < 0.01


@pytest.mark.parametrize("preset", sorted(LIDS))
def test_a_blink_shuts_both_lids(preset: str) -> None:
    face = _face(preset, eyeBlinkLeft=0.9, eyeBlinkRight=0.9)
    assert all(face[lid] > 0.85 for lid in LIDS[preset])


@pytest.mark.parametrize("preset", sorted(LIDS))
def test_a_left_wink_shuts_the_left_eye_and_opens_the_right_one(preset: str) -> None:
    face = _face(preset, eyeBlinkLeft=0.9, eyeBlinkRight=0.3)
    left, right = LIDS[preset]
    assert face[left] == pytest.approx(1.0)
    assert face[right] == pytest.approx(0.0)


@pytest.mark.parametrize(("preset", "vowels"), [("vrm0", "A I U E O"), ("vrm1", "aa ih ou ee oh")])
def test_vowels_never_sum_to_more_than_one(preset: str, vowels: str) -> None:
    face = _face(preset, jawOpen=1, mouthFunnel=0.8, mouthPucker=0.7, mouthStretchLeft=0.9, mouthStretchRight=0.9)
    assert sum(face[name] for name in vowels.split()) <= 1.0 + 1e-9


@pytest.mark.parametrize(("preset", "joy"), [("vrm0", "Joy"), ("vrm1", "happy")])
def test_joy_and_blink_do_not_shut_the_eyes_twice(preset: str, joy: str) -> None:
    face = _face(preset, mouthSmileLeft=1, mouthSmileRight=1, eyeBlinkLeft=1, eyeBlinkRight=1)
    assert all(face[joy] + face[lid] <= 1.0 + 1e-9 for lid in LIDS[preset])


def test_an_open_jaw_behind_closed_lips_opens_no_vowel() -> None:
    assert _face("vrm1", jawOpen=0.6, mouthClose=0.6)["aa"] == pytest.approx(0.0)


def test_lips_are_never_more_closed_than_the_jaw_is_open() -> None:
    assert _face("arkit-perfect-sync", jawOpen=0.2, mouthClose=0.7)["MouthClose"] == pytest.approx(0.2)


def test_looking_to_the_performers_left_looks_left() -> None:
    face = _face("vrm1", gazeYawLeft=15, gazeYawRight=15)
    assert face["lookLeft"] == pytest.approx(0.5)
    assert face["lookRight"] == 0.0


def test_perfect_sync_drives_all_52_shapes() -> None:
    table = load_table(PRESETS / "arkit-perfect-sync.json")
    assert {target.id for target in table.targets} == {name[0].upper() + name[1:] for name in ARKIT_NAMES}
