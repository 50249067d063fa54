"""An ARKit basis as files that artists edit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.basis import read_basis, write_basis
from koekata.face_model.surface import Surface
from koekata.frames import FloatArray

NAMES = ("jawOpen", "mouthSmileLeft", "browInnerUp")


@pytest.fixture
def tetrahedron() -> Surface:
    vertices = np.array([[0, 0, 0], [0.1, 0, 0], [0, 0.1, 0], [0, 0, 0.1]])
    return Surface(vertices, np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]]))


@pytest.fixture
def deltas() -> FloatArray:
    return np.random.default_rng(5).normal(0, 0.01, (3, 4, 3))


@pytest.fixture
def folder(tmp_path: Path, tetrahedron: Surface, deltas: FloatArray) -> Path:
    write_basis(tmp_path / "basis", tetrahedron, NAMES, deltas)
    return tmp_path / "basis"


def edit(path: Path, line: int, text: str) -> None:
    lines = path.read_text().splitlines()
    lines[line] = text
    path.write_text("\n".join(lines) + "\n")


def test_a_basis_comes_back_as_it_was_written(folder: Path, deltas: FloatArray) -> None:
    basis = read_basis(folder, 4)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["basis.npz", "neutral.obj", *(f"{name}.obj" for name in NAMES)]
    )
    for name, delta in zip(NAMES, deltas, strict=True):
        assert np.allclose(basis.deltas[basis.names.index(name)], delta, atol=1e-7)


def test_an_edited_mesh_is_taken_up_and_the_others_stay(folder: Path, deltas: FloatArray) -> None:
    edit(folder / "jawOpen.obj", 1, "v 0.1 -0.05 0")
    basis = read_basis(folder, 4)
    assert basis.deltas[basis.names.index("jawOpen"), 1] == pytest.approx([0, -0.05, 0])
    assert np.allclose(basis.deltas[basis.names.index("mouthSmileLeft")], deltas[1], atol=1e-7)


def test_a_mesh_that_a_modelling_program_exported_is_read(folder: Path) -> None:
    lines = (folder / "jawOpen.obj").read_text().splitlines()
    places = [line for line in lines if line.startswith("v ")]
    exported = ["# exported", "o Face", *places, "vn 0 0 1", "vt 0 0", "s 0", "f 1/1/1 3/1/1 2/1/1", "f 1 2 4"]
    (folder / "jawOpen.obj").write_text("\r\n".join(exported))
    before = read_basis(folder, 4)
    assert before.names == tuple(sorted(NAMES))


def test_a_moved_neutral_face_changes_every_displacement(folder: Path, deltas: FloatArray) -> None:
    edit(folder / "neutral.obj", 0, "v 0.01 0 0")
    basis = read_basis(folder, 4)
    for name, delta in zip(NAMES, deltas, strict=True):
        assert np.allclose(basis.deltas[basis.names.index(name), 0], delta[0] - (0.01, 0, 0), atol=1e-7)


def test_a_deleted_mesh_is_a_channel_less_and_a_new_one_a_channel_more(folder: Path) -> None:
    (folder / "browInnerUp.obj").unlink()
    (folder / "cheekPuff.obj").write_bytes((folder / "jawOpen.obj").read_bytes())
    assert set(read_basis(folder, 4).names) == {"jawOpen", "mouthSmileLeft", "cheekPuff"}


@pytest.mark.parametrize("damage", ["absent", "cut", "other mesh"])
def test_without_a_sound_cache_the_meshes_do(folder: Path, deltas: FloatArray, damage: str) -> None:
    cache = folder / "basis.npz"
    if damage == "absent":
        cache.unlink()
    elif damage == "cut":
        cache.write_bytes(cache.read_bytes()[:200])
    else:
        np.savez(cache, names=np.array(NAMES), deltas=np.zeros((3, 9, 3)), meshes=np.array(["a", "b", "c", "d"]))
    basis = read_basis(folder, 4)
    assert np.allclose(basis.deltas[basis.names.index("jawOpen")], deltas[0], atol=1e-7)


def test_arrays_with_ict_names_are_added_up_to_arkit_channels(tmp_path: Path, deltas: FloatArray) -> None:
    names = np.array(["browInnerUp_L", "browInnerUp_R", "mouthSmile_L"])
    np.savez(tmp_path / "shapes.npz", names=names, deltas=deltas, jaw_pose=np.zeros(3))
    basis = read_basis(tmp_path / "shapes.npz", 4)
    assert basis.names == ("browInnerUp", "mouthSmileLeft")
    assert np.allclose(basis.deltas, [deltas[0] + deltas[1], deltas[2]])


def test_shapes_that_arkit_lacks_are_left_out(tmp_path: Path, deltas: FloatArray) -> None:
    names = np.array(["cheekRaiser_L", "PupilDilate_R", "jawOpen"])
    np.savez(tmp_path / "shapes.npz", names=names, deltas=deltas)
    assert read_basis(tmp_path / "shapes.npz", 4).names == ("jawOpen",)


def refusal(path: Path, vertices: int = 4) -> str:
    with pytest.raises(ModelError) as caught:
        read_basis(path, vertices)
    assert caught.value.remedy
    return str(caught.value)


def test_a_mesh_with_another_count_of_vertices_is_refused_by_name(folder: Path) -> None:
    path = folder / "mouthSmileLeft.obj"
    path.write_text(path.read_text().replace("f ", "v 1 1 1\nf ", 1))
    said = refusal(folder)
    assert "mouthSmileLeft.obj" in said
    assert "5 vertices; the model has 4" in said


def test_a_name_that_is_no_channel_is_refused_with_the_nearest(folder: Path) -> None:
    (folder / "jawOpen.obj").rename(folder / "jawOpne.obj")
    assert "Did you mean 'jawOpen'?" in refusal(folder)


def test_numbers_that_are_not_finite_are_refused_with_their_place(folder: Path, tmp_path: Path) -> None:
    edit(folder / "jawOpen.obj", 2, "v nan 0 0")
    assert "jawOpen.obj:3" in refusal(folder)
    np.savez(tmp_path / "shapes.npz", names=np.array(["jawOpen"]), deltas=np.full((1, 4, 3), np.inf))
    assert "jawOpen has numbers that are not finite" in refusal(tmp_path / "shapes.npz")


def test_a_folder_without_a_neutral_face_says_what_is_missing(folder: Path) -> None:
    (folder / "neutral.obj").unlink()
    assert "neutral.obj" in refusal(folder)


def test_what_is_no_basis_at_all_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "there is no basis" in refusal(tmp_path / "nothing.npz")
    (tmp_path / "text.npz").write_text("hello")
    assert "cannot be read as a basis" in refusal(tmp_path / "text.npz")
    np.savez(tmp_path / "flat.npz", names=np.array(["jawOpen"]), deltas=np.zeros((4, 3)))
    assert "1 x 4 x 3 was expected" in refusal(tmp_path / "flat.npz")
    assert "the model has 5" in refusal(folder / "basis.npz", 5)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, tetrahedron: Surface, deltas: FloatArray) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match="cannot be written"):
        write_basis(tmp_path / "file" / "basis", tetrahedron, NAMES, deltas)
