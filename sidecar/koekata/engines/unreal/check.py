"""Looking over a project that the plugin was put into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from koekata.engines.bundled import bundled_folder
from koekata.engines.libzmq import libzmq_problem
from koekata.engines.trees import Differences, differences, read_installed
from koekata.engines.unreal.engine import NEWEST, OLDEST, engine_version
from koekata.engines.unreal.plugin import (
    MADE,
    NEEDED_PLUGINS,
    PLATFORMS,
    PLUGIN,
    library_path,
    plugin_folder,
    plugin_version,
    this_platform,
)  # fmt: skip
from koekata.engines.unreal.project import UnrealProject

__all__ = ["Finding", "check"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `state` is ok, note (nothing is wrong, but know it) or wrong."""

    what: str
    state: str
    detail: str
    remedy: str = ""


def check(project: UnrealProject, engines: Path | None = None) -> list[Finding]:
    """Everything that this machine can see; the engine itself is not started."""
    folder = plugin_folder(project.folder)
    return [
        _engine(project, engines),
        *_switches(project),
        _version(folder),
        *(_files(folder) if (folder / f"{PLUGIN}.uplugin").is_file() else ()),
        *(_libraries(folder) if folder.is_dir() else ()),
    ]


_INSTALL = "Run `koekata unreal install` again."


def _engine(project: UnrealProject, engines: Path | None) -> Finding:
    version = engine_version(project.engine, project.folder, engines)
    supported = f"{_text(OLDEST)} to {_text(NEWEST)}"
    if version is None:
        named = project.engine or "no engine"
        return Finding("engine", "note", f"the project names {named}, whose version this machine does not know")
    if OLDEST <= version <= NEWEST:
        return Finding("engine", "ok", f"Unreal {_text(version)}")
    return Finding("engine", "wrong", f"Unreal {_text(version)}", f"The plugin is written for {supported}.")


def _text(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))


def _switches(project: UnrealProject) -> Iterator[Finding]:
    for name in (PLUGIN, *NEEDED_PLUGINS):
        switched = project.switched(name)
        told = {True: "on", False: f"switched off in {project.file.name}", None: f"not in {project.file.name}"}
        state = "ok" if switched else "wrong"
        yield Finding(f"plugin {name}", state, told[switched], "" if switched else _INSTALL)


def _version(folder: Path) -> Finding:
    here, ours = plugin_version(folder), plugin_version(bundled_folder("unreal-plugin"))
    if not here:
        return Finding("version", "wrong", f"{folder} holds no plugin", _INSTALL)
    if here != ours:
        return Finding("version", "wrong", f"the plugin is {here}, the sidecar brings {ours}", _INSTALL)
    return Finding("version", "ok", here)


def _files(folder: Path) -> Iterator[Finding]:
    installed = read_installed(folder)
    if installed is None:
        yield Finding("files", "note", "not put there by `koekata unreal install`: nothing to compare with")
        return
    found = differences(folder, installed, MADE)
    if not found:
        yield Finding("files", "ok", f"{len(installed.digests)}, as they were installed")
    for word in ("changed", "missing", "added"):
        paths: tuple[str, ...] = getattr(found, word)
        if paths:
            yield Finding("files", "wrong", f"{word}: {', '.join(paths)}", _mending(found))


def _mending(found: Differences) -> str:
    return _INSTALL[:-1] + ", with --force: it keeps what it replaces." if found.of_somebody else _INSTALL


def _libraries(folder: Path) -> Iterator[Finding]:
    here = this_platform()
    present = [platform for platform in PLATFORMS if (folder / library_path(platform)).is_file()]
    if not present:
        yield Finding("libzmq", "wrong", "there is none: the plugin would hear OSC only", _INSTALL)
    for platform in present:
        problem = libzmq_problem(folder / library_path(platform)) if platform == here else ""
        detail = problem or ("loads" if platform == here else "is there; another machine must load it")
        yield Finding(f"libzmq {platform}", "wrong" if problem else "ok", detail, _INSTALL if problem else "")
    if present and here not in present:
        yield Finding("libzmq", "note", f"none for this machine ({here or 'which Unreal does not run on'})")
