"""The Unity package in real folders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koekata.cli import app
from koekata.engines.unity import UnityProject, find_libraries, install
from koekata.engines.unity.library import plugin_folder
from koekata.engines.unity.metas import meta_guid
from koekata.errors import ProjectError

VERSION = "m_EditorVersion: 2021.3.33f1\nm_EditorVersionWithRevision: 2021.3.33f1 (ee5a2aa03ab2)\n"
LOAD = "import ctypes, sys; print(ctypes.CDLL(sys.argv[1]).zmq_has(b'curve'))"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new Unity project."""
    (tmp_path / "game" / "Assets").mkdir(parents=True)
    (tmp_path / "game" / "ProjectSettings").mkdir()
    (tmp_path / "game" / "ProjectSettings" / "ProjectVersion.txt").write_text(VERSION, encoding="utf-8")
    return tmp_path / "game"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["unity", *map(str, arguments)])


def _package(project: Path) -> Path:
    return project / "Packages" / "com.koekata.unity"


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_install_brings_the_package_and_check_finds_it_right(project: Path) -> None:
    done = _run("install", project)
    assert done.exit_code == 0, done.output
    assert "added:" in done.output
    assert (_package(project) / "Runtime" / "Core" / "Koekata.Core.asmdef").is_file()
    checked = _run("check", project)
    assert checked.exit_code == 0, checked.output
    assert "WRONG" not in checked.output


def test_install_again_changes_nothing(project: Path) -> None:
    _run("install", project)
    before = {path: path.stat().st_mtime_ns for path in _package(project).rglob("*")}
    done = _run("install", project)
    assert "nothing to do" in done.output
    assert {path: path.stat().st_mtime_ns for path in _package(project).rglob("*")} == before


def test_dry_run_says_what_it_would_do_and_writes_nothing(project: Path) -> None:
    before = _contents(project)
    done = _run("install", project, "--dry-run")
    assert done.exit_code == 0
    assert "would be added" in done.output
    assert _contents(project) == before


def test_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    done = _run("install", tmp_path)
    assert done.exit_code == 1
    assert "is no Unity project" in done.output
    assert list(tmp_path.iterdir()) == []


def test_unity_that_is_too_old_is_refused(project: Path) -> None:
    (project / "ProjectSettings" / "ProjectVersion.txt").write_text("m_EditorVersion: 2020.3.1f1\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"2020\.3\.1f1.*2021\.3"):
        UnityProject.at(project)


def test_file_that_was_changed_by_hand_is_told_and_kept_until_forced(project: Path) -> None:
    _run("install", project)
    readme = _package(project) / "README.md"
    readme.write_text("mine", encoding="utf-8")
    checked = _run("check", project)
    assert checked.exit_code == 1
    assert "README.md" in checked.output
    assert "changed by hand: README.md" in _run("install", project).output
    assert readme.read_text("utf-8") == "mine"
    assert _run("install", project, "--force").exit_code == 0
    assert readme.read_text("utf-8") != "mine"


def test_files_of_others_in_the_package_folder_stay(project: Path) -> None:
    _run("install", project)
    notes = _package(project) / "Notes.txt"
    notes.write_text("by a team mate", encoding="utf-8")
    (_package(project) / "README.md").unlink()
    done = _run("install", project)
    assert "kept: 1 files" in done.output
    assert notes.read_text("utf-8") == "by a team mate"
    assert (_package(project) / "README.md").is_file()


def test_file_that_no_longer_belongs_to_the_package_goes(project: Path) -> None:
    _run("install", project)
    gone = _package(project) / "Runtime" / "Gone.cs"
    gone.write_bytes(b"class Gone {}")
    record = _package(project) / ".koekata-install.json"
    stated = json.loads(record.read_text("utf-8"))
    stated["files"]["Runtime/Gone.cs"] = "of an older version"
    record.write_text(json.dumps(stated), encoding="utf-8")
    assert _run("install", project, "--force").exit_code == 0
    assert not gone.exists()


@pytest.mark.skipif(not hasattr(Path, "chmod") or sys.platform == "win32", reason="folders cannot be locked like this")
def test_install_that_fails_leaves_the_project_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _run("install", project)
    before = _contents(project)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError("held by Unity")
        return rename(self, target)

    (_package(project) / "README.md").unlink()
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ProjectError, match="held by Unity"):
        install(UnityProject.at(project), [])
    del before["Packages/com.koekata.unity/README.md"]
    assert _contents(project) == before


def test_library_of_the_sidecar_loads_from_the_project_with_all_that_it_needs(project: Path) -> None:
    if not find_libraries():
        pytest.skip("pyzmq has no library here that others can use")
    _run("install", project)
    folder = _package(project) / plugin_folder()
    names = {path.name for path in folder.iterdir() if path.suffix != ".meta"}
    assert all(Path(name).suffix in {".so", ".dylib", ".dll"} for name in names)
    library = next(folder / name for name in names if name.startswith("libzmq"))
    # A process of its own, since this one has libzmq already.
    done = subprocess.run([sys.executable, "-c", LOAD, str(library)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_library_is_for_the_editor_and_games_of_its_own_system(project: Path) -> None:
    if not find_libraries():
        pytest.skip("pyzmq has no library here that others can use")
    _run("install", project)
    folder = _package(project) / plugin_folder()
    text = next(folder.glob("libzmq.*.meta")).read_text("utf-8")
    system = {"linux": "Linux", "darwin": "OSX", "win32": "Windows"}[sys.platform]
    assert f"        OS: {system}\n" in text
    assert text.count("Standalone: ") == 4
    assert text.count("enabled: 1") == 2
    assert len(meta_guid(text)) == 32


def test_libraries_of_other_systems_stay(project: Path) -> None:
    _run("install", project)
    other = _package(project) / "Plugins" / "Windows" / "libzmq.dll"
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_bytes(b"of a team mate")
    (_package(project) / "README.md").unlink()
    assert _run("install", project).exit_code == 0
    assert other.read_bytes() == b"of a team mate"


def test_wheels_of_all_systems_are_understood(tmp_path: Path) -> None:
    mac, windows, none = tmp_path / "mac", tmp_path / "windows", tmp_path / "none"
    for path in (
        mac / "zmq" / ".dylibs" / "libzmq.5.dylib",
        mac / "zmq" / ".dylibs" / "libsodium.26.dylib",
        windows / "pyzmq.libs" / "libzmq-v141-mt-4_3_4-0a6f51ca.dll",
        windows / "pyzmq.libs" / "libsodium-ac42d648.dll",
        windows / "pyzmq.libs" / "msvcp140.dll",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(path.name.encode())
    assert [library.name for library in find_libraries(mac, "darwin")] == ["libzmq.dylib", "libsodium.26.dylib"]
    assert [library.name for library in find_libraries(windows, "win32")] == ["libzmq.dll", "libsodium-ac42d648.dll"]
    assert find_libraries(none, "win32") == []


def test_library_that_asks_in_an_unknown_way_is_refused(tmp_path: Path) -> None:
    libs = tmp_path / "pyzmq.libs"
    libs.mkdir()
    (libs / "libzmq-1.so.5").write_bytes(b"\x7fELF nothing of the kind")
    (libs / "libsodium-2.so.26").write_bytes(b"\x7fELF")
    with pytest.raises(ProjectError, match="without-libzmq"):
        find_libraries(tmp_path, "linux")


def test_package_works_without_a_library(project: Path) -> None:
    done = _run("install", project, "--without-libzmq")
    assert "without encryption" in done.output
    assert not (_package(project) / "Plugins").exists()
    checked = _run("check", project)
    assert checked.exit_code == 0, checked.output
    assert "talks ZeroMQ by itself" in checked.output


def test_check_of_a_project_without_the_package_says_how_it_comes(project: Path) -> None:
    checked = _run("check", project)
    assert checked.exit_code == 1
    assert "koekata unity install" in checked.output


def test_check_finds_a_library_that_does_not_load(project: Path) -> None:
    if not find_libraries():
        pytest.skip("pyzmq has no library here that others can use")
    _run("install", project)
    next(path for path in (_package(project) / plugin_folder()).glob("libzmq.*") if path.suffix != ".meta").write_bytes(
        b"x"
    )
    checked = _run("check", project)
    assert checked.exit_code == 1
    assert "cannot be used" in checked.output
