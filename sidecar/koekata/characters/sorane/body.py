"""Neck, cape, collar and bow, in millimetres of the world."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.curves import Profile, smoothstep
from koekata.characters.build.lock import Chain, lock
from koekata.characters.build.part import Floats, Part, grid_triangles, joined, mirrored, smooth_normals

__all__ = ["Body"]

AROUND = 48
CLOTH = {"cape": 0.0, "collar": 0.25, "bow": 0.5, "lining": 0.75}
"""Left edge of each column of the texture of the cloth; each is 0.25 wide, v runs down."""


class Body:
    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        height, *rest = np.array(table["cape"], float).T
        self.cape_at = [Profile(np.column_stack([height, column]).tolist()) for column in rest]

    def skin(self) -> Part:
        """Neck and the beginning of the shoulders."""
        rings = np.array(self.table["neck"], float)
        heights = np.linspace(rings[0, 0], rings[-1, 0], 19)
        wide, deep, middle = (Profile(rings[:, [0, column]].tolist())(heights) for column in (1, 2, 3))
        points = _rings(heights, wide, deep, middle)
        triangles = grid_triangles(19, AROUND, wrap=True)[:, ::-1]
        neck = smoothstep(1236, 1262, points[:, 1])
        head = smoothstep(1285, 1325, points[:, 1])
        skin = np.column_stack([1 - neck, neck * (1 - head), head])
        shade = np.where(points[:, 1] > 1268 + 8 * np.cos(np.arctan2(points[:, 0], points[:, 2] + 22)), 0.09, 0.03)
        uvs = np.column_stack([shade, np.full(len(points), 0.03)])
        normals = smooth_normals(points, triangles)
        return Part("skin", points, normals, uvs, triangles, {}, ("upperChest", "neck", "head"), skin)

    def cloth(self) -> Part:
        return joined([self._cape(), self._base(), self._collar(), *self._bow()])

    def _cape(self) -> Part:
        heights = np.linspace(1240, 1000, 26)
        points = self._cape_points(heights, 0.0)
        triangles = grid_triangles(26, AROUND, wrap=True)[:, ::-1]
        v = np.repeat(np.linspace(0.01, 0.99, 26), AROUND)
        return self._piece("cape", points, smooth_normals(points, triangles), v, triangles)

    def _base(self) -> Part:
        """Shuts the cape from below, a little above its hem."""
        rim = self._cape_ring(np.full(AROUND, 1002.0), np.linspace(0, 2 * np.pi, AROUND, endpoint=False), -1.0)
        points = np.vstack([rim, rim.mean(0)])
        first = np.arange(AROUND)
        triangles = np.column_stack([np.full(AROUND, AROUND), (first + 1) % AROUND, first])
        down = np.tile([0.0, -1.0, 0.0], (len(points), 1))
        return self._piece("lining", points, down, np.full(len(points), 0.5), triangles)

    def _collar(self) -> Part:
        """Lies on the cape, down to an edge that depends on the side."""
        collar = self.table["collar"]
        turn = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
        edge = Profile(collar["edge"])(np.degrees(np.abs(np.arctan2(np.sin(turn), np.cos(turn)))))
        rows = [
            self._cape_ring(np.full(AROUND, 1236.0), turn, -9.0),
            self._cape_ring(np.full(AROUND, 1246.0), turn, -4.0),
        ]
        for step in np.linspace(0.03, 1, 9):
            height = 1246 + (edge - 1246) * step
            rows.append(self._cape_ring(height, turn, collar["lift"] * min(1.0, step * 4)))
        points = np.concatenate(rows)
        triangles = grid_triangles(11, AROUND, wrap=True)[:, ::-1]
        v = np.repeat(np.concatenate([[0.01, 0.01], np.linspace(0.03, 0.99, 9)]), AROUND)
        return self._piece("collar", points, smooth_normals(points, triangles), v, triangles)

    def _bow(self) -> list[Part]:
        bow = self.table["bow"]
        place = np.array(bow["place"], float)
        pieces = [
            self._band(bow["loop"], bow["wide"], bow["thick"], ()),
            self._band(bow["tail"], bow["tail_wide"], 3.0, ("bowLeft1", "bowLeft2")),
        ]
        swap = {"bowLeft1": "bowRight1", "bowLeft2": "bowRight2"}
        both = [
            *pieces,
            *(mirrored(piece, lambda bone: swap.get(bone, bone)) for piece in pieces),
            self._knot(bow["knot"]),
        ]
        return [piece.moved(place) for piece in both]

    def _band(self, path: list[list[float]], wide: list[float], thick: float, bones: tuple[str, ...]) -> Part:
        points = np.array(path, float)
        out = np.tile([0.0, 0.15, 1.0], (len(points), 1))
        chain = Chain("upperChest", bones, [0.15, 0.55][: len(bones)]) if bones else None
        band = lock("cloth", points, out, wide, thick, bend=60, segments=10, chain=chain)
        column = np.column_stack([CLOTH["bow"] + 0.02 + band.uvs[:, 0] * 0.21, band.uvs[:, 1] * 0.96 + 0.02])
        bones_ = band.bones if bones else ("upperChest",)
        return Part(band.material, band.positions, band.normals, column, band.triangles, {}, bones_, band.skin)

    def _knot(self, half: list[float]) -> Part:
        ring, spoke = np.meshgrid(
            np.linspace(0, np.pi, 9), np.linspace(0, 2 * np.pi, 14, endpoint=False), indexing="ij"
        )
        ring, spoke = ring.ravel(), spoke.ravel()
        unit = np.column_stack([np.sin(ring) * np.cos(spoke), np.cos(ring), np.sin(ring) * np.sin(spoke)])
        triangles = grid_triangles(9, 14, wrap=True)
        return self._piece("bow", unit * half + [0, 0, 8], unit, np.full(len(unit), 0.4), triangles)

    def _piece(self, kind: str, points: Floats, normals: Floats, v: Floats, triangles: Any) -> Part:
        uvs = np.column_stack([np.full(len(points), CLOTH[kind] + 0.125), v])
        return Part("cloth", points, normals, uvs, triangles, {}, ("upperChest",))

    def _cape_points(self, heights: Floats, lift: float) -> Floats:
        turn = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
        return np.concatenate([self._cape_ring(np.full(AROUND, height), turn, lift) for height in heights])

    def _cape_ring(self, height: Floats, turn: Floats, lift: float) -> Floats:
        wide, deep, middle = (at(height) for at in self.cape_at)
        folds = self.table["folds"]
        depth = folds["depth"] * smoothstep(folds["from"], 1000, height)
        grow = 1 + depth * np.cos(turn * folds["count"])
        return np.column_stack(
            [(wide + lift) * grow * np.sin(turn), height + lift * 0.3, middle + (deep + lift) * grow * np.cos(turn)]
        )


def _rings(heights: Floats, wide: Floats, deep: Floats, middle: Floats) -> Floats:
    turn = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    rows = [
        np.column_stack([w * np.sin(turn), np.full(AROUND, y), z + d * np.cos(turn)])
        for y, w, d, z in zip(heights, wide, deep, middle, strict=True)
    ]
    return np.concatenate(rows)
