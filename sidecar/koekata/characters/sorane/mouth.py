"""The mouth: lips as an opening of the face, and what is inside, in millimetres."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.curves import along
from koekata.characters.build.part import Floats, Part, grid_triangles
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.opening import Opening, Rim
from koekata.characters.sorane.sides import both_sides

__all__ = ["Mouth"]

SIDE = 21
TINTS = {"inside": 0.1, "teeth": 0.45, "tongue": 0.8}
"""u of each in the texture of the mouth; v is its own gradient."""


class Mouth:
    """Both lips from the right corner to the left one; every shape is a rim."""

    def __init__(self, table: dict[str, Any], head: Head) -> None:
        self.table, self.head = table, head
        self.centre = np.array(table["centre"], float)
        self.shapes: dict[str, dict[str, Any]] = both_sides(table["shapes"], _mirrored)
        self.steps = np.linspace(0, 1, SIDE)
        self.place = -np.cos(self.steps * np.pi)

    def opening(self) -> Opening:
        design = self.table["design"]
        round_ = np.sin(self.steps * np.pi)
        middle = along(self.table["rest"], self.steps)
        open_ = self._rim(middle + design["up"] * round_, middle - design["down"] * round_)
        rings = self.table["rings"]
        centre = self.centre + rings["offset"]
        morphs = {name: self.rim(name) for name in self.shapes}
        radii = (rings["radii"][0], rings["radii"][1])
        return Opening(open_, self.rest(), (centre[0], centre[1]), radii, rings["count"], rings["wall"], morphs)

    def rest(self) -> Rim:
        middle = along(self.table["rest"], self.steps)
        return self._rim(middle, middle)

    def rim(self, name: str) -> Rim:
        """Both lips in the shape `name` at weight 1."""
        shape, rest = self.shapes[name], self.rest()
        still = [0.0] * 7
        upper_x, upper_y = shape.get("ux", still), shape.get("uy", still)
        upper = np.column_stack([upper_x, upper_y])
        lower = np.column_stack([shape.get("lx", upper_x), shape.get("ly", upper_y)])
        out = shape.get("out", 0.0) * np.sin(self.steps * np.pi) ** 0.5
        return Rim(
            rest.upper + along(upper, self.steps), rest.lower + along(lower, self.steps),
            out, out + shape.get("lip", 0.0) * np.sin(self.steps * np.pi),
        )  # fmt: skip

    def jaw(self, name: str) -> float:
        return float(self.shapes[name].get("jaw", 0.0))

    def _rim(self, upper: Floats, lower: Floats) -> Rim:
        x = self.place * self.table["half"] + self.centre[0]
        still = np.zeros(SIDE)
        return Rim(
            np.column_stack([x, upper + self.centre[1]]), np.column_stack([x, lower + self.centre[1]]), still, still
        )

    def inside(self) -> Part:
        """A pouch behind the lips that opens with them."""
        rest = self._pouch(self.rest())
        morphs = {name: self._pouch(self.rim(name)) - rest for name in self.shapes}
        rows, columns = len(self.table["inside"]["rows"]), 2 * SIDE - 2
        depth = np.repeat(np.linspace(0, 1, rows), columns)
        uvs = np.column_stack([np.full(len(rest), TINTS["inside"]), depth * 0.96 + 0.02])
        normals = np.tile([0.0, 0.0, 1.0], (len(rest), 1))
        return Part("mouth", rest, normals, uvs, grid_triangles(rows, columns, wrap=True), morphs)

    def _pouch(self, rim: Rim) -> Floats:
        ring = rim.loop()
        front = self.head.on_front(ring[:, :2], ring[:, 2])
        middle = ring[:, :2].mean(0)
        rows = []
        for back, across, high in self.table["inside"]["rows"]:
            flat = middle + (ring[:, :2] - middle) * [across, high]
            rows.append(np.column_stack([flat, front[:, 2] + back]))
        return np.concatenate(rows)

    def teeth(self) -> list[Part]:
        return [self._teeth(self.table["teeth"][which]) for which in ("upper", "lower")]

    def _teeth(self, row: dict[str, Any]) -> Part:
        across, up = np.meshgrid(np.linspace(-1, 1, 15), np.array([1.0, 0.5, 0.0]))
        across, up = across.ravel(), up.ravel()
        x = across * self.table["teeth"]["half"]
        y = self.centre[1] + row["bottom"] + (row["top"] - row["bottom"]) * up
        face = self.head.front(np.zeros_like(x), np.full_like(x, self.centre[1]))
        points = np.column_stack([x, y, face - row["back"] - row["arc"] * across**2])
        morphs = self._with_jaw(points, row.get("jaw", 0.0))
        if "jaw" not in row:
            drawn = {name: shape["teeth"] for name, shape in self.shapes.items() if "teeth" in shape}
            morphs |= {name: np.tile([0.0, by, -by * 0.4], (len(points), 1)) for name, by in drawn.items()}
        uvs = np.column_stack([np.full(len(x), TINTS["teeth"]), 1 - up * 0.96 - 0.02])
        return Part("mouth", points, np.tile([0.0, 0.0, 1.0], (len(x), 1)), uvs, grid_triangles(3, 15)[:, ::-1], morphs)

    def tongue(self) -> Part:
        """The upper half of an ellipsoid, lying on the floor of the mouth."""
        tongue = self.table["tongue"]
        ring, spoke = np.meshgrid(np.linspace(0, 1, 6), np.linspace(0, 2 * np.pi, 20, endpoint=False), indexing="ij")
        ring, spoke = ring.ravel() * np.pi * 0.62, spoke.ravel()
        unit = np.column_stack([np.sin(ring) * np.cos(spoke), np.cos(ring), np.sin(ring) * np.sin(spoke)])
        face = self.head.front(np.zeros(1), self.centre[1:])[0]
        centre = np.array([*self.centre, face]) + tongue["centre"]
        points = unit * tongue["half"] + centre
        morphs = self._with_jaw(points, tongue["jaw"])
        front = np.clip((unit[:, 2] + 1) / 2, 0, 1)[:, None]
        morphs["TongueOut"] = front**1.5 * tongue["out"]
        uvs = np.column_stack([np.full(len(points), TINTS["tongue"]), (1 - unit[:, 1]) / 2 * 0.9 + 0.05])
        triangles = grid_triangles(6, 20, wrap=True)
        triangles = triangles[np.ptp(points[triangles], axis=1).max(-1) > 1e-9]
        return Part("mouth", points, unit, uvs, triangles, morphs)

    def _with_jaw(self, points: Floats, drop: float) -> dict[str, Floats]:
        """Down with the jaw, and sideways with jaw and lips."""
        down = {
            name: np.tile([0.0, -drop * self.jaw(name), 0.0], (len(points), 1))
            for name in self.shapes
            if drop and self.jaw(name)
        }
        sideways = {
            name: np.tile([by, 0.0, 0.0], (len(points), 1))
            for name, by in (("MouthLeft", 2.5), ("MouthRight", -2.5), ("JawLeft", 2.5), ("JawRight", -2.5))
        }
        return down | sideways


def _mirrored(shape: dict[str, Any]) -> dict[str, Any]:
    """A shape of the left for the right."""
    flipped = dict(shape)
    for key in ("ux", "lx"):
        if key in shape:
            flipped[key] = [-x for x in reversed(shape[key])]
    for key in ("uy", "ly"):
        if key in shape:
            flipped[key] = list(reversed(shape[key]))
    return flipped
