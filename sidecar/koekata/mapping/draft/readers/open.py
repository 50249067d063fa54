"""Chooses the reader of a file by its first bytes and its suffix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from koekata.errors import ModelError
from koekata.mapping.draft.character import Character
from koekata.mapping.draft.readers.gltf import read_gltf
from koekata.mapping.draft.readers.lists import read_list
from koekata.mapping.draft.readers.pmx import read_pmx

__all__ = ["read_character"]

_FBX = (
    "Export it as .glb with shape keys, or give a list of names, one per line. In Blender's Python console:\n"
    "    print(*(k.name for m in bpy.data.meshes if m.shape_keys for k in m.shape_keys.key_blocks[1:]), sep='\\n')\n"
    "In Unity, for a SkinnedMeshRenderer r:\n"
    "    for (int i = 0; i < r.sharedMesh.blendShapeCount; i++) Debug.Log(r.sharedMesh.GetBlendShapeName(i));"
)
_KNOWN = "Known are .vrm, .glb, .gltf, .pmx, and lists of names as .txt or .json."
_MANY = 20_000
_OTHERS = {
    ".fbx": ("FBX is not read", _FBX),
    ".pmd": ("PMD, the older format of MikuMikuDance, is not read", "Open it in PMXEditor and save it as .pmx."),
    ".blend": ("Blender's own files are not read", _FBX),
}


def read_character(path: Path) -> Character:
    """What a model has. Raises ModelError for what is missing, damaged or of a kind that is not read."""
    found = _read(path)
    count = len(found.morphs) + len(found.expressions)
    if count > _MANY:
        raise ModelError(
            f"{path}: has {count} shapes, and {_MANY} are read at most", remedy="Give a list of its face's."
        )
    return replace(found, file=str(path).encode("utf-8", "replace").decode("utf-8"))


def _read(path: Path) -> Character:
    suffix = path.suffix.lower()
    if suffix in _OTHERS:
        what, remedy = _OTHERS[suffix]
        raise ModelError(f"{path}: {what}", remedy=remedy)
    start = _start(path)
    if start.startswith(b"Kaydara FBX"):
        raise ModelError(f"{path}: {_OTHERS['.fbx'][0]}", remedy=_FBX)
    if start.startswith(b"PMX ") or suffix == ".pmx":
        return read_pmx(path)
    if start.startswith(b"glTF") or suffix in (".vrm", ".glb", ".gltf"):
        return read_gltf(path)
    if suffix in (".txt", ".json", ".csv", ""):
        return read_list(path)
    raise ModelError(f"{path}: this is no model that is known by its suffix '{suffix}'", remedy=_KNOWN)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError as error:
        raise ModelError(
            f"{path}: cannot be read: {error.strerror or error}", remedy="Check the path and its permissions."
        ) from error
