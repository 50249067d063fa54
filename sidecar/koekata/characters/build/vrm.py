"""What VRM 1.0 adds to glTF: https://github.com/vrm-c/vrm-specification/tree/master/specification/VRMC_vrm-1.0"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from koekata.characters.build.glb import FLOAT, Glb
from koekata.characters.build.part import Floats

__all__ = ["add_skeleton", "add_vrm", "expression", "meta"]


def add_skeleton(glb: Glb, bones: Mapping[str, tuple[str | None, Floats]], root: str) -> dict[str, int]:
    """Nodes for all bones (parent, place in the world in metres) under a node `root`, and one skin of all of them."""
    top = glb.add("nodes", {"name": root, "children": []})
    nodes = {name: glb.add("nodes", {"name": name}) for name in bones}
    for name, (parent, place) in bones.items():
        offset = place - bones[parent][1] if parent else place
        glb.document["nodes"][nodes[name]]["translation"] = [round(float(x), 6) + 0.0 for x in offset]
        glb.document["nodes"][nodes[parent] if parent else top].setdefault("children", []).append(nodes[name])
    inverse = np.tile(np.eye(4), (len(bones), 1, 1))
    inverse[:, 3, :3] = [-place for _, place in bones.values()]
    matrices = glb.accessor(np.round(inverse.reshape(-1, 16), 6) + 0.0, FLOAT)
    glb.add("skins", {"name": root, "inverseBindMatrices": matrices, "skeleton": top, "joints": list(nodes.values())})
    glb.add("scenes", {"nodes": [top]})
    return nodes


def meta(name: str, authors: Sequence[str], thumbnail: int | None, **more: Any) -> dict[str, Any]:
    """The permissions of a model in the public domain (CC0), in the words of VRM's own licence."""
    free: dict[str, Any] = {
        "name": name, "version": "1", "authors": list(authors), "licenseUrl": "https://vrm.dev/licenses/1.0/",
        "otherLicenseUrl": "https://creativecommons.org/publicdomain/zero/1.0/",
        "copyrightInformation": "CC0 1.0 Universal: to the extent possible under law, all rights are waived.",
        "avatarPermission": "everyone", "commercialUsage": "corporation", "creditNotation": "unnecessary",
        "modification": "allowModificationRedistribution", "allowRedistribution": True,
        "allowExcessivelyViolentUsage": True, "allowExcessivelySexualUsage": True,
        "allowPoliticalOrReligiousUsage": True, "allowAntisocialOrHateUsage": True,
    }  # fmt: skip
    return free | ({} if thumbnail is None else {"thumbnailImage": thumbnail}) | more


def expression(binds: Sequence[Mapping[str, Any]], **overrides: Any) -> dict[str, Any]:
    """An expression that moves morphs; `overrides` are whatever else it has."""
    usual: dict[str, Any] = {
        "isBinary": False,
        "overrideBlink": "none",
        "overrideLookAt": "none",
        "overrideMouth": "none",
    }
    return usual | ({"morphTargetBinds": [dict(bind) for bind in binds]} if binds else {}) | overrides


def add_vrm(glb: Glb, sections: Mapping[str, Any]) -> None:
    glb.uses("VRMC_vrm")
    glb.extend("VRMC_vrm", {"specVersion": "1.0"} | dict(sections))
