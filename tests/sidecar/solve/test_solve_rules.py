"""Weights keep the channels' own rules, and each says how far it may be trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.fuse.trust import camera_trust
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.face_model.model import FaceModel
from koekata.frames import FittedFace, FrameTime, SolvedFace
from koekata.rotations import from_yaw_pitch_roll, yaw_pitch_roll
from koekata.solve import Solver

Fitted = Callable[..., FittedFace]
Solve = Callable[..., SolvedFace]


@pytest.fixture(scope="module")
def fitted(face_model: FaceModel) -> Fitted:
    """A fitted face with the given weights by name, turned by `yaw` degrees."""

    def make(
        yaw: float = 0.0, residual: float = 0.01, confidence: float = 1.0, mouth_seen: float = 1.0, **weights: float
    ) -> FittedFace:
        unknown = set(weights) - set(face_model.expression_names)
        assert not unknown
        return FittedFace(
            performer=2,
            time=FrameTime(7, 0.25, 1, 2, "01:00:00:07"),
            rotation=from_yaw_pitch_roll(np.array([yaw, 4.0, -3.0])),
            translation=np.array([0.01, 0.02, -0.6]),
            expression=np.array([weights.get(name, 0.0) for name in face_model.expression_names]),
            gaze=np.array([1.0, 2.0, 3.0, 4.0]),
            residual=residual,
            confidence=confidence,
            points=face_model.mean,
            neutral=face_model.mean,
            mouth_seen=mouth_seen,
        )

    return make


@pytest.fixture(scope="module")
def solve(face_model: FaceModel, fitted: Fitted) -> Solve:
    """Solves a face made by `fitted`."""
    solver = Solver(face_model)
    return lambda **changes: solver.solve(fitted(**changes))


def weight(face: SolvedFace, name: str) -> float:
    return float(face.weights[ARKIT_INDEX[name]])


def confidence(face: SolvedFace, name: str) -> float:
    return float(face.channel_confidence[ARKIT_INDEX[name]])


def test_weights_are_placed_by_name(solve: Solve) -> None:
    face = solve(jawOpen=0.4, eyeBlinkLeft=0.7, mouthSmileRight=0.2)
    named = {name: float(value) for name, value in zip(ARKIT_NAMES, face.weights, strict=True) if value}
    assert named == {"jawOpen": 0.4, "eyeBlinkLeft": 0.7, "mouthSmileRight": 0.2}
    assert face.names == ARKIT_NAMES


def test_a_model_with_another_order_gives_the_same_weights(face_model: FaceModel, fitted: Fitted) -> None:
    order = np.random.default_rng(0).permutation(len(face_model.expression_names))
    shuffled = replace(
        face_model,
        expression_names=tuple(face_model.expression_names[index] for index in order),
        expression=face_model.expression[order],
        reliability=face_model.reliability[order],
    )
    face = fitted(jawOpen=0.5, mouthClose=0.2, browDownLeft=0.9)
    moved = replace(face, expression=face.expression[order])
    one, other = Solver(face_model).solve(face), Solver(shuffled).solve(moved)
    np.testing.assert_array_equal(other.weights, one.weights)
    np.testing.assert_array_equal(other.channel_confidence, one.channel_confidence)


def test_what_was_fitted_travels_on(solve: Solve) -> None:
    face = solve(yaw=12.0, eyeLookOutLeft=1.0, eyeLookUpRight=0.5)
    assert (face.performer, face.tracked, face.time.timecode) == (2, True, "01:00:00:07")
    np.testing.assert_allclose(face.yaw_pitch_roll, [12.0, 4.0, -3.0])
    np.testing.assert_array_equal(face.translation, [0.01, 0.02, -0.6])
    np.testing.assert_array_equal(face.gaze, [35.0, 0.0, 0.0, 12.5])


@pytest.mark.parametrize(("jaw", "close", "left"), [(0.5, 0.2, 0.2), (0.2, 0.5, 0.2), (0.0, 0.8, 0.0)])
def test_lips_cannot_close_more_than_the_jaw_is_open(solve: Solve, jaw: float, close: float, left: float) -> None:
    face = solve(jawOpen=jaw, mouthClose=close)
    assert weight(face, "mouthClose") == pytest.approx(left)
    assert weight(face, "jawOpen") == jaw


def test_weights_are_clipped_to_what_a_blendshape_may_be(solve: Solve) -> None:
    face = solve(jawOpen=1.3, mouthFunnel=-0.2)
    assert weight(face, "jawOpen") == 1.0
    assert weight(face, "mouthFunnel") == 0.0


def test_the_tongue_is_not_observed_and_says_so(solve: Solve) -> None:
    face = solve(jawOpen=1.0)
    assert weight(face, "tongueOut") == 0.0
    assert confidence(face, "tongueOut") == 0.0


def test_a_channel_that_fits_cannot_tell_is_unobserved(face_model: FaceModel, solve: Solve) -> None:
    hopeless = [n for n, r in zip(face_model.expression_names, face_model.reliability, strict=True) if r < 0.02]
    face = solve(**dict.fromkeys(hopeless, 0.8))
    assert [confidence(face, name) for name in hopeless] == [0.0] * len(hopeless)
    assert [weight(face, name) for name in hopeless] == [0.0] * len(hopeless)


def test_an_observed_channel_always_has_some_confidence(face_model: FaceModel, solve: Solve) -> None:
    observed = [n for n, r in zip(face_model.expression_names, face_model.reliability, strict=True) if r >= 0.02]
    face = solve(yaw=89.0, eyeBlinkLeft=1.0, eyeBlinkRight=1.0)
    assert min(confidence(face, name) for name in observed) > 0.0


@pytest.mark.parametrize(("yaw", "hidden", "seen"), [(60.0, "Left", "Right"), (-60.0, "Right", "Left")])
def test_the_side_that_is_turned_away_fades_more_than_the_other(
    solve: Solve, yaw: float, hidden: str, seen: str
) -> None:
    frontal, turned = solve(), solve(yaw=yaw)
    for stem in ("eyeBlink", "mouthSmile", "browDown", "browOuterUp", "noseSneer"):
        away, near = (confidence(turned, stem + side) / confidence(frontal, stem + side) for side in (hidden, seen))
        assert away < near < 1.0
    assert confidence(turned, "eyeBlink" + hidden) < 0.7 * confidence(frontal, "eyeBlink" + hidden)


def test_a_small_turn_hides_little(solve: Solve) -> None:
    frontal, turned = solve().channel_confidence, solve(yaw=20.0).channel_confidence
    assert (turned >= 0.85 * frontal).all()


def test_fading_is_gradual(solve: Solve) -> None:
    values = [confidence(solve(yaw=float(yaw)), "eyeBlinkLeft") for yaw in range(0, 90, 2)]
    assert values == sorted(values, reverse=True)
    assert max(np.abs(np.diff(values))) < 0.1


def test_gaze_is_not_trusted_behind_closed_lids_and_less_when_one_of_them_is_closed(solve: Solve) -> None:
    awake, winking, asleep = solve(), solve(eyeBlinkLeft=0.95), solve(eyeBlinkLeft=0.95, eyeBlinkRight=0.95)
    for way in ("In", "Out", "Up", "Down"):
        name = f"eyeLook{way}Left"
        assert confidence(asleep, name) < 0.5 * confidence(awake, name)
        assert confidence(asleep, name) < confidence(winking, name) < 0.85 * confidence(awake, name)
    assert confidence(winking, "jawOpen") == pytest.approx(confidence(awake, "jawOpen"), rel=0.01)


def test_a_clean_face_that_looks_to_the_camera_has_the_measured_reliability(
    face_model: FaceModel, solve: Solve
) -> None:
    face = solve(residual=0.02)
    for name, reliability in zip(face_model.expression_names, face_model.reliability, strict=True):
        assert confidence(face, name) == pytest.approx(reliability if reliability >= 0.02 else 0.0)


def test_a_bad_fit_lowers_every_confidence(solve: Solve) -> None:
    good, bad = solve(residual=0.005), solve(residual=0.08)
    assert bad.confidence < 0.4 * good.confidence
    observed = good.channel_confidence > 0
    assert (bad.channel_confidence[observed] < good.channel_confidence[observed]).all()


def test_a_doubtful_face_lowers_every_confidence(solve: Solve) -> None:
    sure, doubtful = solve(), solve(confidence=0.5)
    assert doubtful.confidence == pytest.approx(sure.confidence / 2)
    np.testing.assert_allclose(doubtful.channel_confidence, sure.channel_confidence / 2)


def test_confidence_is_a_share(solve: Solve) -> None:
    for yaw in (-90.0, 0.0, 90.0):
        face = solve(yaw=yaw)
        assert face.channel_confidence.min() >= 0.0
        assert face.channel_confidence.max() <= 1.0
        assert 0.0 <= face.confidence <= 1.0


def test_angles_are_those_of_the_rotation(face_model: FaceModel, fitted: Fitted) -> None:
    face = fitted(yaw=-33.0)
    np.testing.assert_allclose(Solver(face_model).solve(face).yaw_pitch_roll, yaw_pitch_roll(face.rotation))


def test_the_distance_of_the_lips_is_that_of_the_picture_whatever_the_neutral_face(
    face_model: FaceModel, fitted: Fitted
) -> None:
    """Seen from the front, as a share of the distance of the eyes; a lip that comes forward does not part them."""
    solver, eyes = Solver(face_model), float(np.linalg.norm(face_model.mean[33] - face_model.mean[263]))
    together = face_model.mean.copy()
    together[[87, 14, 317]] = together[[82, 13, 312]]
    parted = together.copy()
    parted[[87, 14, 317]] += np.array([0.0, -0.08, 0.02]) * eyes
    for neutral in (together, parted):
        for points, apart in ((together, 0.0), (parted, 0.08)):
            solved = solver.solve(replace(fitted(yaw=30.0), points=points, neutral=neutral))
            assert solved.lips_apart == pytest.approx(apart)


def test_a_hidden_mouth_is_hardly_trusted_and_the_rest_of_the_face_as_before(solve: Solve) -> None:
    seen, hidden = solve(), solve(mouth_seen=0.0)
    for name in ("jawOpen", "mouthClose", "mouthSmileLeft", "mouthPucker"):
        assert 0.0 < confidence(hidden, name) < 0.1 * confidence(seen, name)
    for name in ("eyeBlinkLeft", "browInnerUp"):
        assert confidence(hidden, name) == confidence(seen, name)


def test_the_voice_leads_where_the_mouth_is_hidden(solve: Solve) -> None:
    assert camera_trust(solve(), load_mouth()) > 0.9
    assert camera_trust(solve(mouth_seen=0.0), load_mouth()) == 0.0
