"""The model in a publisher's ZIP archive. Only its bytes are taken: no path of the archive is ever followed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from koekata.errors import ModelError

__all__ = ["LARGEST_MODEL", "take_model"]

LARGEST_MODEL = 512 << 20
"""Bytes of a model, unpacked; FLAME 2020 has 53 million."""
_CHUNK = 1 << 20
_ENCRYPTED = 1


def take_model(archive: Path, files: Sequence[str], target: Path) -> str:
    """Write the model of an archive to `target`; returns its name there.

    `files` are the names that are wanted, the best first; without any, the archive must hold one .pkl only. Raises
    ModelError when there is none, and OSError when the target cannot be written.
    """
    try:
        with _opened(archive) as opened:
            member = _wanted(archive, opened.infolist(), files)
            with opened.open(member) as source, target.open("wb") as out:
                done = 0
                while chunk := source.read(_CHUNK):
                    done += len(chunk)
                    _refuse_large(archive, member, done)
                    out.write(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ModelError(f"{archive}: the archive is damaged: {error}", remedy="Download it again.") from error
    return PurePosixPath(member.filename).name


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except OSError as error:
        raise ModelError(f"{archive}: cannot be read: {error.strerror or error}", remedy="Check the path.") from error


def _wanted(archive: Path, members: Sequence[zipfile.ZipInfo], files: Sequence[str]) -> zipfile.ZipInfo:
    models = {_name(member): member for member in members if _name(member).endswith(".pkl")}
    found = [models[name.lower()] for name in files if name.lower() in models]
    found = found or ([] if files else list(models.values()))
    if not found or (not files and len(found) > 1):
        what = " or ".join(files) or "one .pkl file"
        held = ", ".join(models) or "none"
        raise ModelError(
            f"{archive}: the archive should hold {what}; models in it: {held}",
            remedy="Check that it is the archive of this edition, or unpack it and give the model itself.",
        )
    if found[0].flag_bits & _ENCRYPTED:
        raise ModelError(f"{archive}: the archive is encrypted", remedy="Unpack it and give the model itself.")
    _refuse_large(archive, found[0], found[0].file_size)
    return found[0]


def _name(member: zipfile.ZipInfo) -> str:
    """Names of other systems' metadata, `__MACOSX/._x.pkl`, begin with a dot and are no models."""
    name = PurePosixPath(member.filename.replace("\\", "/")).name.lower()
    return "" if name.startswith(".") else name


def _refuse_large(archive: Path, member: zipfile.ZipInfo, size: int) -> None:
    if size > LARGEST_MODEL:
        raise ModelError(
            f"{archive}: {member.filename} unpacks to more than {LARGEST_MODEL >> 20} MiB, which no face model has",
            remedy="Download the archive again from the publisher.",
        )
