"""Putting the package into a project: all of it or nothing, and nothing that somebody changed is lost."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from koekata.engines.trees import swap
from koekata.engines.unity.library import Library, plugin_folder
from koekata.engines.unity.metas import guid_of, meta_text, plugin_meta
from koekata.engines.unity.package import package_files, package_folder, package_version
from koekata.engines.unity.project import UnityProject
from koekata.errors import ProjectError

__all__ = ["RECORD", "Change", "Installation", "install", "read_record", "wanted_files"]

RECORD = ".koekata-install.json"
"""What was installed, with a checksum of each file; Unity does not see names that begin with a dot."""
_CPU = {"Plugins/Linux": ("Linux", ("Linux64",), "x86_64"), "Plugins/Windows": ("Windows", ("Win64",), "x86_64"),
        "Plugins/macOS": ("OSX", ("OSXUniversal",), "AnyCPU")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one file."""

    path: str
    kind: str
    """`add`, `replace` or `remove`."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What was done, or would be."""

    folder: Path
    version: str
    before: str
    """The version that was there; "" for none."""
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    """Files of others in the folder of the package, which stay."""


def install(
    project: UnityProject, libraries: Sequence[Library], *, dry_run: bool = False, force: bool = False
) -> Installation:
    """Put the package and libraries into a project. Raises ProjectError; then the project is as it was.

    A file that was changed since it was installed stops it, unless `force`.
    """
    wanted = wanted_files(libraries)
    folder = project.package
    recorded = read_record(folder)
    present = {path: _sum((folder / path).read_bytes()) for path in _present(folder)}
    changed = sorted(path for path, sum_ in recorded.items() if path in present and present[path] != sum_)
    if changed and not force:
        raise ProjectError(
            f"{len(changed)} files of the package in {folder} were changed by hand: {', '.join(changed[:5])}",
            remedy="Keep a copy of them, then install with --force, which replaces them.",
        )
    kept = tuple(sorted(path for path in present if path not in recorded and path not in wanted))
    result = Installation(
        folder, package_version(package_folder()), package_version(folder),
        tuple(_changes(wanted, present, recorded)), kept,
    )  # fmt: skip
    if not dry_run and (result.changes or not recorded):
        _replace(folder, wanted, kept)
    return result


def wanted_files(libraries: Sequence[Library]) -> dict[str, bytes]:
    """All that belongs into the folder of the package, by path."""
    source = package_folder()
    wanted = {path: (source / path).read_bytes() for path in package_files(source)}
    if not libraries:
        return wanted
    folder = plugin_folder()
    for path in ("Plugins", folder):
        wanted[f"{path}.meta"] = meta_text(path, folder=True, guid=guid_of(path), importer="").encode()
    editor, player, cpu = _CPU[folder]
    for library in libraries:
        path = f"{folder}/{library.name}"
        wanted[path] = library.content
        wanted[f"{path}.meta"] = plugin_meta(guid_of(path), editor=editor, player=player, cpu=cpu).encode()
    return wanted


def read_record(folder: Path) -> dict[str, str]:
    """The checksums of what was installed, by path; empty where nothing was, or the record is unreadable."""
    try:
        files = json.loads((folder / RECORD).read_text("utf-8"))["files"]
        return {str(path): str(sum_) for path, sum_ in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _changes(wanted: Mapping[str, bytes], present: Mapping[str, str], recorded: Mapping[str, str]) -> Iterator[Change]:
    for path, content in sorted(wanted.items()):
        if path not in present:
            yield Change(path, "add")
        elif present[path] != _sum(content):
            yield Change(path, "replace")
    # Libraries for other systems were put there by others of the team.
    for path in sorted(recorded.keys() - wanted.keys()):
        if path in present and not path.startswith("Plugins"):
            yield Change(path, "remove")


def _present(folder: Path) -> Iterator[str]:
    if folder.is_symlink():
        raise ProjectError(
            f"{folder} is a link to another folder.", remedy="Remove the link, or work in the folder it names."
        )
    if folder.is_dir():
        yield from package_files(folder)


def _replace(folder: Path, wanted: Mapping[str, bytes], kept: Sequence[str]) -> None:
    """Build a new folder beside the old one, and let it take its place."""
    try:
        others = {path: (folder / path).read_bytes() for path in (*kept, *_foreign_libraries(folder, wanted))}
        with tempfile.TemporaryDirectory(dir=folder.parents[1], prefix=".koekata-") as temporary:
            fresh = Path(temporary, "new")
            _write(fresh, {**wanted, **others}, wanted)
            folder.parent.mkdir(exist_ok=True)
            swap(fresh, folder, Path(temporary, "old"))
    except OSError as error:
        raise ProjectError(
            f"The package cannot be written: {error}. The project is as it was.",
            remedy="Close Unity, which holds files that it uses, and look whether you may write there.",
        ) from error


def _foreign_libraries(folder: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """Recorded libraries for other systems."""
    recorded = read_record(folder)
    return [
        path for path in recorded if path.startswith("Plugins") and path not in wanted and (folder / path).is_file()
    ]


def _write(folder: Path, files: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    ours = {path: content for path, content in files.items() if path in wanted or path.startswith("Plugins")}
    record = {"files": {path: _sum(content) for path, content in sorted(ours.items())}}
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
