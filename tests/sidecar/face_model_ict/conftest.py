"""ICT-FaceKit folders: a tiny one of random numbers, and one made from the benchmark's arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.face_model.ict import shapes_of
from koekata.face_model.ict.model import CHANNELS
from koekata.face_model.obj import write_obj
from koekata.face_model.surface import Surface

SHAPES = tuple(dict.fromkeys(shape for channel in CHANNELS for shape in shapes_of(channel)))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def tiny_ict(tmp_path: Path) -> Path:
    """A folder FaceXModel of 30 vertices in centimetres, with 3 identity modes and every shape."""
    folder = tmp_path / "ICT-FaceKit" / "FaceXModel"
    folder.mkdir(parents=True)
    random = np.random.default_rng(5)
    vertices, faces = random.normal(size=(30, 3)) * 8, random.integers(0, 30, (50, 3))
    for name in ("generic_neutral_mesh", *(f"identity{mode:03}" for mode in range(3)), *SHAPES):
        moved = 0.0 if name == "generic_neutral_mesh" else random.normal(size=(30, 3))
        write_obj(folder / f"{name}.obj", Surface(vertices + moved, faces))
    return folder


@pytest.fixture(scope="session")
def ict_folder(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """ICT-FaceKit's own meshes as OBJ files, with its first 20 identity modes."""
    folder = tmp_path_factory.mktemp("ict") / "FaceXModel"
    folder.mkdir()
    with np.load(shared_dir / "bench" / "ict" / "ict.npz", allow_pickle=False) as stored:
        neutral, faces = stored["neutral"], stored["faces"]
        moved = {f"identity{mode:03}": stored["identity"][mode] for mode in range(20)}
        moved |= dict(zip(stored["expr_names"].tolist(), stored["expr"], strict=True))
    write_obj(folder / "generic_neutral_mesh.obj", Surface(neutral, faces))
    for name, move in moved.items():
        write_obj(folder / f"{name}.obj", Surface(neutral + move, faces))
    return folder
