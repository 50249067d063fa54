"""Looking whether a project has all that it needs to be moved by Koekata."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from koekata.engines.unity.install import Installation, install, read_record
from koekata.engines.unity.library import Library, plugin_folder
from koekata.engines.unity.metas import meta_guid, wants_meta
from koekata.engines.unity.package import PACKAGE_NAME, package_files, package_folder, package_version
from koekata.engines.unity.project import UnityProject

__all__ = ["Finding", "check"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    text: str
    """What was found; where it is not good, with what to do."""


def check(project: UnityProject, libraries: list[Library]) -> Iterator[Finding]:
    """Look at everything, and go on after what is wrong."""
    yield Finding(True, f"the project is made with Unity {project.version}")
    folder = project.package
    if not (folder / "package.json").is_file():
        listed = project.listed()
        if listed:
            yield Finding(True, f"the package comes from Unity's package list: {listed}")
        else:
            yield Finding(False, f"the package is not there; `koekata unity install {project.folder}` brings it")
        return
    yield from _version(project)
    yield from _files(install(project, libraries, dry_run=True, force=True), read_record(folder))
    yield from _metas(folder)
    yield from _library(folder)


def _version(project: UnityProject) -> Iterator[Finding]:
    here, there = package_version(package_folder()), package_version(project.package)
    if here == there:
        yield Finding(True, f"the package {PACKAGE_NAME} {there} is in Packages, of the version of this sidecar")
    else:
        yield Finding(False, f"the package is {there or 'unreadable'}, the sidecar {here}; install it anew")
    listed = project.listed()
    if listed:
        yield Finding(True, f"Packages/manifest.json lists the package, too ({listed}); the folder in Packages counts")


def _files(state: Installation, recorded: dict[str, str]) -> Iterator[Finding]:
    if not recorded:
        yield Finding(True, "it was not installed by this command, so that changes by hand cannot be told")
    missing = [change.path for change in state.changes if change.kind == "add"]
    other = [change.path for change in state.changes if change.kind == "replace"]
    for paths, what in ((missing, "are missing"), (other, "are not those of this sidecar")):
        if paths:
            yield Finding(False, f"{len(paths)} files {what}: {', '.join(paths[:5])}; install it anew")
    if not missing and not other:
        yield Finding(True, "its files are those that came with this sidecar")


def _metas(folder: Path) -> Iterator[Finding]:
    """Scripts without a .meta, or two with one GUID, are lost in scenes."""
    known: dict[str, str] = {}
    bad = []
    for path in package_files(folder):
        if path.endswith(".meta"):
            guid = meta_guid((folder / path).read_text("utf-8", errors="replace"))
            if not guid or known.setdefault(guid, path) != path:
                bad.append(path)
        elif wants_meta(path) and not (folder / f"{path}.meta").is_file():
            bad.append(f"{path}.meta")
    if bad:
        yield Finding(False, f"{len(bad)} .meta files are missing or wrong: {', '.join(bad[:5])}; install it anew")
    else:
        yield Finding(True, f"{len(known)} .meta files are right")


def _library(folder: Path) -> Iterator[Finding]:
    """The library must load, with all that it needs, and have what is called."""
    place = folder / plugin_folder() if plugin_folder() else None
    found = sorted(place.glob("libzmq.*")) if place is not None and place.is_dir() else []
    libraries = [path for path in found if path.suffix != ".meta"]
    if not libraries:
        yield Finding(
            True, "libzmq is not there: the package talks ZeroMQ by itself; encrypted streams need the library"
        )
        return
    try:
        loaded = ctypes.CDLL(str(libraries[0]))
        numbers = [ctypes.c_int() for _ in range(3)]
        loaded.zmq_version(*map(ctypes.byref, numbers))
    except (OSError, AttributeError) as error:
        yield Finding(False, f"{libraries[0].name} cannot be used on {sys.platform}: {error}; install it anew")
        return
    yield Finding(True, f"libzmq {'.'.join(str(number.value) for number in numbers)} loads")
