"""`koekata unity`: the Unity package in a project."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console

from koekata.engines import unity
from koekata.engines.unity.library import given_library

__all__ = ["check", "install"]

_FAULT = 1
_SHOWN = 8


def install(
    folder: Path, console: Console, *, libzmq: Path | None, without_libzmq: bool, dry_run: bool, force: bool
) -> None:
    """Put the package into a project, and say what was done. Raises ProjectError."""
    project = unity.UnityProject.at(folder)
    libraries = _libraries(libzmq, without=without_libzmq)
    done = unity.install(project, libraries, dry_run=dry_run, force=force)
    would = "would be " if dry_run else ""
    console.print(f"project      {project.folder} (Unity {project.version})")
    console.print(
        f"package      {done.folder} {done.version}" + (f", in place of {done.before}" if done.before else "")
    )
    console.print(f"libzmq       {_described(libraries, without=without_libzmq)}")
    for kind, word in (("add", "added"), ("replace", "replaced"), ("remove", "removed")):
        paths = [change.path for change in done.changes if change.kind == kind]
        if paths:
            console.print(f"{would}{word}: {len(paths)} files: {_some(paths)}")
    if not done.changes:
        console.print("nothing to do: all of it is there already")
    if done.kept:
        console.print(f"kept: {len(done.kept)} files that are not the package's: {_some(done.kept)}")
    if project.listed():
        console.print("note: Packages/manifest.json lists the package, too; the folder in Packages counts")
    if not dry_run:
        console.print(
            f"next: open the project in Unity; `koekata unity check {project.folder}` looks whether all is right"
        )


def check(folder: Path, console: Console) -> int:
    """Look at a project; 1 where something is wrong. Raises ProjectError."""
    findings = list(unity.check(unity.UnityProject.at(folder), unity.find_libraries() if _is_installed(folder) else []))
    for finding in findings:
        console.print(f"{'right' if finding.good else 'WRONG'}  {finding.text}", style="" if finding.good else "red")
    return 0 if all(finding.good for finding in findings) else _FAULT


def _is_installed(folder: Path) -> bool:
    """Whether libraries were put into the project; a given one, or none, is right as well."""
    plugins = unity.UnityProject.at(folder).package / "Plugins"
    return plugins.is_dir() and any(plugins.rglob("libsodium*"))


def _libraries(given: Path | None, *, without: bool) -> list[unity.Library]:
    if without:
        return []
    return given_library(given) if given is not None else unity.find_libraries()


def _described(libraries: list[unity.Library], *, without: bool) -> str:
    if libraries:
        return ", ".join(f"{library.name} (from {library.source.name})" for library in libraries)
    if without:
        return "left out; the package talks ZeroMQ by itself, without encryption"
    return (
        f"pyzmq has none on {sys.platform} that others can use; the package talks ZeroMQ by itself. "
        "Only encrypted streams need it: --libzmq FILE"
    )


def _some(paths: list[str] | tuple[str, ...]) -> str:
    more = f", and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return ", ".join(paths[:_SHOWN]) + more
