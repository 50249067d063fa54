"""The face put together: skin around its openings, and whatever moves with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from koekata.characters.build.curves import Profile
from koekata.characters.build.part import Floats, Part, grid_triangles, joined, mirrored, smooth_normals
from koekata.characters.build.tables import read_table
from koekata.characters.sorane.eye import Eye
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.layout import Layout, stacked
from koekata.characters.sorane.lines import Lines
from koekata.characters.sorane.mouth import Mouth
from koekata.characters.sorane.opening import Opening
from koekata.characters.sorane.sides import both_sides, other_side

__all__ = ["Face"]


class Face:
    """Millimetres around the centre of the skull."""

    def __init__(self) -> None:
        self.head = Head(read_table("sorane", "head"))
        self.eye = Eye(read_table("sorane", "eye"), self.head)
        self.mouth = Mouth(read_table("sorane", "mouth"), self.head)
        self.lines = Lines(read_table("sorane", "lines"), self.head, self.eye, self.mouth)
        fields = read_table("sorane", "fields")
        self.jaw = fields.pop("jaw")
        fields.pop("note")
        self.fields: dict[str, list[Any]] = both_sides(fields, _mirrored_field)

    def parts(self) -> list[Part]:
        """Skin, lines, eyes and mouth, a part for each."""
        left = self.lines.of_left_eye() + self.lines.brows()
        lines = [self.moving(part) for part in (*left, *(mirrored(p, other_side) for p in left), *self.lines.lips())]
        mouth = [self.moving(self.mouth.inside()), *self.mouth.teeth(), self.mouth.tongue()]
        iris = self.eye.iris()
        eyes = [self.eye.white(), mirrored(self.eye.white(), other_side), iris, _right_iris(iris)]
        return [self.skin(), joined(lines), joined(eyes), joined(mouth)]

    def skin(self) -> Part:
        """The head with its openings, and the edges of the lids."""
        eye = self.eye.opening()
        right = _mirrored_opening(eye)
        mouth = self.mouth.opening()
        openings = [eye, right, mouth]
        flat, triangles = Layout(self.head).mesh(openings)
        rests = [stacked(opening.at_rest()) for opening in openings]
        free = flat[sum(len(rest) for rest in rests) :]
        points = np.concatenate([*(self.head.on_front(r[:, :2], r[:, 2]) for r in rests), self._free(free)])
        rest = np.concatenate([*(self.head.on_front(r[:, :2]) for r in rests), self._free(free)])
        morphs = self._openings_moved(openings, points)
        walls = [self._wall(eye), mirrored(self._wall(eye), other_side)]
        real = smooth_normals(rest, triangles)
        skin = Part("skin", points, self.head.shading(points, real), self.uvs(points), triangles, morphs)
        return joined([self.moving(skin), *walls])

    def uvs(self, points: Floats) -> Floats:
        """The texture of the skin is painted on the face as seen from the front, 200 mm wide and high."""
        return np.column_stack([0.5 + points[:, 0] / 200, 0.5 - (points[:, 1] + 8) / 250])

    def moving(self, part: Part) -> Part:
        """The part with the motion of the skin around it added to its morphs."""
        morphs = dict(part.morphs)
        for name in self.fields:
            morphs[name] = morphs.get(name, 0) + self._field(name, part.positions)
        return replace(part, morphs=morphs)

    def _free(self, free: Floats) -> Floats:
        return self.head.around(free[:, 0], free[:, 1])

    def _openings_moved(self, openings: list[Opening], points: Floats) -> dict[str, Floats]:
        """Displacements of all points by the rims, and by the jaw where the rims do not hold them."""
        names = dict.fromkeys(name for opening in openings for name in opening.morphs)
        morphs = {name: np.zeros_like(points) for name in names}
        held = np.zeros(len(points))
        start = 0
        for opening in openings:
            count = len(stacked(opening.at_rest()))
            here = slice(start, start + count)
            for name in opening.morphs:
                moved = stacked(opening.moved(name))
                morphs[name][here] = self.head.on_front(moved[:, :2], moved[:, 2]) - points[here]
            if opening is openings[-1]:
                held[here] = np.repeat(opening.follows(), count // opening.rings)
            start += count
        for name in names:
            share = self.mouth.jaw(name) if name in self.mouth.shapes else 0.0
            if share:
                morphs[name] += self._jaw(points) * (share * (1 - held))[:, None]
        return morphs

    def _jaw(self, points: Floats) -> Floats:
        share = Profile(self.jaw["share"])(points[:, 1]) * Profile(self.jaw["hinge"])(points[:, 2])
        return np.asarray(share[:, None] * self.jaw["drop"])

    def _field(self, name: str, points: Floats) -> Floats:
        total = np.zeros_like(points)
        ahead = np.clip(points[:, 2] / 30, 0, 1)
        for centre, spread, by in self.fields[name]:
            offset = (points[:, :2] - centre) / spread
            total += (np.exp(-0.5 * (offset**2).sum(1)) * ahead)[:, None] * by
        return total

    def _wall(self, eye: Opening) -> Part:
        """The thickness of the left lids: from the rim straight back."""
        points = self._edge(eye.rest.loop(), eye.wall)
        morphs = {name: self._edge(rim.loop(), eye.wall) - points for name, rim in eye.morphs.items()}
        count = len(points) // 2
        triangles = grid_triangles(2, count, wrap=True)[:, ::-1]
        normals = np.tile(self.eye.facing, (2 * count, 1))
        uvs = np.tile([0.03, 0.03], (2 * count, 1))
        return Part("skin", points, normals, uvs, triangles, morphs)

    def _edge(self, ring: Floats, wall: float) -> Floats:
        front = self.head.on_front(ring[:, :2], ring[:, 2])
        middle = ring[:, :2].mean(0)
        back = np.column_stack([middle + (ring[:, :2] - middle) * 1.06, front[:, 2] - wall])
        return np.concatenate([back, front])


def _mirrored_field(bells: list[Any]) -> list[Any]:
    return [[[-c[0], c[1]], spread, [-d[0], d[1], d[2]]] for c, spread, d in bells]


def _mirrored_opening(opening: Opening) -> Opening:
    """The same hole on the other side, still running from its first to its last end along +x."""

    def flip(rim: Any) -> Any:
        turn = np.array([-1.0, 1.0])
        return type(rim)(rim.upper[::-1] * turn, rim.lower[::-1] * turn, rim.upper_out[::-1], rim.lower_out[::-1])

    return replace(
        opening,
        design=flip(opening.design),
        rest=flip(opening.rest),
        centre=(-opening.centre[0], opening.centre[1]),
        morphs={other_side(name): flip(rim) for name, rim in opening.morphs.items()},
    )


def _right_iris(iris: Part) -> Part:
    """Mirrored, but with the highlight on the same side as in the left eye."""
    right = mirrored(iris, other_side)
    return replace(right, uvs=np.column_stack([0.5 - right.uvs[:, 0], right.uvs[:, 1]]))
