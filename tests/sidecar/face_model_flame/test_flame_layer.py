"""The forward pass agrees with the reference, and its derivatives with finite differences."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.flame import FlameModel, Landmarks, Parameters, vertices
from koekata.face_model.surface import Embedding
from koekata.rotations import compose, rotation_from_vector

HERE = Path(__file__).parent
POSE = ("neck", "jaw", "left_eye", "right_eye", "translation")


def one_set(sets: dict[str, Any], index: int) -> Parameters:
    return Parameters(**{name: values[index].astype(np.float64) for name, values in sets.items()})


@pytest.fixture
def parameters(synthetic: ModuleType) -> list[Parameters]:
    sets = synthetic.make_parameters(synthetic.SETS)
    return [one_set(sets, index) for index in range(synthetic.SETS)]


@pytest.fixture
def embedding(model: FlameModel) -> Embedding:
    random = np.random.default_rng(2)
    barycentric = random.dirichlet([1.0, 1.0, 1.0], 60)
    barycentric[:5] = [1.2, -0.1, -0.1]  # Just off the triangle, as registration may leave them.
    return Embedding(random.integers(0, len(model.faces), 60), barycentric)


def on_mesh(model: FlameModel, embedding: Embedding, parameters: Parameters) -> Any:
    corners = vertices(model, parameters)[model.faces[embedding.triangles]]
    return np.einsum("lc,lci->li", embedding.barycentric, corners)


def relative_error(analytic: Any, numeric: Any) -> float:
    return float(np.abs(analytic - numeric).max() / np.abs(numeric).max())


def numeric_slope(function: Callable[[Any], Any], at: Any, step: float = 1e-6) -> Any:
    """(3, L, columns) by central differences."""
    columns = [(function(at + step * unit) - function(at - step * unit)) / (2 * step) for unit in np.eye(len(at))]
    return np.stack(columns, axis=-1).transpose(1, 0, 2)


def test_vertices_agree_with_flame_pytorch(model: FlameModel, parameters: list[Parameters]) -> None:
    golden = np.load(HERE / "golden_vertices.npz")["vertices"]
    assert len(golden) == len(parameters)
    for expected, given in zip(golden, parameters, strict=True):
        assert np.abs(vertices(model, given) - expected).max() < 1e-6


def test_rest_pose_is_the_template(model: FlameModel) -> None:
    np.testing.assert_allclose(vertices(model, Parameters()), model.v_template, atol=1e-15)


def test_landmarks_lie_on_the_mesh(model: FlameModel, embedding: Embedding, parameters: list[Parameters]) -> None:
    landmarks = Landmarks(model, embedding)
    for given in parameters:
        person = landmarks.of(given.shape)
        expected = on_mesh(model, embedding, given)
        np.testing.assert_allclose(person.points(given), expected, atol=1e-13)
        np.testing.assert_allclose(person.linearise(given).points, expected, atol=1e-13)


@pytest.mark.parametrize("correctives", [True, False])
@pytest.mark.parametrize("index", [0, 1, 2, 3])
def test_derivatives_agree_with_finite_differences(
    index: int, correctives: bool, model: FlameModel, embedding: Embedding, parameters: list[Parameters]
) -> None:
    if not correctives:
        model = dataclasses.replace(model, posedirs=np.zeros_like(model.posedirs))
    landmarks, given = Landmarks(model, embedding), parameters[index]
    person = landmarks.of(given.shape)
    found = person.linearise(given, shape=True)
    for name in ("expression", *POSE):
        slope = numeric_slope(
            lambda value, name=name: person.points(dataclasses.replace(given, **{name: value})), getattr(given, name)
        )
        assert relative_error(getattr(found, name), slope) < 1e-5, name
    turned = numeric_slope(
        lambda step: person.points(dataclasses.replace(given, rotation=compose(step, given.rotation))), np.zeros(3)
    )
    assert relative_error(found.rotation, turned) < 1e-5
    shaped = numeric_slope(lambda shape: landmarks.of(shape).points(given), given.shape)
    assert found.shape is not None
    assert relative_error(found.shape, shaped) < 1e-5


def test_jacobian_holds_all_columns_in_the_stated_order(
    model: FlameModel, embedding: Embedding, parameters: list[Parameters]
) -> None:
    found = Landmarks(model, embedding).of(parameters[1].shape).linearise(parameters[1])
    parts = [found.expression, found.rotation, *(getattr(found, name) for name in POSE)]
    np.testing.assert_array_equal(found.jacobian, np.concatenate(parts, axis=2))
    assert found.jacobian.shape == (3, 60, 8 + 18)
    assert found.shape is None


def test_eye_moves_only_what_it_carries(model: FlameModel) -> None:
    model = dataclasses.replace(model, posedirs=np.zeros_like(model.posedirs))
    moved = vertices(model, Parameters(left_eye=np.array([0.0, 0.5, 0.0]))) - model.v_template
    still = model.lbs_weights[:, 3] == 0
    assert still.any()
    assert np.abs(moved[still]).max() < 1e-15
    assert np.abs(moved[~still]).max() > 1e-4


def test_translation_and_rotation_move_the_head_as_a_whole(model: FlameModel) -> None:
    turn, shift = np.array([0.1, -0.7, 0.2]), np.array([0.3, 0.0, -0.1])
    root = model.j_regressor[0] @ model.v_template
    expected = (model.v_template - root) @ rotation_from_vector(turn).T + root + shift
    moved = vertices(model, Parameters(rotation=turn, translation=shift))
    np.testing.assert_allclose(moved, expected, atol=1e-14)


def test_coefficients_beyond_the_model_are_refused_unless_zero(model: FlameModel) -> None:
    many = np.zeros(50)
    np.testing.assert_array_equal(vertices(model, Parameters(expression=many)), vertices(model, Parameters()))
    many[49] = 0.1
    with pytest.raises(ModelError, match="50 expression coefficients were given; the model has 8"):
        vertices(model, Parameters(expression=many))


def test_embedding_of_another_mesh_is_refused(model: FlameModel, embedding: Embedding) -> None:
    with pytest.raises(ModelError, match="does not belong to this mesh"):
        Landmarks(model, dataclasses.replace(embedding, triangles=embedding.triangles + len(model.faces)))
    with pytest.raises(ModelError, match="L x 3 were expected"):
        Landmarks(model, dataclasses.replace(embedding, barycentric=embedding.barycentric[:3]))


@pytest.mark.shared
def test_published_embedding_finds_the_face_of_the_stand_in(shared_dir: Path) -> None:
    from koekata.face_model.flame import load_flame

    folder = shared_dir / "models" / "flame"
    model = load_flame(folder / "flame_standin.pkl")
    stored = np.load(folder / "mediapipe_landmark_embedding.npz")
    embedding = Embedding(stored["lmk_face_idx"].astype(np.int64), stored["lmk_b_coords"])
    points = Landmarks(model, embedding).of(np.zeros(0)).points(Parameters())
    by_index = dict(zip(stored["landmark_indices"].tolist(), points, strict=True))
    upper, lower, left, right = by_index[13], by_index[14], by_index[263], by_index[33]
    assert upper[1] >= lower[1]
    assert left[0] > 0 > right[0]
    assert points[:, 2].max() == pytest.approx(model.v_template[:, 2].max(), abs=0.02)
