"""From the arrays of a file to a checked `FlameModel`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.errors import ModelError
from koekata.face_model.flame._editions import edition_of
from koekata.face_model.flame._inert import DamagedError, numbers
from koekata.face_model.flame.model import JOINTS, FlameModel
from koekata.face_model.surface import IndexArray
from koekata.frames import FloatArray

__all__ = ["ALIASES", "assemble"]

ALIASES = {
    "v_template": "v_template",
    "f": "faces",
    "faces": "faces",
    "shapedirs": "shapedirs",
    "exprdirs": "exprdirs",
    "expressiondirs": "exprdirs",
    "posedirs": "posedirs",
    "J_regressor": "J_regressor",
    "kintree_table": "kintree_table",
    "parents": "kintree_table",
    "weights": "weights",
    "lbs_weights": "weights",
    "supr_expression_metadata": "metadata",
}
"""The names of arrays in FLAME files and in those of tools around it."""
REQUIRED = ("v_template", "faces", "shapedirs", "posedirs", "J_regressor", "kintree_table", "weights")
SHAPE_MODES = 300
"""FLAME's own count: the modes after these are expressions."""
LAYOUT = "The file must have FLAME's layout; see docs/flame.md."


def assemble(path: Path, stored: Mapping[str, object], sha256: str, expression_modes: int | None) -> FlameModel:
    """Check the arrays of a file and divide the modes. Raises ModelError and DamagedError."""
    table = _Table(path, {ALIASES[key]: value for key, value in stored.items() if key in ALIASES})
    v_template = table.floats("v_template", (None, 3))
    count = len(v_template)
    modes = table.floats("shapedirs", (count, 3, None))
    faces = table.indices("faces", count)
    shape, expression = _divide(table, modes, expression_modes)
    layout = (count, len(faces), shape.shape[2] + expression.shape[2])
    edition, evidence = edition_of(path, sha256, stored.keys(), layout)
    return FlameModel(
        v_template=v_template,
        faces=faces,
        shapedirs=_without_dead_modes(shape),
        expressiondirs=_without_dead_modes(expression),
        posedirs=table.floats("posedirs", (count, 3, 9 * (len(JOINTS) - 1))),
        j_regressor=table.floats("J_regressor", (len(JOINTS), count)),
        parents=_parents(table),
        lbs_weights=_weights(table, count),
        edition=edition,
        edition_evidence=evidence,
        sha256=sha256,
    )


class _Table:
    """The arrays of a file by today's names, with errors that say which array is wrong."""

    def __init__(self, path: Path, stored: Mapping[str, object]) -> None:
        self.path = path
        self.stored = stored
        missing = [name for name in REQUIRED if stored.get(name) is None]
        if missing:
            raise ModelError(f"{path}: this is no FLAME model: it has no {', '.join(missing)}", remedy=LAYOUT)

    def array(self, name: str) -> NDArray[Any]:
        try:
            return numbers(self.stored[name])
        except DamagedError as error:
            raise DamagedError(f"{name}: {error}") from error

    def wrong(self, name: str, what: str) -> ModelError:
        return ModelError(f"{self.path}: {name} {what}", remedy=LAYOUT)

    def floats(self, name: str, shape: tuple[int | None, ...]) -> FloatArray:
        found = self.array(name)
        fits = found.ndim == len(shape) and all(w in (None, h) for w, h in zip(shape, found.shape, strict=True))
        if not fits or found.size == 0:
            wanted = " x ".join("any" if side is None else str(side) for side in shape)
            raise self.wrong(name, f"has the shape {found.shape}; FLAME's is {wanted}")
        made = np.ascontiguousarray(found, dtype=np.float64)
        if not np.isfinite(made).all():
            raise self.wrong(name, "has numbers that are not finite")
        return made

    def indices(self, name: str, below: int) -> IndexArray:
        found = self.floats(name, (None, 3)).astype(np.int64)
        if found.min() < 0 or found.max() >= below:
            raise self.wrong(name, f"names vertices outside of 0 to {below - 1}")
        return found


def _divide(table: _Table, modes: FloatArray, expression_modes: int | None) -> tuple[FloatArray, FloatArray]:
    """Shape and expression modes: two arrays in the file, or one whose last modes are expressions."""
    if table.stored.get("exprdirs") is not None:
        return modes, table.floats("exprdirs", (len(modes), 3, None))
    count = expression_modes if expression_modes is not None else _said(table)
    if count is None and modes.shape[2] > SHAPE_MODES:
        count = modes.shape[2] - SHAPE_MODES
    if count is None:
        what = f"has {modes.shape[2]} modes, and nothing says which of them are expressions"
        raise ModelError(f"{table.path}: shapedirs {what}", remedy="Store the expressions apart, as `exprdirs`.")
    if not 0 < count < modes.shape[2]:
        raise table.wrong("shapedirs", f"has {modes.shape[2]} modes, of which {count} cannot be expressions")
    return modes[:, :, :-count], modes[:, :, -count:]


def _said(table: _Table) -> int | None:
    """FLAME 2023 Open says how many expressions it has."""
    metadata = table.stored.get("metadata")
    count = metadata.get("n_expr") if isinstance(metadata, dict) else None
    return count if isinstance(count, int) else None


def _without_dead_modes(modes: FloatArray) -> FloatArray:
    """Files padded with zeros to FLAME's counts have fewer modes than they claim."""
    alive = np.flatnonzero(np.any(modes != 0, axis=(0, 1)))
    return np.ascontiguousarray(modes[:, :, : int(alive[-1]) + 1 if alive.size else 1])


def _parents(table: _Table) -> tuple[int, ...]:
    found = table.array("kintree_table")
    row = found[0] if found.ndim == 2 else found
    if row.shape != (len(JOINTS),):
        raise table.wrong("kintree_table", f"has {row.size} joints; FLAME's has {len(JOINTS)}: {', '.join(JOINTS)}")
    parents = (-1, *(int(parent) for parent in row[1:]))
    if any(not 0 <= parent < joint for joint, parent in enumerate(parents) if joint):
        raise table.wrong("kintree_table", "is no tree that starts at the root")
    return parents


def _weights(table: _Table, count: int) -> FloatArray:
    weights = table.floats("weights", (count, len(JOINTS)))
    total = weights.sum(axis=1)
    if weights.min() < -1e-6 or np.abs(total - 1).max() > 1e-3:
        raise table.wrong("weights", "are no shares: each vertex's must be positive and add up to 1")
    return weights
