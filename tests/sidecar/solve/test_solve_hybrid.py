"""The refining network: what it is told, what it gives, and what happens when it is not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES, mirrored_name
from koekata.config import FaceModelConfig
from koekata.errors import ModelError
from koekata.face_model.build.estimate import mirror_landmarks
from koekata.face_model.model import FaceModel
from koekata.frames import FittedFace, FloatArray, FrameTime
from koekata.solve import Refiner, Solver, load_refiner, open_solver
from koekata.solve.features import FEATURES, pack


@pytest.fixture(scope="module")
def refiner() -> Refiner:
    return load_refiner()


def fitted(model: FaceModel, scale: float = 1.0, **weights: float) -> FittedFace:
    """A face that the geometric solve explains to the last digit, `scale` times as large as the mean."""
    expression = np.array([weights.get(name, 0.0) for name in model.expression_names])
    moved = np.tensordot(expression, model.expression, 1)
    return FittedFace(
        performer=0,
        time=FrameTime(1, 0.0, 0, 0),
        rotation=np.eye(3),
        translation=np.array([0.0, 0.0, -0.6]),
        expression=expression,
        gaze=np.zeros(4),
        residual=0.0,
        confidence=1.0,
        points=(model.mean + moved) * scale,
        neutral=model.mean * scale,
    )


def mirrored(model: FaceModel, face: FittedFace) -> FittedFace:
    partner = mirror_landmarks(model.mean)

    def flip(points: FloatArray) -> FloatArray:
        return np.asarray(points[partner] * (-1.0, 1.0, 1.0))

    swap = [model.expression_names.index(mirrored_name(name)) for name in model.expression_names]
    fields = {name: getattr(face, name) for name in FittedFace.__slots__}
    fields |= {"points": flip(face.points), "neutral": flip(face.neutral), "expression": face.expression[swap]}
    return FittedFace(**fields)


def named(refiner: Refiner, face: FittedFace) -> dict[str, float]:
    return dict(zip(refiner.expression_names, refiner.weights(face).tolist(), strict=True))


def test_a_still_face_stays_still(face_model: FaceModel, refiner: Refiner) -> None:
    weights = refiner.weights(fitted(face_model))
    assert weights.mean() < 0.01
    assert weights.max() < 0.15


@pytest.mark.parametrize(
    "name", ["jawOpen", "eyeBlinkLeft", "mouthSmileRight", "browInnerUp", "mouthPucker", "mouthLeft", "noseSneerLeft"]
)
def test_a_clear_expression_is_kept(face_model: FaceModel, refiner: Refiner, name: str) -> None:
    weights = named(refiner, fitted(face_model, **{name: 0.9}))
    assert weights[name] > 0.5
    others = {other: value for other, value in weights.items() if other not in (name, mirrored_name(name))}
    assert max(others.values()) < weights[name]


def test_left_is_left(face_model: FaceModel, refiner: Refiner) -> None:
    face = fitted(face_model, eyeBlinkLeft=0.8, mouthSmileRight=0.7)
    weights, other = named(refiner, face), named(refiner, mirrored(face_model, face))
    assert weights["eyeBlinkLeft"] > weights["eyeBlinkRight"] + 0.4
    assert weights["mouthSmileRight"] > weights["mouthSmileLeft"] + 0.3
    for name, value in weights.items():
        assert other[mirrored_name(name)] == pytest.approx(value, abs=0.1)


def test_the_size_of_the_head_makes_no_difference(face_model: FaceModel, refiner: Refiner) -> None:
    ordinary, large = fitted(face_model, mouthSmileLeft=0.6), fitted(face_model, 1.15, mouthSmileLeft=0.6)
    np.testing.assert_allclose(refiner.weights(large), refiner.weights(ordinary), atol=1e-3)


def test_everything_the_network_is_told_has_its_place(face_model: FaceModel) -> None:
    face = fitted(face_model, jawOpen=0.5)
    packed = pack(face.points, face.neutral, face_model.mean, face.expression, face.rotation)
    assert packed.shape == (FEATURES,)
    np.testing.assert_allclose(packed[:1434].reshape(478, 3), face.points - face.neutral, atol=1e-7)
    np.testing.assert_allclose(packed[1434:2868], 0.0, atol=1e-7)
    np.testing.assert_allclose(packed[2868:2919], face.expression)
    np.testing.assert_allclose(packed[2919:], [0.0, 0.0, 1.0, 0.0])


def test_the_configuration_chooses_the_solver(face_model: FaceModel) -> None:
    face = fitted(face_model, jawOpen=0.5)
    geometric = open_solver(face_model, FaceModelConfig(solver="geometric")).solve(face)
    hybrid = open_solver(face_model, FaceModelConfig(solver="hybrid")).solve(face)
    assert geometric.weights[ARKIT_INDEX["jawOpen"]] == 0.5
    assert not np.array_equal(geometric.weights, hybrid.weights)
    assert hybrid.channel_confidence[ARKIT_INDEX["tongueOut"]] == 0.0


def test_confidence_follows_what_the_network_was_measured_to_recover(face_model: FaceModel, refiner: Refiner) -> None:
    confidence = Solver(face_model, refiner).solve(fitted(face_model)).channel_confidence
    expected = dict(zip(refiner.expression_names, refiner.reliability, strict=True))
    for name, value in zip(ARKIT_NAMES, confidence, strict=True):
        assert value == pytest.approx(expected.get(name, 0.0) if expected.get(name, 0.0) >= 0.02 else 0.0, abs=1e-6)


def test_a_model_with_other_channels_is_refused(face_model: FaceModel, refiner: Refiner) -> None:
    from dataclasses import replace

    fewer = replace(face_model, expression_names=face_model.expression_names[:-1])
    with pytest.raises(ModelError, match="does not know the channels"):
        Solver(fewer, refiner)


def test_a_device_that_is_not_there_is_told_apart_from_a_damaged_file(tmp_path: Path) -> None:
    import onnxruntime

    if "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
        with pytest.raises(ModelError, match="the device 'cuda' is not there"):
            load_refiner("cuda")
    (tmp_path / "cut.onnx").write_bytes(b"\x08\x09 cut off")
    with pytest.raises(ModelError, match=r"cut\.onnx: the network cannot be read"):
        Refiner(tmp_path / "cut.onnx")
