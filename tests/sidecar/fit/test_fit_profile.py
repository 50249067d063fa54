"""Calibrations are kept, listed and read back, and never lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.errors import ConfigError, ModelError
from koekata.fit.calibrate import Neutral
from koekata.fit.profile import list_profiles, load_profile, refuse_other_model, save_profile


def neutral(value: float) -> Neutral:
    return Neutral(np.full((478, 3), value), 1.35, 42.5, 60)


def test_a_calibration_comes_back(tmp_path: Path) -> None:
    path = save_profile(tmp_path / "new" / "folder", "Aoi webcam-1", "builtin", neutral(0.0123))
    profile = load_profile(path.parent, "Aoi webcam-1")
    assert (profile.name, profile.model) == ("Aoi webcam-1", "builtin")
    assert profile.created.endswith("+00:00")
    np.testing.assert_allclose(profile.neutral.points, 0.0123, atol=1e-8)
    assert profile.neutral.focal_share == 1.35
    assert profile.neutral.cost == 42.5
    assert profile.neutral.frames == 60


def test_names_may_be_written_in_any_script(tmp_path: Path) -> None:
    save_profile(tmp_path, "葵", "builtin", neutral(0.1))
    assert list_profiles(tmp_path) == ["葵"]
    assert load_profile(tmp_path, "葵").name == "葵"


def test_calibrations_are_listed_in_order_and_nothing_else_is(tmp_path: Path) -> None:
    assert list_profiles(tmp_path) == []
    for name in ("b", "a"):
        save_profile(tmp_path, name, "builtin", neutral(0.1))
    (tmp_path / "notes.txt").write_text("not a calibration")
    assert list_profiles(tmp_path) == ["a", "b"]


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    save_profile(tmp_path, "a", "builtin", neutral(0.1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.npz"]


def test_an_older_calibration_of_that_name_is_kept_and_can_be_loaded(tmp_path: Path) -> None:
    save_profile(tmp_path, "a", "builtin", neutral(0.1))
    save_profile(tmp_path, "a", "builtin", neutral(0.2))
    older = [name for name in list_profiles(tmp_path) if name != "a"]
    assert len(older) == 1
    assert load_profile(tmp_path, "a").neutral.points[0, 0] == pytest.approx(0.2)
    assert load_profile(tmp_path, older[0]).neutral.points[0, 0] == pytest.approx(0.1)


@pytest.mark.parametrize("name", ["", ".hidden", "../up", "a/b", "a\\b", "a\nb", "x" * 65, "-dash", "a:b"])
def test_a_name_that_cannot_be_a_file_name_is_refused(tmp_path: Path, name: str) -> None:
    for act in (lambda: save_profile(tmp_path, name, "builtin", neutral(0.1)), lambda: load_profile(tmp_path, name)):
        with pytest.raises(ConfigError) as refused:
            act()
        assert refused.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_missing_calibration_names_those_that_exist_and_how_to_make_it(tmp_path: Path) -> None:
    save_profile(tmp_path, "mika", "builtin", neutral(0.1))
    with pytest.raises(ConfigError, match="mika") as missing:
        load_profile(tmp_path, "mikka")
    assert "koekata calibrate mikka" in missing.value.remedy


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"not an archive at all"])
def test_a_damaged_calibration_is_told_and_not_a_crash(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.npz").write_bytes(content)
    with pytest.raises(ModelError, match=r"a\.npz") as damaged:
        load_profile(tmp_path, "a")
    assert damaged.value.remedy


def test_a_cut_off_calibration_is_told(tmp_path: Path) -> None:
    path = save_profile(tmp_path, "a", "builtin", neutral(0.1))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ModelError):
        load_profile(tmp_path, "a")


def test_a_calibration_of_another_face_model_is_refused(tmp_path: Path) -> None:
    save_profile(tmp_path, "aoi", "flame-2023-open", neutral(0.1))
    profile = load_profile(tmp_path, "aoi")
    refuse_other_model(profile, "flame-2023-open")
    with pytest.raises(ConfigError, match=r"was made with the face model 'flame-2023-open'.* 'builtin'") as caught:
        refuse_other_model(profile, "builtin")
    assert "--face-model" in caught.value.remedy
