"""Makes small models, byte by byte, as the exporters write them."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from koekata.channels import ARKIT_NAMES
from koekata.mapping import Evaluator, MappingFrame, load_table

Json = dict[str, Any]


@pytest.fixture
def make_glb(tmp_path: Path) -> Callable[..., Path]:
    """Writes a .glb (or .vrm) with meshes of one triangle and the given targets; `more` goes into the JSON."""

    def make(meshes: dict[str, Sequence[str]], more: Json | None = None, name: str = "model.glb") -> Path:
        document: Json = {
            "asset": {"version": "2.0"},
            "nodes": [{"name": mesh, "mesh": place} for place, mesh in enumerate(meshes)],
            "meshes": [_mesh(mesh, names) for mesh, names in meshes.items()],
            "accessors": [{"bufferView": 0, "componentType": 5126, "type": "VEC3", "count": 3}],
            "bufferViews": [{"buffer": 0, "byteLength": 36}],
            "buffers": [{"byteLength": 36}],
        }
        path = tmp_path / name
        path.write_bytes(glb_bytes({**document, **(more or {})}))
        return path

    return make


def _mesh(name: str, targets: Sequence[str]) -> Json:
    primitive = {"attributes": {"POSITION": 0}, "targets": [{"POSITION": 0} for _ in targets]}
    return {"name": name, "primitives": [primitive], "extras": {"targetNames": list(targets)}}


def glb_bytes(document: Json) -> bytes:
    """A GLB container with a JSON chunk and 36 bytes of geometry."""
    text = json.dumps(document, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", 36, b"BIN\0") + bytes(36)
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


@pytest.fixture
def make_vrm0(make_glb: Callable[..., Path]) -> Callable[..., Path]:
    """Writes a VRM 0.x model: `clips` are (presetName, name, targets that it moves)."""

    def make(targets: Sequence[str], clips: Iterable[tuple[str, str, Sequence[str]]]) -> Path:
        groups = [
            {
                "name": name,
                "presetName": preset,
                "binds": [{"mesh": 0, "index": targets.index(moved), "weight": 100} for moved in moves],
            }
            for preset, name, moves in clips
        ]
        vrm = {"blendShapeMaster": {"blendShapeGroups": groups}, "firstPerson": {"lookAtTypeName": "Bone"}}
        return make_glb({"Face": targets}, {"extensions": {"VRM": vrm}}, "model.vrm")

    return make


@pytest.fixture
def make_vrm1(make_glb: Callable[..., Path]) -> Callable[..., Path]:
    """Writes a VRM 1.0 model: presets and custom expressions by name, with what each moves, and more properties."""

    def make(targets: Sequence[str], preset: dict[str, Json], custom: dict[str, Json] | None = None) -> Path:
        def made(entries: dict[str, Json]) -> Json:
            return {
                name: {
                    **{key: value for key, value in entry.items() if key != "moves"},
                    "morphTargetBinds": [
                        {"node": 0, "index": targets.index(moved), "weight": 1} for moved in entry.get("moves", [])
                    ],
                }
                for name, entry in entries.items()
            }

        vrm = {
            "expressions": {"preset": made(preset), "custom": made(custom or {})},
            "lookAt": {"type": "expression"},
            "humanoid": {"humanBones": {"head": {"node": 0}}},
        }
        return make_glb({"Face": targets}, {"extensions": {"VRMC_vrm": vrm}}, "model.vrm")

    return make


@pytest.fixture
def make_pmx(tmp_path: Path) -> Callable[..., Path]:
    """Writes a PMX model of one triangle with one vertex of every kind of skinning, and a morph of every kind."""

    def make(
        morphs: Sequence[tuple[str, str, int]], encoding: str = "utf-16-le", index: int = 1, version: float = 2.0
    ) -> Path:
        path = tmp_path / "model.pmx"
        path.write_bytes(_Pmx(encoding, index).model(morphs, version))
        return path

    return make


class _Pmx:
    def __init__(self, encoding: str, index: int) -> None:
        self._encoding, self._index = encoding, index

    def model(self, morphs: Sequence[tuple[str, str, int]], version: float) -> bytes:
        settings = bytes([int(self._encoding == "utf-8"), 1, *[self._index] * 6])
        head = b"PMX " + struct.pack("<f", version) + bytes([len(settings)]) + settings
        names = b"".join(map(self._text, ("モデル", "model", "", "")))
        vertices = struct.pack("<i", 5) + b"".join(self._vertex(kind) for kind in range(5))
        faces = struct.pack("<i", 3) + b"".join(self._ref(place) for place in range(3))
        textures = struct.pack("<i", 1) + self._text("顔.png")
        return head + names + vertices + faces + textures + self._materials() + self._bones() + self._morphs(morphs)

    def _text(self, text: str) -> bytes:
        raw = text.encode(self._encoding)
        return struct.pack("<i", len(raw)) + raw

    def _ref(self, place: int) -> bytes:
        return place.to_bytes(self._index, "little")

    def _vertex(self, kind: int) -> bytes:
        bones, floats = {0: (1, 0), 1: (2, 1), 2: (4, 4), 3: (2, 10), 4: (4, 4)}[kind]
        return bytes(32 + 16) + bytes([kind]) + self._ref(0) * bones + bytes(4 * floats + 4)

    def _materials(self) -> bytes:
        own = bytes(65) + self._ref(0) * 2 + b"\0" + b"\0" + self._ref(0)
        shared = bytes(65) + self._ref(0) * 2 + b"\0" + b"\1" + b"\3"
        names = self._text("顔") + self._text("face")
        return struct.pack("<i", 2) + b"".join(names + toon + self._text("") + bytes(4) for toon in (own, shared))

    def _bones(self) -> bytes:
        plain = self._bone("頭", 0x0000, bytes(12))
        full = self._bone("左目", 0x0F01 | 0x2000, self._ref(0) + self._ref(0) + bytes(4 + 12 + 24 + 4))
        links = struct.pack("<i", 2) + self._ref(0) + b"\0" + self._ref(0) + b"\1" + bytes(24)
        ik = self._bone("左足ＩＫ", 0x0020, bytes(12) + self._ref(0) + bytes(8) + links)
        return struct.pack("<i", 3) + plain + full + ik

    def _bone(self, name: str, flags: int, rest: bytes) -> bytes:
        place = bytes(12) + self._ref(0) + bytes(4)
        return self._text(name) + self._text("") + place + struct.pack("<H", flags) + rest

    def _morphs(self, morphs: Sequence[tuple[str, str, int]]) -> bytes:
        own = [self._morph(name, alias, panel, 1) for name, alias, panel in morphs]
        others = [self._morph(f"他{kind}", "", 4, kind) for kind in range(11) if kind != 1]
        return struct.pack("<i", len(own) + len(others)) + b"".join([*own, *others])

    def _morph(self, name: str, alias: str, panel: int, kind: int) -> bytes:
        sizes = {0: 4, 1: 12, 2: 28, 8: 113, 9: 4, 10: 25}
        offset = self._ref(0) + bytes(sizes.get(kind, 16))
        return self._text(name) + self._text(alias) + bytes([panel, kind]) + struct.pack("<i", 1) + offset


@pytest.fixture
def shown() -> Callable[..., dict[str, float]]:
    """What a table makes of one held face: channels that are not named are at rest."""

    def show(table: Path, **values: float) -> dict[str, float]:
        evaluator = Evaluator(load_table(table))
        pose = dict.fromkeys(("gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight", "headYaw"), 0.0)
        frame = MappingFrame({**dict.fromkeys(ARKIT_NAMES, 0.0), **pose, **values})
        for _ in range(10):
            outputs = evaluator.step(frame, 0.5)
        return outputs.values

    return show


@pytest.fixture
def encode_glb() -> Callable[[Json], bytes]:
    """A GLB container of any JSON."""
    return glb_bytes
