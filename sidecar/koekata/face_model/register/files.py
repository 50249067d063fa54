"""Embeddings as files: kept ones, and the one that MPI-IS publishes for FLAME."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from koekata.errors import ModelError
from koekata.face_model.register._face_mesh import LANDMARKS
from koekata.face_model.register.hints import Hints
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.frames import FloatArray
from koekata.models import home
from koekata.whole_file import whole_file

__all__ = ["cached_embedding", "embedding_key", "load_embedding", "read_published_embedding", "save_embedding"]

ALGORITHM = 1
"""Counts up whenever `find_embedding` or a table of known landmarks changes, so that kept embeddings are made anew."""
LARGEST = 1 << 22
"""Bytes of a file; 478 landmarks need 20,000."""
PUBLISHED = ("lmk_face_idx", "lmk_b_coords", "landmark_indices")
ROUNDING = 1e-3
"""By which weights may miss 1, or 0."""

_Stored = NDArray[np.generic]

_log = logging.getLogger(__name__)


def embedding_key(surface: Surface, template: FloatArray, hints: Hints) -> str:
    """Hexadecimal digest of all that decides what `find_embedding` finds."""
    digest = hashlib.sha256(f"embedding {ALGORITHM}".encode())
    lines = [array for contour in hints.contours for array in (np.array(contour.landmarks), contour.points)]
    eyeballs = np.zeros(0, np.int64) if hints.eyeballs is None else hints.eyeballs
    known = (hints.landmarks, hints.points, *lines, *hints.openings, eyeballs)
    for array in (surface.vertices, surface.faces, template, *known):
        plain = np.ascontiguousarray(array, np.float64 if array.dtype.kind == "f" else np.int64)
        digest.update(f"{plain.shape}".encode())
        digest.update(plain.tobytes())
    return digest.hexdigest()


def cached_embedding(
    key: str, surface: Surface, make: Callable[[], Embedding], folder: Path | None = None
) -> Embedding:
    """The embedding kept under a key, or else a new one, which is kept; `home() / "cache"` is the usual folder.

    A kept file that does not fit the surface is put aside as `.damaged` and made anew. A folder that cannot be written
    costs time only.
    """
    path = (folder or home() / "cache") / f"embedding-{key[:24]}.npz"
    if path.is_file():
        try:
            return load_embedding(path, surface)
        except ModelError as error:
            _log.warning("%s It is made anew.", error.message)
            with contextlib.suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
    embedding = make()
    try:
        save_embedding(path, embedding)
    except ModelError as error:
        _log.warning("%s", error.message)
    return embedding


def save_embedding(path: Path, embedding: Embedding) -> None:
    """Write `triangles`, `barycentric` and `landmarks`; readers never see half a file. Raises ModelError."""
    landmarks = np.arange(len(embedding.triangles))
    try:
        with whole_file(path) as file:
            np.savez(file, triangles=embedding.triangles, barycentric=embedding.barycentric, landmarks=landmarks)
    except OSError as error:
        remedy = "Free space there, or allow writing to the folder."
        raise ModelError(f"{path}: cannot be written: {error.strerror or error}", remedy=remedy) from error


def load_embedding(path: Path, surface: Surface) -> Embedding:
    """Read all 478 landmarks for a surface. Raises ModelError when they are not there or do not fit it."""
    landmarks, embedding = _checked(path, _arrays(path, ("triangles", "barycentric", "landmarks")))
    if not np.array_equal(np.sort(landmarks), np.arange(LANDMARKS)):
        raise ModelError(f"{path}: landmarks 0 to {LANDMARKS - 1} were expected, each once.", remedy=_AGAIN)
    if embedding.triangles.max() >= len(surface.faces):
        raise ModelError(f"{path}: made for another mesh, with more than {len(surface.faces)} faces.", remedy=_AGAIN)
    order = np.argsort(landmarks)
    return Embedding(embedding.triangles[order], embedding.barycentric[order])


def read_published_embedding(path: Path) -> tuple[IndexArray, Embedding]:
    """Landmarks and their places on FLAME, from the 105-point `mediapipe_landmark_embedding.npz` of MPI-IS.

    Raises ModelError when the file is missing or damaged, or names landmarks that there are not.
    """
    face, weights, landmarks = PUBLISHED
    return _checked(path, _arrays(path, (face, weights, landmarks)))


_AGAIN = "Delete the file: it is made anew. docs/embedding.md says what it must hold."


def _arrays(path: Path, names: tuple[str, str, str]) -> tuple[_Stored, ...]:
    try:
        if path.stat().st_size > LARGEST:
            raise ModelError(f"{path}: too large for an embedding.", remedy="Give the .npz of the embedding.")
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return tuple(stored[name] for name in names)
    except FileNotFoundError as error:
        raise ModelError(f"{path}: there is no such file.") from error
    except KeyError as error:
        remedy = f"An .npz with the arrays {', '.join(names)} was expected."
        raise ModelError(f"{path}: not an embedding of face-mesh landmarks: {error.args[0]}", remedy=remedy) from error
    except (OSError, ValueError, TypeError, AttributeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        remedy = "Get the file again, or delete it."
        raise ModelError(f"{path}: the embedding cannot be read: {error}", remedy=remedy) from error


def _checked(path: Path, arrays: tuple[_Stored, ...]) -> tuple[IndexArray, Embedding]:
    triangles, weights, landmarks = arrays
    count = len(np.atleast_1d(landmarks))
    if any(array.dtype.kind not in "iu" for array in (triangles, landmarks)) or weights.dtype.kind != "f":
        raise ModelError(f"{path}: whole numbers of triangles and landmarks, and real weights, were expected.")
    if count == 0 or triangles.shape != (count,) or landmarks.shape != (count,) or weights.shape != (count, 3):
        raise ModelError(f"{path}: one triangle, three weights and one landmark a point were expected.")
    if landmarks.min() < 0 or landmarks.max() >= LANDMARKS or len(np.unique(landmarks)) < count or triangles.min() < 0:
        raise ModelError(f"{path}: landmarks from 0 to {LANDMARKS - 1}, each once, were expected.")
    if not np.isfinite(weights).all() or np.abs(weights.sum(axis=1) - 1).max() > ROUNDING or weights.min() < -ROUNDING:
        raise ModelError(f"{path}: weights of at least 0 that add up to 1 were expected.")
    inside = np.clip(weights.astype(np.float64), 0.0, None)
    places = Embedding(triangles.astype(np.int64), inside / inside.sum(axis=1, keepdims=True))
    return landmarks.astype(np.int64), places
