"""What VRM adds to glTF: expressions, human bones, and how the eyes turn.

VRM 0.0: `extensions.VRM.blendShapeMaster`; VRM 1.0: `extensions.VRMC_vrm.expressions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from koekata.mapping.draft.character import Expression
from koekata.mapping.draft.readers.bounded import DamagedError

__all__ = ["vrm_parts"]

Parts = tuple[str, tuple[Expression, ...], dict[str, str], str]
_OVERRIDES = {
    "overrideBlink": "override_blink", "overrideLookAt": "override_look_at", "overrideMouth": "override_mouth"
}  # fmt: skip
_OWN_CATEGORY = {
    "override_blink": ("blink", "blinkLeft", "blinkRight"),
    "override_look_at": ("lookUp", "lookDown", "lookLeft", "lookRight"),
    "override_mouth": ("aa", "ih", "ou", "ee", "oh"),
}
_BINDS = ("morphTargetBinds", "materialColorBinds", "textureTransformBinds")


def vrm_parts(document: dict[str, Any], targets: Sequence[Sequence[str]]) -> Parts:
    """Form, expressions, human bones and gaze of a glTF document; `targets` are the names by mesh and index."""
    extensions = _object(document, "extensions")
    if "VRMC_vrm" in extensions:
        return _vrm1(document, _object(extensions, "VRMC_vrm"), targets)
    if "VRM" in extensions:
        return _vrm0(document, _object(extensions, "VRM"), targets)
    return "glTF", (), {}, ""


def _vrm0(document: dict[str, Any], vrm: dict[str, Any], targets: Sequence[Sequence[str]]) -> Parts:
    groups = _list(_object(vrm, "blendShapeMaster"), "blendShapeGroups")
    found = [_clip(group, targets) for group in groups if isinstance(group, dict)]
    expressions = {clip.name: clip for clip in reversed(found) if clip.name}
    bones = [(bone.get("bone"), bone.get("node")) for bone in _list(_object(vrm, "humanoid"), "humanBones")]
    gaze = "bone" if _object(vrm, "firstPerson").get("lookAtTypeName", "Bone") == "Bone" else "expression"
    return "VRM 0.x", tuple(reversed(expressions.values())), _humanoid(document, bones), gaze


def _clip(group: dict[str, Any], targets: Sequence[Sequence[str]]) -> Expression:
    """VMC and UniVRM call the clip of a preset by the preset: `blink_l` is `Blink_L`, `lookup` is `LookUp`."""
    preset, name = str(group.get("presetName", "")).lower(), group.get("name", "")
    known = preset not in ("", "unknown")
    moves = [_moved(targets, bind.get("mesh"), bind.get("index")) for bind in _list(group, "binds")]
    empty = not moves and not _list(group, "materialValues")
    spelling = _spelling(preset) if known else name if isinstance(name, str) else ""
    return Expression(spelling, known, group.get("isBinary") is True, (), tuple(filter(None, moves)), empty)


def _spelling(preset: str) -> str:
    if preset.startswith("look"):
        return "Look" + preset[4:].title()
    return "_".join(part.title() for part in preset.split("_"))


def _vrm1(document: dict[str, Any], vrm: dict[str, Any], targets: Sequence[Sequence[str]]) -> Parts:
    nodes = [node if isinstance(node, dict) else {} for node in _list(document, "nodes")]
    sections = _object(vrm, "expressions")
    found = [
        _expression(name, entry, section == "preset", nodes, targets)
        for section in ("preset", "custom")
        for name, entry in _object(sections, section).items()
        if isinstance(entry, dict)
    ]
    bones = [
        (bone, entry.get("node"))
        for bone, entry in _object(_object(vrm, "humanoid"), "humanBones").items()
        if isinstance(entry, dict)
    ]
    gaze = str(_object(vrm, "lookAt").get("type", ""))
    return "VRM 1.0", tuple(found), _humanoid(document, bones), gaze


def _expression(
    name: str, entry: dict[str, Any], preset: bool, nodes: list[dict[str, Any]], targets: Sequence[Sequence[str]]
) -> Expression:
    moves = []
    for bind in _list(entry, "morphTargetBinds"):
        node = bind.get("node")
        mesh = nodes[node].get("mesh") if isinstance(node, int) and 0 <= node < len(nodes) else None
        moves.append(_moved(targets, mesh, bind.get("index")))
    overrides = tuple(
        (ours, entry[theirs])
        for theirs, ours in _OVERRIDES.items()
        if entry.get(theirs) in ("block", "blend") and not (preset and name in _OWN_CATEGORY[ours])
    )
    empty = not any(_list(entry, kind) for kind in _BINDS)
    return Expression(name, preset, entry.get("isBinary") is True, overrides, tuple(filter(None, moves)), empty)


def _moved(targets: Sequence[Sequence[str]], mesh: Any, index: Any) -> str:
    """The morph of a bind, empty where it points nowhere."""
    if not isinstance(mesh, int) or not 0 <= mesh < len(targets):
        return ""
    names = targets[mesh]
    return names[index] if isinstance(index, int) and 0 <= index < len(names) else ""


def _humanoid(document: dict[str, Any], bones: list[tuple[Any, Any]]) -> dict[str, str]:
    nodes = _list(document, "nodes")
    return {
        bone: str(nodes[node].get("name", ""))
        for bone, node in bones
        if isinstance(bone, str) and isinstance(node, int) and 0 <= node < len(nodes) and isinstance(nodes[node], dict)
    }


def _object(owner: dict[str, Any], key: str) -> dict[str, Any]:
    found = owner.get(key, {})
    if not isinstance(found, dict):
        raise DamagedError(f'JSON: "{key}" is no object')
    return found


def _list(owner: dict[str, Any], key: str) -> list[Any]:
    found = owner.get(key, [])
    if not isinstance(found, list):
        raise DamagedError(f'JSON: "{key}" is no list')
    if key in ("binds", "morphTargetBinds", "humanBones") and not all(isinstance(entry, dict) for entry in found):
        raise DamagedError(f'JSON: "{key}" holds something that is no object')
    return found
