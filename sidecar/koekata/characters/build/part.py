"""Meshes on their way to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

__all__ = ["Floats", "Ints", "Part", "grid_triangles", "joined", "mirrored", "smooth_normals"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """A mesh with one material. Metres, right-handed, y up, the face looks along +z, the character's left is +x.

    `positions`, `normals` (n, 3); `uvs` (n, 2), v down; `triangles` (m, 3), front side anticlockwise; `skin` (n, bones)
    by `bones`, rows sum to 1; `morphs` name -> displacement (n, 3) at weight 1.
    """

    material: str
    positions: Floats
    normals: Floats
    uvs: Floats
    triangles: Ints
    morphs: Mapping[str, Floats] = field(default_factory=dict)
    bones: tuple[str, ...] = ("head",)
    skin: Floats | None = None

    def weights(self) -> Floats:
        """(n, bones) skin weights; all on the first bone where none are given."""
        if self.skin is not None:
            return self.skin
        weights = np.zeros((len(self.positions), len(self.bones)))
        weights[:, 0] = 1
        return weights

    def moved(self, by: Floats) -> Part:
        return replace(self, positions=self.positions + by)


def joined(parts: Iterable[Part]) -> Part:
    """One part of several with the same material."""
    parts = list(parts)
    starts = np.cumsum([0] + [len(part.positions) for part in parts])
    bones = tuple(dict.fromkeys(bone for part in parts for bone in part.bones))
    names = dict.fromkeys(name for part in parts for name in part.morphs)
    return Part(
        parts[0].material,
        np.concatenate([part.positions for part in parts]),
        np.concatenate([part.normals for part in parts]),
        np.concatenate([part.uvs for part in parts]),
        np.concatenate([part.triangles + start for part, start in zip(parts, starts, strict=False)]),
        {n: np.concatenate([p.morphs.get(n, np.zeros_like(p.positions)) for p in parts]) for n in names},
        bones,
        np.concatenate([_spread(part, bones) for part in parts]),
    )


def _spread(part: Part, bones: tuple[str, ...]) -> Floats:
    weights = np.zeros((len(part.positions), len(bones)))
    weights[:, [bones.index(bone) for bone in part.bones]] = part.weights()
    return weights


def mirrored(part: Part, rename: Callable[[str], str]) -> Part:
    """The same on the other side, with bones and morphs renamed."""
    flip = np.array([-1.0, 1.0, 1.0])
    return replace(
        part,
        positions=part.positions * flip,
        normals=part.normals * flip,
        triangles=part.triangles[:, ::-1],
        morphs={rename(name): delta * flip for name, delta in part.morphs.items()},
        bones=tuple(rename(bone) for bone in part.bones),
    )


def grid_triangles(rows: int, columns: int, *, wrap: bool = False) -> Ints:
    """Triangles of a grid of vertices numbered row by row; `wrap` joins the last column to the first."""
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(columns if wrap else columns - 1), indexing="ij")
    here, there = row * columns + column, row * columns + (column + 1) % columns
    first = np.stack([here, there, here + columns], -1)
    second = np.stack([there, there + columns, here + columns], -1)
    return np.asarray(np.concatenate([first.reshape(-1, 3), second.reshape(-1, 3)]), np.int64)


def smooth_normals(positions: Floats, triangles: Ints) -> Floats:
    """(n, 3) unit normals, the mean of the faces around each vertex by area."""
    a, b, c = (positions[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    normals = np.zeros_like(positions)
    for k in range(3):
        np.add.at(normals, triangles[:, k], face)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(length > 1e-14, normals / np.maximum(length, 1e-14), [0.0, 0.0, 1.0])
