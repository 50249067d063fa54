"""Putting the plugin into a project: what there is to do is found first, then told or done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from koekata.engines.bundled import bundled_folder
from koekata.engines.trees import Differences, Files, differences, files_below, listed, put_tree, read_installed
from koekata.engines.unreal.plugin import (
    MADE,
    NEEDED_PLUGINS,
    PLUGIN,
    library_path,
    platform_libraries,
    plugin_files,
    plugin_folder,
    plugin_version,
)  # fmt: skip
from koekata.engines.unreal.project import UnrealProject
from koekata.errors import ProjectError

__all__ = ["Plan", "plan_install"]


@dataclass(frozen=True)
class Plan:
    """What an installation would do. Empty where everything is as it should be."""

    project: UnrealProject
    edited: UnrealProject
    folder: Path
    files: Files
    version: str
    replaces: Differences | None
    """None where the folder stays as it is; how it differs from what was installed where it is made or replaced."""
    switched_on: tuple[str, ...]

    def steps(self) -> list[str]:
        """A line for people about each step."""
        lines = []
        if self.replaces is not None:
            verb = "replace" if self.folder.exists() else "make"
            lines.append(f"{verb} {self.folder}: version {self.version}, {len(self.files)} files")
            lines += [f"keep {path}, which was changed or added, in {self.kept}" for path in self.replaces.of_somebody]
        lines += [f"switch the plugin {name} on in {self.project.file.name}" for name in self.switched_on]
        return lines

    @property
    def kept(self) -> Path:
        """Where somebody's own files go that would be replaced: the first folder of that kind that is not there."""
        saved = self.project.folder / "Saved" / "Koekata"
        return next(path for number in range(1, 1_000_000) if not (path := saved / f"replaced-{number}").exists())

    def carry_out(self) -> None:
        """Do it: the files first, so that the project never asks for a plugin that is not there."""
        if self.replaces is not None:
            _keep(self.folder, self.replaces.of_somebody, self.kept)
            put_tree(self.files, self.folder, self.project.folder, self.version)
        if self.edited != self.project:
            self.edited.write()


@contextmanager
def plan_install(
    project: UnrealProject, platforms: tuple[str, ...], libzmq: Path | None = None, *, force: bool = False
) -> Iterator[Plan]:
    """What there is to do, which can be done until the block ends. Raises ProjectError.

    `force` permits to replace files that somebody has changed; they are kept elsewhere.
    """
    folder = plugin_folder(project.folder)
    _refuse_strange(project.folder, folder)
    switched_on = tuple(name for name in (PLUGIN, *NEEDED_PLUGINS) if not project.switched(name))
    if switched_on:
        project.require_writable()
    with ExitStack() as stack:
        files = _kept_libraries(folder) | plugin_files()
        for platform in platforms:
            files = _without(files, platform) | stack.enter_context(platform_libraries(platform, libzmq))
        replaces = _replaced(folder, files)
        if replaces is not None and replaces.of_somebody and not force:
            raise _changed(folder, replaces)
        version = plugin_version(bundled_folder("unreal-plugin"))
        edited = reduce(UnrealProject.with_plugin, switched_on, project)
        yield Plan(project, edited, folder, files, version, replaces, switched_on)


def _replaced(folder: Path, files: Files) -> Differences | None:
    """How the folder differs from what was installed, None where it holds exactly these files."""
    installed = read_installed(folder)
    found = differences(folder, installed, MADE)
    if installed is not None and not found and installed.digests == listed("", files).digests:
        return None
    return found


def _kept_libraries(folder: Path) -> dict[str, Path]:
    """Libraries for other platforms, of an earlier installation."""
    return {path: file for path, file in files_below(folder).items() if path.startswith("ThirdParty/")}


def _without(files: dict[str, Path], platform: str) -> dict[str, Path]:
    start = library_path(platform).rpartition("/")[0] + "/"
    return {path: file for path, file in files.items() if not path.startswith(start)}


def _keep(folder: Path, paths: tuple[str, ...], kept: Path) -> None:
    for path in paths:
        target = kept / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / path, target)


def _refuse_strange(project: Path, folder: Path) -> None:
    if folder.is_symlink():
        raise ProjectError(f"{folder} is a link to {folder.resolve()}", remedy="Remove the link, then install again.")
    others = [path for path in (project / "Plugins").rglob(f"{PLUGIN}.uplugin") if path.parent != folder]
    if others:
        raise ProjectError(
            f"the project has the plugin already, at {others[0].parent}",
            remedy=f"Unreal refuses two plugins of one name. Move that one away; it is installed to {folder}.",
        )


def _changed(folder: Path, found: Differences) -> ProjectError:
    names = ", ".join(found.of_somebody[:5]) + (", ..." if len(found.of_somebody) > 5 else "")
    return ProjectError(
        f"{folder} has {len(found.of_somebody)} files that were changed or added since it was installed: {names}",
        remedy="--force replaces the folder, and keeps those files under Saved/Koekata in the project.",
    )
