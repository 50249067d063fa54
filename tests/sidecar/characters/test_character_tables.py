"""The characters with their mapping tables, and with a table that is drafted for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from koekata.channels import ARKIT_NAMES
from koekata.cli import app
from koekata.mapping import Evaluator, MappingFrame, load_table

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "mappings" / "characters"
MODELS = ROOT / "sidecar" / "koekata" / "data" / "characters"
POSE = ("gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight", "headYaw")


def held(evaluator: Evaluator, frames: int = 12, dt: float = 0.1, **values: float) -> dict[str, float]:
    """What the table makes of one face that is held for a while."""
    frame = MappingFrame({**dict.fromkeys(ARKIT_NAMES, 0.0), **dict.fromkeys(POSE, 0.0), **values})
    for _ in range(frames):
        outputs = evaluator.step(frame, dt)
    return dict(outputs.values)


def shown(name: str, **values: float) -> dict[str, float]:
    return held(Evaluator(load_table(TABLES / f"{name}.json")), **values)


@pytest.mark.parametrize("name", ["sorane", "pata"])
def test_tables_drive_only_what_the_model_has(name: str, request: pytest.FixtureRequest) -> None:
    model = request.getfixturevalue(name)
    expressions = model.vrm["expressions"]
    known = {
        *expressions["preset"],
        *expressions["custom"],
        *model.json["meshes"][0].get("extras", {}).get("targetNames", []),
    }
    assert {target.id for target in load_table(TABLES / f"{name}.json").targets} <= known


def test_mapping_init_reads_the_model_and_puts_every_channel_on_its_own_morph(tmp_path: Path) -> None:
    out = tmp_path / "draft.json"
    result = CliRunner().invoke(app, ["mapping", "init", str(MODELS / "sorane.vrm"), "--out", str(out)])
    assert result.exit_code == 0, result.output
    table = load_table(out)
    driven = {row.to: row.formula.terms[0].of for row in table.rows}
    for channel in ARKIT_NAMES:
        if not channel.startswith("eyeBlink"):
            assert driven[channel[0].upper() + channel[1:]] == channel
    values = held(Evaluator(table), eyeBlinkLeft=1.0)
    assert (values["blinkLeft"], values["blinkRight"]) == (pytest.approx(1), pytest.approx(0))


def test_mapping_init_knows_the_lids_and_vowels_of_the_cat(tmp_path: Path) -> None:
    out = tmp_path / "draft.json"
    result = CliRunner().invoke(app, ["mapping", "init", str(MODELS / "pata.vrm"), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert held(Evaluator(load_table(out)), eyeBlinkLeft=1.0, eyeBlinkRight=0.0)["blinkLeft"] > 0.5


def test_a_blink_shuts_the_eye_even_when_it_is_wide() -> None:
    values = shown("sorane", eyeBlinkLeft=0.7, eyeBlinkRight=0.7, eyeWideLeft=0.5, eyeWideRight=0.5)
    assert values["EyeBlinkLeft"] == pytest.approx(1)
    assert values["EyeWideLeft"] == pytest.approx(0)


def test_a_laugh_shuts_the_eyes_in_arcs_and_a_blink_leaves_them_so() -> None:
    values = shown(
        "sorane",
        mouthSmileLeft=1.0,
        mouthSmileRight=1.0,
        cheekSquintLeft=0.6,
        cheekSquintRight=0.6,
        eyeBlinkLeft=0.6,
        eyeBlinkRight=0.6,
    )
    assert values["EyeJoyLeft"] > 0.95
    assert values["EyeJoyLeft"] + values["EyeBlinkLeft"] <= 1.000001


def test_lips_that_are_closed_over_an_open_jaw_stay_closed() -> None:
    for amount in (0.1, 0.3, 0.6, 0.9):
        values = shown("sorane", jawOpen=amount, mouthClose=amount)
        assert values["MouthClose"] == pytest.approx(values["JawOpen"], abs=1e-6)


@pytest.mark.parametrize(("channels", "on"), [
    ({"visemeA": 1.0, "voiceActivity": 1.0}, "aa"), ({"visemeA": 0.0, "visemeO": 1.0, "voiceActivity": 1.0}, "oh"),
    ({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6}, "mouthSmile"),
    ({"mouthFrownLeft": 0.8, "mouthFrownRight": 0.8}, "mouthFrown"),
    ({"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}, "blinkLeft"),
    ({"browDownLeft": 1.0, "browDownRight": 1.0}, "browsAngry"),
])  # fmt: skip
def test_the_cat_shows_one_drawing_at_a_time(channels: dict[str, float], on: str) -> None:
    values = shown("pata", **channels)
    assert values[on] == 1
    mouths = ("aa", "ih", "ou", "ee", "oh", "mouthPressed", "mouthSmile", "mouthFrown")
    assert sum(values[name] for name in mouths) <= 1
    assert set(values.values()) <= {0.0, 1.0}


def test_the_cat_holds_a_mouth_for_two_frames() -> None:
    evaluator = Evaluator(load_table(TABLES / "pata.json"))
    held(evaluator)
    assert held(evaluator, frames=2, dt=1 / 24, visemeA=1.0, voiceActivity=1.0)["aa"] == 1
    assert held(evaluator, frames=1, dt=1 / 100, visemeA=0.0, visemeO=1.0, voiceActivity=1.0)["aa"] == 1
    assert held(evaluator, frames=6, dt=1 / 24, visemeA=0.0, visemeO=1.0, voiceActivity=1.0)["oh"] == 1
