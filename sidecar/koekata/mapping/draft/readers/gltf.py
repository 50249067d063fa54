"""glTF 2.0 (.glb, .gltf) and VRM 0.x and 1.0 within it: names only, from the JSON chunk.

Container and chunks: glTF 2.0, section 4 (GLB). Names of morph targets are `extras.targetNames` of a mesh, as the
specification recommends, or of its primitives, as UniVRM wrote them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from koekata.mapping.draft.character import Character, gather
from koekata.mapping.draft.readers.bounded import DamagedError, bytes_of, json_of, refuse
from koekata.mapping.draft.readers.vrm import vrm_parts

__all__ = ["read_gltf"]

_FILE_LIMIT = 4 << 30
_JSON_LIMIT = 128 << 20
_REMEDY = "The file is cut off or damaged. Export it anew, or give a list of names."


def read_gltf(path: Path) -> Character:
    """A glTF or VRM model. Raises ModelError."""
    try:
        document = json_of(_json_chunk(path), "JSON")
        if not isinstance(document, dict):
            raise DamagedError("the JSON is no object")
        return _character(document, str(path))
    except DamagedError as error:
        refuse(path, str(error), _REMEDY)


def _json_chunk(path: Path) -> bytes:
    head = bytes_of(path, _FILE_LIMIT, 20)
    if not head.startswith(b"glTF"):
        if head.lstrip()[:1] != b"{" and not head.startswith(b"\xef\xbb\xbf"):
            raise DamagedError("byte 0: neither 'glTF' nor JSON begins here")
        return bytes_of(path, _JSON_LIMIT)
    if len(head) < 20:
        raise DamagedError(f"byte {len(head)}: the file ends within its header")
    version, length, size, kind = struct.unpack("<II I4s", head[4:20])
    if version != 2:
        raise DamagedError(f"byte 4: version {version} of glTF is not known; 2 is")
    here = path.stat().st_size
    if length > here:
        raise DamagedError(f"byte 8: {length} bytes are announced, and the file has {here}")
    if kind != b"JSON" or size > min(here - 20, _JSON_LIMIT):
        raise DamagedError(f"byte 12: a first chunk of {size} bytes cannot be the JSON of this file")
    return bytes_of(path, _FILE_LIMIT, 20 + size)[20:]


def _character(document: dict[str, Any], file: str) -> Character:
    meshes = list(_meshes(document))
    morphs = gather((mesh, name) for mesh, names, _ in meshes for name in names)
    form, expressions, humanoid, gaze_by = vrm_parts(document, [names for _, names, _ in meshes])
    nodes = _listed(document, "nodes")
    joints = {place for skin in _listed(document, "skins") for place in _listed(skin, "joints") if _is_place(place)}
    bones = tuple(_name(node) for place, node in enumerate(nodes) if place in joints and _name(node))
    materials = tuple(name for entry in _listed(document, "materials") if (name := _name(entry)))
    notices = tuple(
        f"mesh '{mesh}': {unnamed} morph targets have no names; export it with names (Blender, UniVRM do)."
        for mesh, _, unnamed in meshes
        if unnamed
    )
    return Character(file, form, morphs, expressions, bones, humanoid, materials, gaze_by, notices)


def _meshes(document: dict[str, Any]) -> Iterator[tuple[str, list[str], int]]:
    """Each mesh with the names of its targets by index, and how many have none."""
    for place, mesh in enumerate(_listed(document, "meshes")):
        primitives = _listed(mesh, "primitives")
        names = _target_names(mesh) or next(filter(None, map(_target_names, primitives)), [])
        targets = max((len(_listed(primitive, "targets")) for primitive in primitives), default=0)
        yield _name(mesh) or f"mesh {place}", names, max(0, targets - len(names))


def _target_names(owner: Any) -> list[str]:
    extras = owner.get("extras") if isinstance(owner, dict) else None
    return [name if isinstance(name, str) else "" for name in _listed(extras, "targetNames")]


def _listed(owner: Any, key: str) -> list[Any]:
    found = owner.get(key, []) if isinstance(owner, dict) else []
    if not isinstance(found, list):
        raise DamagedError(f'JSON: "{key}" is no list')
    return found


def _name(owner: Any) -> str:
    found = owner.get("name", "") if isinstance(owner, dict) else ""
    return found if isinstance(found, str) else ""


def _is_place(found: Any) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)
