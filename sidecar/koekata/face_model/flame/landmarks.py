"""The FLAME forward pass for points on the surface only, with analytic derivatives.

A point is a place on a triangle. The vertices around it, their skinning weights and the joints are folded into one
linear basis per point and joint when the person is known, so that a frame costs a few matrix products:

    x = sum_k G_k (Y_k + B_k c) + share_k t_k + translation

with c the expression coefficients and pose features, Y_k and B_k taken relative to joint k at rest, and share_k the
part of the point that joint k carries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.flame._rig import Rig, make_rig
from koekata.face_model.flame.layer import Kinematics, Parameters, kinematics, padded
from koekata.face_model.flame.model import JOINTS, FlameModel
from koekata.face_model.surface import Embedding
from koekata.frames import FloatArray
from koekata.rotations import cross_matrix, left_jacobian

__all__ = ["Landmarks", "Linearised", "PersonLandmarks"]

POSE_COLUMNS = 3 * len(JOINTS) + 3


@dataclass(frozen=True, slots=True, eq=False)
class Linearised:
    """Points and their derivatives for one set of parameters. Derivatives are in metres per unit or radian.

    Derivatives are stored coordinate by coordinate, (3, L, columns), so that `reshape(3 * L, -1)` costs nothing.
    """

    points: FloatArray
    """(L, 3) metres."""
    jacobian: FloatArray
    """(3, L, E + 18): expression, then rotation, neck, jaw, left eye, right eye and translation, three columns each."""
    shape: FloatArray | None
    """(3, L, S), when it was asked for."""

    @property
    def expression(self) -> FloatArray:
        """(3, L, E)."""
        return self.jacobian[:, :, :-POSE_COLUMNS]

    @property
    def rotation(self) -> FloatArray:
        """(3, L, 3) by a small rotation that is multiplied from the left, on top of the rotation there is.

        Apply a step with `rotations.compose`. Every other rotation is by its axis-angle vector itself.
        """
        return self._pose(0)

    @property
    def neck(self) -> FloatArray:
        """(3, L, 3) by the axis-angle vector."""
        return self._pose(1)

    @property
    def jaw(self) -> FloatArray:
        """(3, L, 3) by the axis-angle vector."""
        return self._pose(2)

    @property
    def left_eye(self) -> FloatArray:
        """(3, L, 3) by the axis-angle vector."""
        return self._pose(3)

    @property
    def right_eye(self) -> FloatArray:
        """(3, L, 3) by the axis-angle vector."""
        return self._pose(4)

    @property
    def translation(self) -> FloatArray:
        """(3, L, 3): the identity for every point."""
        return self._pose(5)

    def _pose(self, index: int) -> FloatArray:
        first = self.jacobian.shape[2] - POSE_COLUMNS + 3 * index
        return self.jacobian[:, :, first : first + 3]


class Landmarks:
    """Embedded points of a model, for any person. Made once per model and embedding."""

    def __init__(self, model: FlameModel, embedding: Embedding) -> None:
        _check(model, embedding)
        self._rig = make_rig(model, model.faces[embedding.triangles], embedding.barycentric, POSE_COLUMNS)
        self._shape_count = model.shape_count

    def of(self, shape: FloatArray) -> PersonLandmarks:
        """The points of a person with these (up to S) shape coefficients."""
        return PersonLandmarks(self._rig, padded(shape, self._shape_count, "shape"))


class PersonLandmarks:
    """Embedded points of one person. `Parameters.shape` is not looked at: the person's own shape is used."""

    def __init__(self, rig: Rig, shape: FloatArray) -> None:
        self._rig = rig
        self._joints = rig.joints + rig.joint_shape @ shape
        self._rest = tuple(block.template + block.shape @ shape for block in rig.blocks)

    def points(self, parameters: Parameters) -> FloatArray:
        """(L, 3) metres."""
        chain = kinematics(parameters, self._joints_at(parameters), self._rig.parents)
        carried = self._carried(parameters, chain)
        return np.asarray(carried.sum(axis=0).T + parameters.translation)

    def linearise(self, parameters: Parameters, *, shape: bool = False) -> Linearised:
        """Points and derivatives at these parameters; by the shape coefficients only when asked, as they are many."""
        chain = kinematics(parameters, self._joints_at(parameters), self._rig.parents)
        carried = self._carried(parameters, chain)
        rig, count = self._rig, self._rig.expression_count
        wide = _turned(rig, chain, [block.basis for block in rig.blocks])
        if rig.moves_joints:
            wide[:, :, :count] += _joint_part(rig, chain, rig.joint_expression)
        pose = self._pose_columns(parameters, chain, carried)
        if rig.has_correctives:
            features = wide.reshape(-1, rig.width)[:, count:]
            pose[:, :, 3:15] += (features @ _feature_slopes(parameters, chain)).reshape(3, -1, 12)
        # The columns of the pose features have done their work: the pose takes their place.
        wide[:, :, count : count + POSE_COLUMNS] = pose
        return Linearised(
            points=np.asarray(carried.sum(axis=0).T + parameters.translation),
            jacobian=wide[:, :, : count + POSE_COLUMNS],
            shape=self._shape_columns(chain) if shape else None,
        )

    def _joints_at(self, parameters: Parameters) -> FloatArray:
        expression = padded(parameters.expression, self._rig.expression_count, "expression")
        return np.asarray(self._joints + self._rig.joint_expression @ expression)

    def _carried(self, parameters: Parameters, chain: Kinematics) -> FloatArray:
        """(5, 3, L) metres: what each joint carries of each point; their sum is the point."""
        rig = self._rig
        coefficients = np.zeros(rig.width)
        coefficients[: rig.expression_count] = padded(parameters.expression, rig.expression_count, "expression")
        if rig.has_correctives:
            coefficients[rig.expression_count :] = chain.features
        carried = rig.shares[:, None, :] * chain.places[:, :, None]
        for block, rest in zip(rig.blocks, self._rest, strict=True):
            carried[block.joint][:, block.rows] += chain.turned[block.joint] @ (rest + block.basis @ coefficients)
        return carried

    def _pose_columns(self, parameters: Parameters, chain: Kinematics, carried: FloatArray) -> FloatArray:
        """(3, L, 18) derivatives by the five rotations and the translation, without the pose correctives."""
        rig = self._rig
        columns = np.zeros((3, carried.shape[2], POSE_COLUMNS))
        columns[:, :, -3:] = np.eye(3)[:, None, :]
        for joint, vector in enumerate(parameters.pose):
            axes = chain.turned[rig.parents[joint]] @ left_jacobian(vector) if joint else np.eye(3)
            columns[:, :, 3 * joint : 3 * joint + 3] = _spun(axes, _arm(rig, joint, chain, carried))
        return columns

    def _shape_columns(self, chain: Kinematics) -> FloatArray:
        rig = self._rig
        made = _turned(rig, chain, [block.shape for block in rig.blocks])
        return np.asarray(made + _joint_part(rig, chain, rig.joint_shape))


def _turned(rig: Rig, chain: Kinematics, bases: list[FloatArray]) -> FloatArray:
    """(3, L, N): the bases of all joints, turned and added. The first block covers every point."""
    first, *others = zip(rig.blocks, bases, strict=True)
    made = _turn(chain.turned[first[0].joint], first[1])
    flat = made.reshape(-1, made.shape[2])
    for block, basis in others:
        flat[block.flat_rows] += _turn(chain.turned[block.joint], basis).reshape(-1, basis.shape[2])
    return made


def _turn(rotation: FloatArray, basis: FloatArray) -> FloatArray:
    return np.asarray((rotation @ basis.reshape(3, -1)).reshape(basis.shape))


def _joint_part(rig: Rig, chain: Kinematics, by_joint: FloatArray) -> FloatArray:
    """(3, L, N): how the joints' places at rest (5, 3, N) move the points."""
    moved = by_joint.copy()
    for joint, parent in enumerate(rig.parents[1:], start=1):
        moved[joint] = moved[parent] + chain.turned[parent] @ (by_joint[joint] - by_joint[parent])
    return np.asarray(rig.shares.T @ moved.transpose(1, 0, 2))


def _arm(rig: Rig, joint: int, chain: Kinematics, carried: FloatArray) -> FloatArray:
    """(3, L) metres from the joint to what it and the joints after it carry."""
    below = list(rig.descendants[joint])
    return np.asarray(carried[below].sum(axis=0) - np.outer(chain.places[joint], rig.shares[below].sum(axis=0)))


def _spun(axes: FloatArray, arm: FloatArray) -> FloatArray:
    """(3, L, 3): the cross product of each column of `axes` with the arm (3, L)."""
    crosses = np.stack([cross_matrix(axes[:, column]) for column in range(3)], axis=1)
    return np.asarray((crosses @ arm).transpose(0, 2, 1))


def _feature_slopes(parameters: Parameters, chain: Kinematics) -> FloatArray:
    """(36, 12): derivative of the pose features by the axis-angle vectors of neck, jaw and eyes."""
    made = np.zeros((4, 9, 4, 3))
    for index, vector in enumerate(parameters.pose[1:]):
        inner, local = left_jacobian(vector), chain.local[index + 1]
        for column in range(3):
            made[index, :, index, column] = (cross_matrix(inner[:, column]) @ local).ravel()
    return made.reshape(36, 12)


def _check(model: FlameModel, embedding: Embedding) -> None:
    triangles, weights = embedding.triangles, embedding.barycentric
    if triangles.ndim != 1 or weights.shape != (len(triangles), 3) or not len(triangles):
        raise ModelError(
            f"the embedding has {triangles.shape} triangles and {weights.shape} weights; L and L x 3 were expected",
            remedy="Make the embedding again for this model.",
        )
    outside = triangles.min() < 0 or triangles.max() >= len(model.faces)
    if outside or not np.isfinite(weights).all() or np.abs(weights.sum(axis=1) - 1).max() > 1e-3:
        raise ModelError(
            "the embedding does not belong to this mesh: it names triangles that are not there, or its weights do not "
            "add up to 1",
            remedy="Make the embedding again for this model.",
        )
