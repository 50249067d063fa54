"""The FLAME forward pass on the whole mesh.

    v = sum_k w_k (G_k (T + S beta + E psi + P (R - 1) - J_k) + t_k) + translation

with the joints J regressed from T + S beta + E psi, G_k and t_k the rotation and place of joint k along the kinematic
tree, and R the rotations of neck, jaw and eyes. Formulas: Li et al. 2017 and Loper et al., "SMPL", 2015.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.flame.model import FlameModel
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector

__all__ = ["Kinematics", "Parameters", "kinematics", "padded", "vertices"]


def _zeros() -> FloatArray:
    return np.zeros(3)


def _none() -> FloatArray:
    return np.zeros(0)


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """One set of FLAME parameters. Rotations are axis-angle in radians, in the parent joint's frame."""

    shape: FloatArray = field(default_factory=_none)
    """Up to (S,) coefficients; the rest are 0."""
    expression: FloatArray = field(default_factory=_none)
    """Up to (E,) coefficients; the rest are 0."""
    rotation: FloatArray = field(default_factory=_zeros)
    """(3,) of the whole head about the root joint."""
    neck: FloatArray = field(default_factory=_zeros)
    jaw: FloatArray = field(default_factory=_zeros)
    left_eye: FloatArray = field(default_factory=_zeros)
    right_eye: FloatArray = field(default_factory=_zeros)
    translation: FloatArray = field(default_factory=_zeros)
    """(3,) metres, applied last."""

    @property
    def pose(self) -> tuple[FloatArray, ...]:
        """The five rotations in the order of the joints."""
        return (self.rotation, self.neck, self.jaw, self.left_eye, self.right_eye)


@dataclass(frozen=True, slots=True, eq=False)
class Kinematics:
    """Where the joints are."""

    local: FloatArray
    """(5, 3, 3) rotation of each joint in its parent's frame."""
    turned: FloatArray
    """(5, 3, 3) rotation of each joint from the rest pose."""
    places: FloatArray
    """(5, 3) metres, before the translation."""

    @property
    def features(self) -> FloatArray:
        """(36,) elements of `R - 1` of all joints but the root: what the pose correctives multiply."""
        return np.asarray((self.local[1:] - np.eye(3)).ravel())


def vertices(model: FlameModel, parameters: Parameters) -> FloatArray:
    """(V, 3) metres: the whole mesh."""
    shaped = model.v_template + model.shapedirs @ padded(parameters.shape, model.shape_count, "shape")
    shaped += model.expressiondirs @ padded(parameters.expression, model.expression_count, "expression")
    joints = model.j_regressor @ shaped
    chain = kinematics(parameters, joints, model.parents)
    posed = shaped + model.posedirs @ chain.features
    # Skinning: each vertex's own affine transform.
    turned = (model.lbs_weights @ chain.turned.reshape(-1, 9)).reshape(-1, 3, 3)
    offsets = chain.places - np.einsum("kij,kj->ki", chain.turned, joints) + parameters.translation
    return np.asarray(np.einsum("vij,vj->vi", turned, posed) + model.lbs_weights @ offsets)


def kinematics(parameters: Parameters, joints: FloatArray, parents: tuple[int, ...]) -> Kinematics:
    """Follow the tree from the root. `joints` (5, 3) are the places at rest."""
    local = np.stack([rotation_from_vector(np.asarray(vector, dtype=np.float64)) for vector in parameters.pose])
    turned, places = local.copy(), joints.copy()
    for joint, parent in enumerate(parents[1:], start=1):
        turned[joint] = turned[parent] @ local[joint]
        places[joint] = places[parent] + turned[parent] @ (joints[joint] - joints[parent])
    return Kinematics(local, turned, places)


def padded(coefficients: FloatArray, count: int, name: str) -> FloatArray:
    """(count,) coefficients with zeros for those not given. Raises ModelError when more than the modes are used."""
    given = np.asarray(coefficients, dtype=np.float64)
    if given.ndim != 1 or np.any(given[count:]):
        raise ModelError(
            f"{given.size} {name} coefficients were given; the model has {count}",
            remedy="Use the model that the parameters were made with.",
        )
    made = np.zeros(count)
    made[: given.size] = given[:count]
    return made
