"""Hair: a cap on the skull and locks over it, in millimetres around the centre of the skull."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from koekata.characters.build.curves import Profile, along
from koekata.characters.build.lock import Chain, lock
from koekata.characters.build.part import Floats, Part, grid_triangles, joined

__all__ = ["Hair"]

Place = Sequence[float]
TRIM = (0.125, 0.94)
"""Where the texture of the cloth has the colour of the trim."""


class Hair:
    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.centre = np.array(table["envelope"]["centre"], float)
        self.radii = np.array(table["envelope"]["radii"], float)
        self.locks: list[dict[str, Any]] = [*table["locks"], *self._back("outer"), *self._back("inner")]

    def part(self) -> Part:
        return joined([self._cap(), *(self._lock(entry) for entry in self.locks)])

    def pins(self) -> list[Part]:
        """Hairpins, of the colour of the cape's trim."""
        pins = []
        for entry in self.table["pins"]:
            path = self.points(entry["path"])
            pin = lock("cloth", path, self.outwards(path), entry["wide"], entry["thick"], segments=8)
            pins.append(replace(pin, uvs=np.tile(TRIM, (len(pin.uvs), 1))))
        return pins

    def joints(self) -> dict[str, tuple[str, Floats]]:
        """Name -> parent and place of the bones of all chains, the tips included."""
        named = {entry["name"]: entry for entry in self.locks if "name" in entry}
        joints: dict[str, tuple[str, Floats]] = {}
        for chain, (leader, *at) in self.table["chains"].items():
            path = self.points(named[leader]["path"])
            parent = "head"
            for index, place in enumerate(along(path, np.array([*at, 1.0]))):
                joints[f"{chain}{index + 1}"] = (parent, place)
                parent = f"{chain}{index + 1}"
        return joints

    def chain(self, name: str, at: Sequence[float] = ()) -> Chain:
        """The bones of a chain; `at` is where a lock has them that is shorter than the chain's own."""
        _, *own = self.table["chains"][name]
        return Chain("head", [f"{name}{index + 1}" for index in range(len(own))], at or own)

    def points(self, path: Sequence[Place]) -> Floats:
        """(n, 3) the table's [around, height, share] as points."""
        around, height, share = np.array(path, float).T
        angle, rise = np.radians(around), np.radians(np.clip(height, 0, 90))
        level = np.cos(rise) * share
        offset = np.column_stack([np.sin(angle) * level, np.sin(rise) * share, np.cos(angle) * level]) * self.radii
        return np.asarray(self.centre + offset + np.outer(np.minimum(height, 0), [0, 1, 0]))

    def outwards(self, points: Floats) -> Floats:
        """(n, 3) unit normals of the envelope, level below its equator."""
        slope = (points - self.centre) / self.radii**2
        slope[:, 1] = np.maximum(slope[:, 1], 0)
        return np.asarray(slope / np.linalg.norm(slope, axis=1, keepdims=True))

    def down(self, points: Floats) -> Floats:
        """The texture's v, by height, so that the light on the hair is one ring."""
        texture = self.table["texture"]
        return np.asarray(np.clip((texture["top"] - points[:, 1]) / (texture["top"] - texture["bottom"]), 0.005, 0.995))

    def _lock(self, entry: dict[str, Any]) -> Part:
        path = self.points(entry["path"])
        segments = 9 + 2 * (len(path) - 4)
        v = self.down(along(path, np.linspace(0, 1, segments + 1)))
        chain = self.chain(entry["chain"], entry.get("at", ())) if "chain" in entry else None
        return lock(
            "hair", path, self.outwards(path), entry["wide"], entry["thick"], segments=segments, chain=chain, v=v
        )

    def _back(self, row: str) -> list[dict[str, Any]]:
        """Entries for the locks that hang down all around the back."""
        back = self.table["back"]
        low, prefix = (0.955, "inner_") if row == "inner" else (1.0, "")
        names = {back[name]: name for name in ("back_left", "back_middle", "back_right")}
        entries = []
        for around, tip, flick in back[row]:
            path = [[around, height, share * low] for height, share in back[f"{prefix}path"]]
            path[-1] = [around, (path[-2][1] + tip) / 2, path[-1][2]]
            side = "Left" if 0 < around < 150 else "Right" if -150 < around < 0 else "Middle"
            entry = {"path": [*path, [around, tip, flick]], "wide": back[f"{prefix}wide"], "thick": back["thick"]}
            named = {"name": names[around]} if row == "outer" and around in names else {}
            at = {"at": back["inner_at"]} if row == "inner" else {}
            entries.append(entry | named | at | {"chain": f"hairBack{side}"})
        return entries

    def _cap(self) -> Part:
        """The skull's own cover, down to the hairline, and its lining."""
        cap = self.table["cap"]
        around = np.linspace(-180, 180, 49)
        edge = Profile(cap["edge"])(np.abs(around))
        places = []
        for step in np.linspace(0, 1, 9):
            height = np.minimum(89.0, 89.0 + (edge - 89.0) * step)
            share = np.full(49, cap["share"]) - 0.09 * np.clip(step * 2 - 0.6, 0, 1)
            places.append(np.column_stack([around, height, share]))
        points = self.points(np.concatenate(places).tolist())
        uvs = np.column_stack([np.tile(np.linspace(0, 12, 49) % 1.0, 9), self.down(points)])
        triangles, out = grid_triangles(9, 49)[:, ::-1], self.outwards(points)
        cover = Part("hair", points, out, uvs, triangles)
        # Where one looks under the hair, one sees hair and not the inside of the outline.
        return joined([cover, replace(cover, positions=points - 2 * out, normals=-out, triangles=triangles[:, ::-1])])
