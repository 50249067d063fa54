"""Locks of hair, ribbons and bows: tapering bands with a rounded outside, along a path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from koekata.characters.build.curves import along
from koekata.characters.build.part import Floats, Part, grid_triangles

__all__ = ["Chain", "lock", "rings_of"]

ACROSS = np.array([-1, -0.55, 0, 0.55, 1, 0.5, 0, -0.5])
OUTSIDE = np.array([1, 1, 1, 1, 1, 0, 0, 0])


@dataclass(frozen=True)
class Chain:
    """Bones that bend a lock: names, and where along it, 0 to 1, each has its joint."""

    base: str
    bones: Sequence[str]
    at: Sequence[float]

    def weights(self, along_it: Floats) -> Floats:
        """(n, 1 + bones): each bone takes over around its joint."""
        edges = np.array([*self.at, 1.25])
        reach = np.diff(edges) * 0.5
        on = np.array(
            [np.clip((along_it - at) / width * 0.5 + 0.5, 0, 1) for at, width in zip(self.at, reach, strict=True)]
        )
        full = np.concatenate([np.ones((1, len(along_it))), on, np.zeros((1, len(along_it)))])
        return np.asarray(np.maximum(full[:-1] - full[1:], 0).T, np.float64)


def lock(
    material: str, path: Floats, out: Floats, wide: Sequence[float], thick: float, *, bend: float = 95.0,
    round_: float = 0.85, segments: int = 14, chain: Chain | None = None, v: Floats | None = None,
) -> Part:  # fmt: skip
    """A band through the control points `path` (n, 3), `out` (n, 3) being outwards there.

    `wide` are half widths at even steps; `bend` is the radius of what it lies on; `round_` how round it is shaded;
    `v` (segments + 1,) the texture's v, which runs along the band where it is not given.
    """
    at = np.linspace(0, 1, segments + 1)
    centre, outwards, sideways, half = rings_of(path, out, wide, at)
    swell = thick * np.sin(np.clip(at * 1.25 + 0.12, 0, 1) * np.pi * 0.5) * np.minimum(1, (1 - at) * 3.5)
    curve = 1 - ACROSS**2
    lift = np.where(OUTSIDE > 0, curve, -0.35 * curve)[None] * swell[:, None] - (ACROSS[None] * half[:, None]) ** 2 / (
        2 * bend
    )
    points = (
        centre[:, None]
        + sideways[:, None] * (ACROSS[None] * half[:, None])[..., None]
        + outwards[:, None] * lift[..., None]
    )
    normals = (
        outwards[:, None] * np.where(OUTSIDE > 0, 1, -1)[None, :, None]
        + sideways[:, None] * (ACROSS * round_)[None, :, None]
    )
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    down = at if v is None else v
    uvs = np.stack(np.broadcast_arrays((ACROSS * 0.49 + 0.5)[None], down[:, None]), -1)
    triangles = grid_triangles(segments + 1, len(ACROSS), wrap=True)[:, ::-1]
    bones: tuple[str, ...] = ("head",)
    skin = None
    if chain is not None:
        bones, skin = (chain.base, *chain.bones), np.repeat(chain.weights(at), len(ACROSS), 0)
    return Part(material, points.reshape(-1, 3), normals.reshape(-1, 3), uvs.reshape(-1, 2), triangles, {}, bones, skin)


def rings_of(path: Floats, out: Floats, wide: Sequence[float], at: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Centre, outwards and sideways (n, 3) and half width (n,) along a band."""
    centre, outwards = along(path, at), along(out, at)
    half = np.maximum(along(np.asarray(wide, float), at), 0)
    half[-1] = 0.0 if wide[-1] == 0 else half[-1]
    tangent = np.gradient(centre, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    sideways = np.cross(outwards, tangent)
    sideways /= np.linalg.norm(sideways, axis=1, keepdims=True)
    outwards = np.cross(tangent, sideways)
    return centre, outwards, sideways, half
