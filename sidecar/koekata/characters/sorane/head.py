"""The surface of the head, in millimetres around the centre of the skull."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.curves import Profile
from koekata.characters.build.part import Floats

__all__ = ["Head"]


class Head:
    """Horizontal superellipses stacked from crown to chin, with a nose."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.curves = {key: Profile(table[key]) for key in ("side", "front", "back", "middle", "square")}
        self.ridge, self.wing = Profile(table["nose"]["ridge"]), Profile(table["nose"]["width"])

    def front(self, x: Floats, y: Floats) -> Floats:
        """Z of the front of the face at (x, y)."""
        side, front, middle, square = (self.curves[key](y) for key in ("side", "front", "middle", "square"))
        inside = np.clip(np.abs(x) / np.maximum(side, 1e-6), 0, 1)
        curve = (1 - inside**square) ** (1 / square)
        return np.asarray(middle + (front - middle) * curve + self._nose(x, y))

    def around(self, angle: Floats, y: Floats) -> Floats:
        """(n, 3) points of the sections at `y`; angle 0 is the front, pi / 2 the character's left."""
        side, front, back, middle = (self.curves[key](y) for key in ("side", "front", "back", "middle"))
        square = np.where(np.cos(angle) > 0, self.curves["square"](y), 2.0)
        sine, cosine = np.sin(angle), np.cos(angle)
        x = side * np.sign(sine) * np.abs(sine) ** (2 / square)
        depth = np.where(cosine > 0, front - middle, middle - back)
        z = middle + depth * np.sign(cosine) * np.abs(cosine) ** (2 / square)
        return np.stack([x, y, z + self._nose(x, y) * (cosine > 0)], -1)

    def angle(self, x: Floats, y: Floats) -> Floats:
        """The angle of `around` that belongs to a point of the front."""
        side, square = self.curves["side"](y), self.curves["square"](y)
        inside = np.clip(np.abs(x) / np.maximum(side, 1e-6), 0, 1)
        return np.asarray(np.arcsin(inside ** (square / 2)) * np.sign(x))

    def on_front(self, flat: Floats, lift: float | Floats = 0.0) -> Floats:
        """(n, 3) points of the front above (n, 2) flat ones, `lift` further out along z."""
        return np.column_stack([flat, self.front(flat[:, 0], flat[:, 1]) + lift])

    def slope(self, x: float, y: float) -> Floats:
        """Unit normal of the front at (x, y)."""
        step, at = 1.0, self.front
        dx = at(np.array([x + step]), np.array([y]))[0] - at(np.array([x - step]), np.array([y]))[0]
        dy = at(np.array([x]), np.array([y + step]))[0] - at(np.array([x]), np.array([y - step]))[0]
        normal = np.array([-dx / (2 * step), -dy / (2 * step), 1.0])
        return np.asarray(normal / np.linalg.norm(normal))

    def shading(self, points: Floats, real: Floats) -> Floats:
        """Unit normals for a clean cel shade: mostly those of an ellipsoid, a little of the `real` ones."""
        table = self.table["shading"]
        ideal = (points - np.array(table["centre"])) / np.array(table["radii"], float) ** 2
        ideal /= np.linalg.norm(ideal, axis=1, keepdims=True)
        mixed = ideal * (1 - table["real"]) + real * table["real"]
        return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True))

    def _nose(self, x: Floats, y: Floats) -> Floats:
        return np.asarray(self.ridge(y) * np.exp(-0.5 * (x / self.wing(y)) ** 2))
