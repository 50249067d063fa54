"""A folder of files that is put into a project whole, replaced whole, and known again later.

A list of what was installed, with a checksum for each file, stays in the folder. By it, files that somebody has changed
or added since are found, and none of them is lost.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from koekata.errors import ProjectError

__all__ = [
    "LIST_NAME", "Differences", "Installed", "differences", "digest", "files_below", "listed", "put_tree",
    "read_installed", "swap",
]  # fmt: skip

LIST_NAME = "koekata-installed.json"
"""The file within an installed folder that says what was installed."""
Files = Mapping[str, Path]


@dataclass(frozen=True)
class Installed:
    """What was installed: the version, and the SHA-256 of each file by its path within the folder."""

    version: str
    digests: Mapping[str, str]


@dataclass(frozen=True)
class Differences:
    """Paths within an installed folder that are not as they were installed, in order."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def of_somebody(self) -> tuple[str, ...]:
        """What somebody would lose, were the folder replaced."""
        return tuple(sorted(self.changed + self.added))

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)


def files_below(folder: Path, without: tuple[str, ...] = ()) -> dict[str, Path]:
    """Every file by its path within the folder, but for those in folders of these names and caches of Python."""
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not {*without, "__pycache__", ".git"} & set(inside.parts):
            found[inside.as_posix()] = path
    return found


def read_installed(folder: Path) -> Installed | None:
    """What was installed there; None where there is no list that can be read."""
    try:
        loaded: Any = json.loads((folder / LIST_NAME).read_text("utf-8"))
        return Installed(str(loaded["version"]), {str(path): str(digest) for path, digest in loaded["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def differences(folder: Path, installed: Installed | None, made: tuple[str, ...] = ()) -> Differences:
    """How a folder differs from what was installed there; without a list, everything is somebody's own.

    `made` names folders at the top that are left out, since a compiler fills them.
    """
    here = {
        path: file
        for path, file in files_below(folder).items()
        if path != LIST_NAME and PurePosixPath(path).parts[0] not in made
    }
    wanted = installed.digests if installed else {}
    changed = tuple(path for path, file in here.items() if path in wanted and digest(file) != wanted[path])
    missing = tuple(sorted(path for path in wanted if path not in here))
    return Differences(changed, missing, tuple(path for path in here if path not in wanted))


def digest(path: Path) -> str:
    """SHA-256 in hexadecimal digits; version control may turn line ends around without changing a file."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def listed(version: str, files: Files) -> Installed:
    """The list for these files."""
    return Installed(version, {inside: digest(path) for inside, path in sorted(files.items())})


def put_tree(files: Files, folder: Path, workplace: Path, version: str) -> None:
    """Make the folder of exactly these files, in the place of what is there.

    The new folder is made within `workplace`, on the same disk, and takes its name in one step: an error on the way
    leaves the old one as it was. Raises ProjectError.
    """
    try:
        _put(files, folder, workplace, version)
    except OSError as error:
        raise ProjectError(
            f"{folder} cannot be written: {error.strerror or error}",
            remedy="Close the engine's editor, which holds files of its plugins, and see who may write there.",
        ) from error


def _put(files: Files, folder: Path, workplace: Path, version: str) -> None:
    with tempfile.TemporaryDirectory(dir=workplace, prefix=".koekata-") as temporary:
        fresh, old = Path(temporary, "new"), Path(temporary, "old")
        for inside, path in files.items():
            target = fresh / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            target.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
        told = {"version": version, "files": dict(listed(version, files).digests)}
        (fresh / LIST_NAME).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
        folder.parent.mkdir(parents=True, exist_ok=True)
        swap(fresh, folder, old)


def swap(fresh: Path, folder: Path, old: Path) -> None:
    """Let a folder take the place of another, which goes to `old`; all on one disk. After an error it is as it was."""
    if not folder.exists():
        fresh.rename(folder)
        return
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise
