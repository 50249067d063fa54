"""The face put together: skin around its openings, and whatever moves with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.spatial import Delaunay

from koekata.characters.build.curves import Profile
from koekata.characters.build.part import Floats, Ints, Part, grid_triangles, joined, mirrored, smooth_normals
from koekata.characters.build.tables import read_table
from koekata.characters.sorane.eye import Eye
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.lines import Lines
from koekata.characters.sorane.mouth import Mouth
from koekata.characters.sorane.opening import Opening
from koekata.characters.sorane.sides import both_sides, other_side

__all__ = ["Face"]

UNWRAPPED = 80.0
"""mm of the unwrapped head for one radian around it."""


class Face:
    """Millimetres around the centre of the skull."""

    def __init__(self) -> None:
        self.head = Head(read_table("sorane", "head"))
        self.eye = Eye(read_table("sorane", "eye"), self.head)
        self.mouth = Mouth(read_table("sorane", "mouth"), self.head)
        self.unrolled = Profile(self.head.table["unrolled"])
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
        flat, triangles = self._mesh(openings)
        rests = [_stacked(opening.at_rest()) for opening in openings]
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

    def _mesh(self, openings: list[Opening]) -> tuple[Floats, Ints]:
        """All points as (n, 2), x and y for openings, angle and y for the free ones; and their triangles."""
        layouts = [opening.layout() for opening in openings]
        rings = [_stacked(layout) for layout in layouts]
        free = self._scattered(openings)
        turned = [np.column_stack([self.head.angle(r[:, 0], r[:, 1]), r[:, 1]]) for r in rings]
        everything = np.concatenate([*turned, free]) * [UNWRAPPED, 1]
        everything[:, 1] = self.unrolled(everything[:, 1])
        triangles = Delaunay(everything).simplices.astype(np.int64)
        starts = np.cumsum([0] + [len(r) for r in rings])
        owner = np.full(len(everything), -1)
        pieces = []
        for index, (layout, start) in enumerate(zip(layouts, starts, strict=False)):
            owner[start : start + len(rings[index])] = index
            pieces.append(grid_triangles(len(layout), layout.shape[1], wrap=True)[:, ::-1] + start)
        owners = owner[triangles]
        between = triangles[~((owners[:, 0] >= 0) & (owners == owners[:, :1]).all(1))]
        between = _anticlockwise(everything, between)
        between = between[np.lexsort(between.T)]
        return np.concatenate([*rings, free]), np.concatenate([*pieces, between])

    def _scattered(self, openings: Iterable[Opening]) -> Floats:
        """(n, 2) angle and y of the free points: rows around the head, and a finer patch for the nose."""
        grid = []
        for y in _rows():
            for angle in _columns(y):
                grid.append((angle, y))
        points = np.array(grid)
        flat = self.head.around(points[:, 0], points[:, 1])[:, :2]
        nose_x, nose_y = np.meshgrid(np.linspace(-11, 11, 11), np.arange(-68.0, -36.0, 2.0))
        nose = np.column_stack([nose_x.ravel(), nose_y.ravel()])
        near = (np.abs(flat[:, 0]) < 13) & (flat[:, 1] < -34) & (flat[:, 1] > -70) & (np.abs(points[:, 0]) < 1.5)
        nose_angle = np.column_stack([self.head.angle(nose[:, 0], nose[:, 1]), nose[:, 1]])
        points, flat = np.concatenate([points[~near], nose_angle]), np.concatenate([flat[~near], nose])
        ahead = np.abs(points[:, 0]) < np.pi / 2
        taken = np.zeros(len(points), bool)
        for opening in openings:
            taken |= opening.contains(flat, 1.2) & ahead
        return points[~taken]

    def _free(self, free: Floats) -> Floats:
        return self.head.around(free[:, 0], free[:, 1])

    def _openings_moved(self, openings: list[Opening], points: Floats) -> dict[str, Floats]:
        """Displacements of all points by the rims, and by the jaw where the rims do not hold them."""
        names = dict.fromkeys(name for opening in openings for name in opening.morphs)
        morphs = {name: np.zeros_like(points) for name in names}
        held = np.zeros(len(points))
        start = 0
        for opening in openings:
            count = len(_stacked(opening.at_rest()))
            here = slice(start, start + count)
            for name in opening.morphs:
                moved = _stacked(opening.moved(name))
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


def _stacked(rings: Floats) -> Floats:
    return rings.reshape(-1, rings.shape[-1])


def _rows() -> list[float]:
    return [-115.5, -115, -113.8, -111.5, -108, *np.arange(-103.0, 20.0, 6.0).tolist(), 28, 40, 52, 64, 76, 86, 94, 99, 101]


def _columns(y: float) -> list[float]:
    """Angles of a row, denser in front; odd rows stand between the even ones, which keeps the triangles well shaped."""
    front = np.linspace(-100, 100, 29 if y < 24 else 17)
    back = np.linspace(100, 180, 6)[1:]
    degrees = np.concatenate([-back[::-1], front, back])
    wobble = 1.7 * np.sin(degrees * 0.7 + y) * (np.abs(degrees) < 175)
    return np.radians(degrees + wobble).tolist()  # type: ignore[no-any-return]


def _anticlockwise(flat: Floats, triangles: Ints) -> Ints:
    a, b, c = (flat[triangles[:, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    turned = np.where((area < 0)[:, None], triangles[:, ::-1], triangles)[np.abs(area) > 1e-6]
    first = turned.argmin(1)
    return np.asarray(np.take_along_axis(turned, (first[:, None] + np.arange(3)) % 3, 1))


def _mirrored_field(bells: list[Any]) -> list[Any]:
    return [[[-c[0], c[1]], spread, [-d[0], d[1], d[2]]] for c, spread, d in bells]


def _mirrored_opening(opening: Opening) -> Opening:
    """The same hole on the other side, still running from its first to its last end along +x."""

    def flip(rim: Any) -> Any:
        turn = np.array([-1.0, 1.0])
        return type(rim)(
            rim.upper[::-1] * turn, rim.lower[::-1] * turn, rim.upper_out[::-1], rim.lower_out[::-1]
        )

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
