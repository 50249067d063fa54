"""ICT-FaceKit is read from its folder whole, or the file at fault is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES
from koekata.errors import ModelError
from koekata.face_model.ict import is_ict, load_ict, save_ict, shapes_of
from koekata.face_model.obj import read_obj
from koekata.models import faces


def test_a_folder_is_read_in_metres(tiny_ict: Path) -> None:
    ict = load_ict(tiny_ict)
    assert ict.surface.vertices.shape == (30, 3)
    assert ict.identity.shape == (3, 30, 3)
    np.testing.assert_allclose(ict.surface.vertices * 100, read_obj(tiny_ict / "generic_neutral_mesh.obj").vertices)
    jaw = read_obj(tiny_ict / "jawOpen.obj").vertices / 100 - ict.surface.vertices
    np.testing.assert_allclose(ict.channel("jawOpen"), jaw, atol=1e-8)


def test_the_folder_around_it_will_do_too(tiny_ict: Path) -> None:
    assert load_ict(tiny_ict.parent).sha256 == load_ict(tiny_ict).sha256


def test_two_shapes_make_one_channel_where_arkit_has_one(tiny_ict: Path) -> None:
    ict = load_ict(tiny_ict)
    halves = [ict.shapes[ict.shape_names.index(f"browInnerUp_{side}")] for side in "LR"]
    np.testing.assert_allclose(ict.channel("browInnerUp"), halves[0] + halves[1], atol=1e-8)


@pytest.mark.parametrize(
    ("channel", "shapes"),
    [
        ("eyeBlinkLeft", ("eyeBlink_L",)),
        ("mouthSmileRight", ("mouthSmile_R",)),
        ("mouthLeft", ("mouthLeft",)),
        ("jawRight", ("jawRight",)),
        ("cheekPuff", ("cheekPuff_L", "cheekPuff_R")),
        ("mouthFunnel", ("mouthFunnel",)),
    ],
)
def test_left_is_a_side_or_a_direction(channel: str, shapes: tuple[str, ...]) -> None:
    assert shapes_of(channel) == shapes


def test_every_channel_but_the_tongue_has_shapes(tiny_ict: Path) -> None:
    ict = load_ict(tiny_ict)
    for channel in ARKIT_NAMES:
        assert channel == "tongueOut" or np.abs(ict.channel(channel)).max() > 0


def test_one_file_holds_the_same_model(tiny_ict: Path, tmp_path: Path) -> None:
    ict = load_ict(tiny_ict)
    for name in ("a.npz", "b.npz"):
        save_ict(tmp_path / name, ict)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    assert load_ict(tmp_path / "a.npz").sha256 == ict.sha256
    assert is_ict(tmp_path / "a.npz")
    assert is_ict(tiny_ict)
    assert not is_ict(tmp_path)
    assert not is_ict(tmp_path / "none.npz")


def test_a_missing_file_is_named(tiny_ict: Path) -> None:
    (tiny_ict / "mouthFunnel.obj").unlink()
    with pytest.raises(ModelError, match=r"mouthFunnel.obj: a part of ICT-FaceKit is missing"):
        load_ict(tiny_ict)


def test_a_gap_among_the_identities_is_named(tiny_ict: Path) -> None:
    (tiny_ict / "identity001.obj").unlink()
    with pytest.raises(ModelError, match=r"identity001.obj"):
        load_ict(tiny_ict)


def test_a_mesh_of_another_size_is_named(tiny_ict: Path) -> None:
    (tiny_ict / "jawOpen.obj").write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    with pytest.raises(ModelError, match=r"jawOpen.obj: has 3 vertices, and generic_neutral_mesh.obj has 30"):
        load_ict(tiny_ict)


def test_a_damaged_mesh_is_named_with_its_line(tiny_ict: Path) -> None:
    text = (tiny_ict / "identity002.obj").read_text().splitlines()
    text[7] = "v 1.0 2.0"
    (tiny_ict / "identity002.obj").write_text("\n".join(text))
    with pytest.raises(ModelError, match=r"identity002.obj:8: a vertex has three finite numbers"):
        load_ict(tiny_ict)


def test_a_folder_without_the_neutral_mesh_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"generic_neutral_mesh.obj is not there") as caught:
        load_ict(tmp_path)
    assert "github.com/ICT-VGL" in caught.value.remedy


def test_a_damaged_file_is_named(tiny_ict: Path, tmp_path: Path) -> None:
    path = tmp_path / "ict.npz"
    save_ict(path, load_ict(tiny_ict))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ModelError, match=r"ict.npz: the face model is damaged"):
        load_ict(path)
    np.savez(path, ict_neutral=np.zeros((4, 3)), ict_faces=np.array([[0, 1, 9]]), ict_identity=np.zeros((1, 4, 3)),
             ict_shape_names=np.array(["jawOpen"]), ict_shapes=np.zeros((1, 4, 3)))  # fmt: skip
    with pytest.raises(ModelError, match="do not fit together"):
        load_ict(path)


def test_a_folder_is_imported_into_one_file(home: Path, tiny_ict: Path) -> None:
    about = faces.import_face("ict-facekit", tiny_ict, lambda _: False).about
    assert (about.kind, about.edition, about.vertices, about.identity_modes) == ("ict", "ICT-FaceKit light", 30, 3)
    assert about.path == home / "models" / "faces" / "ict-facekit" / "model.npz"
    assert load_ict(about.path).sha256 == load_ict(tiny_ict).sha256
    with pytest.raises(ModelError, match="this is ICT-FaceKit light"):
        faces.import_face("flame-2020", tiny_ict, lambda _: True)
