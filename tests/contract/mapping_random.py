"""Random mapping tables and frames from a seed: valid by construction, with values at and around every threshold."""

from __future__ import annotations

import math
import random
from typing import Any

INPUTS = (
    "eyeBlinkLeft", "eyeBlinkRight", "eyeSquintLeft", "eyeSquintRight", "eyeWideLeft", "eyeLookUpLeft",
    "eyeLookInRight", "eyeLookOutLeft", "jawOpen", "mouthSmileLeft", "mouthSmileRight", "mouthFunnel",
    "browDownLeft", "tongueOut",
)  # fmt: skip
ANGLES = ("headYaw", "gazeYawLeft", "gazeYawRight", "gazePitchLeft", "gazePitchRight")
OTHERS = ("visemeA", "voiceActivity", "emotionAnger", "own1", "own2", "自前", "tracked", "winkLeft", "winkRight")
GRID = (0.0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 1.0)
TARGETS = tuple(f"t{index}" for index in range(12))
MOVED: dict[str, dict[str, Any]] = {
    "bone": {"kind": "bone", "bone": "J_Head", "property": "rotation", "axis": "z"},
    "scale": {"kind": "bone", "bone": "J_Ear", "property": "scale", "axis": "y"},
    "目の色": {"kind": "material", "material": "Iris", "property": "_Color", "component": "g"},
    "scroll": {"kind": "uv", "material": "Iris", "axis": "u"},
}
"""Targets that are neither morphs nor expressions, with what their kinds need."""
EXPRESSIONS = ("happy", "angry", "blink", "aa", "ih", "lookUp")
TIMES = (0.0, 0.05, 0.1, 0.3)


class Maker:
    """Makes tables and frames; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def maybe(self, entry: dict[str, Any], chance: float = 0.3, **properties: Any) -> dict[str, Any]:
        """The entry with some of the properties; those given as functions are made."""
        for name, value in properties.items():
            if self.random.random() < chance:
                entry[name.rstrip("_")] = value() if callable(value) else value
        return entry

    def some(self, names: Any, low: int, high: int) -> list[Any]:
        names = list(names)
        return self.random.sample(names, min(len(names), self.random.randint(low, high)))

    def rising(self, *grid: float) -> list[float]:
        return sorted(self.random.sample(grid or GRID, 2))

    def source(self, names: list[str]) -> Any:
        name = self.random.choice(names)
        if self.random.random() < 0.6:
            return name
        return self.maybe({"of": name}, 0.4, weight=self.random.choice((-1, 0.5, 2)), invert=True, absent=0.3)

    def formula(self, names: list[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        sources = [self.source(names) for _ in range(self.random.choice((1, 1, 1, 2, 3, 5)))]
        if self.random.random() < 0.95:
            found["from"] = sources[0] if len(sources) == 1 and self.random.random() < 0.8 else sources
        op = self.random.choice(("sum", "product", "min", "max", "average"))
        zone = self.random.choice((0.1, 0.25, [0.1, 0.8], [2, 30]))
        return self.maybe(found, 0.25, op=op, dead_zone=zone, invert=True, curve=self.curve,
                          gain=self.random.choice((-1, 0.5, 1.5)),
                          offset=self.random.choice((-0.2, 0.1, 0.3)), clamp=self.rising)  # fmt: skip

    def curve(self) -> list[list[float]]:
        keys = []
        for x in sorted(self.random.sample(GRID, self.random.randint(2, 5))):
            slopes = [self.random.choice((-1.0, 0.0, 0.5, 2.0)) for _ in range(self.random.choice((0, 0, 1, 2)))]
            keys.append([x, self.random.choice(GRID), *slopes])
        return keys

    def table(self) -> dict[str, Any]:
        """A whole table."""
        names = [*INPUTS, *ANGLES, *OTHERS]
        found: dict[str, Any] = {
            "version": 1,
            "inputs": [
                {"id": "own1"},
                {"id": "own2", "rest": 0.5, "range": [], "face": True},
                {"id": "自前", "rest": -0.25, "range": [-1, 1]},
            ],
        }
        self.maybe(found, 0.2, name="表", metadata={"author": ["a", {"b": None}]},
                   implicit_target=self.random.choice(("morph", "expression")))  # fmt: skip
        found["signals"] = []
        for index in range(self.random.randint(0, 4)):
            found["signals"].append({"id": f"s{index}", **self.formula(names)})
            names.append(f"s{index}")
        regions = [self.region(index) for index in range(3)]
        conditions = [self.condition(index, names, regions) for index in range(self.random.randint(0, 4))]
        targets = [self.target(name) for name in self.some((*TARGETS, *EXPRESSIONS), 4, 10)]
        targets += [
            {"id": "sheet", "kind": "sprite", "count": 4},
            {"id": "ding", "kind": "event", "on": 0.5, "off": 0.4},
            self.maybe({"id": "count", "kind": "sprite", "count": 3}, 0.3, rest=1, region="region0", range=[0.6, 1.4]),
        ]
        for name in self.some(MOVED, 0, 3):
            moved = self.maybe({"id": name, **MOVED[name]}, 0.4, rest=self.random.choice((-2, 0.5)),
                               range=[-30, 0.75], region="region1")  # fmt: skip
            targets.append(self.maybe(moved, 0.5, combine=self.random.choice(("max", "min", "average", "override"))))
        self.random.shuffle(targets)
        found |= {
            "eyes": self.eyes(),
            "lost": self.lost(),
            "regions": regions,
            "conditions": conditions,
            "targets": targets,
        }
        ids = [condition["id"] for condition in conditions]
        place = {name: self.random.choice(regions)["id"] for name in TARGETS}
        found["rows"] = [self.row(index, names, ids, targets, place) for index in range(self.random.randint(4, 16))]
        found["switches"] = [self.switch(index, names, ids) for index in range(self.random.choice((0, 0, 1, 2)))]
        found["groups"] = [self.group(index, ids) for index in range(self.random.randint(0, 2))]
        for section in ("conditions", "targets", "rows", "switches", "groups", "regions", "signals"):
            for entry in self.some(found[section], 0, 1) if self.random.random() < 0.2 else ():
                entry["note"] = "覚え書き"
        return found

    def whiles(self, entry: dict[str, Any], ids: list[str]) -> dict[str, Any]:
        return self.maybe(entry, 0.25, while_=self.some(ids, 1, 2), unless=self.some(ids, 1, 1)) if ids else entry

    def region(self, index: int) -> dict[str, Any]:
        found = self.maybe({"id": f"region{index}"}, 0.4, attack=0.05, release=0.1, snap=[0, 0.5, 1],
                           hold_frames=self.random.choice((1, 2, 3)), rate=self.random.choice((12, 24, 29.97)),
                           phase=self.random.choice((1, -0.5)))  # fmt: skip
        within = self.random.choice((0.05, 0.1, 0.25))
        return self.maybe(found, 0.3, snap_within=within, snap_leave=self.random.choice((0.25, 0.3)))

    def condition(self, index: int, names: list[str], regions: list[dict[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {"id": f"c{index}"}
        if self.random.random() < 0.4:
            self.maybe(found, 0.4, duration=0.25)["trigger"] = True
        else:
            off, on = self.rising()
            self.maybe(found, 0.6, on=max(on, 0.5), off=min(off, 0.5), trigger=False)["when"] = self.source(names)
        pose = {name: self.random.choice(GRID) for name in self.some((*TARGETS, *EXPRESSIONS, "sheet", "count"), 1, 3)}
        self.maybe(found, 0.5, fade=self.random.choice(TIMES), fade_out=self.random.choice(TIMES), set=pose,
                   suppress=[region["id"] for region in self.some(regions, 1, 2)])  # fmt: skip
        return self.maybe(
            found, 0.3, blend=self.random.choice(("add", "max", "override")), priority=self.random.randint(-1, 1)
        )

    def target(self, name: str) -> dict[str, Any]:
        found = {"id": name}
        mode = lambda: self.random.choice(("none", "block", "blend"))  # noqa: E731
        if name in EXPRESSIONS:
            found["kind"] = "expression"
            self.maybe(found, 0.4, binary=True)
            if name in ("happy", "angry"):
                self.maybe(found, 0.6, override_blink=mode, override_look_at=mode, override_mouth=mode)
        else:
            limits = self.random.choice(([-0.5, 1.5], [], [0.25, 0.5]))
            self.maybe(found, 0.3, rest=self.random.choice(GRID), range=limits,
                       category=self.random.choice(("none", "blink", "look_at", "mouth")), mesh="Face")  # fmt: skip
        return self.maybe(found, 0.5, combine=self.random.choice(("sum", "max", "min", "average", "override")))

    def row(
        self, index: int, names: list[str], ids: list[str], targets: list[dict[str, Any]], place: dict[str, str]
    ) -> dict[str, Any]:
        declared = [target["id"] for target in targets if target["id"] not in ("sheet", "sheet1")]
        to = self.random.choice((*TARGETS, *EXPRESSIONS, "ding", *declared))
        found = self.whiles({"id": f"r{index}", "to": to, **self.formula(names)}, ids)
        if to in place:
            self.maybe(found, 0.7, region=place[to])
        if any(target["id"] == to and target.get("combine") == "override" for target in targets):
            self.maybe(found, 0.7, priority=self.random.randint(-1, 2))
        return found

    def switch(self, number: int, names: list[str], ids: list[str]) -> dict[str, Any]:
        choices = []
        shown, extra = ("sheet", "extra") if number == 0 else ("shape", "shape2")
        for index in range(self.random.randint(1, 4)):
            pose = {shown: index} if index else {extra: 0.7, shown: 0}
            choices.append(self.whiles({"id": f"choice{index}", **self.formula(names), "set": pose}, ids))
            self.maybe(choices[-1], 0.3, hold=self.random.choice(TIMES))
        return self.maybe({"id": f"switch{number}", "choices": choices}, 0.5, hysteresis=0.1, hold=0.1)

    def group(self, index: int, ids: list[str]) -> dict[str, Any]:
        members = [
            name if self.random.random() < 0.5 else {"target": name, "priority": self.random.randint(-1, 2)}
            for name in self.some(TARGETS[:8], 2, 4)
        ]
        found = {"id": f"g{index}", "members": members}
        self.maybe(
            found, 0.4, limit=self.random.choice((0, 0.5, 1, 1.5)), remainder=self.random.choice(("scale", "limit"))
        )
        return self.whiles(found, ids)

    def eyes(self) -> dict[str, Any]:
        direction = lambda: self.maybe({}, 0.5, gain=0.5, limit=20)  # noqa: E731
        wink = lambda: self.maybe({}, 0.4, on=0.4, off=0.1, fade=self.random.choice(TIMES), open=0.5, close=0.5)  # noqa: E731
        gaze = lambda: self.maybe({}, 0.5, left=direction, right=direction, up=direction, down=direction)  # noqa: E731
        return self.maybe({}, 0.4, glasses=lambda: self.maybe({}, 0.4, open=0.1, closed=0.8, trust=0.5),
                          far_eye=self.random.choice(({}, {"from": 10, "to": 30}, False)), wink=wink,
                          link=self.random.choice((0.5, 1)), gaze=gaze,
                          gaze_hold=lambda: self.maybe({}, 0.4, on=0.6, off=0.2,
                                                       **{"return": self.random.choice(TIMES)}))  # fmt: skip

    def lost(self) -> dict[str, Any]:
        idle = self.maybe({"interval": [0.5, 0.7], "seed": self.random.randint(0, 9)}, 0.3,
                          close=self.random.choice((0, 0.1)), shut=self.random.choice((0, 0.1)),
                          open=self.random.choice((0, 0.1)))  # fmt: skip
        return self.maybe({}, 0.5, hold=self.random.choice(TIMES), idle=idle,
                          to=self.random.choice(("hold", "neutral", "idle")), ease=self.random.choice(TIMES),
                          **{"return": self.random.choice(TIMES)})  # fmt: skip

    def frames(self, table: dict[str, Any], count: int) -> list[dict[str, Any]]:
        """Frames for a table, with gaps, faults and odd steps of time."""
        triggers = [condition["id"] for condition in table["conditions"] if condition.get("trigger")]
        return [self.frame(triggers) for _ in range(count)]

    def frame(self, triggers: list[str]) -> dict[str, Any]:
        values: dict[str, Any] = {
            name: self.random.choice(GRID)
            for name in (*INPUTS, "own1", "own2", "自前", "visemeA", "emotionAnger", "nobody", "winkLeft")
        }
        values |= {name: self.random.choice((-40.0, -15.0, 0.0, 5.0, 20.0, 60.0)) for name in ANGLES}
        for name in self.some(values, 0, 4):
            del values[name]
        for name in self.some(values, 0, 1) if self.random.random() < 0.2 else ():
            values[name] = self.random.choice((math.nan, math.inf, -math.inf, 1e7, 1.5))
        found: dict[str, Any] = {"values": values, "dt": self.random.choice((0.0, 1 / 60, 1 / 24, 0.1, 0.1, 0.3))}
        if self.random.random() < 0.05:
            found["dt"] = self.random.choice((5.0, 100.0, -1.0, math.nan, math.inf))
        self.maybe(found, 0.15, tracked=False, time=self.random.choice((0.0, 1.0, -2.5, 86399.9, math.nan, -math.inf)))
        self.maybe(
            found,
            0.2,
            confidence={name: self.random.choice((0.0, 0.5, -1.0, math.nan)) for name in self.some(INPUTS, 1, 3)},
        )
        if triggers and self.random.random() < 0.4:
            found["fire"] = [
                [self.random.choice((*triggers, "c0")), self.random.choice(("on", "off", "toggle", "what"))]
                for _ in range(self.random.randint(1, 3))
            ]
        return found
