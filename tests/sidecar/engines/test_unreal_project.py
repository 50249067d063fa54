"""`koekata unreal install` and `check` in real folders, as people and scripts use them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koekata.cli import app
from koekata.engines.unreal import find_project, this_platform
from koekata.engines.unreal.engine import engine_version

ROOT = Path(__file__).parents[3]
PLATFORM = this_platform()
UPROJECT = (
    '{\r\n\t"FileVersion": 3,\r\n\t"EngineAssociation": "5.4",\r\n\t"Unknown": {"a": 1.50},\r\n\t"Plugins": [\r\n'
    '\t\t{\r\n\t\t\t"Name": "ModelingToolsEditorMode",\r\n\t\t\t"Enabled": true,\r\n\t\t\t"TargetAllowList": [\r\n'
    '\t\t\t\t"Editor"\r\n\t\t\t]\r\n\t\t}\r\n\t],\r\n\t"Description": "声"\r\n}'
)
ADDED = (
    ',\r\n\t\t{\r\n\t\t\t"Name": "Koekata",\r\n\t\t\t"Enabled": true\r\n\t\t},\r\n\t\t{\r\n\t\t\t"Name": "LiveLink",'
    '\r\n\t\t\t"Enabled": true\r\n\t\t}'
)
Command = Callable[..., Result]
pytestmark = pytest.mark.skipif(not PLATFORM, reason="Unreal does not run on this kind of machine")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "My Show 声"
    folder.mkdir()
    (folder / "Show.uproject").write_bytes(UPROJECT.encode())
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A libzmq of the user's own: the file is copied, not looked into."""
    path = tmp_path / "mine.bin"
    path.write_bytes(b"a library")
    return path


@pytest.fixture
def unreal() -> Command:
    return lambda *arguments: CliRunner().invoke(app, ["unreal", *map(str, arguments)])


def state_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def findings(unreal: Command, project: Path) -> dict[str, str]:
    return {finding["what"]: finding["state"] for finding in json.loads(unreal("check", project, "--json").stdout)}


def test_the_plugin_is_put_there_whole_with_its_library_and_switched_on(unreal: Command, project: Path) -> None:
    done = unreal("install", project)
    assert done.exit_code == 0, done.output
    plugin = project / "Plugins" / "Koekata"
    sources = {path.relative_to(ROOT / "unreal-plugin") for path in (ROOT / "unreal-plugin").rglob("*.cpp")}
    assert sources <= {path.relative_to(plugin) for path in plugin.rglob("*.cpp")}
    assert list((plugin / "ThirdParty" / "libzmq" / PLATFORM).glob("libzmq.*"))
    assert sorted(path.name for path in project.iterdir()) == ["Plugins", "Show.uproject"]
    checked = unreal("check", project)
    assert checked.exit_code == 0, checked.output


def test_the_project_file_changes_in_the_new_entries_alone(unreal: Command, project: Path, library: Path) -> None:
    unreal("install", project, "--libzmq", library)
    wanted = UPROJECT.replace("]\r\n\t\t}\r\n\t],", f"]\r\n\t\t}}{ADDED}\r\n\t],")
    assert (project / "Show.uproject").read_bytes().decode() == wanted


def test_installing_again_changes_nothing(unreal: Command, project: Path, library: Path) -> None:
    unreal("install", project, "--libzmq", library)
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    again = unreal("install", project / "Show.uproject", "--libzmq", library)
    assert "nothing to do" in again.output
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before


def test_a_dry_run_says_everything_and_writes_nothing(unreal: Command, project: Path, library: Path) -> None:
    before = state_of(project)
    told = unreal("install", project, "--dry-run", "--libzmq", library).output
    assert told.count("would ") == 3
    assert state_of(project) == before


def test_a_project_without_plugins_and_one_that_switched_them_off_get_them(tmp_path: Path) -> None:
    (tmp_path / "none.uproject").write_text('{"FileVersion": 3}')
    assert json.loads(find_project(tmp_path / "none.uproject").with_plugin("Koekata").text) == {
        "FileVersion": 3, "Plugins": [{"Name": "Koekata", "Enabled": True}],
    }  # fmt: skip
    (tmp_path / "off.uproject").write_text('{"Plugins": [{"Enabled": false, "Name": "koekata", "X": 1}]}')
    edited = find_project(tmp_path / "off.uproject").with_plugin("Koekata")
    assert edited.text == '{"Plugins": [{"Enabled": true, "Name": "koekata", "X": 1}]}'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_the_project_file_stays(unreal: Command, project: Path, library: Path, encoding: str) -> None:
    (project / "Show.uproject").write_bytes(UPROJECT.encode(encoding))
    unreal("install", project, "--libzmq", library)
    written = (project / "Show.uproject").read_bytes()
    assert written.startswith("".encode(encoding))
    assert json.loads(written.decode(encoding))["Plugins"][1]["Name"] == "Koekata"


def test_a_second_platform_joins_the_first(unreal: Command, project: Path, library: Path) -> None:
    other = "Mac" if PLATFORM != "Mac" else "Linux"
    unreal("install", project, "--libzmq", library)
    unreal("install", project, "--platform", other, "--libzmq", library)
    folders = (project / "Plugins" / "Koekata" / "ThirdParty" / "libzmq").iterdir()
    assert {path.name for path in folders} == {PLATFORM, other}


def test_files_that_somebody_changed_are_replaced_on_request_alone_and_kept(
    unreal: Command, project: Path, library: Path
) -> None:
    unreal("install", project, "--libzmq", library)
    readme = project / "Plugins" / "Koekata" / "README.md"
    whole = readme.read_text("utf-8")
    readme.write_text("my own notes")
    refused = unreal("install", project, "--libzmq", library)
    assert refused.exit_code == 1
    assert readme.read_text() == "my own notes"
    assert findings(unreal, project)["files"] == "wrong"
    assert unreal("install", project, "--force", "--libzmq", library).exit_code == 0
    assert readme.read_text("utf-8") == whole
    assert (project / "Saved" / "Koekata" / "replaced-1" / "README.md").read_text() == "my own notes"


def test_what_was_built_from_an_older_plugin_goes_with_it(unreal: Command, project: Path, library: Path) -> None:
    unreal("install", project, "--libzmq", library)
    plugin = project / "Plugins" / "Koekata"
    built = plugin / "Binaries" / "Linux" / "libUnrealEditor-Koekata.so"
    built.parent.mkdir(parents=True)
    built.write_text("old")
    assert "nothing to do" in unreal("install", project, "--libzmq", library).output
    assert built.exists()
    (plugin / "README.md").unlink()
    unreal("install", project, "--libzmq", library)
    assert not built.exists()
    assert (plugin / "README.md").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n "Plugins": [\n  {"Name": "A"},\n ]\n}', "line 4, column 2"),
        ("[]", "no JSON object"),
        ('{"Plugins": {}}', "no list of objects"),
        ('{"Plugins": [1]}', "no list of objects"),
    ],
)
def test_a_spoilt_project_file_is_told_and_left_alone(unreal: Command, project: Path, text: str, told: str) -> None:
    (project / "Show.uproject").write_text(text)
    done = unreal("install", project)
    assert done.exit_code == 1
    assert told in done.output
    assert state_of(project) == {"Show.uproject": text.encode()}


def test_a_folder_without_a_project_and_one_with_two_are_told(unreal: Command, tmp_path: Path, project: Path) -> None:
    (project / "Other.uproject").write_text("{}")
    assert "Other.uproject, Show.uproject" in unreal("check", project).output
    (tmp_path / "empty").mkdir()
    assert "none" in unreal("install", tmp_path / "empty").output
    assert "is no .uproject file" in unreal("install", tmp_path / "nowhere.uproject").output


@pytest.mark.skipif(sys.platform == "win32", reason="the mode of a file is another thing on Windows")
def test_a_project_file_that_is_not_checked_out_stays_as_it_is(unreal: Command, project: Path, library: Path) -> None:
    (project / "Show.uproject").chmod(0o444)
    done = unreal("install", project, "--libzmq", library)
    assert done.exit_code == 1
    assert "read-only" in done.output
    assert state_of(project) == {"Show.uproject": UPROJECT.encode()}


def test_the_plugin_at_another_place_in_the_project_is_told(unreal: Command, project: Path, library: Path) -> None:
    other = project / "Plugins" / "Bought" / "Koekata"
    other.mkdir(parents=True)
    (other / "Koekata.uplugin").write_text("{}")
    done = unreal("install", project, "--libzmq", library)
    assert done.exit_code == 1
    assert str(other) in done.output


def test_check_tells_a_project_without_the_plugin_from_one_with_it(
    unreal: Command, project: Path, library: Path
) -> None:
    assert unreal("check", project).exit_code == 1
    assert findings(unreal, project)["plugin Koekata"] == "wrong"
    unreal("install", project, "--libzmq", library)
    found = findings(unreal, project)
    assert found["plugin Koekata"] == found["plugin LiveLink"] == found["files"] == found["version"] == "ok"
    assert found[f"libzmq {PLATFORM}"] == "wrong"  # It was no library.


def test_check_tells_a_plugin_of_another_version(unreal: Command, project: Path, library: Path) -> None:
    unreal("install", project, "--libzmq", library)
    description = project / "Plugins" / "Koekata" / "Koekata.uplugin"
    described = json.loads(description.read_text("utf-8"))
    description.write_text(json.dumps({**described, "VersionName": "0.0.1"}))
    assert findings(unreal, project)["version"] == "wrong"


@pytest.mark.parametrize(("association", "state"), [("5.3", "ok"), ("5.6", "ok"), ("5.2", "wrong"), ("4.27", "wrong")])
def test_check_knows_the_engines_that_the_plugin_is_for(
    unreal: Command, project: Path, association: str, state: str
) -> None:
    (project / "Show.uproject").write_text(json.dumps({"EngineAssociation": association}))
    assert findings(unreal, project)["engine"] == state


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the list in its registry")
def test_an_engine_built_from_source_is_asked_for_its_version(tmp_path: Path) -> None:
    build = tmp_path / "UE" / "Engine" / "Build"
    build.mkdir(parents=True)
    (build / "Build.version").write_text('{"MajorVersion": 5, "MinorVersion": 5, "PatchVersion": 1}')
    engines = tmp_path / "Install.ini"
    engines.write_text(f"[Installations]\n{{AB-1}}={tmp_path / 'UE'}\n{{AB-2}}=/nowhere\n")
    assert engine_version("{AB-1}", tmp_path, engines) == (5, 5)
    assert engine_version("{AB-2}", tmp_path, engines) is None
    assert engine_version("{AB-3}", tmp_path, engines) is None
    assert engine_version("", tmp_path / "UE" / "Games" / "Show") == (5, 5)
    assert engine_version("", tmp_path) is None
