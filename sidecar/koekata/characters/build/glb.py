"""Writes binary glTF 2.0: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from koekata.characters.build.part import Floats, Part

__all__ = ["Glb"]

FLOAT, BYTE, SHORT, INT = 5126, 5121, 5123, 5125
SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}
TYPES: dict[int, npt.DTypeLike] = {FLOAT: "<f4", BYTE: "u1", SHORT: "<u2", INT: "<u4"}
VERTICES, INDICES = 34962, 34963
STILL = 2e-6
"""Metres; vertices that a morph moves by less are left out of it."""


class Glb:
    """A document under construction; `document` may be added to freely until `bytes_`."""

    def __init__(self, generator: str) -> None:
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": generator}, "extensionsUsed": [], "scene": 0, "scenes": [],
            "nodes": [], "meshes": [], "skins": [], "materials": [], "textures": [], "images": [], "samplers": [],
            "accessors": [], "bufferViews": [], "buffers": [], "extensions": {},
        }  # fmt: skip
        self.data = bytearray()

    def add(self, section: str, entry: Mapping[str, Any]) -> int:
        self.document[section].append(dict(entry))
        return len(self.document[section]) - 1

    def extend(self, name: str, value: Mapping[str, Any]) -> None:
        self.document["extensions"][name] = dict(value)

    def uses(self, *extensions: str) -> None:
        known = self.document["extensionsUsed"]
        known.extend(name for name in extensions if name not in known)

    def view(self, data: bytes, target: int | None = None) -> int:
        self.data.extend(b"\0" * (-len(self.data) % 4))
        entry = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(data)}
        self.data.extend(data)
        return self.add("bufferViews", entry | ({"target": target} if target else {}))

    def image(self, name: str, png: bytes) -> int:
        return self.add("images", {"name": name, "mimeType": "image/png", "bufferView": self.view(png)})

    def texture(self, name: str, png: bytes) -> int:
        if not self.document["samplers"]:
            self.add("samplers", {"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071})
        return self.add("textures", {"name": name, "sampler": 0, "source": self.image(name, png)})

    def accessor(
        self, values: npt.ArrayLike, kind: int, target: int | None = None, *, limits: bool = False, **more: Any
    ) -> int:
        array = np.ascontiguousarray(values, TYPES[kind])
        entry = self._described(array, kind) | more
        if limits:
            entry |= {"min": _numbers(array.min(0)), "max": _numbers(array.max(0))}
        return self.add("accessors", entry | {"bufferView": self.view(array.tobytes(), target)})

    def morph(self, displacement: Floats) -> int:
        """A sparse accessor of what moves; at least one vertex, since readers disagree about none."""
        array = _rounded(displacement)
        where = np.flatnonzero(np.abs(array).max(1) > STILL)
        where = where if len(where) else np.array([0])
        array[np.setdiff1d(np.arange(len(array)), where)] = 0
        limits = {"min": _numbers(array.min(0)), "max": _numbers(array.max(0))}
        if len(where) * 14 > len(array) * 12:
            return self.accessor(array, FLOAT, VERTICES, limits=True)
        sparse = {
            "count": len(where),
            "indices": {"bufferView": self.view(where.astype("<u2").tobytes()), "componentType": SHORT},
            "values": {"bufferView": self.view(array[where].tobytes())},
        }
        return self.add("accessors", self._described(array, FLOAT) | limits | {"sparse": sparse})

    def mesh(self, name: str, parts: Sequence[Part], materials: Mapping[str, int], bones: Sequence[str]) -> int:
        """A mesh with a primitive for each part; all have the same morphs, in the order of first appearance."""
        names = list(dict.fromkeys(morph for part in parts for morph in part.morphs))
        primitives = [self._primitive(part, names, materials, bones) for part in parts]
        morphs = {"weights": [0.0] * len(names), "extras": {"targetNames": names}} if names else {}
        return self.add("meshes", {"name": name, "primitives": primitives} | morphs)

    def bytes_(self) -> bytes:
        """The file. Sections that stayed empty are left out."""
        self.data.extend(b"\0" * (-len(self.data) % 4))
        document = {key: value for key, value in self.document.items() if value or key == "scene"}
        document["buffers"] = [{"byteLength": len(self.data)}]
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        chunks = [(b"JSON", text), (b"BIN\0", bytes(self.data))]
        body = b"".join(struct.pack("<I4s", len(data), kind) + data for kind, data in chunks)
        return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body

    def _primitive(
        self, part: Part, morphs: list[str], materials: Mapping[str, int], bones: Sequence[str]
    ) -> dict[str, Any]:
        joints, weights = _four(part, bones)
        index = INT if len(part.positions) > 65534 else SHORT
        still = np.zeros_like(part.positions)
        entry: dict[str, Any] = {
            "attributes": {
                "POSITION": self.accessor(_rounded(part.positions), FLOAT, VERTICES, limits=True),
                "NORMAL": self.accessor(part.normals, FLOAT, VERTICES),
                "TEXCOORD_0": self.accessor(np.round(part.uvs, 6), FLOAT, VERTICES),
                "JOINTS_0": self.accessor(joints, BYTE, VERTICES),
                "WEIGHTS_0": self.accessor(weights, FLOAT, VERTICES),
            },
            "indices": self.accessor(part.triangles.reshape(-1), index, INDICES),
            "material": materials[part.material],
        }
        if morphs:
            entry["targets"] = [{"POSITION": self.morph(part.morphs.get(name, still))} for name in morphs]
            entry["extras"] = {"targetNames": morphs}
        return entry

    @staticmethod
    def _described(array: npt.NDArray[Any], kind: int) -> dict[str, Any]:
        width = array.shape[1] if array.ndim > 1 else 1
        return {"componentType": kind, "count": len(array), "type": SHAPES[width]}


def _four(part: Part, bones: Sequence[str]) -> tuple[npt.NDArray[np.uint8], Floats]:
    """The four strongest bones of every vertex and their weights, which sum to 1."""
    weights = part.weights()
    strongest = np.argsort(-weights, axis=1, kind="stable")[:, :4]
    kept = np.take_along_axis(weights, strongest, 1)
    kept = np.round(kept / kept.sum(1, keepdims=True), 5)
    kept[:, 0] += 1 - kept.sum(1)
    joints = np.array([bones.index(bone) for bone in part.bones])[strongest]
    padding = ((0, 0), (0, 4 - joints.shape[1]))
    kept = np.pad(kept, padding)
    return np.where(kept > 0, np.pad(joints, padding), 0).astype(np.uint8), kept


def _rounded(metres: Floats) -> npt.NDArray[np.float32]:
    """To the thousandth of a millimetre, so that every machine writes the same file; no negative zeros."""
    return np.asarray(np.round(metres, 6) + 0.0, np.float32)


def _numbers(array: npt.NDArray[Any]) -> list[float]:
    return [float(value) for value in np.atleast_1d(array)]
