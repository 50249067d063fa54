"""The targets of a mapping table as VMC messages: morphs and expressions as blendshapes, rotations of humanoid bones.

Expressions of VRM 1.0 go under their names of VRM 0.x, as the protocol has it; a morph goes under its name as it is.
Bones turn about Unity's axes in Unity's order (z, then x, then y). The head and the eyes follow the performer unless
the table turns them itself. Materials, texture offsets, sprites, events, and bones that are moved or scaled have no
place in the protocol.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from koekata.mapping import MappingTable
from koekata.publish.osc_encode import float_head, pack_floats
from koekata.publish.rotation import quaternion, to_unity, turned
from koekata.publish.tables import load_table

if TYPE_CHECKING:
    from koekata.character import MappedFace
    from koekata.mapping.table import Target

__all__ = ["VmcCharacter"]

_log = logging.getLogger(__name__)

_FOLLOWING = {
    "Head": ("headYaw", "headPitch", "headRoll"),
    "LeftEye": ("gazeYawLeft", "gazePitchLeft"),
    "RightEye": ("gazeYawRight", "gazePitchRight"),
}
"""Bones that follow the performer, and by which angles."""
_AXES = ("x", "y", "z")


class VmcCharacter:
    """The messages of one table, whose unchanging beginnings are made once."""

    def __init__(self, table: MappingTable) -> None:
        known = load_table("vmc_character")
        self.table = table
        self._bone_names = {name.casefold(): name for name in known["bones"]}
        self._expressions: dict[str, str] = known["expressions"]
        self._blends: dict[str, bytes] = {}
        """Target id -> beginning of its message."""
        self._turns: dict[str, dict[str, str]] = {}
        """Bone -> axis -> target id."""
        left_out = [target.id for target in table.targets if not self._bind(target)]
        bones = {*_FOLLOWING, *self._turns}
        self._bones = {bone: float_head("/VMC/Ext/Bone/Pos", 7, (bone,)) for bone in sorted(bones)}
        if left_out:
            _log.info("vmc: no place in the protocol for the targets: %s", ", ".join(left_out))

    def messages(self, mapped: MappedFace) -> list[bytes]:
        """Bones, then blendshapes, of one frame."""
        values = mapped.values
        turned_bones = ((head, self._rotation(bone, mapped)) for bone, head in self._bones.items())
        return [
            *(head + pack_floats(0.0, 0.0, 0.0, *rotation) for head, rotation in turned_bones if rotation is not None),
            *(head + pack_floats(values[target]) for target, head in self._blends.items() if target in values),
        ]

    def at_rest_without(self, other: VmcCharacter) -> list[bytes]:
        """Rest for what this table drives and the other does not: a receiver keeps what it was told last."""
        shapes = set(self._blends.values()) - set(other._blends.values())
        bones = {self._bones[bone] for bone in self._bones.keys() - other._bones.keys()}
        still = pack_floats(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return [*(head + pack_floats(0.0) for head in sorted(shapes)), *(head + still for head in sorted(bones))]

    def _bind(self, target: Target) -> bool:
        """Make room for a target; false where the protocol has none."""
        address = dict(target.address)
        if target.kind in ("morph", "expression"):
            name = address["name"]
            sent = self._expressions.get(name, name) if target.kind == "expression" else name
            head = float_head("/VMC/Ext/Blend/Val", 1, (sent,))
            # One morph on several meshes is one name here: the first has it.
            if head not in self._blends.values():
                self._blends[target.id] = head
            return True
        bone = self._bone_names.get(str(address.get("bone", "")).casefold())
        if target.kind != "bone" or bone is None or address["property"] != "rotation":
            return False
        self._turns.setdefault(bone, {}).setdefault(address["axis"], target.id)
        return True

    def _rotation(self, bone: str, mapped: MappedFace) -> tuple[float, ...] | None:
        axes = self._turns.get(bone)
        if axes is None:
            return _following(bone, mapped.pose)
        if not any(target in mapped.values for target in axes.values()):
            return None
        return turned(*(mapped.values.get(axes.get(axis, ""), 0.0) for axis in _AXES))


def _following(bone: str, pose: Mapping[str, float]) -> tuple[float, ...] | None:
    names = _FOLLOWING[bone]
    if any(name not in pose for name in names):
        return None
    yaw, pitch, roll = (*(pose[name] for name in names), 0.0)[:3]
    return to_unity(quaternion(yaw, pitch, roll))
