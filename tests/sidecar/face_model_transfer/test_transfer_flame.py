"""FLAME models made ready for the fitter."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.basis import Basis, read_basis, write_basis
from koekata.face_model.flame import FlameModel, Parameters, load_flame, vertices
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.open import load_flame_face
from koekata.face_model.flame.prepare import arkit_deltas, model_name, prepare
from koekata.face_model.kept import PUBLISHED
from koekata.face_model.model import FaceModel
from koekata.face_model.register import load_embedding, read_published_embedding, save_embedding
from koekata.face_model.surface import Embedding, Surface
from koekata.face_model.triangles import SKIN
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector


@pytest.fixture(scope="module")
def face(flame: FlameModel, face_model: FaceModel, head: Any) -> FlameFace:
    return prepare(flame, face_model, head.embedding)


@pytest.fixture(scope="module")
def standin(shared_dir: Path) -> Path:
    return shared_dir / "models" / "flame" / "flame_standin.pkl"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def ready(standin: Path, cache: Path) -> FlameFace:
    return load_flame_face(standin, cache)


def row(face: FlameFace, name: str) -> int:
    return face.face_model.expression_names.index(name)


def test_a_head_in_other_axes_is_turned_into_the_heads_own(
    flame: FlameModel, face_model: FaceModel, head: Any, face: FlameFace
) -> None:
    turn, shift = rotation_from_vector(np.array([0.2, -0.3, 0.1])), np.array([0.02, 0.1, -0.4])
    moved = replace(flame, v_template=flame.v_template @ turn.T + shift)
    found = prepare(moved, face_model, head.embedding)
    assert np.allclose(found.placement_rotation, turn.T, atol=1e-6)
    points = head.embedding.of(moved.v_template, flame.faces)
    placed = points @ found.placement_rotation.T + found.placement_translation
    assert np.allclose(placed, face_model.mean, atol=1e-6)
    assert np.allclose(found.face_model.expression, face.face_model.expression, atol=1e-6)


def test_a_head_keeps_its_own_size(flame: FlameModel, face_model: FaceModel, head: Any) -> None:
    small = prepare(replace(flame, v_template=0.9 * flame.v_template), face_model, head.embedding).face_model
    assert np.ptp(small.mean[:, 1]) == pytest.approx(0.9 * np.ptp(face_model.mean[:, 1]), rel=1e-3)
    assert np.abs(small.expression).max() == pytest.approx(0.9 * np.abs(face_model.expression).max(), rel=1e-2)


def test_the_face_model_is_complete_and_knows_people_of_both(face: FlameFace, face_model: FaceModel) -> None:
    model = face.face_model
    assert model.name == "flame-2023-open"
    assert model.expression_names == face_model.expression_names
    assert model.noise is face_model.noise
    assert len(model.identity_modes) == 12 + len(face_model.identity_modes)
    assert (model.identity_variance > 0).all()


def test_what_a_pose_explains_is_no_identity(flame: FlameModel, face_model: FaceModel, head: Any) -> None:
    places = flame.v_template
    rigid = np.stack([np.cross([0, 1, 0], places), np.ones_like(places), places], axis=2) * 0.01
    modes = prepare(replace(flame, shapedirs=rigid), face_model, head.embedding).face_model.identity_modes
    assert np.abs(modes[: -len(face_model.identity_modes)]).max() < 1e-6


def test_only_an_edition_that_is_certain_gives_the_model_its_name(flame: FlameModel) -> None:
    assert model_name(replace(flame, edition="FLAME 2020")) == "flame-2020"
    assert model_name(replace(flame, edition="FLAME 2020", edition_evidence="file name")) == "flame:abababab"
    assert model_name(replace(flame, edition="unknown FLAME layout", edition_evidence="nothing")) == "flame:abababab"


def test_jaw_channels_turn_the_jaw_and_no_others_do(face: FlameFace) -> None:
    turning = {face.face_model.expression_names[k] for k in np.flatnonzero(np.abs(face.jaw).max(axis=1) > 0)}
    assert turning <= {"jawOpen", "jawForward", "jawLeft", "jawRight"}
    assert face.jaw[row(face, "jawOpen"), 0] > 0.05
    assert face.jaw[row(face, "jawLeft"), 1] > 0.01
    assert face.jaw[row(face, "jawRight"), 1] < -0.01


def test_eyes_look_where_the_channel_says(face: FlameFace, flame: FlameModel, head: Any) -> None:
    for name, axis, sign, eye, degrees in (
        ("eyeLookOutLeft", 0, 1, 1, 35), ("eyeLookInLeft", 0, -1, 1, 30), ("eyeLookUpLeft", 1, 1, 1, 25),
        ("eyeLookOutRight", 0, -1, 0, 35), ("eyeLookInRight", 0, 1, 0, 30), ("eyeLookDownRight", 1, -1, 0, 30),
    ):  # fmt: skip
        k = row(face, name)
        turns = (face.right_eye[k], face.left_eye[k])
        assert np.degrees(np.linalg.norm(turns[eye])) == pytest.approx(degrees), name
        assert not turns[1 - eye].any()
        posed = vertices(flame, Parameters(left_eye=face.left_eye[k], right_eye=face.right_eye[k]))
        pupil = head.eyes[eye][0]
        assert sign * (posed - flame.v_template)[pupil, axis] > 0.003, name


def test_parameters_recover_channels_that_the_model_can_form(
    flame: FlameModel, face_model: FaceModel, head: Any
) -> None:
    random = np.random.default_rng(2)
    true = random.uniform(-1, 1, (3, flame.expression_count)) * (random.random((3, flame.expression_count)) < 0.2)
    jaw = np.array([0.2, 0.0, 0.0])
    posed = [Parameters(expression=true[0]), Parameters(expression=true[1]), Parameters(jaw=jaw)]
    deltas = np.array([vertices(flame, parameters) - flame.v_template for parameters in posed])
    names = ("mouthSmileLeft", "browInnerUp", "jawOpen")
    found = prepare(flame, face_model, head.embedding, Basis(names, deltas))
    for k, name in enumerate(names):
        made = Parameters(expression=found.expression[row(found, name)], jaw=found.jaw[row(found, name)])
        error = (vertices(flame, made) - flame.v_template - deltas[k])[:SKIN]
        assert np.sqrt((error**2).mean()) < 0.1 * np.sqrt((deltas[k, :SKIN] ** 2).mean()), name
    assert found.jaw[row(found, "jawOpen")] == pytest.approx(jaw, abs=0.02)


def test_expressions_stay_within_what_the_model_means_by_a_face(face: FlameFace) -> None:
    assert np.abs(face.expression).max() <= 3.0 + 1e-9


def test_an_artists_channel_takes_the_place_of_the_carried_one(
    flame: FlameModel, face_model: FaceModel, head: Any, face: FlameFace, tmp_path: Path
) -> None:
    deltas = arkit_deltas(face)
    write_basis(tmp_path, Surface(flame.v_template, flame.faces), face.face_model.expression_names, deltas)
    basis = read_basis(tmp_path, len(flame.v_template))
    changed = {name: delta.copy() for name, delta in zip(basis.names, basis.deltas, strict=True)}
    changed["cheekPuff"][:SKIN, 2] += 0.004
    edited = prepare(flame, face_model, head.embedding, Basis(tuple(changed), np.array(list(changed.values()))))
    before, after = face.face_model.expression, edited.face_model.expression
    assert np.allclose((after - before)[row(face, "cheekPuff"), :SKIN, 2], 0.004, atol=1e-3)
    others = [k for k in range(len(before)) if k != row(face, "cheekPuff")]
    assert np.abs((after - before)[others, :SKIN]).max() < 0.05 * np.abs(before).max()


def test_a_basis_that_leaves_the_eyeballs_alone_leaves_gaze_to_the_model(
    flame: FlameModel, face_model: FaceModel, head: Any, face: FlameFace
) -> None:
    lids = np.zeros((1, len(flame.v_template), 3))
    found = prepare(flame, face_model, head.embedding, Basis(("eyeLookOutLeft",), lids)).face_model.expression
    k = row(face, "eyeLookOutLeft")
    assert np.abs(found[k, :SKIN]).max() == 0
    assert np.array_equal(found[k, SKIN:], face.face_model.expression[k, SKIN:])


def same(one: FlameFace, other: FlameFace) -> bool:
    pairs: list[tuple[FloatArray, FloatArray]] = [
        (one.face_model.mean, other.face_model.mean),
        (one.face_model.identity_modes, other.face_model.identity_modes),
        (one.face_model.expression, other.face_model.expression),
        (one.embedding.barycentric, other.embedding.barycentric),
        (one.expression, other.expression),
        (one.jaw, other.jaw),
        (one.left_eye, other.left_eye),
        (one.placement_rotation, other.placement_rotation),
    ]
    return one.face_model.name == other.face_model.name and all(np.allclose(a, b, atol=1e-6) for a, b in pairs)


def test_the_second_start_takes_what_the_first_worked_out(ready: FlameFace, standin: Path, cache: Path) -> None:
    heard: list[str] = []
    again = load_flame_face(standin, cache, heard.append)
    assert heard == []
    assert same(ready, again)
    assert sorted(path.name.split("-")[0] for path in cache.iterdir()) == ["embedding", "flame"]


def test_a_damaged_file_is_made_anew(
    ready: FlameFace, standin: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (kept,) = cache.glob("flame-face-*.npz")
    kept.write_bytes(kept.read_bytes()[:5000])
    heard: list[str] = []
    with caplog.at_level(logging.WARNING):
        again = load_flame_face(standin, cache, heard.append)
    assert heard
    assert same(ready, again)
    assert "damaged, and made anew" in caplog.text
    assert load_flame_face(standin, cache, heard.append).face_model.name == ready.face_model.name


def test_a_folder_that_cannot_be_written_costs_time_only(
    ready: FlameFace, standin: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    assert same(ready, load_flame_face(standin, tmp_path / "file" / "cache"))
    assert "cannot be written" in caplog.text


def test_landmarks_laid_down_beside_the_model_are_taken_as_they_are(
    ready: FlameFace, standin: Path, cache: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "own.pkl"
    copied.write_bytes(standin.read_bytes())
    (kept,) = cache.glob("embedding-*.npz")
    laid = load_embedding(kept, Surface(ready.flame.v_template, ready.flame.faces))
    swapped = laid.triangles.copy()
    swapped[[4, 5]] = swapped[[5, 4]]
    save_embedding(tmp_path / "own.embedding.npz", Embedding(swapped, laid.barycentric))
    found = load_flame_face(copied, tmp_path / "cache")
    np.testing.assert_array_equal(found.embedding.triangles, swapped)
    (tmp_path / "own.embedding.npz").unlink()
    assert not np.array_equal(load_flame_face(copied, tmp_path / "cache").embedding.triangles, swapped)


def test_published_landmarks_beside_the_model_take_part(ready: FlameFace, shared_dir: Path) -> None:
    landmarks, published = read_published_embedding(shared_dir / "models" / "flame" / PUBLISHED)
    flame = ready.flame
    found = ready.embedding.of(flame.v_template, flame.faces)[landmarks]
    apart = np.linalg.norm(found - published.of(flame.v_template, flame.faces), axis=1)
    assert apart.max() < 0.0005


def test_the_basis_of_another_mesh_is_refused(standin: Path, tmp_path: Path) -> None:
    np.savez(tmp_path / "basis.npz", names=np.array(["jawOpen"]), deltas=np.zeros((1, 4, 3)))
    with pytest.raises(ModelError, match="4 vertices; the model has 5023"):
        load_flame_face(standin, tmp_path, basis=tmp_path / "basis.npz")


def test_known_channels_are_found_again_in_the_standins_parameters(ready: FlameFace, shared_dir: Path) -> None:
    path = shared_dir / "models" / "flame" / "flame_standin_arkit.npz"
    flame = ready.flame
    basis = read_basis(path, len(flame.v_template))
    found = prepare(flame, ready.face_model, ready.embedding, basis)
    face = np.flatnonzero(np.abs(basis.deltas).max(axis=(0, 2)) > 1e-6)
    alike = []
    for name, delta in zip(basis.names, basis.deltas, strict=True):
        k = row(found, name)
        made = vertices(flame, Parameters(expression=found.expression[k], jaw=found.jaw[k])) - flame.v_template
        one, other = made[face].ravel(), delta[face].ravel()
        alike.append(one @ other / np.linalg.norm(one) / np.linalg.norm(other))
    assert min(alike) > 0.95
    assert np.mean(alike) > 0.99


def test_the_standin_is_named_by_its_bytes_and_placed_upright(ready: FlameFace, standin: Path) -> None:
    flame = load_flame(standin)
    assert ready.face_model.name == f"flame:{flame.sha256[:8]}"
    tilt = np.degrees(np.arccos(np.clip(ready.placement_rotation[1, 1], -1, 1)))
    assert tilt < 10
