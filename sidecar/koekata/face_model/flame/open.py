"""Opens a FLAME file ready for the fitter, quickly from the second time on.

What has been worked out for a file is kept, under a name that changes with the file, with the built-in model and with
the way it is worked out.
"""

from __future__ import annotations

import contextlib
import logging
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.load import load_flame
from koekata.face_model.flame.model import FlameModel
from koekata.face_model.kept import Beside, beside, embedding_for, keep, key
from koekata.face_model.model import FaceModel, load_builtin
from koekata.face_model.surface import Embedding, Surface
from koekata.frames import FloatArray
from koekata.models import home

__all__ = ["load_flame_face"]

VERSION = 3
"""Counts up whenever the same files would give another result."""
_DAMAGE = (OSError, KeyError, ValueError, TypeError, EOFError, zipfile.BadZipFile, zlib.error)
_Stored = dict[str, NDArray[np.generic]]
_log = logging.getLogger(__name__)


def load_flame_face(
    path: Path,
    folder: Path | None = None,
    progress: Callable[[str], None] | None = None,
    basis: Path | None = None,
) -> FlameFace:
    """Read a FLAME file, and make it ready or take what was kept in `folder`, usually `cache` in Koekata's own.

    `basis` is a folder of meshes or an .npz with the user's own ARKit channels, see `koekata.face_model.basis`; what
    lies beside the file tells where its landmarks are, see `koekata.face_model.kept.Beside`. A kept
    file that is damaged is made anew; a folder that cannot be written costs time only. Raises ModelError for what is
    wrong with the FLAME file or the basis.
    """
    flame, builtin = load_flame(path), load_builtin()
    folder, own = folder or home() / "cache", beside(path)
    if basis is not None:
        # Artists change these files: they are looked at each time.
        return _prepared(flame, builtin, own, folder, progress, basis)
    kept = folder / f"flame-face-{key(f'{VERSION} {flame.sha256}', builtin, own.files)}.npz"
    found = _kept(kept, flame, builtin)
    if found is None:
        found = _prepared(flame, builtin, own, folder, progress)
        keep(kept, partial(_write, found))
    return found


def _prepared(
    flame: FlameModel,
    builtin: FaceModel,
    own: Beside,
    folder: Path,
    progress: Callable[[str], None] | None,
    basis: Path | None = None,
) -> FlameFace:
    from koekata.face_model.basis import read_basis
    from koekata.face_model.flame.prepare import prepare

    embedding = embedding_for(Surface(flame.v_template, flame.faces), builtin, own, folder, progress)
    channels = read_basis(basis, len(flame.v_template)) if basis is not None else None
    return prepare(flame, builtin, embedding, channels, progress)


def _write(face: FlameFace, file: BinaryIO) -> None:
    model = face.face_model
    single = {
        "identity_modes": model.identity_modes,
        "identity_variance": model.identity_variance,
        "expression": model.expression,
        "flame_expression": face.expression,
        "jaw": face.jaw,
        "left_eye": face.left_eye,
        "right_eye": face.right_eye,
    }
    double = {
        "name": np.array(model.name),
        "triangles": face.embedding.triangles,
        "barycentric": face.embedding.barycentric,
        "mean": model.mean,
        "rotation": face.placement_rotation,
        "translation": face.placement_translation,
    }
    np.savez(file, **double, **{name: array.astype(np.float32) for name, array in single.items()})


def _kept(path: Path, flame: FlameModel, builtin: FaceModel) -> FlameFace | None:
    """What `_write` wrote; None when it is not there, or damaged, of which it says so."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _unpacked({name: stored[name] for name in stored.files}, flame, builtin)
    except _DAMAGE as error:
        _log.warning("%s: damaged, and made anew: %s", path, error)
        with contextlib.suppress(OSError):
            path.unlink()
        return None


def _unpacked(stored: _Stored, flame: FlameModel, builtin: FaceModel) -> FlameFace:
    def floats(name: str, *shape: int) -> FloatArray:
        found: FloatArray = stored[name].astype(np.float64)
        if len(found.shape) != len(shape) or any(b not in (-1, a) for a, b in zip(found.shape, shape, strict=True)):
            raise ValueError(f"{name} has the shape {found.shape}")
        if not np.isfinite(found).all():
            raise ValueError(f"{name} has numbers that are not finite")
        return found

    channels, landmarks = len(builtin.expression_names), len(builtin.mean)
    triangles = stored["triangles"].astype(np.int64)
    if triangles.shape != (landmarks,) or triangles.min() < 0 or triangles.max() >= len(flame.faces):
        raise ValueError("triangles of another mesh")
    model = replace(
        builtin,
        name=str(stored["name"]),
        mean=floats("mean", landmarks, 3),
        identity_modes=floats("identity_modes", -1, landmarks, 3),
        identity_variance=floats("identity_variance", 3 * landmarks),
        expression=floats("expression", channels, landmarks, 3),
    )
    return FlameFace(
        flame=flame,
        embedding=Embedding(triangles, floats("barycentric", landmarks, 3)),
        face_model=model,
        placement_rotation=floats("rotation", 3, 3),
        placement_translation=floats("translation", 3),
        expression=floats("flame_expression", channels, flame.expression_count),
        jaw=floats("jaw", channels, 3),
        left_eye=floats("left_eye", channels, 3),
        right_eye=floats("right_eye", channels, 3),
    )
