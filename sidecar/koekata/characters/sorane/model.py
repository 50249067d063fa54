"""The character as a VRM file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from koekata.characters.build.glb import Glb
from koekata.characters.build.mtoon import toon
from koekata.characters.build.part import Floats, Part, joined
from koekata.characters.build.tables import read_table
from koekata.characters.build.vrm import add_skeleton, add_vrm, expression, meta
from koekata.characters.sorane import textures
from koekata.characters.sorane.body import Body
from koekata.characters.sorane.face import Face
from koekata.characters.sorane.hair import Hair
from koekata.characters.sorane.springs import add_springs

__all__ = ["model"]

METRES = 0.001


def model(thumbnail: bytes | None = None) -> bytes:
    """The whole file; `thumbnail` is a square PNG."""
    table, face = read_table("sorane", "skeleton"), Face()
    skull = np.array(table["skull"], float)
    hair, body = Hair(read_table("sorane", "hair")), Body(read_table("sorane", "body"))
    bones = _bones(table, skull, face, hair)
    glb = Glb("koekata characters")
    nodes = add_skeleton(glb, bones, "Sorane")
    materials = _materials(glb)
    parts = [_in_metres(part, skull) for part in face.parts()]
    dress = [_in_metres(part, np.zeros(3)) for part in (body.skin(), body.cloth())]
    meshes = {
        "Face": parts,
        "Hair": [_in_metres(part, skull) for part in (hair.part(), joined(hair.pins()))],
        "Body": dress,
    }
    shown = {name: _node(glb, name, pieces, materials, list(bones)) for name, pieces in meshes.items()}
    names = glb.document["meshes"][0]["extras"]["targetNames"]
    _vrm(glb, nodes, shown, names, thumbnail)
    add_springs(glb, nodes, hair.table)
    return glb.bytes_()


def _node(glb: Glb, name: str, parts: list[Part], materials: dict[str, int], bones: list[str]) -> int:
    node = glb.add("nodes", {"name": name, "mesh": glb.mesh(name, parts, materials, bones), "skin": 0})
    glb.document["scenes"][0]["nodes"].append(node)
    return node


def _bones(table: dict[str, Any], skull: Floats, face: Face, hair: Hair) -> dict[str, tuple[str | None, Floats]]:
    bones: dict[str, tuple[str | None, Floats]] = {}
    eyes = {"leftEye": face.eye.pivot, "rightEye": face.eye.pivot * [-1, 1, 1]}
    for name, (parent, *place) in table["bones"].items():
        where = np.array(place, float) if place else eyes[name] + skull
        bones[name] = (parent, np.round(where * METRES, 6))
    for name, (parent, where) in hair.joints().items():
        bones[name] = (parent, np.round((where + skull) * METRES, 6))
    return bones


def _materials(glb: Glb) -> dict[str, int]:
    palette = read_table("sorane", "palette")
    skin = palette["skin"]
    return {
        "skin": toon(
            glb,
            "Skin",
            glb.texture("skin", textures.skin(palette)),
            shade=skin["shade"],
            outline=skin["outline"],
            width=0.0007,
            shift=0.0,
            toony=0.93,
            outlined=glb.texture("outline", textures.outline()),
        ),
        "line": toon(glb, "Lines", glb.texture("lines", textures.line(palette)), double=True),
        "eye": toon(glb, "Eyes", glb.texture("eyes", textures.eye(palette)), shade="#e8dcea", shift=0.3),
        "hair": toon(
            glb,
            "Hair",
            glb.texture("hair", textures.hair(palette)),
            shade=palette["hair"]["shade"],
            outline=palette["hair"]["outline"],
            width=0.0008,
            shift=-0.12,
            toony=0.9,
            rim="#2a2f55",
        ),
        "cloth": toon(
            glb,
            "Cloth",
            glb.texture("cloth", textures.cloth(palette)),
            shade=palette["cloth"]["shade"],
            outline=palette["cloth"]["outline"],
            width=0.0008,
            shift=-0.1,
            toony=0.93,
        ),
        "mouth": toon(glb, "Mouth", glb.texture("mouth", textures.mouth(palette)), shade="#f0dce0", shift=0.3),
    }


def _in_metres(part: Part, origin: Floats) -> Part:
    morphs = {name: delta * METRES for name, delta in part.morphs.items()}
    return replace(part, positions=(part.positions + origin) * METRES, morphs=morphs)


def _vrm(glb: Glb, nodes: dict[str, int], shown: dict[str, int], morphs: list[str], thumbnail: bytes | None) -> None:
    table, face = read_table("sorane", "expressions"), shown["Face"]

    def binds(weights: dict[str, float]) -> list[dict[str, Any]]:
        return [{"node": face, "index": morphs.index(name), "weight": weight} for name, weight in weights.items()]

    presets = {}
    for name, entry in table["preset"].items():
        overrides = {key: value for key, value in entry.items() if key != "binds"}
        presets[name] = expression(binds(entry["binds"]), **overrides)
    custom = {name: expression(binds({name: 1.0})) for name in morphs}
    look = table["lookAt"]
    ranges = {
        f"rangeMap{name}": {"inputMaxValue": 90.0, "outputScale": float(look[key])}
        for name, key in (
            ("HorizontalInner", "in"),
            ("HorizontalOuter", "out"),
            ("VerticalDown", "down"),
            ("VerticalUp", "up"),
        )
    }
    human = {name: {"node": node} for name, node in nodes.items() if not name.startswith(("hair", "bow"))}
    picture = None if thumbnail is None else glb.image("thumbnail", thumbnail)
    add_vrm(glb, {
        "meta": meta("Sorane", ["Koekata"], picture), "humanoid": {"humanBones": human},
        "firstPerson": {"meshAnnotations": [{"node": node, "type": "auto"} for node in shown.values()]},
        "lookAt": {"type": "bone", "offsetFromHeadBone": [0, 0.05, 0.06]} | ranges,
        "expressions": {"preset": presets, "custom": custom},
    })  # fmt: skip
