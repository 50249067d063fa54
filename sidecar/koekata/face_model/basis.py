"""An ARKit basis as files: a mesh for each channel, which any modelling program opens and may change.

    <folder>/neutral.obj        the face at rest
    <folder>/jawOpen.obj ...    the face with that channel at weight 1
    <folder>/basis.npz          the same displacements, quick to read

The meshes are the truth: where one was edited, it is read instead of its row in `basis.npz`; where one was deleted, the
basis lacks the channel. A basis may also be an `.npz` alone, with `names` and `deltas`.
"""

from __future__ import annotations

import difflib
import hashlib
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.errors import ModelError
from koekata.face_model.obj import read_vertices, write_obj
from koekata.face_model.surface import Surface
from koekata.frames import FloatArray

__all__ = ["Basis", "read_basis", "write_basis"]

_NEUTRAL, _CACHE = "neutral", "basis.npz"
_NOT_ARKIT = frozenset({"PupilDilate", "cheekRaiser", "neutral"})
"""Shapes of ICT-FaceKit that no ARKit channel drives."""


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What each channel does to a mesh."""

    names: tuple[str, ...]
    """ARKit names, each once."""
    deltas: FloatArray
    """(K, V, 3) metres at weight 1, in the axes of the mesh."""


def write_basis(folder: Path, surface: Surface, names: Sequence[str], deltas: FloatArray) -> None:
    """Write (K, V, 3) displacements in metres. What stands in the folder under these names is replaced.

    Raises ModelError when a name is not ARKit's or the folder cannot be written.
    """
    basis = _checked(folder, names, deltas, len(surface.vertices))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_obj(_mesh(folder, _NEUTRAL), surface)
        for name, delta in zip(basis.names, basis.deltas, strict=True):
            write_obj(_mesh(folder, name), Surface(surface.vertices + delta, surface.faces))
        digests = [_digest(_mesh(folder, name)) for name in (_NEUTRAL, *basis.names)]
        arrays = {
            "names": np.array(basis.names),
            "deltas": basis.deltas.astype(np.float32),
            "meshes": np.array(digests),
        }
        np.savez_compressed(folder / _CACHE, **arrays)
    except OSError as error:
        remedy = "Write to a folder that may be written, on a disk with room."
        raise ModelError(f"{folder}: cannot be written: {error.strerror or error}", remedy=remedy) from error


def read_basis(path: Path, vertices: int) -> Basis:
    """Read a folder that `write_basis` made, edited or not, or an `.npz` with `names` (K,) and `deltas` (K, V, 3).

    Names are ARKit's or ICT-FaceKit's, such as `mouthSmile_L`; two halves of one channel are added up. Raises
    ModelError: something is missing or damaged, a channel is unknown, the mesh has not `vertices` vertices, a number is
    not finite.
    """
    if not path.is_dir():
        return _from_arrays(path, vertices)
    found = sorted(mesh.stem for mesh in path.glob("*.obj") if mesh.stem != _NEUTRAL)
    if not found:
        return _from_arrays(path / _CACHE, vertices)
    rest, known = _digest(_mesh(path, _NEUTRAL)), _cached(path, vertices)
    neutral: FloatArray | None = None
    deltas = []
    for name in found:
        mesh = _mesh(path, name)
        delta = known.get((rest, _digest(mesh)))
        if delta is None:
            neutral = _read(_mesh(path, _NEUTRAL), vertices) if neutral is None else neutral
            delta = _read(mesh, vertices) - neutral
        deltas.append(delta)
    return _checked(path, found, np.array(deltas), vertices)


def _from_arrays(path: Path, vertices: int) -> Basis:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            names, deltas = [str(name) for name in stored["names"]], stored["deltas"].astype(np.float64)
    except FileNotFoundError as error:
        remedy = "Give a folder of meshes, one for each channel, or an .npz with names and deltas."
        raise ModelError(f"{path}: there is no basis", remedy=remedy) from error
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(f"{path}: cannot be read as a basis: {error}", remedy="Make the file again.") from error
    return _checked(path, names, deltas, vertices)


def _cached(folder: Path, vertices: int) -> dict[tuple[str, str], FloatArray]:
    """The displacements that were stored, by the digests of the two meshes that they belong to.

    A cache that is damaged, absent or of another mesh is no cache.
    """
    try:
        with (folder / _CACHE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            (rest, *meshes), deltas = stored["meshes"].tolist(), stored["deltas"].astype(np.float64)
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error):
        return {}
    fits = deltas.shape == (len(meshes), vertices, 3) and bool(np.isfinite(deltas).all())
    return {(rest, mesh): delta for mesh, delta in zip(meshes, deltas, strict=True)} if fits else {}


def _read(path: Path, vertices: int) -> FloatArray:
    found = read_vertices(path)
    if len(found) != vertices:
        raise _miscounted(path, len(found), vertices)
    return found


def _checked(path: Path, names: Sequence[str], deltas: FloatArray, vertices: int) -> Basis:
    """The basis by ARKit names. Raises ModelError."""
    if deltas.ndim != 3 or deltas.shape[::2] != (len(names), 3):
        shape = f"{len(names)} x {vertices} x 3"
        raise ModelError(f"{path}: deltas have the shape {deltas.shape}; {shape} was expected", remedy="Make it again.")
    if deltas.shape[1] != vertices:
        raise _miscounted(path, deltas.shape[1], vertices)
    made: dict[str, FloatArray] = {}
    for name, delta in zip(names, deltas, strict=True):
        if not np.isfinite(delta).all():
            raise ModelError(f"{path}: {name} has numbers that are not finite", remedy="Mend or delete this shape.")
        channel = _channel(path, name)
        if channel:
            made[channel] = made[channel] + delta if channel in made else delta
    return Basis(tuple(made), np.array(list(made.values())).reshape(-1, vertices, 3))


def _channel(path: Path, name: str) -> str:
    """The ARKit name of a shape, or nothing where ARKit has no such channel. Raises ModelError for unknown names."""
    stem, side = (name[:-2], {"_L": "Left", "_R": "Right"}[name[-2:]]) if name[-2:] in ("_L", "_R") else (name, "")
    for known in (name, stem + side, stem):
        if known in ARKIT_NAMES:
            return known
    if stem in _NOT_ARKIT:
        return ""
    close = difflib.get_close_matches(stem + side, ARKIT_NAMES, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else "Shapes are called by ARKit's names, such as jawOpen."
    raise ModelError(f"{path}: '{name}' is no ARKit channel", remedy=hint)


def _mesh(folder: Path, name: str) -> Path:
    return folder / f"{name}.obj"


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        remedy = "Every basis has a neutral.obj: the face at rest, which the other meshes are compared with."
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}", remedy=remedy) from error


def _miscounted(path: Path, found: int, expected: int) -> ModelError:
    return ModelError(
        f"{path}: the mesh has {found} vertices; the model has {expected}",
        remedy="Move vertices only: nothing may be added, deleted, merged or split. When exporting, keep the order of "
        "the vertices.",
    )
