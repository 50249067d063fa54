"""Any choice of a face model is opened, or it is said why not and what to do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from koekata.config import FaceModelConfig
from koekata.errors import ModelError
from koekata.face_model.flame import load_flame
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.model import load_builtin
from koekata.face_model.open import _named, _recorded, open_configured, open_face_model
from koekata.face_model.surface import Embedding
from koekata.models import faces


def yes(_: faces.Licence) -> bool:
    return True


@pytest.fixture
def stand_in(shared_dir: Path) -> Path:
    return shared_dir / "models" / "flame" / "flame_standin.pkl"


def test_the_built_in_model_needs_nothing(home: Path) -> None:
    opened = open_configured(FaceModelConfig())
    assert (opened.edition, opened.face_model.name, opened.flame) == ("builtin", "builtin", None)
    assert not home.exists()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("choice", "reason", "remedy"),
    [
        ("flame-2023-opn", "there is no such face model", "Did you mean 'flame-2023-open'?"),
        ("flame-2023-open", "is not here", "koekata models get flame-2023-open"),
        ("ict-facekit", "is not here", "koekata models import ict-facekit"),
        ("xyzzy", "there is no such face model", "There are: builtin"),
        ("none.pkl", "none.pkl: there is no such file", ""),
        ("some/where.npz", "there is no such file", ""),
    ],
)
def test_what_is_not_there_is_said_with_the_way_to_it(choice: str, reason: str, remedy: str) -> None:
    with pytest.raises(ModelError, match=reason) as caught:
        open_face_model(choice)
    assert remedy in caught.value.remedy


@pytest.mark.usefixtures("home")
def test_the_users_own_models_are_suggested_too(flame_file: Path) -> None:
    faces.import_face("mikas-head", flame_file, yes)
    with pytest.raises(ModelError) as caught:
        open_face_model("mika-head")
    assert "mikas-head" in caught.value.remedy


@pytest.mark.usefixtures("home")
def test_a_licence_that_was_not_accepted_is_no_way_in(flame_file: Path) -> None:
    about = faces.import_face("flame-2020", flame_file, yes).about
    path = about.path.parent / "about.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "accepted": None}))
    with pytest.raises(ModelError, match="has not been accepted") as caught:
        open_face_model("flame-2020")
    assert "koekata models import flame-2020" in caught.value.remedy
    path.unlink()
    with pytest.raises(ModelError, match="missing or damaged"):
        open_face_model("flame-2020")


@pytest.mark.usefixtures("home")
def test_the_built_in_model_takes_no_basis(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="has no mesh that a basis could belong to"):
        open_configured(FaceModelConfig(basis=str(tmp_path)))


@pytest.mark.shared
def test_a_name_and_a_path_open_the_same_model(home: Path, stand_in: Path) -> None:
    faces.import_face("flame-2023-open", stand_in, yes)
    by_path, by_name = open_face_model(str(stand_in)), open_face_model("flame-2023-open")
    # The name that the user gives is no evidence: records and calibrations go by the file itself.
    assert by_name.edition == by_path.edition
    assert by_name.edition.startswith("unknown FLAME layout, SHA-256 5d767429")
    assert by_name.face_model.name == by_path.face_model.name == "flame:5d767429"
    np.testing.assert_allclose(by_name.face_model.mean, by_path.face_model.mean, atol=1e-6)
    assert by_name.flame is not None
    assert by_name.flame.face_model is by_name.face_model
    assert by_name.licence.startswith("CC BY 4.0")
    assert by_path.licence == "unknown"
    assert {path.parent.name for path in home.rglob("flame-face-*.npz")} == {"cache", "computed"}


@pytest.mark.shared
def test_the_second_time_nothing_is_worked_out(stand_in: Path, home: Path) -> None:
    faces.import_face("stand-in", stand_in, yes)
    heard: list[str] = []
    open_face_model("stand-in", progress=heard.append)
    assert heard
    heard.clear()
    open_face_model("stand-in", progress=heard.append)
    assert heard == []
    faces.remove_stored("stand-in")
    assert not list(home.rglob("*.npz"))


@pytest.mark.parametrize(
    ("edition", "evidence", "recorded", "name"),
    [
        ("FLAME 2020", "checksum", "FLAME 2020", "flame-2020"),
        ("FLAME 2023 Open", "contents", "FLAME 2023 Open, known by its contents, SHA-256 {}", "flame-2023-open"),
        ("FLAME 2023", "file name", "FLAME 2023, a guess by its name, SHA-256 {}", "flame:{:.8}"),
    ],
)
def test_records_name_an_edition_no_surer_than_it_is(
    flame_file: Path, edition: str, evidence: str, recorded: str, name: str
) -> None:
    flame = replace(load_flame(flame_file), edition=edition, edition_evidence=evidence)
    nothing = np.zeros((0, 3))
    places = Embedding(np.zeros(0, np.int64), nothing)
    face = FlameFace(flame, places, load_builtin(), np.eye(3), np.zeros(3), nothing, nothing, nothing, nothing)
    named = _named(face, None)
    assert _recorded(named) == recorded.format(flame.sha256)
    assert named.face_model.name == name.format(flame.sha256)
