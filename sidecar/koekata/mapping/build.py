"""Makes a `MappingTable` of merged entries that were found right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from koekata.mapping.contract import OWN_INPUTS, channel_ranges, face_inputs
from koekata.mapping.document import Node
from koekata.mapping.extend import SECTIONS, Entry, Merged
from koekata.mapping.fields import Fields, listed
from koekata.mapping.form import properties_of
from koekata.mapping.references import signal_order, target_ids
from koekata.mapping.table import (
    Blink,
    Choice,
    Condition,
    Direction,
    Eyes,
    FarEye,
    Formula,
    GazeHold,
    Glasses,
    Group,
    Input,
    Key,
    Lost,
    MappingTable,
    Member,
    Pose,
    Range,
    Region,
    Row,
    Signal,
    Switch,
    Target,
    Term,
    Wink,
)  # fmt: skip

__all__ = ["ADDRESS", "OVERRIDES", "build", "category_of", "key_of"]

ADDRESS = ("name", "mesh", "bone", "property", "axis", "material", "component", "count")
OVERRIDES = {"blink": "override_blink", "look_at": "override_look_at", "mouth": "override_mouth"}
_PRESETS = {
    "blink": ("blink", "blinkLeft", "blinkRight"),
    "look_at": ("lookUp", "lookDown", "lookLeft", "lookRight"),
    "mouth": ("aa", "ih", "ou", "ee", "oh"),
}
_UNIT = (0.0, 1.0)


def build(merged: Merged) -> MappingTable:
    """The table; `merged` has no faults."""
    fields = {
        section: {entry.id: Fields(kind, entry.properties) for entry in merged.entries(section)}
        for section, kind in SECTIONS.items()
    }
    top = Fields("table", merged.properties)
    return MappingTable(
        name=top["name"],
        metadata={name: node.plain() for name, node in merged.objects["metadata"].items()},
        files=tuple(merged.files),
        inputs=_inputs(fields["inputs"]),
        eyes=_eyes(merged.objects["eyes"]),
        signals=tuple(Signal(name, _formula(fields["signals"][name])) for name in signal_order(merged)),
        conditions=tuple(_condition(name, entry) for name, entry in fields["conditions"].items()),
        targets=_targets(merged, fields["targets"], top["implicit_target"]),
        rows=tuple(_row(name, entry) for name, entry in fields["rows"].items()),
        switches=tuple(_switch(entry) for entry in merged.entries("switches")),
        groups=tuple(_group(name, entry) for name, entry in fields["groups"].items()),
        regions=tuple(_region(name, entry) for name, entry in fields["regions"].items()),
        lost=_lost(merged.objects["lost"]),
    )


def _limits(value: list[float]) -> Range | None:
    return (float(value[0]), float(value[1])) if value else None


def _inputs(own: dict[str, Fields]) -> tuple[Input, ...]:
    face = face_inputs()
    known = [Input(name, 0.0, limits, name in face) for name, limits in channel_ranges().items()]
    known += [Input(name, 0.0, _UNIT, False) for name in OWN_INPUTS]
    return (*known, *(Input(n, float(f["rest"]), _limits(f["range"]), f["face"]) for n, f in own.items()))


def _term(node: Node) -> Term:
    if isinstance(node.value, str):
        return Term(node.value)
    assert isinstance(node.value, dict)
    found = {name: child.plain() for name, child in node.value.items()}
    return Term(**found)  # type: ignore[arg-type]


def key_of(values: list[float]) -> Key:
    """A key of two to four numbers."""
    slopes = values[2:]
    return Key(values[0], values[1], slopes[0] if slopes else None, slopes[-1] if slopes else None)


def _formula(fields: Fields) -> Formula:
    zone = fields["dead_zone"]
    dead, full = zone if isinstance(zone, list) else (zone, 1.0)
    return Formula(
        terms=tuple(_term(node) for node in listed(fields.nodes.get("from"))),
        op=fields["op"],
        dead_zone=float(dead),
        full=float(full),
        invert=fields["invert"],
        curve=tuple(key_of(values) for values in fields["curve"]),
        gain=float(fields["gain"]),
        offset=float(fields["offset"]),
        clamp=_limits(fields["clamp"]),
    )


def _ids(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(found for found, _ in fields.ids(name))


def _pose(fields: Fields) -> Pose:
    return tuple((target, float(value)) for target, value in fields["set"].items())


def _condition(name: str, fields: Fields) -> Condition:
    when = fields.nodes.get("when")
    return Condition(
        id=name,
        when=_term(when) if when else None,
        on=float(fields["on"]),
        off=float(fields.or_else("off", fields["on"])),
        duration=float(fields["duration"]),
        fade_in=float(fields["fade"]),
        fade_out=float(fields.or_else("fade_out", fields["fade"])),
        suppress=_ids(fields, "suppress"),
        pose=_pose(fields),
        blend=fields["blend"],
        priority=fields["priority"],
    )


def category_of(fields: Fields, name: str, kind: str) -> str:
    """The VRM category of a target: stated, or known from the preset's name."""
    if "category" in fields or kind != "expression":
        return str(fields.or_else("category", "none"))
    called = fields.or_else("name", name)
    return next((category for category, names in _PRESETS.items() if called in names), "none")


def _targets(merged: Merged, declared: dict[str, Fields], implicit: str) -> tuple[Target, ...]:
    regions = {row.properties["to"].value: Fields("row", row.properties)["region"] for row in merged.entries("rows")
               if "region" in row.properties}  # fmt: skip
    undeclared = Fields("target", {})
    return tuple(
        _target(name, declared[name], declared[name]["kind"], regions)
        if name in declared
        else _target(name, undeclared, implicit, regions)
        for name in target_ids(merged)
    )


def _target(name: str, fields: Fields, kind: str, regions: Mapping[Any, str]) -> Target:
    scale = kind == "bone" and fields["property"] == "scale"
    overrides = ((category, fields[word]) for category, word in OVERRIDES.items())
    address = {word: fields[word] for word in ADDRESS if word in fields}
    if kind in ("morph", "expression", "sprite", "event"):
        address.setdefault("name", name)
    return Target(
        id=name,
        kind=kind,
        combine=fields["combine"],
        rest=float(fields.or_else("rest", 1.0 if scale else 0.0)),
        range=_limits(fields["range"]) if "range" in fields else _range_of(kind, fields),
        region=fields.or_else("region", regions.get(name)),
        category=category_of(fields, name, kind),
        binary=fields["binary"],
        overrides=tuple((category, mode) for category, mode in overrides if mode != "none"),
        on=float(fields["on"]),
        off=float(fields.or_else("off", fields["on"])),
        address=tuple(address.items()),
    )


def _range_of(kind: str, fields: Fields) -> Range | None:
    if kind == "sprite":
        return (0.0, float(fields["count"] - 1))
    return _UNIT if kind in ("morph", "expression") else None


def _row(name: str, fields: Fields) -> Row:
    to = str(fields["to"])
    return Row(name, _formula(fields), to, _ids(fields, "while"), _ids(fields, "unless"), int(fields["priority"]))


def _switch(entry: Entry) -> Switch:
    fields = Fields("switch", entry.properties)
    choices = []
    for node in listed(fields.nodes["choices"]):
        choice = Fields("choice", dict(node.items()))
        hold = float(choice.or_else("hold", fields["hold"]))
        during, unless = _ids(choice, "while"), _ids(choice, "unless")
        choices.append(Choice(choice["id"], _formula(choice), during, unless, hold, _pose(choice)))
    return Switch(entry.id, float(fields["hysteresis"]), tuple(choices))


def _group(name: str, fields: Fields) -> Group:
    members = []
    for member in fields["members"]:
        stated: dict[str, Any] = {"target": member} if isinstance(member, str) else member
        members.append(Member(stated["target"], stated.get("priority", 0)))
    scale = fields["remainder"] == "scale"
    return Group(name, tuple(members), float(fields["limit"]), scale, _ids(fields, "while"), _ids(fields, "unless"))


def _region(name: str, fields: Fields) -> Region:
    within = float(fields["snap_within"])
    return Region(
        id=name,
        attack=float(fields["attack"]),
        release=float(fields["release"]),
        snap=tuple(float(pose) for pose in fields["snap"]),
        snap_within=within,
        snap_leave=float(fields.or_else("snap_leave", within)),
        hold_frames=int(fields["hold_frames"]),
        rate=float(fields["rate"]),
        phase=float(fields["phase"]),
    )


def _rule(nodes: dict[str, Node], name: str) -> dict[str, Any] | None:
    """A rule of `eyes` with its defaults, None where it is off."""
    stated = nodes[name].plain() if name in nodes else False
    if not isinstance(stated, dict):
        return None
    described = properties_of("eyes")[name]["oneOf"][1]["properties"]
    return {key: stated.get(key, schema["default"]) for key, schema in described.items()}


def _eyes(nodes: dict[str, Node]) -> Eyes:
    glasses, far, wink = (_rule(nodes, name) for name in ("glasses", "far_eye", "wink"))
    gaze, hold = _rule(nodes, "gaze"), _rule(nodes, "gaze_hold")
    link = nodes["link"].plain() if "link" in nodes else 0.0
    return Eyes(
        glasses=Glasses(**glasses) if glasses else None,
        far_eye=FarEye(far["from"], far["to"]) if far else None,
        wink=Wink(**wink) if wink else None,
        link=float(link),  # type: ignore[arg-type]
        gaze=_directions(gaze) if gaze else None,
        gaze_hold=GazeHold(hold["on"], hold["off"], hold["return"]) if hold else None,
    )


def _directions(gaze: dict[str, dict[str, float]]) -> tuple[Direction, Direction, Direction, Direction]:
    left, right, up, down = (
        Direction(gaze[name].get("gain", 1.0), gaze[name].get("limit", 90.0))
        for name in ("left", "right", "up", "down")
    )
    return left, right, up, down


def _lost(nodes: dict[str, Node]) -> Lost:
    fields = Fields("lost", nodes)
    stated = fields["idle"]
    described = properties_of("lost")["idle"]["properties"]
    idle = {key: stated.get(key, schema["default"]) for key, schema in described.items()}
    low, high = idle.pop("interval")
    idle["seed"] = int(idle["seed"])
    blink = Blink(interval=(float(low), float(high)), **idle)
    return Lost(float(fields["hold"]), fields["to"], float(fields["ease"]), float(fields["return"]), blink)
