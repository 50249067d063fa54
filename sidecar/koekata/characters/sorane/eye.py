"""The left eye: lids, white and iris, in millimetres. The right one is its mirror image."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.curves import along, cosine_steps
from koekata.characters.build.part import Floats, Part, grid_triangles
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.opening import Opening, Rim

__all__ = ["Eye"]

SIDE = 17
MORPHS = {
    "EyeWideLeft": "wide", "EyeSquintLeft": "squint", "CheekSquintLeft": "cheek",
    "EyeLookUpLeft": "lookUp", "EyeLookDownLeft": "lookDown", "EyeLookInLeft": "lookIn", "EyeLookOutLeft": "lookOut",
}  # fmt: skip
SHUT = {"EyeBlinkLeft": "shut", "EyeJoyLeft": "joy"}


class Eye:
    """Lids as an opening of the face; the ball turns about `pivot`."""

    def __init__(self, table: dict[str, Any], head: Head) -> None:
        self.table, self.head = table, head
        self.centre = np.array(table["centre"], float)
        self.steps = cosine_steps(SIDE)
        ball = table["ball"]
        surface = head.on_front(self.centre[None])[0]
        slope = head.slope(*self.centre)
        facing = np.array([0, 0, 1.0]) * (1 - ball["facing"]) + slope * ball["facing"]
        self.facing = facing / np.linalg.norm(facing)
        self.pivot: Floats = surface - self.facing * (ball["radius"] + ball["sunk"])

    def opening(self) -> Opening:
        rest = self._rim(self.table["upper"], self.table["lower"])
        morphs = {name: self._rim(self.table[key], self.table[key], tuck=0.4) for name, key in SHUT.items()}
        morphs |= {name: self._eased(self.table[key]) for name, key in MORPHS.items()}
        rings = self.table["rings"]
        centre = self.centre + rings["offset"]
        return Opening(rest, rest, (centre[0], centre[1]), tuple(rings["radii"]), rings["count"], rings["wall"], morphs)

    def _rim(self, upper: Any, lower: Any, tuck: float = 0.0) -> Rim:
        """`tuck`: how far the lower lid slips behind the upper one, so that no light shows between them."""
        still = np.zeros(SIDE)
        return Rim(along(upper, self.steps) + self.centre, along(lower, self.steps) + self.centre, still, still - tuck)

    def _eased(self, change: dict[str, Any]) -> Rim:
        upper = np.array(self.table["upper"], float) + change["upper"]
        lower = np.array(self.table["lower"], float) + change["lower"]
        raised = max(0.0, float(np.array(change["lower"])[:, 1].max()))
        return self._rim(upper, lower, tuck=min(1.3, 0.3 * raised))

    def white(self) -> Part:
        """The ball as far as the lids could show it."""
        across, up = self.table["ball"]["patch"]
        u, v = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(1, -1, 13))
        flat = np.column_stack([u.ravel() * across, v.ravel() * up]) + self.centre
        points = self.on_ball(flat, 0.0)
        triangles = grid_triangles(13, 13)[:, ::-1]
        uvs = np.column_stack([0.75 + 0.24 * u.ravel(), 0.5 - 0.48 * v.ravel()])
        return Part("eye", points, self.normals(points), uvs, triangles)

    def iris(self) -> Part:
        """A disc on the ball, on the bone of the eye. Morphs: the four looks, and a smaller one for fright."""
        iris = self.table["iris"]
        ring, spoke = np.meshgrid(
            np.array([0.0, 0.35, 0.7, 1.0]), np.linspace(0, 2 * np.pi, 36, endpoint=False), indexing="ij"
        )
        unit = np.column_stack([(ring * np.cos(spoke)).ravel(), (ring * np.sin(spoke)).ravel()])
        points = self._disc(unit)
        uvs = np.column_stack([0.25 + 0.245 * unit[:, 0], 0.5 - 0.49 * unit[:, 1]])
        morphs = {f"EyeLook{key.title()}Left": self._turned(points, key) - points for key in iris["look"]}
        morphs["EyeSmallLeft"] = self._disc(unit * 0.62) - points
        triangles = grid_triangles(4, 36, wrap=True)[:, ::-1]
        triangles = triangles[np.ptp(points[triangles], axis=1).max(-1) > 1e-9]
        return Part("eye", points, self.normals(points), uvs, triangles, morphs, ("leftEye",))

    def on_ball(self, flat: Floats, lift: float) -> Floats:
        """(n, 3) points of the ball above (n, 2) flat ones, on a ball that is `lift` larger."""
        radius = self.table["ball"]["radius"] + lift
        offset = flat - self.pivot[:2]
        depth = np.sqrt(np.maximum(radius**2 - (offset**2).sum(1), 0))
        return np.column_stack([flat, self.pivot[2] + depth])

    def _disc(self, unit: Floats) -> Floats:
        iris = self.table["iris"]
        flat = unit * iris["half"] + self.centre + iris["offset"]
        return self.on_ball(flat, iris["raised"])

    def _turned(self, points: Floats, key: str) -> Floats:
        """The iris as moved along the ball by the table's millimetres."""
        by = self.table["iris"]["look"][key]
        angle = by / self.table["ball"]["radius"] * {"up": -1, "down": 1, "in": -1, "out": 1}[key]
        cosine, sine = np.cos(angle), np.sin(angle)
        upright = np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])
        level = np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]])
        turn = upright if key in ("up", "down") else level
        return np.asarray((points - self.pivot) @ turn.T + self.pivot)

    def normals(self, points: Floats) -> Floats:
        """Those of the face in front of them, so that light treats eye and skin alike."""
        return self.head.shading(points, np.tile(self.facing, (len(points), 1)))
