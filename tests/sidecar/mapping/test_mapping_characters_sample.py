"""The sample performance through every preset and character: what anybody would see at once if it were wrong."""

from __future__ import annotations

import math
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

import koekata.data.sample
from koekata.mapping import Evaluator, MappingFrame, MappingTable, Outputs, load_table

MAPPINGS = Path(__file__).parents[3] / "mappings"
PERFORMANCE = Path(koekata.data.sample.__file__).with_name("performance.npz")
TABLES = sorted([*(MAPPINGS / "presets").glob("*.json"), *(MAPPINGS / "characters").glob("*.json")])
VROID_LIDS = (("Fcl_EYE_Close_L", "Fcl_EYE_Joy_L"), ("Fcl_EYE_Close_R", "Fcl_EYE_Joy_R"))
LIDS = {
    "arkit-perfect-sync": (("EyeBlinkLeft",), ("EyeBlinkRight",)),
    "metahuman": (("EyeBlinkLeft",), ("EyeBlinkRight",)),
    "sorane": (("EyeBlinkLeft", "EyeJoyLeft"), ("EyeBlinkRight", "EyeJoyRight")),
    "pata": (("blinkLeft", "eyeHalfLeft", "eyeSmileLeft"), ("blinkRight", "eyeHalfRight", "eyeSmileRight")),
    "vrm0": (("Blink_L", "Joy"), ("Blink_R", "Joy")),
    "vrm1": (("blinkLeft", "happy"), ("blinkRight", "happy")),
    "mmd": (("まばたき", "笑い", "ウィンク", "ウィンク２"), ("まばたき", "笑い", "ウィンク右", "ｳｨﾝｸ２右")),
    **dict.fromkeys(("vroid", "studio", "harbour-club", "kazune", "shizuha"), VROID_LIDS),
}
"""What shuts the left eye and what the right one; together they are never more than shut."""
VROID_VOWELS = tuple(f"Fcl_MTH_{vowel}" for vowel in "AIUEO")
VOWELS = {
    "vrm0": tuple("AIUEO"),
    "vrm1": ("aa", "ih", "ou", "ee", "oh"),
    "mmd": tuple("あいうえおん"),
    **dict.fromkeys(("vroid", "studio", "harbour-club", "kazune", "shizuha"), VROID_VOWELS),
}
DRAWN = {"drawn-mouth": 2, "tentsuku": 3}
"""Frames at 24 a second for which a drawing stays."""
SWITCHED = {*DRAWN, "pata"}
"""Faces whose values jump from drawing to drawing."""
BLINK_S, LEFT_WINK_S, LAUGH_S, NEUTRAL_S = 2.4, 3.4, 9.2, 0.7
every_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)


@cache
def _performance() -> tuple[MappingFrame, ...]:
    with np.load(PERFORMANCE, allow_pickle=False) as acted:
        names = [*acted["names"].tolist(), "headYaw", "headPitch", "headRoll"]
        names += ["gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight"]
        rows = np.hstack([acted["weights"], acted["yaw_pitch_roll"], acted["gaze"]]).tolist()
    return tuple(MappingFrame(dict(zip(names, row, strict=True)), time=k / 30) for k, row in enumerate(rows))


@cache
def _table(path: Path) -> MappingTable:
    return load_table(path)


@cache
def _played(path: Path) -> tuple[Outputs, ...]:
    evaluator = Evaluator(_table(path))
    return tuple(evaluator.step(frame, 1 / 30) for frame in _performance())


def _at(path: Path, seconds: float) -> dict[str, float]:
    return _played(path)[round(seconds * 30)].values


def _named(names: dict[str, object] | dict[str, int]) -> list[Path]:
    return [path for path in TABLES if path.stem in names]


@every_table
def test_every_value_is_finite_and_in_its_range(path: Path) -> None:
    ranges = {target.id: target.range or (-math.inf, math.inf) for target in _table(path).targets}
    for outputs in _played(path):
        for name, value in outputs.values.items():
            low, high = ranges[name]
            assert math.isfinite(value), name
            assert low <= value <= high, name


@every_table
def test_the_neutral_face_at_the_start_is_the_characters_rest(path: Path) -> None:
    rest = {target.id: target.rest for target in _table(path).targets}
    assert all(abs(value - rest[name]) < 0.02 for name, value in _at(path, NEUTRAL_S).items())


@every_table
def test_a_table_moves_while_the_performer_acts(path: Path) -> None:
    names = _at(path, 11.0)
    moved = {name for name in names if len({round(outputs.values.get(name, 0.0), 3) for outputs in _played(path)}) > 1}
    assert len(moved) >= 0.75 * len(names)


@pytest.mark.parametrize("path", _named(dict(LIDS)), ids=lambda path: path.stem)
@pytest.mark.parametrize("side", [0, 1])
def test_an_eye_is_never_shut_twice(path: Path, side: int) -> None:
    lids = LIDS[path.stem][side]
    assert max(sum(outputs.values[lid] for lid in lids) for outputs in _played(path)) <= 1.0 + 1e-9


@pytest.mark.parametrize("path", _named(dict(LIDS)), ids=lambda path: path.stem)
def test_a_blink_shuts_both_eyes(path: Path) -> None:
    # Drawings are held, so they follow a little later.
    face = _at(path, BLINK_S + 0.1 * (path.stem in SWITCHED))
    assert all(sum(face[lid] for lid in lids) > 0.97 for lids in LIDS[path.stem])


@pytest.mark.parametrize("path", _named(dict(LIDS)), ids=lambda path: path.stem)
def test_the_left_wink_shuts_the_left_eye_and_only_the_left(path: Path) -> None:
    face = _at(path, LEFT_WINK_S)
    left, right = (sum(face[lid] for lid in lids) for lids in LIDS[path.stem])
    assert left > 0.97
    assert right < 0.03


@pytest.mark.parametrize("path", _named(dict(VOWELS)), ids=lambda path: path.stem)
def test_the_vowels_share_one_mouth_in_speech(path: Path) -> None:
    vowels = VOWELS[path.stem]
    sums = [sum(outputs.values[vowel] for vowel in vowels) for outputs in _played(path)]
    assert max(sums) <= 1.0 + 1e-9
    assert max(sums[137:255]) > 0.7


@pytest.mark.parametrize("path", _named(DRAWN), ids=lambda path: path.stem)
def test_every_drawing_stays_for_its_frames(path: Path) -> None:
    for sprite in ("mouth", "eyeLeft", "eyeRight", "brows"):
        shown = [outputs.values[sprite] for outputs in _at_24(path)]
        runs = [len(list(same)) for _, same in groupby(shown)]
        assert len(runs) > 3, sprite
        assert min(runs[1:-1]) >= DRAWN[path.stem], sprite


def _at_24(path: Path) -> list[Outputs]:
    """The performance at the film's own 24 frames a second."""
    evaluator, frames = Evaluator(_table(path)), _performance()
    return [
        evaluator.step(MappingFrame(frames[min(359, k * 30 // 24)].values, time=k / 24), 1 / 24) for k in range(288)
    ]


@pytest.mark.parametrize("path", _named(DRAWN), ids=lambda path: path.stem)
def test_drawn_eyes_shut_in_a_blink_and_smile_in_a_laugh(path: Path) -> None:
    blink, wink, laugh = (_at(path, seconds) for seconds in (BLINK_S + 0.1, LEFT_WINK_S + 0.1, LAUGH_S))
    assert (blink["eyeLeft"], blink["eyeRight"]) == (2, 2)
    assert (wink["eyeLeft"], wink["eyeRight"]) == (2, 0)
    assert (laugh["eyeLeft"], laugh["eyeRight"]) == (3, 3)


@every_table
def test_a_lost_face_eases_to_rest_and_then_blinks(path: Path) -> None:
    """Away from the smile without a jump, and within eight seconds a blink and nothing else."""
    evaluator = Evaluator(_table(path))
    for frame in _performance()[: round(8.95 * 30)]:
        last = evaluator.step(frame, 1 / 30).values
    lost = [evaluator.step(MappingFrame({}, tracked=False), 1 / 60).values for _ in range(60 * 9)]
    rest = {target.id: target.rest for target in _table(path).targets}
    if path.stem not in SWITCHED:
        steps = [abs(b[name] - a[name]) for a, b in zip([last, *lost], lost[:30], strict=False) for name in b]
        assert max(steps) < 0.2
    eyes = {lid for lids in LIDS.get(path.stem, (("eyeLeft",), ("eyeRight",))) for lid in lids}
    quiet = [
        face for face in lost[60 * 4 :] for name in face if name not in eyes and abs(face[name] - rest[name]) > 0.05
    ]
    assert quiet == []
    assert max(max(face[lid] for lid in eyes) for face in lost[60 * 2 :]) >= 0.99
