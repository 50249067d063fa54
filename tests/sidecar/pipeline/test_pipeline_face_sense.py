"""What people see in the sample performance is what comes out: a blink closes, left is left, neutral is still.

Thresholds leave room below what was measured, about 15 % for correlations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES, mirrored_name

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

CORRELATION = {
    "eyeBlinkLeft": 0.82, "eyeBlinkRight": 0.82,
    "eyeLookInLeft": 0.73, "eyeLookOutLeft": 0.75, "eyeLookInRight": 0.75, "eyeLookOutRight": 0.73,
    "eyeLookDownLeft": 0.75, "eyeLookDownRight": 0.75,
    "browInnerUp": 0.84, "browOuterUpLeft": 0.80, "browOuterUpRight": 0.80,
    "jawOpen": 0.80,
    "mouthFunnel": 0.73, "mouthPucker": 0.73, "mouthSmileLeft": 0.83, "mouthSmileRight": 0.83,
    "mouthFrownLeft": 0.70, "mouthFrownRight": 0.78,
    "cheekSquintLeft": 0.60, "cheekSquintRight": 0.68,
}  # fmt: skip


def runs(mask: Mask) -> Iterator[slice]:
    """The stretches in which a mask is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(int), [0]])))
    return (slice(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True))


def around(mask: Mask, frames: int) -> Mask:
    """Also the frames beside those in which a mask is true."""
    return np.convolve(mask, np.ones(2 * frames + 1), "same") > 0


def correlation(one: Array, other: Array) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def test_every_picture_gives_one_tracked_face(sample: Any) -> None:
    assert len(sample.faces) == sample.summary.frames == sample.summary.tracked == 360
    assert all(face.tracked and face.performer == 0 for face in sample.faces)
    assert all(len(faces) == 1 for _, faces in sample.tracked)


def test_time_runs_on_and_every_picture_keeps_its_own(sample: Any) -> None:
    times = [face.time for face in sample.faces]
    assert times == [time for time, _ in sample.tracked]
    assert [time.sequence for time in times] == list(range(1, 361))
    np.testing.assert_allclose([time.timeline_s for time in times], np.arange(360) / 30, atol=1e-3)


def test_every_value_is_finite_and_in_range(sample: Any) -> None:
    for field in ("weights", "channel_confidence"):
        values = sample.stack(field)
        assert values.min() >= 0.0
        assert values.max() <= 1.0
    for field in ("yaw_pitch_roll", "translation", "gaze", "confidence"):
        assert np.isfinite(sample.stack(field)).all()


def test_neutral_is_near_zero(sample: Any) -> None:
    for part in (slice(0, 22), slice(-12, None)):
        weights = sample.stack("weights")[part]
        assert weights.max() < 0.1
        assert weights.mean() < 0.005
        assert np.abs(sample.stack("gaze")[part]).max() < 3.0


def test_every_blink_is_seen_with_both_eyes(sample: Any, truth: Any) -> None:
    closed = (truth.weight("eyeBlinkLeft") > 0.9) & (truth.weight("eyeBlinkRight") > 0.9)
    blinks = list(runs(closed))
    assert len(blinks) == 6
    for blink in blinks:
        for side in ("Left", "Right"):
            assert sample.weight(f"eyeBlink{side}")[blink].max() > 0.75, (blink, side)


def test_open_eyes_do_not_blink(sample: Any, truth: Any) -> None:
    for side in ("Left", "Right"):
        still = ~around(truth.weight(f"eyeBlink{side}") > 0.0, 3)
        assert sample.weight(f"eyeBlink{side}")[still].max() < 0.3


def test_the_wink_closes_the_left_eye_alone(sample: Any, truth: Any) -> None:
    wink = (truth.weight("eyeBlinkLeft") > 0.9) & (truth.weight("eyeBlinkRight") < 0.05)
    assert wink.any()
    assert sample.weight("eyeBlinkLeft")[wink].max() > 0.8
    assert sample.weight("eyeBlinkRight")[wink].max() < 0.2


def test_the_smile_of_the_wink_is_on_the_left(sample: Any, truth: Any) -> None:
    wink = (truth.weight("mouthSmileLeft") > 0.3) & (truth.weight("mouthSmileRight") == 0.0)
    assert wink.any()
    left, right = sample.weight("mouthSmileLeft")[wink], sample.weight("mouthSmileRight")[wink]
    assert left.min() > 0.2
    assert (right < 0.4 * left).all()


def test_looking_left_is_left_and_looking_right_is_right(sample: Any, truth: Any) -> None:
    awake = ~around(truth.weight("eyeBlinkLeft") > 0.05, 2)
    for sign, away, toward in ((1, "Out", "In"), (-1, "In", "Out")):
        looking = awake & (sign * truth.gaze[:, 0] > 15)
        gaze = sign * sample.stack("gaze")[looking]
        assert looking.sum() >= 10
        assert gaze[:, [0, 2]].min() > 3.0
        assert np.median(gaze[:, [0, 2]]) > 9.0
        assert np.median(sample.weight(f"eyeLook{away}Left")[looking]) > 0.25
        assert np.median(sample.weight(f"eyeLook{toward}Right")[looking]) > 0.25
        assert sample.weight(f"eyeLook{toward}Left")[looking].max() < 0.05


def test_looking_down_is_down(sample: Any, truth: Any) -> None:
    down = ~around(truth.weight("eyeBlinkLeft") > 0.05, 2) & (truth.gaze[:, 1] < -15)
    assert down.sum() >= 10
    assert np.median(sample.stack("gaze")[down][:, [1, 3]]) < -7.0


def test_turning_left_is_left(sample: Any, truth: Any) -> None:
    for sign in (1, -1):
        turned = sign * truth.yaw_pitch_roll[:, 0] > 10
        assert turned.sum() > 10
        assert (sign * sample.stack("yaw_pitch_roll")[turned, 0]).min() > 8


def test_the_head_is_where_it_was_posed(sample: Any, truth: Any) -> None:
    error = np.abs(sample.stack("yaw_pitch_roll") - truth.yaw_pitch_roll)
    assert (error.mean(axis=0) < [0.8, 3.0, 0.8]).all()
    assert (error.max(axis=0) < [2.5, 5.0, 2.0]).all()
    for axis in range(3):
        assert correlation(sample.stack("yaw_pitch_roll")[:, axis], truth.yaw_pitch_roll[:, axis]) > 0.95


def test_the_head_is_about_as_far_away_as_the_camera_was(sample: Any) -> None:
    # 56 cm; neither the size of a head nor the lens is known exactly to a single camera.
    distance = -sample.stack("translation")[:, 2]
    assert distance.min() > 0.45
    assert distance.max() < 0.72


def test_the_jaw_opens_when_it_should_and_not_otherwise(sample: Any, truth: Any) -> None:
    acted, jaw = truth.weight("jawOpen"), sample.weight("jawOpen")
    laugh = acted > 0.55
    assert laugh.any()
    assert jaw[laugh].min() > 0.4
    assert jaw[~around(acted > 0.0, 3)].max() < 0.1


def test_the_mouth_is_shut_on_every_p_b_and_m(sample: Any, truth: Any) -> None:
    middles = [round((start + end) / 2 * 30) for ipa, start, end in truth.phones if ipa in "pbm"]
    opening = sample.weight("jawOpen") - sample.weight("mouthClose")
    assert len(middles) >= 8
    assert opening[middles].max() < 0.06


def test_the_mouth_is_open_on_every_open_vowel(sample: Any, truth: Any) -> None:
    acted = truth.weight("jawOpen") - truth.weight("mouthClose")
    vowels = [middle for ipa, a, b in truth.phones if acted[middle := round((a + b) / 2 * 30)] > 0.25 and ipa]
    opening = sample.weight("jawOpen") - sample.weight("mouthClose")
    assert len(vowels) >= 6
    assert opening[vowels].min() > 0.15


def test_smiling_is_not_frowning_and_sadness_is_no_smile(sample: Any, truth: Any) -> None:
    smile = truth.weight("mouthSmileLeft") > 0.8
    sad = truth.weight("mouthFrownLeft") > 0.8
    for side in ("Left", "Right"):
        assert sample.weight(f"mouthSmile{side}")[smile].min() > 0.6
        assert sample.weight(f"mouthFrown{side}")[smile].max() < 0.1
        assert sample.weight(f"mouthFrown{side}")[sad].min() > 0.08
        assert sample.weight(f"mouthSmile{side}")[sad].max() < 0.1


def test_raised_brows_are_up_and_not_down(sample: Any, truth: Any) -> None:
    raised = truth.weight("browOuterUpLeft") > 0.8
    for name in ("browInnerUp", "browOuterUpLeft", "browOuterUpRight"):
        assert sample.weight(name)[raised].min() > 0.5
    for side in ("Left", "Right"):
        assert sample.weight(f"browDown{side}")[raised].max() < 0.1


@pytest.mark.parametrize("name", list(CORRELATION))
def test_channels_follow_what_was_acted(sample: Any, truth: Any, name: str) -> None:
    assert correlation(sample.weight(name), truth.weight(name)) > CORRELATION[name]


@pytest.mark.parametrize("name", ["jawForward", "jawLeft", "jawRight", "mouthLeft", "mouthRight", "mouthDimpleLeft"])
def test_what_was_not_acted_hardly_appears(sample: Any, name: str) -> None:
    assert sample.weight(name).mean() < 0.05
    assert sample.weight(name).max() < 0.3


def test_both_sides_are_measured_alike(sample: Any, truth: Any) -> None:
    even = [n for n in ARKIT_NAMES if n.endswith("Left") and not n.startswith(("eyeLook", "jaw", "mouthLeft"))]
    same = np.all([truth.weight(name) == truth.weight(mirrored_name(name)) for name in even], axis=0)
    same &= np.abs(truth.yaw_pitch_roll[:, 0]) < 5
    for name in even:
        difference = sample.weight(name)[same] - sample.weight(mirrored_name(name))[same]
        assert np.abs(difference).mean() < 0.08, name


def test_the_tongue_is_never_claimed(sample: Any) -> None:
    tongue = ARKIT_INDEX["tongueOut"]
    assert not sample.stack("channel_confidence")[:, tongue].any()
    assert not sample.weight("tongueOut").any()


def test_gaze_is_doubted_while_the_lids_are_closed(sample: Any, truth: Any) -> None:
    closed = (truth.weight("eyeBlinkLeft") > 0.95) & (truth.weight("eyeBlinkRight") > 0.95)
    winking = (truth.weight("eyeBlinkLeft") > 0.95) & (truth.weight("eyeBlinkRight") < 0.05)
    trust = sample.stack("channel_confidence")[:, ARKIT_INDEX["eyeLookOutLeft"]]
    assert trust[closed].mean() < 0.5 * trust[:20].mean()
    # The other eye still tells where this one looks.
    assert trust[closed].mean() < trust[winking].mean() < 0.85 * trust[:20].mean()


def test_the_lens_of_the_sample_is_recognised(sample: Any) -> None:
    assert 1.35 < sample.neutral.focal_share < 1.8
