"""What surface points need of a model: per joint, the points that it carries and their linear bases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.face_model.flame.model import FlameModel
from koekata.face_model.surface import IndexArray
from koekata.frames import FloatArray

__all__ = ["Block", "Rig", "make_rig"]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The P points that one joint carries. Bases are relative to the joint at rest; coordinate by coordinate."""

    joint: int
    rows: IndexArray | slice
    """The points' indices."""
    flat_rows: IndexArray
    """(3 P,) rows of the points in an array (3 L, N): NumPy adds to these much faster than to [:, rows]."""
    template: FloatArray
    """(3, P) metres."""
    shape: FloatArray
    """(3, P, S)."""
    basis: FloatArray
    """(3, P, N): expression, then pose features or zeros."""


@dataclass(frozen=True, slots=True, eq=False)
class Rig:
    """Everything about L points that does not depend on the person or the frame."""

    blocks: tuple[Block, ...]
    """The first covers all points, whether its joint carries them or not; so it needs no scattering."""
    shares: FloatArray
    """(5, L) part of each point that each joint carries."""
    joints: FloatArray
    """(5, 3) metres, of the mean head."""
    joint_shape: FloatArray
    """(5, 3, S)."""
    joint_expression: FloatArray
    """(5, 3, E)."""
    parents: tuple[int, ...]
    descendants: tuple[tuple[int, ...], ...]
    """Each joint and all joints below it."""
    has_correctives: bool
    moves_joints: bool
    """Whether expressions move the joints."""

    @property
    def expression_count(self) -> int:
        return self.joint_expression.shape[2]

    @property
    def width(self) -> int:
        """Columns of the blocks' bases."""
        return self.blocks[0].basis.shape[2]


def make_rig(model: FlameModel, corners: IndexArray, barycentric: FloatArray, spare: int) -> Rig:
    """`corners` (L, 3) are vertices. Without pose correctives the bases get `spare` zero columns in their place."""
    carried = barycentric[:, :, None] * model.lbs_weights[corners]
    has_correctives = bool(np.any(model.posedirs[corners]))
    touched = np.abs(carried).max(axis=1) > 0
    first = int(np.argmax(touched.sum(axis=0)))
    order = [first, *(joint for joint in range(touched.shape[1]) if joint != first and touched[:, joint].any())]
    rows = {joint: slice(None) if joint == first else np.flatnonzero(touched[:, joint]) for joint in order}
    joint_expression = _regressed(model, model.expressiondirs)
    return Rig(
        blocks=tuple(_block(model, corners, carried, joint, rows[joint], has_correctives, spare) for joint in order),
        shares=np.ascontiguousarray(carried.sum(axis=1).T),
        joints=model.j_regressor @ model.v_template,
        joint_shape=_regressed(model, model.shapedirs),
        joint_expression=joint_expression,
        parents=model.parents,
        descendants=_descendants(model.parents),
        has_correctives=has_correctives,
        moves_joints=bool(np.any(joint_expression)),
    )


def _block(
    model: FlameModel,
    corners: IndexArray,
    carried: FloatArray,
    joint: int,
    rows: IndexArray | slice,
    has_correctives: bool,
    spare: int,
) -> Block:
    weights, at = carried[rows, :, joint], corners[rows]
    share = weights.sum(axis=1)
    index = np.arange(len(corners))[rows]

    def mixed(field: FloatArray) -> FloatArray:
        return np.asarray(np.einsum("pc,pcin->ipn", weights, field[at]))

    def relative(field: FloatArray) -> FloatArray:
        at_joint = np.tensordot(model.j_regressor[joint], field, axes=1)
        return np.asarray(mixed(field) - share[None, :, None] * at_joint[:, None, :])

    expression = relative(model.expressiondirs)
    tail = mixed(model.posedirs) if has_correctives else np.zeros((*expression.shape[:2], spare))
    return Block(
        joint=joint,
        rows=rows,
        flat_rows=(np.arange(3)[:, None] * len(corners) + index).ravel(),
        template=np.ascontiguousarray(relative(model.v_template[:, :, None])[:, :, 0]),
        shape=np.ascontiguousarray(relative(model.shapedirs)),
        basis=np.ascontiguousarray(np.concatenate([expression, tail], axis=2)),
    )


def _regressed(model: FlameModel, field: FloatArray) -> FloatArray:
    return np.tensordot(model.j_regressor, field, axes=1)


def _descendants(parents: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[joint] for joint in range(len(parents))]
    for joint in reversed(range(1, len(parents))):
        below[parents[joint]].extend(below[joint])
    return tuple(tuple(sorted(joints)) for joints in below)
