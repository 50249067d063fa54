"""Opens an ICT-FaceKit model ready for the fitter, quickly from the second time on.

The fitter needs a megabyte of what half a gigabyte of meshes says. It is kept under a name that changes with the files,
with the built-in model and with the way it is worked out.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.ict.read import load_ict, parts_of
from koekata.face_model.model import FaceModel, load_builtin, load_model, save_model
from koekata.models import home

__all__ = ["load_ict_model"]

VERSION = 1
"""Counts up whenever the same files would give another result."""
_log = logging.getLogger(__name__)


def load_ict_model(
    path: Path,
    folder: Path | None = None,
    progress: Callable[[str], None] | None = None,
    basis: Path | None = None,
) -> FaceModel:
    """Make a model ready, or take what was kept in `folder`, usually `cache` in Koekata's own.

    `basis` is a folder of meshes or an .npz with the user's own ARKit channels, see `koekata.face_model.basis`. Raises
    ModelError for what is wrong with the files.
    """
    builtin = load_builtin()
    kept = (folder or home() / "cache") / f"ict-face-{_key(path, builtin)}.npz"
    if basis is None and kept.is_file():
        try:
            return load_model(kept)
        except ModelError as error:
            _log.warning("%s It is made anew.", error.message)
    found = _prepared(path, builtin, progress, basis)
    if basis is None:
        _keep(kept, found)
    return found


def _prepared(path: Path, builtin: FaceModel, progress: Callable[[str], None] | None, basis: Path | None) -> FaceModel:
    from koekata.face_model.basis import read_basis
    from koekata.face_model.ict.face import prepare

    if progress is not None:
        progress("reading ICT-FaceKit")
    ict = load_ict(path)
    own = read_basis(basis, len(ict.surface.vertices)) if basis is not None else None
    return prepare(ict, builtin, basis=own, progress=progress).face_model


def _key(path: Path, builtin: FaceModel) -> str:
    """Files are told apart by place, size and date: to read them all takes seconds."""
    digest = hashlib.sha256(f"{VERSION} {path.resolve()}".encode())
    for part in parts_of(path):
        state = part.stat()
        digest.update(f" {part.name} {state.st_size} {state.st_mtime_ns}".encode())
    for array in (builtin.mean, builtin.identity_modes, builtin.identity_variance, builtin.expression):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:24]


def _keep(path: Path, model: FaceModel) -> None:
    """Write the file whole or not at all."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=".npz")
        os.close(handle)
        save_model(temporary, model)
        Path(temporary).replace(path)
    except OSError as error:
        _log.warning("%s: cannot be written, so the next start takes as long again: %s", path, error)
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
