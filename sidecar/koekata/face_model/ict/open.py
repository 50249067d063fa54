"""Opens an ICT-FaceKit model ready for the fitter, quickly from the second time on.

The fitter needs a megabyte of what half a gigabyte of meshes says. It is kept under a name that changes with the files,
with the built-in model and with the way it is worked out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from koekata.errors import ModelError
from koekata.face_model.ict.read import load_ict, parts_of
from koekata.face_model.kept import beside, embedding_for, keep, key
from koekata.face_model.model import FaceModel, load_builtin, load_model, save_model
from koekata.models import home

if TYPE_CHECKING:
    from koekata.face_model.ict.face import IctFace

__all__ = ["load_ict_model", "open_ict"]

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
    builtin, own, folder = load_builtin(), beside(path), folder or home() / "cache"
    kept = folder / f"ict-face-{key(f'{VERSION} {_state(path)}', builtin, own.files)}.npz"
    if basis is None and kept.is_file():
        try:
            return load_model(kept)
        except ModelError as error:
            _log.warning("%s It is made anew.", error.message)
    found = open_ict(path, folder, progress, basis).face_model
    if basis is None:
        keep(kept, partial(save_model, model=found))
    return found


def open_ict(
    path: Path,
    folder: Path | None = None,
    progress: Callable[[str], None] | None = None,
    basis: Path | None = None,
) -> IctFace:
    """As `load_ict_model`, with the mesh, and always worked out anew but for the landmarks."""
    from koekata.face_model.basis import read_basis
    from koekata.face_model.ict.face import prepare

    if progress is not None:
        progress("reading ICT-FaceKit")
    ict, builtin = load_ict(path), load_builtin()
    embedding = embedding_for(ict.surface, builtin, beside(path), folder or home() / "cache", progress)
    channels = read_basis(basis, len(ict.surface.vertices)) if basis is not None else None
    return prepare(ict, builtin, embedding, channels, progress)


def _state(path: Path) -> str:
    """Files are told apart by place, size and date: to read them all takes seconds."""
    states = ((part.name, part.stat()) for part in parts_of(path))
    return " ".join([str(path.resolve()), *(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states)])
