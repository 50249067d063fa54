"""Which points the skin of the head has, and how they are joined."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy.spatial import Delaunay

from koekata.characters.build.curves import Profile
from koekata.characters.build.part import Floats, Ints, grid_triangles
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.opening import Opening

__all__ = ["Layout", "stacked"]

UNWRAPPED = 80.0
"""Millimetres of the unwrapped head for one radian around it."""


class Layout:
    """Rings around the openings and rows of points around the head, joined on the unwrapped head."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.unrolled = Profile(head.table["unrolled"])

    def mesh(self, openings: list[Opening]) -> tuple[Floats, Ints]:
        """All points as (n, 2), x and y for openings, angle and y for the free ones; and their triangles."""
        layouts = [opening.layout() for opening in openings]
        rings = [stacked(layout) for layout in layouts]
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
        points = np.array([(angle, y) for y in _rows() for angle in _columns(y)])
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


def stacked(rings: Floats) -> Floats:
    """(rings * n, ...) of (rings, n, ...)."""
    return rings.reshape(-1, rings.shape[-1])


def _rows() -> list[float]:
    return [
        -115.5,
        -115,
        -113.8,
        -111.5,
        -108,
        *np.arange(-103.0, 20.0, 6.0).tolist(),
        28,
        40,
        52,
        64,
        76,
        86,
        94,
        99,
        101,
    ]


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
