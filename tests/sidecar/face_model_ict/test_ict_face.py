"""ICT-FaceKit becomes a face model in the head's axes, which moves as ARKit's names say."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.basis import Basis, read_basis, write_basis
from koekata.face_model.ict.face import IctFace, prepare
from koekata.face_model.ict.open import open_ict
from koekata.face_model.model import FaceModel
from koekata.face_model.open import open_face_model

LEFT_EYE, RIGHT_EYE = (386, 374), (159, 145)
"""Landmarks in the middle of the upper and of the lower lid."""
CHIN, UPPER_LIP = 152, 0
MOUTH_LEFT, MOUTH_RIGHT = 291, 61


@pytest.fixture(scope="module")
def face(ict_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> IctFace:
    return open_ict(ict_folder, tmp_path_factory.mktemp("cache"))


def moved(face: IctFace, channel: str) -> np.ndarray:
    model = face.face_model
    return model.mean + model.expression[model.expression_names.index(channel)]


def opening(points: np.ndarray, lids: tuple[int, int]) -> float:
    return float(points[lids[0], 1] - points[lids[1], 1])


@pytest.mark.shared
def test_it_stands_where_the_built_in_model_stands(face: IctFace, face_model: FaceModel) -> None:
    model = face.face_model
    assert np.sqrt(((model.mean - face_model.mean) ** 2).sum(axis=1).mean()) < 0.008
    assert model.expression_names == face_model.expression_names
    assert model.mean[MOUTH_LEFT, 0] > 0 > model.mean[MOUTH_RIGHT, 0]
    assert model.name.startswith("ict-facekit:")
    np.testing.assert_allclose(face.rotation @ face.rotation.T, np.eye(3), atol=1e-9)


@pytest.mark.shared
def test_its_channels_have_face_sense(face: IctFace) -> None:
    rest = face.face_model.mean
    blink = moved(face, "eyeBlinkLeft")
    assert opening(blink, LEFT_EYE) < 0.5 * opening(rest, LEFT_EYE)
    assert opening(blink, RIGHT_EYE) > 0.9 * opening(rest, RIGHT_EYE)
    assert rest[CHIN, 1] - moved(face, "jawOpen")[CHIN, 1] > 0.005
    assert np.all(moved(face, "mouthLeft")[[MOUTH_LEFT, MOUTH_RIGHT], 0] > rest[[MOUTH_LEFT, MOUTH_RIGHT], 0] + 0.001)
    smile = moved(face, "mouthSmileRight") - rest
    assert smile[MOUTH_RIGHT, 1] > 0.001 > abs(smile[MOUTH_LEFT, 1])


@pytest.mark.slow
@pytest.mark.shared
def test_its_meshes_are_written_and_a_changed_one_takes_its_place(
    face: IctFace, face_model: FaceModel, tmp_path: Path
) -> None:
    names = face.face_model.expression_names
    write_basis(tmp_path, face.ict.surface, names, face.arkit_deltas())
    basis = read_basis(tmp_path, len(face.ict.surface.vertices))
    doubled = Basis(("jawOpen",), 2 * basis.deltas[[basis.names.index("jawOpen")]])
    changed = prepare(face.ict, face_model, face.embedding, doubled)
    jaw = names.index("jawOpen")
    np.testing.assert_allclose(changed.face_model.expression[jaw, CHIN], 2 * face.face_model.expression[jaw, CHIN],
                               atol=0.002)  # fmt: skip
    still = names.index("browInnerUp")
    np.testing.assert_array_equal(changed.face_model.expression[still], face.face_model.expression[still])


@pytest.mark.slow
@pytest.mark.shared
def test_it_is_worked_out_once_and_again_when_a_file_changes(home: Path, ict_folder: Path) -> None:
    heard: list[str] = []
    first = open_face_model(str(ict_folder), progress=heard.append)
    assert heard[0] == "reading ICT-FaceKit"
    heard.clear()
    second = open_face_model(str(ict_folder), progress=heard.append)
    assert heard == []
    np.testing.assert_allclose(second.face_model.mean, first.face_model.mean, atol=1e-6)
    assert second.edition == f"ICT-FaceKit light ({first.face_model.name})"
    assert second.licence == "MIT"
    assert second.flame is None
    [kept] = (home / "cache").glob("ict-face-*.npz")
    kept.write_bytes(kept.read_bytes()[:1000])
    open_face_model(str(ict_folder), progress=heard.append)
    assert heard
    heard.clear()
    os.utime(ict_folder / "jawOpen.obj", (1, 1))
    open_face_model(str(ict_folder), progress=heard.append)
    assert heard


def test_a_mesh_whose_landmarks_are_unknown_is_refused(home: Path, tiny_ict: Path) -> None:
    with pytest.raises(ModelError, match="30 vertices"):
        open_face_model(str(tiny_ict))
    assert not (home / "cache").exists()


def test_a_damaged_folder_is_named(home: Path, tiny_ict: Path) -> None:
    (tiny_ict / "noseSneer_R.obj").write_text("<html>")
    with pytest.raises(ModelError, match=r"noseSneer_R.obj"):
        open_face_model(str(tiny_ict))
    assert not home.exists()
