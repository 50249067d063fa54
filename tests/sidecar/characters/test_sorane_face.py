"""The face of Sorane makes sense: shut is shut, left is left, and nothing pokes through."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES
from koekata.characters.sorane.eye import Eye
from koekata.characters.sorane.face import Face
from koekata.characters.sorane.opening import Rim

VOWELS = ("MouthA", "MouthI", "MouthU", "MouthE", "MouthO")
LOOKS = ("Up", "Down", "In", "Out")


@pytest.fixture(scope="module")
def face() -> Face:
    return Face()


def mixed(rest: Rim, weights: dict[str, float], rims: Any) -> Rim:
    """A rim as linear morphs make it."""

    def blend(part: str) -> Any:
        start = getattr(rest, part)
        return start + sum(weight * (getattr(rims(name), part) - start) for name, weight in weights.items())

    return Rim(blend("upper"), blend("lower"), blend("upper_out"), blend("lower_out"))


def lids(face: Face, **weights: float) -> Rim:
    opening = face.eye.opening()
    return mixed(opening.rest, weights, opening.morphs.__getitem__)


def lips(face: Face, **weights: float) -> Rim:
    return mixed(face.mouth.rest(), weights, face.mouth.rim)


def gap(rim: Rim) -> Any:
    """Millimetres between the edges, positive where they are open."""
    return rim.upper[:, 1] - rim.lower[:, 1]


@pytest.mark.parametrize("shape", ["EyeBlinkLeft", "EyeJoyLeft"])
def test_shut_lids_meet_all_along(face: Face, shape: str) -> None:
    assert np.abs(gap(lids(face, **{shape: 1.0}))).max() < 0.01


def test_an_open_eye_is_open(face: Face) -> None:
    assert gap(lids(face)).max() > 30


def test_a_blink_half_way_is_half_shut(face: Face) -> None:
    assert gap(lids(face, EyeBlinkLeft=0.5)).max() == pytest.approx(gap(lids(face)).max() / 2, rel=0.05)


@pytest.mark.parametrize(
    "more", [{"EyeSquintLeft": 1.0}, {"CheekSquintLeft": 1.0}, {"EyeSquintLeft": 1.0, "CheekSquintLeft": 1.0}]
)
def test_a_blink_with_a_squint_leaves_no_slit_and_tucks_the_lower_lid_behind(
    face: Face, more: dict[str, float]
) -> None:
    rim = lids(face, EyeBlinkLeft=1.0, **more)
    assert gap(rim).max() < 0.01
    assert (rim.lower_out <= rim.upper_out).all()


def test_the_table_of_the_character_shuts_wide_eyes(face: Face) -> None:
    assert gap(lids(face, EyeBlinkLeft=1.0, EyeWideLeft=0.0)).max() < 0.01


@pytest.mark.parametrize("look", ["rest", *LOOKS])
def test_the_iris_stays_behind_the_skin_wherever_it_looks(face: Face, look: str) -> None:
    iris = face.eye.iris()
    points = iris.positions + (0 if look == "rest" else iris.morphs[f"EyeLook{look}Left"])
    assert (face.head.front(points[:, 0], points[:, 1]) - points[:, 2]).min() > 0.3


def test_lids_stay_in_front_of_the_ball_on_their_way(face: Face) -> None:
    opening, rest = face.eye.opening(), face.eye.opening().at_rest()
    for name, weight in itertools.product(("EyeBlinkLeft", "EyeJoyLeft"), (0.25, 0.5, 0.75, 1.0)):
        there = opening.moved(name)
        ends = [face.head.on_front(r.reshape(-1, 3)[:, :2], r.reshape(-1, 3)[:, 2]) for r in (rest, there)]
        points = ends[0] + weight * (ends[1] - ends[0])
        points = points[np.abs(points[:, :2] - face.eye.centre).max(1) < 17]
        ball = face.eye.on_ball(points[:, :2], face.eye.table["iris"]["raised"])
        assert (points[:, 2] - ball[:, 2]).min() > 0.2, (name, weight)


def test_the_white_is_behind_the_iris(face: Face) -> None:
    iris = face.eye.iris().positions
    assert (iris[:, 2] - face.eye.on_ball(iris[:, :2], 0.0)[:, 2]).min() > 0.5


def test_lips_rest_shut(face: Face) -> None:
    assert np.abs(gap(lips(face))).max() < 0.01


@pytest.mark.parametrize("weight", [0.25, 0.5, 1.0])
def test_mouth_close_brings_the_lips_together_over_an_open_jaw(face: Face, weight: float) -> None:
    assert gap(lips(face, JawOpen=weight)).max() > 14 * weight
    assert np.abs(gap(lips(face, JawOpen=weight, MouthClose=weight))).max() < 0.05


@pytest.mark.parametrize("shape", [
    "MouthSmileLeft", "MouthFrownRight", "MouthLeft", "MouthPucker", "MouthPressLeft", "MouthRollUpper",
    "MouthRollLower", "MouthShrugLower", "MouthShrugUpper", "MouthDimpleLeft", "MouthStretchRight",
])  # fmt: skip
def test_shapes_of_shut_lips_stay_nearly_shut(face: Face, shape: str) -> None:
    assert np.abs(gap(lips(face, **{shape: 1.0}))).max() < 1.3


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(VOWELS, 2)))
def test_vowels_are_told_apart_by_width_or_height(face: Face, one: str, other: str) -> None:
    sizes = [
        np.array([np.ptp(rim.upper[:, 0]), gap(rim).max()]) for rim in (lips(face, **{n: 1.0}) for n in (one, other))
    ]
    assert np.abs(sizes[0] - sizes[1]).max() > 2.5


@pytest.mark.parametrize(
    "weights",
    [
        {"JawOpen": 1, "MouthSmileLeft": 1, "MouthSmileRight": 1},
        {"MouthA": 1, "MouthSmileLeft": 1},
        {"JawOpen": 1, "MouthFunnel": 1},
    ],
)
def test_open_mouths_combine_without_crossing_lips(face: Face, weights: dict[str, float]) -> None:
    assert gap(lips(face, **weights)).min() > -0.1


def test_teeth_and_tongue_hide_behind_shut_lips(face: Face) -> None:
    for part in (*face.mouth.teeth(), face.mouth.tongue()):
        assert (face.head.front(part.positions[:, 0], part.positions[:, 1]) - part.positions[:, 2]).min() > 1.0


def test_the_tongue_comes_out(face: Face) -> None:
    tongue = face.mouth.tongue()
    out = tongue.positions + tongue.morphs["TongueOut"]
    assert (out[:, 2] - face.head.front(out[:, 0], out[:, 1])).max() > 5


def test_every_channel_moves_something(sorane: Any) -> None:
    for channel in ARKIT_NAMES:
        name = channel[0].upper() + channel[1:]
        moved = max(np.abs(sorane.morphs(material)[1][name]).max() for material in ("Skin", "Lines", "Eyes", "Mouth"))
        assert moved > 3e-4, name


@pytest.mark.parametrize(
    "channel",
    [
        name
        for name in ARKIT_NAMES
        if name.endswith(("Left", "Right")) and name not in ("jawLeft", "jawRight", "mouthLeft", "mouthRight")
    ],
)
def test_left_moves_the_left_half_and_right_the_right_one(sorane: Any, channel: str) -> None:
    name, side = channel[0].upper() + channel[1:], 1 if channel.endswith("Left") else -1
    weighed = 0.0
    for material in ("Skin", "Lines", "Eyes"):
        positions, morphs = sorane.morphs(material)
        weighed += float((np.abs(morphs[name]).sum(1) * np.sign(positions[:, 0]) * side).sum())
    assert weighed > 0


@pytest.mark.parametrize(("channel", "sign"), [("JawLeft", 1), ("JawRight", -1), ("MouthLeft", 1), ("MouthRight", -1)])
def test_jaw_and_mouth_go_to_the_named_side(sorane: Any, channel: str, sign: int) -> None:
    assert (sorane.morphs("Skin")[1][channel][:, 0] * sign).max() > 2e-3


def test_eyes_turn_about_their_bones_without_leaving_the_ball(face: Face) -> None:
    eye: Eye = face.eye
    distance = np.linalg.norm(eye.iris().positions - eye.pivot, axis=1)
    assert np.ptp(distance) < 0.01
