"""What swings: https://github.com/vrm-c/vrm-specification/tree/master/specification/VRMC_springBone-1.0"""

from __future__ import annotations

from typing import Any

from koekata.characters.build.glb import Glb

__all__ = ["add_springs"]

COLLIDERS: list[dict[str, Any]] = [
    {"node": "head", "shape": {"sphere": {"offset": [0, 0.085, 0.012], "radius": 0.088}}},
    {"node": "head", "shape": {"sphere": {"offset": [0, 0.012, 0.04], "radius": 0.05}}},
    {"node": "neck", "shape": {"capsule": {"offset": [0, 0.0, 0], "tail": [0, 0.06, 0.006], "radius": 0.036}}},
    {
        "node": "upperChest",
        "shape": {"capsule": {"offset": [0.075, 0.115, 0], "tail": [-0.075, 0.115, 0], "radius": 0.05}},
    },
]


def add_springs(glb: Glb, nodes: dict[str, int], hair: dict[str, Any]) -> None:
    """Springs for every chain of hair and for the tails of the bow."""
    chains = {name: [f"{name}{index}" for index in range(1, len(entry) + 1)] for name, entry in hair["chains"].items()}
    chains |= {name: [f"{name}{index}" for index in (1, 2, 3)] for name in ("bowLeft", "bowRight")}
    springs = [
        {"name": name, "joints": _joints(bones, nodes, _tuning(name, hair["springs"])), "colliderGroups": [0]}
        for name, bones in chains.items()
    ]
    colliders = [entry | {"node": nodes[entry["node"]]} for entry in COLLIDERS]
    glb.uses("VRMC_springBone")
    group = {"name": "body", "colliders": list(range(len(colliders)))}
    glb.extend(
        "VRMC_springBone", {"specVersion": "1.0", "colliders": colliders, "colliderGroups": [group], "springs": springs}
    )


def _tuning(name: str, springs: dict[str, dict[str, float]]) -> dict[str, float]:
    return next((tuning for kind, tuning in springs.items() if kind in name.lower()), springs["back"])


def _joints(bones: list[str], nodes: dict[str, int], tuning: dict[str, float]) -> list[dict[str, Any]]:
    swing = {
        "hitRadius": tuning["radius"], "stiffness": tuning["stiffness"], "dragForce": tuning["drag"],
        "gravityPower": tuning["gravity"], "gravityDir": [0, -1, 0],
    }  # fmt: skip
    return [{"node": nodes[bone]} | swing for bone in bones[:-1]] + [{"node": nodes[bones[-1]]}]
