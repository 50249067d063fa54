"""libzmq for game engines: found as each kind of wheel has it, copied whole, and loaded for real."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from koekata.engines import libzmq
from koekata.engines.libzmq import libzmq_for, libzmq_in, libzmq_problem, this_machine
from koekata.errors import ProjectError

LAYOUTS = {
    "linux": (["pyzmq.libs/libzmq-ab.so.5.2.5", "pyzmq.libs/libsodium-cd.so.26"], ["libsodium-cd.so.26"]),
    "macos": (["zmq/.dylibs/libzmq.5.dylib", "zmq/.dylibs/libsodium.26.dylib"], ["libsodium.26.dylib"]),
    "windows": (
        ["pyzmq.libs/libzmq-v141-mt-4_3_4-0a.dll", "pyzmq.libs/libsodium-ac.dll", "pyzmq.libs/msvcp140.dll"],
        ["libsodium-ac.dll"],
    ),
}


def packages(folder: Path, paths: list[str]) -> Path:
    for path in [*paths, "pyzmq-9.dist-info/licenses/LICENSE.md", "pyzmq-9.dist-info/licenses/LICENSE.tornado.txt"]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


@pytest.fixture
def own():
    """The libzmq of this Python, skipped where its pyzmq has none that can be loaded."""
    import zmq

    found = libzmq_in(Path(zmq.__file__).parents[1])
    if found is None:
        pytest.skip("this pyzmq has no libzmq of its own")
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_kind_of_wheel_gives_the_library_what_it_loads_and_the_licences(tmp_path: Path, layout: str) -> None:
    paths, companions = LAYOUTS[layout]
    found = libzmq_in(packages(tmp_path, paths))
    assert found.library == tmp_path / paths[0]
    assert [path.name for path in found.companions] == companions
    assert sorted(found.named("libzmq.x")) == sorted(["libzmq.x", *companions, "LICENSE.txt"])


def test_a_wheel_that_links_libzmq_into_its_extension_has_none(tmp_path: Path) -> None:
    assert libzmq_in(packages(tmp_path, ["zmq/backend/cython/_zmq.pyd"])) is None


def test_the_sidecars_own_library_loads_from_another_folder_under_another_name(own, tmp_path: Path) -> None:
    for name, path in own.named("libzmq.so").items():
        shutil.copyfile(path, tmp_path / name)
    assert libzmq_problem(tmp_path / "libzmq.so") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the loader's words are those of Linux")
def test_a_library_without_what_it_needs_is_told(own, tmp_path: Path) -> None:
    if not own.companions:
        pytest.skip("this libzmq needs no other library")
    shutil.copyfile(own.library, tmp_path / "libzmq.so")
    assert own.companions[0].name in libzmq_problem(tmp_path / "libzmq.so")


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "libzmq.so").write_text("no library")
    assert libzmq_problem(tmp_path / "libzmq.so") != ""


def test_the_library_for_this_machine_is_the_sidecars_own(own) -> None:
    with libzmq_for(this_machine()) as files:
        assert files == own


def test_an_unknown_machine_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ProjectError, match="amiga") as error, libzmq_for("amiga"):
        pass
    assert "windows-x64" in error.value.remedy


@pytest.mark.parametrize("machine", libzmq.machines())
def test_every_machine_has_a_pinned_wheel(machine: str) -> None:
    path = Path(libzmq.__file__).parents[1] / "data" / "libzmq.json"
    wheel = json.loads(path.read_text("utf-8"))["machines"][machine]
    assert len(bytes.fromhex(wheel["sha256"])) == 32
    assert wheel["requirement"].startswith("pyzmq==")


def test_the_library_for_windows_comes_out_of_its_pinned_wheel() -> None:
    try:
        with libzmq_for("windows-x64") as files:
            assert files.library.read_bytes()[:2] == b"MZ"
            assert [path.name[:9] for path in files.companions] == ["libsodium"]
            assert b"zmq_ctx_new" in files.library.read_bytes()
    except ProjectError as error:
        if this_machine() == "windows-x64":
            raise
        pytest.skip(f"no index of packages can be asked here: {error.message}")


def test_a_wheel_whose_checksum_is_another_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wheels = json.loads((Path(libzmq.__file__).parents[1] / "data" / "libzmq.json").read_text("utf-8"))["machines"]
    spoilt = {**wheels["windows-x64"], "sha256": "0" * 64}
    monkeypatch.setattr(libzmq, "_wheels", lambda: {"windows-x64": spoilt})
    with pytest.raises(ProjectError, match="could not be fetched") as error, libzmq_for("windows-x64"):
        pass
    assert "--libzmq FILE" in error.value.remedy
