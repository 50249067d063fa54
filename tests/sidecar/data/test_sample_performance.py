"""The sample performance shows what its ground truth says, seen by a face tracker that knows nothing of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX

Array = NDArray[np.float64]
UPPER_LIP, LOWER_LIP = 13, 14
EYES = {"Left": (386, 374, 362, 263), "Right": (159, 145, 33, 133)}
"""Upper lid, lower lid and the two corners, of the performer's eyes, in the face mesh."""


@dataclass(frozen=True)
class Seen:
    """What the tracker reports, and what was acted."""

    points: Array
    """(360, 478, 2) pixels; NaN where no face was found."""
    truth: dict[str, Any]

    def weight(self, name: str) -> Array:
        return np.asarray(self.truth["weights"][:, ARKIT_INDEX[name]], np.float64)

    def distance(self, first: int, second: int) -> Array:
        return np.asarray(np.linalg.norm(self.points[:, first] - self.points[:, second], axis=1))

    def opening(self, side: str) -> Array:
        upper, lower, inner, outer = EYES[side]
        return self.distance(upper, lower) / self.distance(inner, outer)


@pytest.fixture(scope="module")
def seen() -> Seen:
    mediapipe = pytest.importorskip("mediapipe")
    if not hasattr(mediapipe, "solutions"):
        pytest.skip("this mediapipe does not carry the face mesh")
    folder = files("koekata.data.sample")
    with as_file(folder / "performance.npz") as path, np.load(path, allow_pickle=False) as data:
        truth = {key: data[key] for key in data.files}
    with (
        as_file(folder / "performance.mp4") as path,
        av.open(str(path)) as film,
        mediapipe.solutions.face_mesh.FaceMesh(max_num_faces=1, refine_landmarks=True) as mesh,
    ):
        points = [_points(mesh, frame.to_ndarray(format="rgb24")) for frame in film.decode(video=0)]
    return Seen(np.array(points), truth)


def _points(mesh: Any, picture: Any) -> Array:
    found = mesh.process(picture).multi_face_landmarks
    if not found:
        return np.full((478, 2), np.nan)
    height, width = picture.shape[:2]
    return np.array([(point.x * width, point.y * height) for point in found[0].landmark])


def test_a_face_is_found_in_every_picture(seen: Seen) -> None:
    assert len(seen.points) == len(seen.truth["weights"]) == 360
    assert np.isfinite(seen.points).all()


def test_it_begins_and_ends_neutral_and_frontal(seen: Seen) -> None:
    for part in (slice(0, 24), slice(-15, None)):
        assert seen.truth["weights"][part].max() == 0.0
        assert np.abs(seen.truth["yaw_pitch_roll"][part]).max() == 0.0


@pytest.mark.parametrize("side", ["Left", "Right"])
def test_a_blink_closes_the_eye_of_its_side(seen: Seen, side: str) -> None:
    shut = seen.weight(f"eyeBlink{side}") > 0.99
    assert shut.any()
    assert seen.opening(side)[shut].max() < 0.6 * seen.opening(side)[:20].mean()


def test_the_wink_closes_the_left_eye_only(seen: Seen) -> None:
    wink = (seen.weight("eyeBlinkLeft") > 0.9) & (seen.weight("eyeBlinkRight") < 0.05)
    assert wink.any()
    assert seen.opening("Left")[wink].max() < 0.5 * seen.opening("Right")[wink].min()


def test_the_lips_meet_on_every_p_b_and_m(seen: Seen) -> None:
    middles = [round((start + end) * 15) for ipa, start, end in json.loads(str(seen.truth["phones"])) if ipa in "pbm"]
    gap = seen.distance(UPPER_LIP, LOWER_LIP) / seen.distance(33, 263)
    assert len(middles) >= 8
    assert gap[middles].max() < 0.02


def test_the_mouth_moves_with_the_picture_and_not_before_or_after(seen: Seen) -> None:
    said = slice(134, 252)
    acted = (seen.weight("jawOpen") - seen.weight("mouthClose"))[said]
    gap = seen.distance(UPPER_LIP, LOWER_LIP)
    match = {shift: np.corrcoef(gap[134 + shift : 252 + shift], acted)[0, 1] for shift in range(-3, 4)}
    assert max(match, key=lambda shift: match[shift]) == 0
    assert match[0] > 0.9


def test_looking_left_moves_the_irises_to_the_right_of_the_picture(seen: Seen) -> None:
    look = (seen.truth["gaze"][:, 0] > 15) & (np.abs(seen.truth["yaw_pitch_roll"][:, 0]) < 2)
    corners = (seen.points[:, 263, 0] + seen.points[:, 362, 0]) / 2
    offset = (seen.points[:, 473, 0] - corners) / seen.distance(263, 362)
    assert look.any()
    assert offset[look].min() > offset[:20].max()


def test_the_voice_is_heard_while_the_line_is_spoken() -> None:
    with as_file(files("koekata.data.sample") / "performance.mp4") as path, av.open(str(path)) as film:
        rate = film.streams.audio[0].rate
        sound = np.concatenate([frame.to_ndarray().ravel() for frame in film.decode(audio=0)])
    with as_file(files("koekata.data.sample") / "performance.npz") as path, np.load(path, allow_pickle=False) as data:
        phones = json.loads(str(data["phones"]))
    loud = np.nonzero(np.abs(sound) > 0.02)[0] / rate
    assert loud[0] == pytest.approx(phones[0][1], abs=0.05)
    assert loud[-1] == pytest.approx(phones[-1][2], abs=0.2)
