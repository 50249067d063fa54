"""A performer's own range: gains, rest, and a side that moves both."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.adjust import MOST_GAIN, Adjustment, list_adjustments, load_adjustment, save_adjustment
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.errors import ConfigError
from koekata.studio.guide import ranges


def weights(face, *names: str) -> list[float]:
    return [round(float(face.weights[ARKIT_INDEX[name]]), 6) for name in names]


@pytest.fixture
def face(make_face):
    found = np.zeros(len(ARKIT_NAMES))
    for name, value in (("eyeBlinkLeft", 0.3), ("mouthSmileLeft", 0.4), ("jawOpen", 0.2), ("eyeLookInLeft", 0.5)):
        found[ARKIT_INDEX[name]] = value
    return make_face(weights=found)


def test_nothing_is_changed_by_default(face):
    np.testing.assert_array_equal(Adjustment().apply(face).weights, face.weights)


def test_small_motion_drives_a_full_expression_and_no_more(face):
    adjusted = Adjustment(regions={"eyes": 2.0, "mouth": 4.0}).apply(face)
    assert weights(adjusted, "eyeBlinkLeft", "mouthSmileLeft", "jawOpen") == [0.6, 1.0, 0.2]


def test_rest_is_taken_off_before_the_gain(face):
    adjusted = Adjustment(rest={"jawOpen": 0.1}, channels={"jawOpen": 3.0}).apply(face)
    assert weights(adjusted, "jawOpen") == [0.3]


def test_the_side_that_moves_moves_both_and_the_gaze_stays(face):
    adjusted = Adjustment(mirror="left").apply(face)
    assert weights(adjusted, "eyeBlinkRight", "mouthSmileRight") == [0.3, 0.4]
    assert weights(adjusted, "eyeLookInRight", "eyeLookOutRight") == [0.0, 0.0]
    right = Adjustment(mirror="right").apply(face)
    assert weights(right, "eyeBlinkLeft", "mouthSmileLeft") == [0.0, 0.0]


def test_gains_are_bounded(face):
    assert weights(Adjustment(channels={"jawOpen": 1e9}).apply(face), "jawOpen") == [min(1.0, 0.2 * MOST_GAIN)]


def test_it_is_kept_by_name_and_an_older_one_stays_beside_it(tmp_path):
    save_adjustment(tmp_path, Adjustment(name="mika", regions={"eyes": 2.0}))
    save_adjustment(tmp_path, Adjustment(name="mika", mirror="left"))
    found = load_adjustment(tmp_path, "mika")
    assert found is not None
    assert (found.mirror, found.regions) == ("left", {})
    assert found.created
    assert len(list_adjustments(tmp_path)) == 2
    assert load_adjustment(tmp_path, "nobody") is None


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "rest": {"jawOpen": "x"}}'])
def test_a_damaged_one_is_told(tmp_path, text):
    (tmp_path / "mika.json").write_text(text)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_adjustment(tmp_path, "mika")


def test_a_name_that_is_no_file_name_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="cannot be the name"):
        save_adjustment(tmp_path, Adjustment(name="../mika"))


def test_ranges_give_full_motion_to_what_moved_little_and_leave_what_did_not_move():
    steps = [{"id": "smile", "channels": ["mouthSmileLeft", "mouthSmileRight"]}]
    still, moved = np.zeros((20, len(ARKIT_NAMES))), np.zeros((20, len(ARKIT_NAMES)))
    still[:, ARKIT_INDEX["jawOpen"]] = 0.1
    moved[:, ARKIT_INDEX["mouthSmileLeft"]] = 0.45
    moved[:, ARKIT_INDEX["mouthSmileRight"]] = 0.05
    found = ranges({"neutral": still, "smile": moved}, steps, has_neutral=False)
    assert found["channels"] == {"mouthSmileLeft": 2.0}
    assert found["rest"] == {"jawOpen": 0.1}
    assert ranges({"neutral": still, "smile": moved}, steps, has_neutral=True)["rest"] == {}
