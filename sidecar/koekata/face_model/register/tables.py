"""Tables that say which vertices of a mesh lie at which landmarks: the package's own, or one that a user wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.register._face_mesh import LANDMARKS, face_mesh
from koekata.face_model.register._mesh import Graph, edge_graph, edge_path
from koekata.face_model.register.hints import Contour, Hints
from koekata.face_model.surface import IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["hints_for"]

OWN_TABLES = ("flame.json", "ict_facekit.json")
KEYS = frozenset({"note", "vertices", "landmarks", "contours", "openings", "eyeballs"})
HOW = "docs/embedding.md shows such a table and how to make one."

Station = int | list[int]
"""A vertex, or several whose mean is meant."""


def hints_for(surface: Surface, table: Path | None = None) -> Hints:
    """Known landmarks of a surface, from the table of its topology.

    FLAME and ICT-FaceKit are known by their count of vertices; other meshes need a `table` of their own. Raises
    ModelError where there is none or it is wrong.
    """
    count = len(surface.vertices)
    if table is not None:
        return _hints(surface, _read(str(table), _text(table)), str(table))
    for name in OWN_TABLES:
        stored = _read(name, resources.files("koekata.face_model.register").joinpath(name).read_text("utf-8"))
        if stored["vertices"] == count:
            return _hints(surface, stored, name)
    raise ModelError(
        f"A mesh of {count} vertices is neither FLAME's nor ICT-FaceKit's: where its landmarks lie is not known.",
        remedy=f"Name a JSON table of landmarks and vertices for it. {HOW}",
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: the table of landmarks cannot be read: {error}", remedy=HOW) from error


def _read(origin: str, text: str) -> dict[str, object]:
    try:
        stored = json.loads(text)
    except json.JSONDecodeError as error:
        raise ModelError(f"{origin}:{error.lineno}:{error.colno}: not JSON: {error.msg}", remedy=HOW) from error
    if not isinstance(stored, dict):
        raise ModelError(f"{origin}: an object was expected", remedy=HOW)
    if unknown := set(stored) - KEYS:
        raise ModelError(f"{origin}: $.{min(unknown)} is not known", remedy=f"Known are {', '.join(sorted(KEYS))}.")
    if missing := {"vertices", "landmarks"} - set(stored):
        raise ModelError(f"{origin}: $.{min(missing)} is missing", remedy=HOW)
    return stored


@dataclass(frozen=True, slots=True, eq=False)
class _Resolver:
    """Turns a table's vertices into places on one surface, and says where in the table something is wrong."""

    origin: str
    surface: Surface
    graph: Graph

    def mapping(self, path: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise self.wrong(path, "an object was expected")
        return value

    def stations(self, path: str, value: object) -> list[Station]:
        if not isinstance(value, list) or not value:
            raise self.wrong(path, "a list of vertices was expected")
        return [self.station(f"{path}[{row}]", item) for row, item in enumerate(value)]

    def station(self, path: str, value: object) -> Station:
        members = value if isinstance(value, list) else [value]
        count = len(self.surface.vertices)
        if not members or any(type(vertex) is not int or not 0 <= vertex < count for vertex in members):
            raise self.wrong(path, f"a vertex from 0 to {count - 1}, or a list of such, was expected")
        return cast(Station, value)

    def vertices(self, path: str, value: object) -> IndexArray:
        stations = self.stations(path, value)
        if any(isinstance(station, list) for station in stations):
            raise self.wrong(path, "single vertices were expected")
        return np.array(stations, np.int64)

    def place(self, station: Station) -> FloatArray:
        return np.asarray(np.atleast_2d(self.surface.vertices[station]).mean(axis=0))

    def joined(self, stations: list[Station]) -> list[Station]:
        """Stations in order; vertices that follow each other are joined by the shortest way over edges."""
        way = stations[:1]
        for start, end in pairwise(stations):
            if isinstance(start, int) and isinstance(end, int):
                way.extend(edge_path(self.graph, np.array([start, end]))[1:].tolist())
            else:
                way.append(end)
        return way

    def contour(self, landmarks: tuple[int, ...], stations: list[Station]) -> Contour:
        way = self.joined(stations)
        vertices = np.concatenate([np.atleast_1d(station) for station in way])
        return Contour(landmarks, np.array([self.place(station) for station in way]), vertices)

    def wrong(self, path: str, what: str) -> ModelError:
        return ModelError(f"{self.origin}: {path}: {what}", remedy=HOW)


def _hints(surface: Surface, stored: Mapping[str, object], origin: str) -> Hints:
    resolver = _Resolver(origin, surface, edge_graph(surface))
    if stored["vertices"] != len(surface.vertices):
        raise resolver.wrong(
            "$.vertices", f"the table is for another mesh than one of {len(surface.vertices)} vertices"
        )
    landmarks, points = _landmarks(resolver, resolver.mapping("$.landmarks", stored["landmarks"]))
    openings = resolver.mapping("$.openings", stored.get("openings", {}))
    loops = tuple(_loop(resolver, f"$.openings.{name}", value) for name, value in openings.items())
    contours = _contours(resolver, resolver.mapping("$.contours", stored.get("contours", {})))
    eyeballs = resolver.vertices("$.eyeballs", stored["eyeballs"]) if "eyeballs" in stored else None
    if eyeballs is not None and len(eyeballs) != 2:
        raise resolver.wrong("$.eyeballs", "two vertices were expected: of the right eye, then of the left")
    return Hints(landmarks, points, contours, loops, eyeballs)


def _landmarks(resolver: _Resolver, table: Mapping[str, object]) -> tuple[IndexArray, FloatArray]:
    known = {str(landmark) for landmark in range(LANDMARKS)}
    if unknown := [name for name in table if name not in known]:
        raise resolver.wrong(f"$.landmarks.{unknown[0]}", f"landmarks are numbered 0 to {LANDMARKS - 1}")
    points = [resolver.place(resolver.station(f"$.landmarks.{name}", value)) for name, value in table.items()]
    return np.array([int(name) for name in table], np.int64), np.array(points).reshape(-1, 3)


def _contours(resolver: _Resolver, table: Mapping[str, object]) -> tuple[Contour, ...]:
    known = face_mesh().contours
    if unknown := [name for name in table if name not in known]:
        remedy = f"Known are {', '.join(sorted(known))}."
        raise ModelError(f"{resolver.origin}: $.contours.{unknown[0]} is not known", remedy=remedy)
    lines = {name: resolver.stations(f"$.contours.{name}", value) for name, value in table.items()}
    if short := [name for name, line in lines.items() if len(line) < 2]:
        raise resolver.wrong(f"$.contours.{short[0]}", "at least two vertices were expected")
    return tuple(resolver.contour(known[name], line) for name, line in lines.items())


def _loop(resolver: _Resolver, path: str, value: object) -> IndexArray:
    corners = resolver.vertices(path, value)
    return edge_path(resolver.graph, np.append(corners, corners[0]))[:-1]
