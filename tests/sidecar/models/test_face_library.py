"""Face models are known by what they are, kept with their licence, and never mixed up."""

from __future__ import annotations

import hashlib
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from koekata.errors import ModelError
from koekata.models import faces

pytestmark = pytest.mark.usefixtures("home")


def yes(_: faces.Licence) -> bool:
    return True


def no(_: faces.Licence) -> bool:
    return False


def never(_: faces.Licence) -> bool:
    raise AssertionError("nothing has to be accepted here")


def taken_for(monkeypatch: pytest.MonkeyPatch, path: Path, edition: str) -> None:
    """Let a file's checksum be that of an edition."""
    from koekata.face_model.flame import _editions

    table = _editions._table()
    table["sha256"][hashlib.sha256(path.read_bytes()).hexdigest()] = edition
    monkeypatch.setattr(_editions, "_table", lambda: table)


def test_every_known_model_says_its_licence_and_how_to_get_it() -> None:
    table = faces.face_catalogue()
    assert {"flame-2020", "flame-2023", "flame-2023-open", "ict-facekit"} <= set(table)
    for entry in table.values():
        assert entry.licence.url.startswith("https://")
        assert entry.licence.commercial in ("yes", "no")
        assert "koekata models" in entry.how
        assert entry.download is None or entry.download.url.startswith("https://download.is.tue.mpg.de/")
    assert table["flame-2020"].licence.commercial == "no"
    assert table["flame-2023-open"].licence.commercial == "yes"


def test_the_catalogues_editions_are_those_whose_checksums_are_known() -> None:
    from koekata.face_model.flame._editions import _table

    known = set(_table()["sha256"].values())
    assert {entry.edition for entry in faces.face_catalogue().values() if entry.kind == "flame"} == known


def test_a_model_of_the_users_own_is_kept_with_what_it_is(home: Path, flame_file: Path, left_in: Any) -> None:
    imported = faces.import_face("my-head", flame_file, never)
    assert left_in(home) == ["models/faces/my-head/about.json", "models/faces/my-head/model.npz"]
    about = faces.read_stored("my-head")
    assert about == imported.about
    assert (about.edition, about.evidence, about.origin) == ("unknown FLAME layout", "nothing", "head.npz")
    assert (about.vertices, about.identity_modes, about.expression_modes) == (60, 4, 3)
    assert about.accepted is None
    assert about.path.read_bytes() == flame_file.read_bytes()
    assert about.sha256 == hashlib.sha256(flame_file.read_bytes()).hexdigest()
    assert faces.is_whole(about)
    assert imported.licence.commercial == "unknown"
    assert faces.stored_faces() == ("my-head",)


def test_acceptance_is_kept_with_its_date_and_the_licence(home: Path, flame_file: Path) -> None:
    faces.import_face("flame-2023-open", flame_file, yes)
    stored = json.loads((home / "models" / "faces" / "flame-2023-open" / "about.json").read_text())
    assert stored["accepted"]["licence_url"] == "https://flame.is.tue.mpg.de/modellicense.html"
    assert stored["accepted"]["date"].endswith("+00:00")
    assert stored["accepted"]["edition"] == "unknown FLAME layout"


def test_without_acceptance_nothing_is_kept(home: Path, flame_file: Path, left_in: Any) -> None:
    with pytest.raises(ModelError, match="is not accepted") as caught:
        faces.import_face("flame-2020", flame_file, no)
    assert "--accept-licence" in caught.value.remedy
    assert left_in(home) == []
    assert faces.stored_faces() == ()


def test_a_licence_is_asked_for_once(flame_file: Path) -> None:
    first = faces.import_face("flame-2023", flame_file, yes).about
    again = faces.import_face("flame-2023", flame_file, never).about
    assert again.accepted == first.accepted


def test_another_name_does_not_get_round_a_licence(flame_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_for(monkeypatch, flame_file, "FLAME 2020")
    with pytest.raises(ModelError, match="FLAME model licence"):
        faces.import_face("my-head", flame_file, no)
    imported = faces.import_face("my-head", flame_file, yes)
    assert imported.licence.commercial == "no"
    assert imported.about.accepted is not None
    assert imported.about.accepted.edition == "FLAME 2020"


def test_a_checksum_of_another_edition_is_refused(
    home: Path, flame_file: Path, monkeypatch: pytest.MonkeyPatch, left_in: Any
) -> None:
    taken_for(monkeypatch, flame_file, "FLAME 2020")
    with pytest.raises(ModelError, match=r"this is FLAME 2020 \(known by its checksum\), not FLAME 2023 Open"):
        faces.import_face("flame-2023-open", flame_file, yes)
    assert left_in(home) == []


def test_a_known_checksum_raises_no_doubt(flame_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_for(monkeypatch, flame_file, "FLAME 2023 Open")
    imported = faces.import_face("flame-2023-open", flame_file, yes)
    assert imported.warnings == ()
    assert (imported.about.edition, imported.about.evidence) == ("FLAME 2023 Open", "checksum")


def test_an_edition_that_is_guessed_is_called_a_guess(official_layout: Callable[..., Path]) -> None:
    imported = faces.import_face("flame-2023", official_layout("flame2023.npz"), yes)
    assert imported.about.evidence == "file name"
    assert "a guess by its name" in imported.warnings[0]
    other = faces.import_face("flame-2020", official_layout("flame2023.npz"), yes)
    assert "its name says FLAME 2023" in other.warnings[0]


def test_contents_of_another_edition_are_refused(official_layout: Callable[..., Path]) -> None:
    path = official_layout("flame2023.npz", supr_expression_metadata=b"x")
    with pytest.raises(ModelError, match=r"this is FLAME 2023 Open \(known by its contents\)"):
        faces.import_face("flame-2023", path, yes)


def test_a_file_that_nothing_is_known_of_is_taken_with_a_warning(flame_file: Path) -> None:
    [warning] = faces.import_face("flame-2023-open", flame_file, yes).warnings
    assert warning == "Whether this is FLAME 2023 Open is not certain: nothing in it tells. Check where it came from."


def test_the_publishers_archive_is_taken_as_it_is(home: Path, archive_of: Callable[..., Path], left_in: Any) -> None:
    members = {"FLAME2023Open/Readme.pdf": b"%PDF", "FLAME2023Open/flame2023_Open.pkl": None}
    about = faces.import_face("flame-2023-open", archive_of("FLAME2023Open.zip", members), yes).about
    assert about.origin == "FLAME2023Open.zip: flame2023_Open.pkl"
    assert about.vertices == 60
    assert left_in(home) == ["models/faces/flame-2023-open/about.json", "models/faces/flame-2023-open/model.pkl"]


def test_of_several_models_in_an_archive_the_editions_own_is_taken(archive_of: Callable[..., Path]) -> None:
    members = {
        "male_model.pkl": b"not this one",
        "generic_model.pkl": None,
        "__MACOSX/._generic_model.pkl": b"nor this",
    }
    assert faces.import_face("flame-2020", archive_of("FLAME2020.zip", members), yes).about.vertices == 60


@pytest.mark.parametrize("path", ["../../../escaped.pkl", "/tmp/escaped.pkl", "C:\\escaped.pkl", "a/../../escaped.pkl"])
def test_paths_in_an_archive_lead_nowhere(
    home: Path, tmp_path: Path, archive_of: Callable[..., Path], left_in: Any, path: str
) -> None:
    about = faces.import_face("my-head", archive_of("head.zip", {path: None}), never).about
    assert about.path == home / "models" / "faces" / "my-head" / "model.pkl"
    assert left_in(home) == ["models/faces/my-head/about.json", "models/faces/my-head/model.pkl"]
    assert not list(tmp_path.rglob("*escaped*"))
    assert not Path("/tmp/escaped.pkl").exists()


def test_a_link_in_an_archive_is_data(home: Path, tmp_path: Path, left_in: Any) -> None:
    info = zipfile.ZipInfo("model.pkl")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(ModelError):
        faces.import_face("my-head", tmp_path / "link.zip", never)
    assert left_in(home) == []


def test_an_archive_that_swells_is_stopped(
    home: Path, archive_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, left_in: Any
) -> None:
    from koekata.models.faces import _archive

    monkeypatch.setattr(_archive, "LARGEST_MODEL", 1 << 20)
    path = archive_of("bomb.zip", {"model.pkl": bytes(8 << 20)})
    assert path.stat().st_size < 20_000
    with pytest.raises(ModelError, match="unpacks to more than"):
        faces.import_face("my-head", path, never)
    data = path.read_bytes()
    # The size that the archive claims, twice: a liar is stopped while it is unpacked.
    path.write_bytes(data.replace(struct.pack("<I", 8 << 20), struct.pack("<I", 1000)))
    with pytest.raises(ModelError):
        faces.import_face("my-head", path, never)
    assert left_in(home) == []


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"readme.txt": b"nothing"}, "should hold one .pkl file; models in it: none"),
        ({"a.pkl": None, "b.pkl": None}, "models in it: a.pkl, b.pkl"),
    ],
)
def test_an_archive_without_one_model_is_named(
    archive_of: Callable[..., Path], members: dict[str, bytes | None], fault: str
) -> None:
    with pytest.raises(ModelError, match=fault):
        faces.import_face("my-head", archive_of("head.zip", members), never)


def test_an_archive_of_another_edition_is_named(archive_of: Callable[..., Path]) -> None:
    path = archive_of("FLAME2020.zip", {"generic_model.pkl": None})
    with pytest.raises(ModelError, match=r"should hold flame2023_Open.pkl; models in it: generic_model.pkl"):
        faces.import_face("flame-2023-open", path, yes)


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut off", b"", b"<html>"])
def test_a_damaged_archive_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "head.zip").write_bytes(content)
    with pytest.raises(ModelError, match=r"head.zip: the archive is damaged"):
        faces.import_face("my-head", tmp_path / "head.zip", never)


def test_a_missing_file_and_an_empty_folder_are_named(home: Path, tmp_path: Path, left_in: Any) -> None:
    for path in (tmp_path / "none.pkl", tmp_path / "none.zip", tmp_path):
        with pytest.raises(ModelError, match=str(path)):
            faces.import_face("my-head", path, never)
    assert left_in(home) == []


@pytest.mark.parametrize(
    "name", ["builtin", "face-landmarker", "", "My Head", "../escape", "a/b", "model.pkl", "-x", "con", "x" * 41]
)
def test_names_that_cannot_be_are_refused(home: Path, flame_file: Path, left_in: Any, name: str) -> None:
    with pytest.raises(ModelError, match="name") as caught:
        faces.import_face(name, flame_file, never)
    assert caught.value.remedy
    assert left_in(home) == []


def test_a_failed_import_leaves_the_older_model(flame_file: Path, tmp_path: Path) -> None:
    before = faces.import_face("my-head", flame_file, never).about
    (tmp_path / "bad.pkl").write_bytes(b"\x80\x04cos\nsystem\n.")
    with pytest.raises(ModelError):
        faces.import_face("my-head", tmp_path / "bad.pkl", never)
    assert faces.read_stored("my-head") == before
    assert faces.is_whole(before)


def test_a_second_import_replaces_the_first(home: Path, flame_file: Path, archive_of: Any, left_in: Any) -> None:
    faces.import_face("my-head", flame_file, never)
    faces.import_face("my-head", archive_of("head.zip", {"x.pkl": None}), never)
    assert left_in(home) == ["models/faces/my-head/about.json", "models/faces/my-head/model.pkl"]


def test_damage_is_noticed(flame_file: Path) -> None:
    about = faces.import_face("my-head", flame_file, never).about
    about.path.write_bytes(about.path.read_bytes()[:-1] + b"x")
    assert not faces.is_whole(about)
    (about.path.parent / "about.json").write_text('{"file": "../../secret"}')
    with pytest.raises(ModelError, match=r"about.json") as caught:
        faces.read_stored("my-head")
    assert "koekata models import my-head" in caught.value.remedy


def test_removing_takes_acceptance_and_what_was_computed_along(home: Path, flame_file: Path, left_in: Any) -> None:
    about = faces.import_face("flame-2023-open", flame_file, yes).about
    computed = faces.computed_folder("flame-2023-open")
    computed.mkdir()
    (computed / "face.npz").write_bytes(b"computed")
    assert about.path.is_file()
    faces.remove_stored("flame-2023-open")
    assert left_in(home) == []
    with pytest.raises(ModelError, match="is not accepted"):
        faces.import_face("flame-2023-open", flame_file, no)


@pytest.mark.shared
def test_the_stand_in_is_imported_as_a_model_of_ones_own(shared_dir: Path) -> None:
    about = faces.import_face("stand-in", shared_dir / "models" / "flame" / "flame_standin.pkl", never).about
    assert (about.vertices, about.identity_modes, about.expression_modes) == (5023, 100, 55)
