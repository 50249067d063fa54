"""Small models made here: a head as a box, a mouth and two lids as morphs, as VRM 1.0, VRM 0.x and plain glTF."""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np

_REQUIRED = (
    "hips spine head leftUpperArm leftLowerArm leftHand rightUpperArm rightLowerArm rightHand "
    "leftUpperLeg leftLowerLeg leftFoot rightUpperLeg rightLowerLeg rightFoot"
).split()
MORPHS = ("JawOpen", "EyeBlinkLeft", "EyeBlinkRight")
_EXPRESSIONS_1 = {"aa": "JawOpen", "blinkLeft": "EyeBlinkLeft", "blinkRight": "EyeBlinkRight"}
_EXPRESSIONS_0 = {
    "A": ("a", "JawOpen"),
    "Blink_L": ("blink_l", "EyeBlinkLeft"),
    "Blink_R": ("blink_r", "EyeBlinkRight"),
}


def make_model(kind: str = "VRM 1.0", morphs: tuple[str, ...] = MORPHS) -> bytes:
    """A .vrm or .glb. The morphs move a black mouth down by 6 cm, or a lid."""
    document, binary = _mesh(morphs, front=-1.0 if kind == "VRM 0.x" else 1.0)
    if kind == "VRM 1.0":
        _as_vrm1(document, morphs)
    elif kind == "VRM 0.x":
        _as_vrm0(document, morphs)
    return _glb(document, binary)


def _mesh(morphs: tuple[str, ...], front: float) -> tuple[dict[str, Any], bytes]:
    nodes = [{"name": name} for name in _REQUIRED]
    nodes[0]["children"] = list(range(1, len(nodes)))  # type: ignore[assignment]
    nodes[2]["translation"] = [0.0, 1.4, 0.0]  # type: ignore[assignment]
    face = len(nodes)
    nodes.append({"name": "Face", "mesh": 0, "translation": [0.0, 1.46, 0.0]})  # type: ignore[dict-item]
    skin, mouth = _box((0.09, 0.12, 0.09)), _box((0.04, 0.01, 0.01), (0.0, -0.05, 0.1 * front))
    chunks: list[bytes] = []
    views: list[dict[str, Any]] = []
    accessors: list[dict[str, Any]] = []

    def add(values: np.ndarray, kind: str) -> int:
        data = values.astype("<f4" if kind == "VEC3" else "<u2")
        offset = sum(map(len, chunks))
        raw = data.tobytes()
        chunks.append(raw + b"\0" * (-len(raw) % 4))
        views.append({"buffer": 0, "byteOffset": offset, "byteLength": len(raw)})
        accessor: dict[str, Any] = {"bufferView": len(views) - 1, "componentType": 5126 if kind == "VEC3" else 5123}
        accessor |= {"count": len(data), "type": kind}
        if kind == "VEC3":
            accessor |= {"min": data.min(axis=0).tolist(), "max": data.max(axis=0).tolist()}
        accessors.append(accessor)
        return len(accessors) - 1

    def primitive(points: np.ndarray, material: int, moves: dict[str, tuple[float, float, float]]) -> dict[str, Any]:
        targets = []
        for name in morphs:
            shift = np.zeros_like(points)
            low = points[:, 1] < points[:, 1].mean()
            shift[low] = moves.get(name, (0.0, 0.0, 0.0))
            targets.append({"POSITION": add(shift, "VEC3")})
        triangles = np.arange(len(points))
        return {
            "attributes": {"POSITION": add(points, "VEC3"), "NORMAL": add(_normals(points), "VEC3")},
            "indices": add(triangles, "SCALAR"),
            "material": material,
            "targets": targets,
        }

    primitives = [primitive(skin, 0, {}), primitive(mouth, 1, {"JawOpen": (0.0, -0.06, 0.0)})]
    for side, name in ((1.0, "EyeBlinkLeft"), (-1.0, "EyeBlinkRight")):
        lid = _box((0.02, 0.004, 0.01), (0.04 * side * front, 0.05, 0.1 * front))
        primitives.append(primitive(lid, 1, {name: (0.0, -0.04, 0.0)}))
    document: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": "Koekata tests"},
        "scene": 0,
        "scenes": [{"nodes": [0, face]}],
        "nodes": nodes,
        "meshes": [{"name": "Face", "primitives": primitives, "extras": {"targetNames": list(morphs)}}],
        "materials": [_material("Skin", [0.95, 0.75, 0.65, 1.0]), _material("Line", [0.02, 0.02, 0.02, 1.0])],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": sum(map(len, chunks))}],
    }
    return document, b"".join(chunks)


def _material(name: str, colour: list[float]) -> dict[str, Any]:
    return {"name": name, "pbrMetallicRoughness": {"baseColorFactor": colour, "metallicFactor": 0.0}}


def _box(half: tuple[float, float, float], centre: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> np.ndarray:
    """(36, 3): two triangles a side, wound outwards."""
    faces = []
    for axis in range(3):
        for sign in (1.0, -1.0):
            u, v = np.eye(3)[(axis + 1) % 3], np.eye(3)[(axis + 2) % 3] * sign
            normal = np.eye(3)[axis] * sign
            faces += [normal + a * u + b * v for a, b in ((-1, -1), (1, -1), (1, 1), (-1, -1), (1, 1), (-1, 1))]
    return np.array(faces) * half + centre


def _normals(points: np.ndarray) -> np.ndarray:
    corners = points.reshape(-1, 3, 3)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return np.repeat(normals, 3, axis=0)


def _as_vrm1(document: dict[str, Any], morphs: tuple[str, ...]) -> None:
    face = len(_REQUIRED)
    preset = {
        name: {"morphTargetBinds": [{"node": face, "index": morphs.index(morph), "weight": 1.0}]}
        for name, morph in _EXPRESSIONS_1.items()
        if morph in morphs
    }
    document["extensionsUsed"] = ["VRMC_vrm"]
    document["extensions"] = {
        "VRMC_vrm": {
            "specVersion": "1.0",
            "meta": {"name": "Box", "authors": ["Koekata"], "licenseUrl": "https://vrm.dev/licenses/1.0/"},
            "humanoid": {"humanBones": {name: {"node": node} for node, name in enumerate(_REQUIRED)}},
            "expressions": {"preset": preset},
        }
    }


def _as_vrm0(document: dict[str, Any], morphs: tuple[str, ...]) -> None:
    groups = [
        {
            "name": name,
            "presetName": preset,
            "binds": [{"mesh": 0, "index": morphs.index(morph), "weight": 100.0}],
            "materialValues": [],
        }
        for name, (preset, morph) in _EXPRESSIONS_0.items()
        if morph in morphs
    ]
    bones = [{"bone": name, "node": node} for node, name in enumerate(_REQUIRED)]
    document["extensionsUsed"] = ["VRM"]
    document["extensions"] = {
        "VRM": {
            "specVersion": "0.0",
            "meta": {"title": "Box", "author": "Koekata"},
            "humanoid": {"humanBones": bones},
            "blendShapeMaster": {"blendShapeGroups": groups},
            "firstPerson": {},
            "secondaryAnimation": {"boneGroups": [], "colliderGroups": []},
            "materialProperties": [],
        }
    }


def _glb(document: dict[str, Any], binary: bytes) -> bytes:
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    body = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body
