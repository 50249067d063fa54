"""Folders that are put into a project: whole or not at all, and known again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from koekata.engines.trees import LIST_NAME, differences, files_below, put_tree, read_installed
from koekata.errors import ProjectError


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "a" / "deep").mkdir(parents=True)
    (folder / "a" / "deep" / "one.txt").write_text("one\n")
    (folder / "two.bin").write_bytes(bytes(range(256)))
    (folder / "two.bin").chmod(0o755)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_text("")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in files_below(folder).items() if path != LIST_NAME}


def test_a_folder_is_made_of_exactly_the_files(source: Path, project: Path) -> None:
    put_tree(files_below(source), project / "Plugins" / "P", project, "1.0")
    placed = project / "Plugins" / "P"
    assert content(placed) == content(source) == {"a/deep/one.txt": b"one\n", "two.bin": bytes(range(256))}
    assert read_installed(placed).version == "1.0"
    assert not differences(placed, read_installed(placed))
    assert os.access(placed / "two.bin", os.X_OK)
    assert [path.name for path in project.iterdir()] == ["Plugins"]


def test_what_is_no_longer_among_the_files_goes_when_it_is_replaced(source: Path, project: Path) -> None:
    put_tree(files_below(source), project / "P", project, "1.0")
    (source / "two.bin").unlink()
    (source / "three.txt").write_text("3")
    put_tree(files_below(source), project / "P", project, "1.1")
    assert sorted(content(project / "P")) == ["a/deep/one.txt", "three.txt"]
    assert read_installed(project / "P").version == "1.1"


def test_changed_missing_and_added_files_are_found_but_not_those_of_a_build(source: Path, project: Path) -> None:
    folder = project / "P"
    put_tree(files_below(source), folder, project, "1.0")
    (folder / "a" / "deep" / "one.txt").write_text("another\n")
    (folder / "two.bin").unlink()
    (folder / "mine.txt").write_text("mine")
    (folder / "Binaries").mkdir()
    (folder / "Binaries" / "built.so").write_text("")
    found = differences(folder, read_installed(folder), ("Binaries",))
    assert (found.changed, found.missing, found.added) == (("a/deep/one.txt",), ("two.bin",), ("mine.txt",))
    assert found.of_somebody == ("a/deep/one.txt", "mine.txt")


def test_line_ends_that_version_control_turned_around_are_no_change(source: Path, project: Path) -> None:
    put_tree(files_below(source), project / "P", project, "1.0")
    (project / "P" / "a" / "deep" / "one.txt").write_bytes(b"one\r\n")
    assert not differences(project / "P", read_installed(project / "P"))


def test_without_a_list_every_file_is_somebodys_own(project: Path) -> None:
    (project / "P").mkdir()
    (project / "P" / "x").write_text("")
    assert read_installed(project / "P") is None
    assert differences(project / "P", None).added == ("x",)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "files": []}', "\x00"])
def test_a_spoilt_list_counts_as_none(project: Path, text: str) -> None:
    (project / LIST_NAME).write_text(text)
    assert read_installed(project) is None


def test_an_error_on_the_way_leaves_the_old_folder_and_no_trace(source: Path, project: Path) -> None:
    put_tree(files_below(source), project / "P", project, "1.0")
    before = content(project / "P")
    files = {**files_below(source), "gone": source / "not-there"}
    with pytest.raises(ProjectError, match="cannot be written"):
        put_tree(files, project / "P", project, "1.1")
    assert content(project / "P") == before
    assert read_installed(project / "P").version == "1.0"
    assert [path.name for path in project.iterdir()] == ["P"]
