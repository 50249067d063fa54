"""What the director asked of each character."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from koekata.channels import ARKIT_NAMES
from koekata.mapping import Evaluator, MappingFrame, Outputs, load_table

CHARACTERS = Path(__file__).parents[3] / "mappings" / "characters"
NEUTRAL = dict.fromkeys((*ARKIT_NAMES, "headYaw", "headPitch", "headRoll"), 0.0)
ANGER = {"browDownLeft": 0.9, "browDownRight": 0.9, "mouthPressLeft": 0.5, "mouthPressRight": 0.5}
SMILE = {"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8, "cheekSquintLeft": 0.4, "cheekSquintRight": 0.4}


def _actor(character: str) -> Evaluator:
    return Evaluator(load_table(CHARACTERS / f"{character}.json"))


def _play(
    actor: Evaluator, seconds: float, *fire: tuple[str, str], rate: int = 60, **values: float
) -> Iterator[Outputs]:
    """The same face for a while; `fire` comes in its first frame."""
    for frame in range(round(seconds * rate)):
        yield actor.step(MappingFrame({**NEUTRAL, **values}, fire=fire if frame == 0 else ()), 1 / rate)


def _after(actor: Evaluator, seconds: float, *fire: tuple[str, str], **values: float) -> dict[str, float]:
    return list(_play(actor, seconds, *fire, **values))[-1].values


def _brows(face: dict[str, float]) -> float:
    return max(value for name, value in face.items() if name.startswith("Fcl_BRW_"))


def test_the_chain_leads_from_the_house_over_the_series_to_the_character() -> None:
    files = [Path(file).stem for file in load_table(CHARACTERS / "kazune.json").files]
    assert files == ["vroid", "studio", "harbour-club", "kazune"]


def test_a_change_in_the_house_base_reaches_the_characters() -> None:
    assert all("blush" in {target.id for target in load_table(CHARACTERS / f"{name}.json").targets}
               for name in ("kazune", "shizuha"))  # fmt: skip


def test_kazunes_anger_leaves_her_brows_at_rest_and_narrows_her_eyes() -> None:
    actor = _actor("kazune")
    faces = [outputs.values for outputs in _play(actor, 2.0, **ANGER)]
    assert max(_brows(face) for face in faces) < 0.01
    assert 0.25 < faces[-1]["Fcl_EYE_Close_L"] < 0.45
    assert faces[-1]["Fcl_EYE_Close_L"] == pytest.approx(faces[-1]["Fcl_EYE_Close_R"])
    assert faces[-1]["Fcl_EYE_Angry"] > 0.5


def test_kazunes_brows_move_when_she_is_not_angry() -> None:
    face = _after(_actor("kazune"), 1.0, browInnerUp=0.9, browOuterUpLeft=0.9, browOuterUpRight=0.9)
    assert face["Fcl_BRW_Surprised"] > 0.8


def test_kazunes_anger_comes_and_goes_slowly_and_does_not_flicker() -> None:
    actor = _actor("kazune")
    _after(actor, 1.0)
    shut = [outputs.values["Fcl_EYE_Close_L"] for outputs in _play(actor, 1.0, **ANGER)]
    assert max(b - a for a, b in pairwise(shut)) < 0.04
    for level in (0.44, 0.42) * 30:
        _after(actor, 1 / 60, browDownLeft=level, browDownRight=level)
        assert max(actor.condition_weights()) == 1.0


def test_the_anger_of_the_hotkey_is_kazunes_own_and_lets_her_blink() -> None:
    actor = _actor("kazune")
    face = _after(actor, 1.0, ("angry", "on"))
    assert face["Fcl_EYE_Angry"] > 0.6
    assert "Fcl_ALL_Angry" not in face
    assert max((value for name, value in face.items() if name.startswith("Fcl_BRW_")), default=0.0) == 0.0
    assert _after(actor, 0.3, eyeBlinkLeft=0.8, eyeBlinkRight=0.8)["Fcl_EYE_Close_L"] == pytest.approx(1.0)


def test_an_angry_kazune_still_blinks() -> None:
    actor = _actor("kazune")
    _after(actor, 1.0, **ANGER)
    face = _after(actor, 0.3, **ANGER, eyeBlinkLeft=0.8, eyeBlinkRight=0.8)
    assert face["Fcl_EYE_Close_L"] == pytest.approx(1.0)
    assert face["Fcl_EYE_Angry"] == pytest.approx(0.0)


def test_kazunes_wink_is_whole_even_where_the_actors_is_not() -> None:
    face = _after(_actor("kazune"), 0.5, eyeBlinkLeft=0.6, eyeBlinkRight=0.35)
    assert face["Fcl_EYE_Close_L"] == pytest.approx(1.0)
    assert face["Fcl_EYE_Close_R"] == pytest.approx(0.0)


def test_star_eyes_shine_for_their_time_and_tell_the_effects_once() -> None:
    actor = _actor("kazune")
    played = list(_play(actor, 4.0, ("star eyes", "on")))
    shine = [outputs.values.get("star_eyes", 0.0) for outputs in played]
    assert [event for outputs in played for event in outputs.events] == ["twinkle"]
    assert shine[30] == 1.0
    assert 2.3 < sum(value > 0.5 for value in shine) / 60 < 2.8
    assert shine[-1] == 0.0


def test_the_blush_stays_until_the_key_is_pressed_again() -> None:
    actor = _actor("kazune")
    assert _after(actor, 3.0, ("blush", "toggle"))["blush"] == 1.0
    assert _after(actor, 3.0, ("blush", "toggle"))["blush"] == 0.0


def test_shizuha_smiles_with_cheeks_and_eyes_and_not_with_the_mouth() -> None:
    face = _after(_actor("shizuha"), 2.0, **SMILE)
    assert face["cheeksUp"] > 0.9
    assert face["Fcl_EYE_Fun"] > 0.2
    assert not any(value for name, value in face.items() if name.startswith("Fcl_MTH_"))


@pytest.mark.parametrize("key", ["joy", "fun"])
def test_shizuhas_hotkeys_leave_her_mouth_alone(key: str) -> None:
    face = _after(_actor("shizuha"), 2.5, (key, "on"))
    assert face["cheeksUp"] > 0.7
    assert not any(value for name, value in face.items() if name.startswith(("Fcl_MTH_", "Fcl_ALL_")))


def test_shizuhas_smile_stays_a_while_after_the_actors() -> None:
    actor = _actor("shizuha")
    _after(actor, 2.0, **SMILE)
    assert _after(actor, 0.4)["cheeksUp"] > 0.5
    assert _after(actor, 4.0)["cheeksUp"] < 0.02


@pytest.mark.parametrize(("seen", "shut"), [(0.22, 0.0), (0.68, 1.0)])
def test_lenses_leave_shizuhas_eyes_open_or_shut(seen: float, shut: float) -> None:
    face = _after(_actor("shizuha"), 0.5, eyeBlinkLeft=seen, eyeBlinkRight=seen)
    assert face["Fcl_EYE_Close_L"] == pytest.approx(shut, abs=0.01)


def test_shizuhas_mouth_moves_on_twos_and_her_lids_on_ones() -> None:
    actor = _actor("shizuha")
    faces = [
        actor.step(
            MappingFrame({**NEUTRAL, "jawOpen": 0.3 + 0.2 * math.sin(k / 3), "eyeBlinkLeft": k / 60}, time=k / 24),
            1 / 24,
        ).values
        for k in range(36)
    ]
    mouth = [len(list(same)) for _, same in groupby(face["Fcl_MTH_A"] for face in faces)]
    lids = [len(list(same)) for _, same in groupby(face["Fcl_EYE_Close_L"] for face in faces[12:36])]
    assert set(mouth[1:-1]) == {2}
    assert set(lids[1:-1]) == {1}


def test_tentsukus_poses_snap_on_threes() -> None:
    actor = _actor("tentsuku")
    tilts = [
        actor.step(MappingFrame({**NEUTRAL, "headRoll": 9 * math.sin(k / 8)}, time=k / 24), 1 / 24).values["tilt"]
        for k in range(120)
    ]
    held = [len(list(same)) for _, same in groupby(tilts)]
    assert {-12.0, 0.0, 12.0} <= set(tilts)
    assert min(held[1:-1]) >= 3


def test_tentsuku_sparks_once_for_every_fright() -> None:
    actor = _actor("tentsuku")
    fright = dict.fromkeys(("browInnerUp", "browOuterUpLeft", "browOuterUpRight"), 0.95)
    played = [*_play(actor, 1.0, **fright), *_play(actor, 1.0), *_play(actor, 1.0, **fright)]
    assert [event for outputs in played for event in outputs.events] == ["spark", "spark"]


def test_tentsukus_static_wins_over_speech_until_the_key_is_pressed_again() -> None:
    actor = _actor("tentsuku")
    assert _after(actor, 1.0, ("static", "toggle"), jawOpen=0.6)["mouth"] == 8
    assert _after(actor, 1.0, ("static", "toggle"), jawOpen=0.6)["mouth"] == 1


def test_tentsukus_dial_goes_on_while_the_face_is_lost() -> None:
    actor = _actor("tentsuku")
    outputs = [actor.step(MappingFrame({"dial": 1.0}, tracked=False), 1 / 24) for _ in range(12)]
    assert outputs[-1].values["needle"] == 1.0
