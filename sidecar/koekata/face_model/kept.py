"""What is worked out for a head model once, and kept for the next start; what users may lay beside a model."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.model import FaceModel
from koekata.face_model.surface import Embedding, Surface
from koekata.whole_file import whole_file

__all__ = ["PUBLISHED", "Beside", "beside", "bring_along", "embedding_for", "keep", "key"]

PUBLISHED = "mediapipe_landmark_embedding.npz"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beside:
    """Files of the user's that lie beside a model; None where there is none."""

    embedding: Path | None
    """`NAME.embedding.npz`: where the landmarks lie, taken as it is."""
    table: Path | None
    """`NAME.landmarks.json`: known landmarks of a mesh that Koekata does not know."""
    published: Path | None
    """The 105 landmarks that MPI-IS publishes for FLAME."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Those that are there."""
        return tuple(path for path in (self.embedding, self.table, self.published) if path is not None)


def beside(model: Path) -> Beside:
    """What lies beside a model's file or folder; NAME is its name without the suffix."""
    paths = (model.resolve().with_name(name) for name in _names(model))
    return Beside(*(path if path.is_file() else None for path in paths))


def bring_along(model: Path, copy: Path) -> None:
    """Lay what lies beside a model beside a copy of it, too. Raises OSError."""
    own = beside(model)
    for path, name in zip((own.embedding, own.table, own.published), _names(copy), strict=True):
        if path is not None:
            shutil.copyfile(path, copy.with_name(name))


def _names(model: Path) -> tuple[str, str, str]:
    return f"{model.stem}.embedding.npz", f"{model.stem}.landmarks.json", PUBLISHED


def embedding_for(
    surface: Surface, builtin: FaceModel, own: Beside, folder: Path, progress: Callable[[str], None] | None
) -> Embedding:
    """The landmarks on a model's surface: as the user laid them down, or kept in `folder`, or found.

    Raises ModelError for what is wrong with the user's files, and where nothing is known of the mesh.
    """
    # Brings SciPy's sparse solvers, which take as long to load as all the rest of a start.
    from koekata.face_model import register

    if own.embedding is not None:
        return register.load_embedding(own.embedding, surface)
    hints = register.hints_for(surface, own.table)
    if own.published is not None:
        hints = register.with_embedding(hints, surface, *register.read_published_embedding(own.published))

    def found() -> Embedding:
        if progress is not None:
            progress("finding the landmarks on the surface")
        return register.find_embedding(surface, builtin.mean, hints)

    return register.cached_embedding(register.embedding_key(surface, builtin.mean, hints), surface, found, folder)


def key(what: str, builtin: FaceModel, files: Iterable[Path] = ()) -> str:
    """Hexadecimal name for what is worked out from `what`, the built-in model and the content of files.

    Raises ModelError for a file that cannot be read.
    """
    digest = hashlib.sha256(f"{what} {builtin.expression_names} {builtin.gaze_range}".encode())
    for array in (builtin.mean, builtin.identity_modes, builtin.identity_variance, builtin.expression):
        digest.update(np.ascontiguousarray(array).tobytes())
    for path in files:
        digest.update(path.name.encode() + _content(path))
    return digest.hexdigest()[:24]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        remedy = "Make it readable, or move it away: it lies beside the model and takes part."
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}", remedy=remedy) from error


def keep(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Keep a file; a folder that cannot be written costs time only, and a warning says so."""
    try:
        with whole_file(path) as file:
            write(file)
    except OSError as error:
        _log.warning("%s: cannot be written, so the next start takes as long again: %s", path, error)
