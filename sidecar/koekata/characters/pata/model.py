"""The cat as a VRM file: cards with sheets whose cells the expressions choose by the offset of the texture."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.glb import Glb
from koekata.characters.build.mtoon import toon
from koekata.characters.build.part import Floats, Part, grid_triangles
from koekata.characters.build.tables import read_table
from koekata.characters.build.vrm import add_skeleton, add_vrm, expression, meta
from koekata.characters.pata import cat, features

__all__ = ["model"]


def model(thumbnail: bytes | None = None) -> bytes:
    """The whole file; `thumbnail` is a square PNG."""
    table = read_table("pata", "cards")
    bones: dict[str, tuple[str | None, Floats]] = {
        name: (parent, np.array(place, float) / 1000) for name, (parent, *place) in table["bones"].items()
    }
    glb = Glb("koekata characters")
    nodes = add_skeleton(glb, bones, "Pata")
    materials = _materials(glb, table)
    parts = [_card(name, card) for name, card in table["cards"].items()]
    node = glb.add("nodes", {"name": "Cards", "mesh": glb.mesh("Cards", parts, materials, list(bones)), "skin": 0})
    glb.document["scenes"][0]["nodes"].append(node)
    picture = None if thumbnail is None else glb.image("thumbnail", thumbnail)
    add_vrm(glb, {
        "meta": meta("Pata", ["Koekata"], picture),
        "humanoid": {"humanBones": {name: {"node": index} for name, index in nodes.items()}},
        "firstPerson": {"meshAnnotations": [{"node": node, "type": "auto"}]},
        "lookAt": {"type": "bone", "offsetFromHeadBone": [0, 0.09, 0.02]},
        "expressions": {section: _switches(table, materials, section) for section in ("preset", "custom")},
    })  # fmt: skip
    return glb.bytes_()


def _materials(glb: Glb, table: dict[str, Any]) -> dict[str, int]:
    sheets = {
        "tail": cat.tail, "body": cat.body, "head": cat.head, "scarf": cat.scarf,
        "eye": features.eye, "brows": features.brows, "mouth": features.mouth,
    }  # fmt: skip
    textures = {name: glb.texture(name, draw(table)) for name, draw in sheets.items()}
    cards = table["cards"]
    return {
        name: toon(glb, name, textures[card["sheet"]], double=True, shift=0.5, layer=layer - len(cards) + 1)
        for layer, (name, card) in enumerate(cards.items())
    }


def _card(name: str, card: dict[str, Any]) -> Part:
    """One rectangle that shows the first cell of its sheet; a mirrored one shows it the other way round."""
    corners = np.array([[-0.5, 0.5], [0.5, 0.5], [-0.5, -0.5], [0.5, -0.5]])
    flat = corners * card["size"]
    points = np.column_stack([flat, np.zeros(4)]) + card["centre"]
    across = -corners[:, 0] if card.get("mirror") else corners[:, 0]
    uvs = np.column_stack([across + 0.5, 0.5 - corners[:, 1]]) / card["grid"]
    normals = np.tile([0.0, 0.0, 1.0], (4, 1))
    return Part(name, points / 1000, normals, uvs, grid_triangles(2, 2)[:, ::-1], {}, (card["bone"],))


def _switches(table: dict[str, Any], materials: dict[str, int], section: str) -> dict[str, Any]:
    drawings = table["expressions"][section]
    return {name: _switch(table, materials, name, cells) for name, cells in drawings.items()}


def _switch(table: dict[str, Any], materials: dict[str, int], name: str, cells: dict[str, int]) -> dict[str, Any]:
    """An expression that shows a cell of each of the named cards, or does nothing below a half."""
    binds = []
    for card, cell in cells.items():
        columns, rows = table["cards"][card]["grid"]
        row, column = divmod(cell, columns)
        offset = [round(column / columns, 6), round(row / rows, 6)]
        binds.append({"material": materials[card], "scale": [1.0, 1.0], "offset": offset})
    overrides = table["expressions"]["overrides"].get(name, {})
    chosen = {"textureTransformBinds": binds} if binds else {}
    return expression([], isBinary=True, **chosen, **overrides)
