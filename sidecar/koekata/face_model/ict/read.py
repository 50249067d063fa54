"""Reads ICT-FaceKit from its folder of OBJ files, or from the one file that an import makes of it."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.errors import ModelError
from koekata.face_model.ict.model import CHANNELS, IctModel, Shapes, shapes_of
from koekata.face_model.obj import read_obj, read_vertices
from koekata.face_model.surface import Surface

__all__ = ["is_ict", "load_ict", "parts_of", "save_ict"]

NEUTRAL = "generic_neutral_mesh.obj"
_CENTIMETRES = 0.01
_KEYS = ("ict_neutral", "ict_faces", "ict_identity", "ict_shape_names", "ict_shapes")
_FETCH_AGAIN = "Get ICT-FaceKit again from https://github.com/ICT-VGL/ICT-FaceKit and name its folder FaceXModel."


def is_ict(path: Path) -> bool:
    """Whether this is an ICT-FaceKit folder, or a file that `save_ict` wrote; no more than a look at it."""
    if path.is_dir():
        return (_inner(path) / NEUTRAL).is_file()
    try:
        with zipfile.ZipFile(path) as archive:
            return f"{_KEYS[0]}.npy" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def load_ict(path: Path) -> IctModel:
    """Read a folder `FaceXModel`, or the one that it is in, or a file that `save_ict` wrote.

    Reading 158 OBJ files takes about ten seconds. Raises ModelError that names the file at fault.
    """
    return _from_folder(_inner(path)) if path.is_dir() else _from_file(path)


def save_ict(path: Path, model: IctModel) -> None:
    """Write a model as one .npz file, the same bytes for the same model. Raises OSError."""
    names = np.array(model.shape_names)
    arrays: list[NDArray[Any]] = [model.surface.vertices, model.surface.faces, model.identity, names, model.shapes]
    with path.open("wb") as file:
        np.savez_compressed(file, **dict(zip(_KEYS, arrays, strict=True)))


def parts_of(path: Path) -> tuple[Path, ...]:
    """The files that a model is made of, as far as they are there. Raises ModelError where there is none."""
    found = tuple(sorted(_inner(path).glob("*.obj"))) if path.is_dir() else (path,) if path.is_file() else ()
    if not found:
        raise ModelError(f"{path}: there is no ICT-FaceKit model", remedy=_FETCH_AGAIN)
    return found


def _inner(folder: Path) -> Path:
    return folder / "FaceXModel" if (folder / "FaceXModel").is_dir() else folder


def _from_folder(folder: Path) -> IctModel:
    if not (folder / NEUTRAL).is_file():
        raise ModelError(f"{folder}: no ICT-FaceKit model: {NEUTRAL} is not there", remedy=_FETCH_AGAIN)
    surface = read_obj(folder / NEUTRAL, _CENTIMETRES)
    if not len(surface.faces):
        raise ModelError(f"{folder / NEUTRAL}: the mesh has no faces", remedy=_FETCH_AGAIN)
    names = tuple(dict.fromkeys(shape for channel in CHANNELS for shape in shapes_of(channel)))
    identity = _moved((folder / f"identity{number:03}.obj" for number in range(_modes(folder))), surface)
    return _model(surface, identity, names, _moved((folder / f"{name}.obj" for name in names), surface))


def _modes(folder: Path) -> int:
    """How many identity modes there should be, by the last that is there."""
    found = [re.fullmatch(r"identity(\d{3})\.obj", path.name) for path in folder.iterdir()]
    return max((int(match.group(1)) + 1 for match in found if match), default=1)


def _moved(paths: Iterable[Path], surface: Surface) -> Shapes:
    """How far each file's vertices are from the neutral ones."""
    moved = []
    for path in paths:
        if not path.is_file():
            raise ModelError(f"{path}: a part of ICT-FaceKit is missing", remedy=_FETCH_AGAIN)
        vertices = read_vertices(path, _CENTIMETRES)
        if len(vertices) != len(surface.vertices):
            raise ModelError(
                f"{path}: has {len(vertices)} vertices, and {NEUTRAL} has {len(surface.vertices)}", remedy=_FETCH_AGAIN
            )
        moved.append((vertices - surface.vertices).astype(np.float32))
    return np.stack(moved)


def _model(surface: Surface, identity: Shapes, names: tuple[str, ...], shapes: Shapes) -> IctModel:
    digest = hashlib.sha256(" ".join(names).encode())
    for array in (surface.vertices, surface.faces, identity, shapes):
        digest.update(str(array.shape).encode() + np.ascontiguousarray(array).tobytes())
    return IctModel(surface, identity, names, shapes, digest.hexdigest())


def _from_file(path: Path) -> IctModel:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            vertices, faces, identity, names, shapes = (stored[key] for key in _KEYS)
    except FileNotFoundError as error:
        raise ModelError(f"{path}: there is no such file", remedy=_FETCH_AGAIN) from error
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(f"{path}: the face model is damaged: {error}", remedy="Import it again.") from error
    fits = vertices.ndim == faces.ndim == 2 and identity.shape[1:] == shapes.shape[1:] == vertices.shape
    if not fits or len(names) != len(shapes) or faces.max(initial=0) >= len(vertices):
        raise ModelError(f"{path}: the face model's arrays do not fit together", remedy="Import it again.")
    surface = Surface(vertices.astype(np.float64), faces.astype(np.int64))
    return _model(surface, identity, tuple(str(name) for name in names), shapes)
