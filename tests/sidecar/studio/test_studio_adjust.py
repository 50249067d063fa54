"""A performer's own range: gains, rest, and a side that moves both."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from koekata.adjust import MOST_GAIN, Adjustment, Dwell
from koekata.adjustments import list_adjustments, load_adjustment, save_adjustment
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.errors import ConfigError
from koekata.studio.exercise import Step
from koekata.studio.ranges import ranges

resource: ModuleType | None
try:
    import resource
except ImportError:
    resource = None


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


def test_a_range_makes_its_ends_0_and_1_and_trembling_below_it_does_not_show(face):
    adjusted = Adjustment(ranges={"eyes": (0.2, 0.4), "mouth": (0.5, 1.0)}).apply(face)
    assert weights(adjusted, "eyeBlinkLeft", "mouthSmileLeft", "jawOpen") == [0.5, 0.0, 0.2]


def test_what_is_kept_is_what_is_read_again(tmp_path):
    stored = save_adjustment(
        tmp_path,
        Adjustment(
            {"jawOpen": 0.1}, {"jawOpen": 2.0}, {"eyes": 1.5}, {"mouth": (0.1, 0.6)}, "right",
            {"wave": Dwell("browInnerUp", 0.7, 1.5)}, name="mika", camera="cam", character="Sorane",
        ),
    )  # fmt: skip
    assert load_adjustment(tmp_path, "mika") == stored


@pytest.mark.skipif(resource is None, reason="needs a system that can limit the size of files")
def test_one_that_cannot_be_written_leaves_the_older_one_under_its_name(tmp_path):
    save_adjustment(tmp_path, Adjustment(name="mika", mirror="left"))
    most, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            save_adjustment(tmp_path, Adjustment(name="mika"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    found = load_adjustment(tmp_path, "mika")
    assert found is not None
    assert found.mirror == "left"
    assert list_adjustments(tmp_path) == ["mika"]


def moved(**channels: float) -> np.ndarray:
    found = np.zeros((20, len(ARKIT_NAMES)))
    for name, value in channels.items():
        found[:, ARKIT_INDEX[name]] = value
    return found


def test_ranges_give_full_motion_to_what_moved_little_and_name_what_did_not_move():
    steps = [Step("smile", 1.0, ("mouthSmileLeft", "mouthSmileRight"))]
    seen = {"neutral": moved(jawOpen=0.1), "smile": moved(mouthSmileLeft=0.45, mouthSmileRight=0.05)}
    found = ranges(seen, steps, has_neutral=False)
    assert found.gains == {"mouthSmileLeft": 2.0}
    assert found.rest == {"jawOpen": 0.1}
    assert found.still == ("mouthSmileRight",)
    assert ranges(seen, steps, has_neutral=True).rest == {}


def test_channel_that_several_steps_ask_for_has_the_widest_of_their_ranges():
    steps = [Step("jaw", 1.0, ("jawOpen",)), Step("o", 1.0, ("jawOpen", "mouthFunnel"))]
    seen = {"neutral": moved(), "jaw": moved(jawOpen=0.95), "o": moved(jawOpen=0.3, mouthFunnel=0.6)}
    assert ranges(seen, steps, has_neutral=True).gains == {"mouthFunnel": 1.5}
