"""Drawn lines: lashes, creases, brows and the edges of the lips, as ribbons in front of the skin, in millimetres."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from koekata.characters.build.curves import along
from koekata.characters.build.part import Floats, Ints, Part, grid_triangles
from koekata.characters.sorane.eye import Eye
from koekata.characters.sorane.head import Head
from koekata.characters.sorane.mouth import Mouth
from koekata.characters.sorane.opening import Opening, Rim

__all__ = ["Lines"]

TINTS = {"lash": 0.1, "lower": 0.3, "crease": 0.5, "brow": 0.7, "lips": 0.9}
"""u of each in the texture of the lines; v runs along the line."""

Edges = tuple[Floats, Floats, Floats]
"""Both edges of a ribbon, (n, 2) each, and how far it is lifted, (n,)."""


class Lines:
    def __init__(self, table: dict[str, Any], head: Head, eye: Eye, mouth: Mouth) -> None:
        self.table, self.head, self.eye, self.mouth = table, head, eye, mouth

    def of_left_eye(self) -> list[Part]:
        opening = self.eye.opening()
        rims = dict(opening.morphs)
        lash = self.table["lash"]
        parts = [
            self._ribbon("lash", lambda name: self._lash(_rim(opening.rest, rims, name), _state(name)), rims),
            self._ribbon("lower", lambda name: self._lower(_rim(opening.rest, rims, name)), rims),
            self._ribbon("crease", lambda name: self._crease(opening.rest, _rim(opening.rest, rims, name)), rims),
        ]
        return parts + [self._ribbon("lash", self._spikes(opening, spike), rims) for spike in lash["spikes"]]

    def _spikes(self, opening: Opening, spike: dict[str, Any]) -> Callable[[str], Edges]:
        return lambda name: self._spike(_rim(opening.rest, opening.morphs, name), spike, _state(name))

    def brows(self) -> list[Part]:
        """The left one; BrowInnerUp moves both and keeps its name when mirrored."""
        return [self._ribbon("brow", self._brow, self.table["brows"])]

    def lips(self) -> list[Part]:
        rims = {name: self.mouth.rim(name) for name in self.mouth.shapes}
        rest = self.mouth.rest()
        return [
            self._ribbon("lips", lambda name: self._lip(_rim(rest, rims, name), True), rims),
            self._ribbon("lips", lambda name: self._lip(_rim(rest, rims, name), False), rims),
        ]

    def _ribbon(self, kind: str, draw: Callable[[str], Edges], morphs: Any) -> Part:
        """`draw` gives the edges at rest for "" and those of a morph for its name."""
        points = self._points(draw(""))
        count = len(points) // 2
        uvs = np.column_stack([np.full(2 * count, TINTS[kind]), np.tile(np.linspace(0.02, 0.98, count), 2)])
        deltas = {name: self._points(draw(name)) - points for name in morphs}
        triangles = _facing(points, grid_triangles(2, count))
        normals = self.head.shading(points, np.tile([0.0, 0.0, 1.0], (2 * count, 1)))
        return Part("line", points, normals, uvs, triangles, deltas)

    def _points(self, edges: Edges) -> Floats:
        first, second, lift = edges
        return np.concatenate([self.head.on_front(first, lift), self.head.on_front(second, lift)])

    def _lash(self, rim: Rim, state: str) -> Edges:
        lash = self.table["lash"]
        at = np.linspace(0.0, 1.0, 25)
        curve, normal = _resampled(rim.upper, at), _normals(_resampled(rim.upper, at))
        thick = along(lash["thick"], at)[:, None]
        inner, outer = curve - normal * lash["inset"], curve + normal * thick
        tip = curve[-1] + lash["wing"][state]
        return (
            np.concatenate([inner, _towards(inner[-1], tip, inner[-1] - inner[-2])]),
            np.concatenate([outer, _towards(outer[-1], tip, outer[-1] - outer[-2])]),
            np.full(31, lash["lift"]),
        )

    def _spike(self, rim: Rim, spike: dict[str, Any], state: str) -> Edges:
        at = np.array([spike["from"], spike["to"]])
        base = _resampled(rim.upper, at)
        tip = base.mean(0) + spike[state]
        bow = (base[0] + tip) / 2 + (base[1] - base[0]) * 0.35
        first = np.stack([base[0], bow, tip])
        second = np.stack([base[1], (base[1] + tip) / 2 + (base[1] - base[0]) * 0.15, tip])
        return first, second, np.array([1.0, 1.15, 1.4]) * self.table["lash"]["lift"]

    def _lower(self, rim: Rim) -> Edges:
        lower = self.table["lower"]
        steps = np.linspace(0, 1, 15)
        at = lower["from"] + (lower["to"] - lower["from"]) * steps
        curve = _resampled(rim.lower, at)
        down = -_normals(curve)
        # A lid that is tucked behind the upper one takes its line along.
        out = lower["lift"] + _resampled(rim.lower_out[:, None], at)[:, 0]
        return curve - down * 0.3, curve + down * along(lower["thick"], steps)[:, None], out

    def _crease(self, rest: Rim, rim: Rim) -> Edges:
        crease = self.table["crease"]
        steps = np.linspace(0, 1, 15)
        at = crease["from"] + (crease["to"] - crease["from"]) * steps
        still, moved = _resampled(rest.upper, at), _resampled(rim.upper, at)
        middle = still + (moved - still) * crease["share"]
        middle = middle + _normals(still) * along(crease["above"], steps)[:, None]
        half = _normals(middle) * along(crease["thick"], steps)[:, None] / 2
        return middle - half, middle + half, np.full(15, crease["lift"])

    def _brow(self, name: str) -> Edges:
        brow = self.table["brow"]
        curve = np.array(brow["curve"]) + np.array(self.table["brows"].get(name, [[0.0, 0.0]]))
        steps = np.linspace(0, 1, 19)
        middle = along(curve, steps)
        half = _normals(middle) * along(brow["thick"], steps)[:, None] / 2
        return middle - half, middle + half, np.full(19, brow["lift"])

    def _lip(self, rim: Rim, upper: bool) -> Edges:
        lips = self.table["lips"]["upper" if upper else "lower"]
        curve, out = (rim.upper, rim.upper_out) if upper else (rim.lower, rim.lower_out)
        steps = np.linspace(0, 1, len(curve))
        away = _normals(curve) * (1 if upper else -1)
        return (
            curve - away * along(lips["in"], steps)[:, None],
            curve + away * along(lips["out"], steps)[:, None],
            out + self.table["lips"]["lift"],
        )


def _rim(rest: Rim, rims: Mapping[str, Rim], name: str) -> Rim:
    return rims[name] if name else rest


def _state(name: str) -> str:
    return {"EyeBlinkLeft": "shut", "EyeJoyLeft": "joy"}.get(name, "rest")


def _resampled(curve: Floats, at: Floats) -> Floats:
    """Points of a polyline at shares `at` of its count of steps."""
    place = np.arccos(1 - 2 * np.clip(at, 0, 1)) / np.pi * (len(curve) - 1)
    return np.column_stack([np.interp(place, np.arange(len(curve)), curve[:, k]) for k in range(curve.shape[1])])


def _normals(curve: Floats) -> Floats:
    """(n, 2) unit normals to the left of a curve, which is up where it runs along +x."""
    tangent = np.gradient(curve, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    return np.column_stack([-tangent[:, 1], tangent[:, 0]])


def _towards(start: Floats, tip: Floats, heading: Floats) -> Floats:
    """Six points from behind `start` to `tip`, leaving along `heading`."""
    length = np.linalg.norm(tip - start)
    bend = start + heading / max(float(np.linalg.norm(heading)), 1e-9) * length * 0.4
    at = np.linspace(0, 1, 7)[1:, None]
    return np.asarray((1 - at) ** 2 * start + 2 * at * (1 - at) * bend + at**2 * tip)


def _facing(points: Floats, triangles: Ints) -> Ints:
    """The triangles turned so that they look along +z."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    away = np.cross(b - a, c - a)[:, 2] < 0
    return np.where(away[:, None], triangles[:, ::-1], triangles)
