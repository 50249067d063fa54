"""OBJ files keep every vertex in its place, or are refused with the line at fault."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.obj import read_obj, read_vertices, write_obj
from koekata.face_model.surface import Surface

SQUARE = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "mesh.obj"
    path.write_text(text)
    return path


def test_a_mesh_comes_back_as_it_was_written(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    surface = Surface(random.normal(size=(50, 3)) * 0.1, random.integers(0, 50, (80, 3)))
    write_obj(tmp_path / "head.obj", surface)
    back = read_obj(tmp_path / "head.obj")
    np.testing.assert_allclose(back.vertices, surface.vertices, atol=1e-9)
    np.testing.assert_array_equal(back.faces, surface.faces)
    np.testing.assert_array_equal(read_vertices(tmp_path / "head.obj"), back.vertices)


def test_polygons_become_triangles_and_other_statements_are_skipped(tmp_path: Path) -> None:
    text = f"# head\nmtllib a\no head\n{SQUARE}\nvt 0 0\nvn 0 0 1\ng all\nusemtl skin\ns 1\nf 1/1/1 2/1/1 3//1 4/1\n"
    np.testing.assert_array_equal(read_obj(written(tmp_path, text)).faces, [[0, 1, 2], [0, 2, 3]])


def test_vertices_that_no_face_uses_are_kept(tmp_path: Path) -> None:
    assert len(read_obj(written(tmp_path, SQUARE + "f 1 2 3\n")).vertices) == 4


def test_centimetres_become_metres(tmp_path: Path) -> None:
    path = written(tmp_path, SQUARE + "f 1 2 3\n")
    assert read_obj(path, 0.01).vertices.max() == pytest.approx(0.01)
    assert read_vertices(path, 0.01).max() == pytest.approx(0.01)


def test_windows_line_ends_and_tabs_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mesh.obj"
    path.write_bytes(b"v\t0 0 0\r\nv 1  0 0\r\nv 1 1 0\r\nf 1 2 3\r\n")
    assert read_obj(path).vertices.shape == (3, 3)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (SQUARE + "v 1 2\n", r":5: a vertex has three finite numbers"),
        ("v 0 0 0\nv 1 x 0\n", r":2: a vertex"),
        ("v 0 0 0\nv 1 nan 0\n", r":2: a vertex"),
        ("v 0 0 0\nv inf 0 0\n", r":2: a vertex"),
        ("v 0 0 0 1\nv 0 0 0 1\n", r":1: a vertex"),
        (SQUARE + "f 1 2 5\n", r":5: a face names a vertex outside of 1 to 4"),
        (SQUARE + "f 1 2 0\n", r":5: a face names"),
        (SQUARE + "f -1 -2 -3\n", r":5: a face names"),
        (SQUARE + "f 1 2\n", r":5: a face has three corners"),
        (SQUARE + "f 1 2 three\n", r":5: a corner is no number"),
        (SQUARE + "curv 0 1\n", r":5: 'curv' is no statement"),
        ("", "no vertices"),
        ("<html>log in</html>", "no vertices"),
    ],
)  # fmt: skip
def test_what_is_no_mesh_is_refused_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(ModelError, match=fault):
        read_obj(written(tmp_path, text))


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none.obj: there is no such file"):
        read_obj(tmp_path / "none.obj")
    with pytest.raises(ModelError, match="cannot be written"):
        write_obj(tmp_path / "none" / "mesh.obj", Surface(np.zeros((3, 3)), np.array([[0, 1, 2]])))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_vertices(tmp_path)
