"""Fit the face model to one frame: rigid pose, distance and expression together.

The landmarks are carried into the head's axes of the last pose. There, everything is close to linear,

    landmarks = neutral + expression @ weights + rigid @ motion + noise,    noise ~ N(0, covariance)

with six columns for a small rigid motion of the head and one for its distance. The most probable weights in [0, 1],
with an exponential prior that keeps quiet channels at zero, are a small quadratic programme whose matrices do not
change from frame to frame. Two rounds are enough, since the second starts from a pose a few hundredths of a degree off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.channels import mirrored_name
from koekata.face_model.model import FaceModel
from koekata.fit.box import solve_box
from koekata.fit.camera import REFERENCE_LANDMARKS, Camera, HeadPose, unproject
from koekata.frames import FloatArray
from koekata.rotations import orthonormal, rotation_from_vector

__all__ = ["Fit", "FrameFitter", "Past", "first_pose", "prior_precision", "rigid_columns"]

SPARSITY = 2.0
"""Rate of the exponential prior on each weight."""
SPARSITY_OF = {"mouthClose": 12.0}
"""Channels with a rate of their own. Lips closed over an open jaw look like a closed mouth: the simpler is likelier."""
RIDGE = 0.5
"""Inverse variance of the Gaussian prior on each weight."""
SYMMETRY = 6.0
"""Inverse variance of the difference between a channel and its partner on the other side."""
WANDER = 5.0
"""Variance per second by which a weight strays from that of the last frame: the temporal prior.

Wide enough for a blink; it takes from the noise of the tracker what no face could do."""
ROUNDS = 2
RIGID = 7


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The most probable pose and expression of one frame."""

    pose: HeadPose
    weights: FloatArray
    """(K,) in [0, 1]."""
    points: FloatArray
    """(478, 3) the landmarks in the axes of the head, metres."""
    residual: FloatArray
    """(478, 3) what neither neutral nor expression explains, metres."""


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What the frame before says about this one."""

    pose: HeadPose
    weights: FloatArray
    """(K,)."""
    seconds: float
    """Since that frame, greater than 0."""


class FrameFitter:
    """Fits one performer whose neutral face is known. Keeps nothing but the last active set, as a warm start."""

    def __init__(self, model: FaceModel, neutral: FloatArray) -> None:
        self.model = model
        self.neutral = neutral
        self._count = len(model.expression)
        self._reference = neutral[REFERENCE_LANDMARKS].mean(axis=0)
        columns = np.concatenate([model.expression.reshape(self._count, -1), rigid_columns(neutral)]).T
        self._projector = model.noise.precision_times(columns).T
        self._hessian = self._projector @ columns
        self._prior = prior_precision(model.expression_names)
        self._hessian[: self._count, : self._count] += self._prior
        self._upper = np.concatenate([np.ones(self._count), np.full(RIGID, np.inf)])
        self._sparsity = np.array([SPARSITY_OF.get(name, SPARSITY) for name in model.expression_names])
        self._penalty = np.concatenate([self._sparsity, np.zeros(RIGID)])
        self._free: NDArray[np.bool_] = self._upper > 1.0

    def fit(self, landmarks: FloatArray, camera: Camera, start: HeadPose, past: Past | None = None) -> Fit:
        """Fit (478, 3) landmarks in pixels; `start` is the last pose, or that of `first_pose`.

        With a `past`, weights are drawn towards those of the frame before, the more the shorter ago it was.
        """
        pose = start
        hessian, prior = self._with_past(past)
        for _ in range(ROUNDS):
            points = unproject(landmarks, camera, pose, self._reference)
            pull = self._projector @ (points - self.neutral).ravel() + prior
            solution, self._free = solve_box(hessian, pull, self._upper, self._free)
            pose = _moved(pose, solution[self._count :])
        points = unproject(landmarks, camera, pose, self._reference)
        weights = solution[: self._count]
        explained = self.neutral + np.tensordot(weights, self.model.expression, 1)
        return Fit(pose, weights, points, points - explained)

    def _with_past(self, past: Past | None) -> tuple[FloatArray, FloatArray]:
        """Hessian, and what the priors add to the pull."""
        if past is None:
            return self._hessian, -self._penalty
        precision = 1.0 / (WANDER * past.seconds)
        hessian, prior = self._hessian.copy(), -self._penalty
        diagonal = np.arange(self._count)
        hessian[diagonal, diagonal] += precision
        prior[: self._count] += precision * past.weights
        return hessian, prior

    def weights_at_pose(self, displaced: FloatArray) -> FloatArray:
        """(K,) most probable weights for (478, 3) displacements from neutral, all at once, without relinearising."""
        pull = self._projector @ displaced.ravel() - self._penalty
        solution, self._free = solve_box(self._hessian, pull, self._upper, self._free)
        return solution[: self._count]

    def costs(self, fits: Sequence[Fit]) -> FloatArray:
        """(T,) how improbable each fit is: squared residual in units of the noise, and what the prior charges."""
        weights = np.array([fit.weights for fit in fits])
        prior = 2.0 * weights @ self._sparsity + np.einsum("ti,ij,tj->t", weights, self._prior, weights)
        residuals = np.array([fit.residual.ravel() for fit in fits])
        return np.asarray(self.model.noise.squared_distances(residuals) + prior)


def prior_precision(names: tuple[str, ...]) -> FloatArray:
    """(K, K) inverse covariance of the Gaussian prior: small weights, and sides that move together."""
    precision = RIDGE * np.eye(len(names))
    for index, name in enumerate(names):
        partner = _moves_with(name)
        if partner in names:
            precision[index, index] += SYMMETRY
            precision[index, names.index(partner)] -= SYMMETRY
    return precision


def _moves_with(name: str) -> str | None:
    """The channel that usually moves by the same amount: the mirrored one, for gaze that of the other eye."""
    if name.startswith(("jaw", "mouthLeft", "mouthRight")) or mirrored_name(name) == name:
        return None
    other = mirrored_name(name)
    if "LookIn" in name:
        return other.replace("LookIn", "LookOut")
    return other.replace("LookOut", "LookIn")


def rigid_columns(neutral: FloatArray) -> FloatArray:
    """(7, 1434) displacement per radian about x, y, z, per metre along x, y, z, and per unit of relative size."""
    turns = [np.cross(axis, neutral).ravel() for axis in np.eye(3)]
    shifts = [np.broadcast_to(axis, neutral.shape).ravel() for axis in np.eye(3)]
    return np.array([*turns, *shifts, neutral.ravel()])


def _moved(pose: HeadPose, motion: FloatArray) -> HeadPose:
    """The pose at which the small `motion` (7,) that was found would vanish."""
    shift = pose.rotation @ motion[3:6]
    rotation = orthonormal(pose.rotation @ rotation_from_vector(motion[:3]))
    x, y, z = pose.translation
    scale = 1.0 / max(0.5, 1.0 + motion[6])
    return HeadPose(rotation, np.array([(x + shift[0]) * scale, (y + shift[1]) * scale, z * scale]))


def first_pose(landmarks: FloatArray, camera: Camera, mean: FloatArray) -> HeadPose:
    """Rough pose from (478, 3) landmarks in pixels, by similarity alignment to the (478, 3) mean face in metres.

    Source: Umeyama, "Least-squares estimation of transformation parameters between two point patterns", PAMI 1991.
    """
    observed = landmarks * (1.0, -1.0, -1.0)
    centred, model = observed - observed.mean(axis=0), mean - mean.mean(axis=0)
    u, singular, vt = np.linalg.svd(centred.T @ model)
    sign = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = (u * sign) @ vt
    scale = float((singular * sign).sum() / (model**2).sum())
    distance = camera.focal / scale + float(rotation[2] @ mean.mean(axis=0))
    centre = landmarks.mean(axis=0)
    offset = rotation @ mean.mean(axis=0)
    across = (centre[0] - camera.centre[0]) / scale - offset[0]
    up = (camera.centre[1] - centre[1]) / scale - offset[1]
    return HeadPose(rotation, np.array([across, up, -distance]))
