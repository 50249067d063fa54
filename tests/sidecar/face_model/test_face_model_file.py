"""The built-in face model is whole, symmetric and small."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES, UNOBSERVED_BY_LANDMARKS, mirrored_name
from koekata.errors import ModelError
from koekata.face_model.build.estimate import mirror_landmarks
from koekata.face_model.model import FaceModel, load_builtin, load_model, save_model

BUILTIN = files("koekata") / "data" / "face_model" / "builtin.npz"
HALF_PRECISION = 1e-3
"""Relative rounding of 16-bit floats, with room."""


def test_its_arrays_fit_together(face_model: FaceModel) -> None:
    channels, modes = len(face_model.expression_names), len(face_model.identity_modes)
    assert face_model.mean.shape == (478, 3)
    assert face_model.identity_modes.shape == (modes, 478, 3)
    assert face_model.identity_variance.shape == (1434,)
    assert face_model.expression.shape == (channels, 478, 3)
    assert face_model.noise.factors.shape[1:] == face_model.noise.variance.shape == (1434,)
    assert face_model.reliability.shape == (channels,)
    for array in (face_model.mean, face_model.identity_modes, face_model.expression, face_model.noise.factors):
        assert array.dtype == np.float64
        assert np.isfinite(array).all()
    assert (face_model.noise.variance > 0).all()
    assert (face_model.identity_variance > 0).all()


def test_it_knows_every_channel_that_landmarks_can_show(face_model: FaceModel) -> None:
    assert set(face_model.expression_names) == set(ARKIT_NAMES) - UNOBSERVED_BY_LANDMARKS
    assert len(set(face_model.expression_names)) == len(face_model.expression_names)


def test_its_mean_is_the_size_of_a_face_and_looks_out_of_z(face_model: FaceModel) -> None:
    left_eye, right_eye, nose, forehead, chin = face_model.mean[[263, 33, 1, 10, 152]]
    assert 0.07 < np.linalg.norm(left_eye - right_eye) < 0.11
    assert left_eye[0] > 0 > right_eye[0]
    assert nose[2] > left_eye[2]
    assert forehead[1] > nose[1] > chin[1]


def test_its_mean_is_symmetric(face_model: FaceModel) -> None:
    partner = mirror_landmarks(face_model.mean)
    assert partner[33] == 263
    assert partner[1] == 1
    np.testing.assert_allclose(face_model.mean[partner] * (-1, 1, 1), face_model.mean, atol=1e-5)


@pytest.mark.parametrize("name", [name for name in ARKIT_NAMES if name not in UNOBSERVED_BY_LANDMARKS])
def test_left_and_right_are_mirror_images(face_model: FaceModel, name: str) -> None:
    names = face_model.expression_names
    partner = mirror_landmarks(face_model.mean)
    one = face_model.expression[names.index(name)]
    other = face_model.expression[names.index(mirrored_name(name))]
    np.testing.assert_allclose(other[partner] * (-1, 1, 1), one, atol=2e-5)
    assert face_model.reliability[names.index(name)] == pytest.approx(
        face_model.reliability[names.index(mirrored_name(name))]
    )


def test_channels_move_what_their_names_say(face_model: FaceModel) -> None:
    def moved(name: str, landmark: int) -> np.ndarray:
        return np.asarray(face_model.expression[face_model.expression_names.index(name)][landmark] * 1e3)

    assert moved("jawOpen", 152)[1] < -10
    assert moved("eyeBlinkLeft", 386)[1] < -3
    assert abs(moved("eyeBlinkLeft", 159)[1]) < 0.5
    assert moved("browInnerUp", 107)[1] > 1
    assert moved("mouthSmileLeft", 291)[1] > 2
    assert moved("mouthLeft", 13)[0] > 2
    assert moved("eyeLookOutLeft", 473)[0] > 1
    assert moved("eyeLookInLeft", 473)[0] < -1


def test_channels_that_show_well_are_reliable_and_invisible_ones_are_not(face_model: FaceModel) -> None:
    reliability = dict(zip(face_model.expression_names, face_model.reliability, strict=True))
    assert all(0.0 <= value <= 1.0 for value in reliability.values())
    assert min(reliability[name] for name in ("jawOpen", "browInnerUp", "eyeBlinkLeft", "mouthSmileLeft")) > 0.6
    assert max(reliability[name] for name in ("mouthPressLeft", "jawForward")) < 0.1


def test_the_inverse_of_the_noise_is_its_inverse(face_model: FaceModel) -> None:
    noise = face_model.noise
    covariance = noise.factors.T @ noise.factors + np.diag(noise.variance)
    columns = np.random.default_rng(0).standard_normal((1434, 3))
    np.testing.assert_allclose(covariance @ noise.precision_times(columns), columns, atol=1e-6)


def test_a_typical_residual_has_a_squared_distance_of_about_its_dimensions(face_model: FaceModel) -> None:
    noise, rng = face_model.noise, np.random.default_rng(0)
    common = rng.standard_normal((50, len(noise.factors))) @ noise.factors
    draws = common + rng.standard_normal((50, 1434)) * np.sqrt(noise.variance)
    assert noise.squared_distances(np.array(draws)).mean() == pytest.approx(1434, rel=0.03)


def test_the_file_is_small_and_holds_half_precision() -> None:
    path = Path(str(BUILTIN))
    assert path.stat().st_size < 1_500_000
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        large = {key: stored[key].dtype for key in stored.files if stored[key].size > 5_000}
    assert large
    assert set(large.values()) == {np.dtype(np.float16)}


def test_a_saved_model_comes_back(face_model: FaceModel, tmp_path: Path) -> None:
    save_model(str(tmp_path / "copy.npz"), face_model)
    copy = load_model(tmp_path / "copy.npz")
    assert copy.name == face_model.name
    assert copy.expression_names == face_model.expression_names
    assert copy.gaze_range == face_model.gaze_range
    np.testing.assert_allclose(copy.expression, face_model.expression, rtol=HALF_PRECISION, atol=1e-9)
    np.testing.assert_allclose(copy.noise.variance, face_model.noise.variance, rtol=2 * HALF_PRECISION)
    np.testing.assert_allclose(copy.reliability, face_model.reliability, rtol=1e-6)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_a_file_that_was_cut_off_is_named_with_a_remedy(tmp_path: Path, share: float) -> None:
    content = BUILTIN.read_bytes()
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(content[: int(share * len(content))])
    with pytest.raises(ModelError, match=r"damaged\.npz") as error:
        load_model(damaged)
    assert error.value.remedy


def test_flipped_bytes_in_a_file_are_noticed(tmp_path: Path) -> None:
    content = bytearray(BUILTIN.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(content)
    with pytest.raises(ModelError):
        load_model(damaged)


def test_a_file_without_what_a_model_needs_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", mean=np.zeros((478, 3)))
    for name in ("other.npz", "missing.npz"):
        with pytest.raises(ModelError, match=name):
            load_model(tmp_path / name)


def test_the_models_notice_stands_beside_it() -> None:
    notice = (files("koekata") / "data" / "face_model" / "ICT_FACEKIT_LICENSE.txt").read_text(encoding="utf-8")
    assert "MIT License" in notice
    assert "USC Institute for Creative Technologies" in notice


def test_the_builtin_model_loads_every_time_alike() -> None:
    np.testing.assert_array_equal(load_builtin().expression, load_builtin().expression)
