"""FLAME's own parameters for one frame, on top of the ARKit fit.

The landmarks stand in the head's axes already, with the head's pose and the camera taken out. There,

    landmarks = FLAME(shape, expression, jaw, eyes, small motion) + offset + noise,    noise ~ N(0, F'F + D)

is solved by Gauss-Newton with analytic derivatives, which are taken once, where the ARKit fit puts the face: it is near
enough that the steps after the first may use them again. The priors:

* Expression, jaw and eyes are near what the ARKit weights say, `N(weights @ channels, slack)`. So the jaw and the
  expressions that mimic it stay apart as they do in the channels.
* Expression is `N(0, 10)`, loosely as FLAME's modes are scaled.
* Parameters wander from frame to frame with a variance that grows with the elapsed time.
* The jaw opens, and hardly moves sideways.

A landmark that strays further than noise does counts less (Huber), and so does one whose skin is turned away from the
camera: its residual is shortened as if the tracker had reported less of it, so that the matrices stay as they are
(Huber's modified residuals: Huber, Ronchetti, "Robust Statistics", 2009, section 7.8).

The neck stays at 0: a face alone does not tell a turned neck from a turned body.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from koekata.face_model.flame._priors import ArticulationPrior, bounds
from koekata.face_model.flame._whiten import FactoredNoise
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.identity import Identity, identity
from koekata.face_model.flame.landmarks import Landmarks
from koekata.face_model.flame.layer import Parameters
from koekata.face_model.mesh import vertex_normals
from koekata.face_model.surface import Surface
from koekata.face_model.triangles import SKIN, face_mesh_triangles
from koekata.fit.calibrate import Neutral
from koekata.frames import FittedFace, FloatArray
from koekata.rotations import compose, rotation_from_vector, vector_from_rotation

__all__ = ["FlameFit", "FlameFitter"]

STEPS = 2
_TURN, _SHIFT = math.radians(1.5), 0.003
"""Radians and metres by which the pose of the ARKit fit may be off."""
_STRAY = 3.0
"""Standard deviations from which a landmark's residual counts as straying."""
_EDGE, _FACING = -0.05, 0.35
"""Cosines between skin and line of sight: hidden below the first, plainly seen above the second."""
_LOST_SECONDS = 0.5
_MOTION = 6
_MOTION_PRECISION = np.array([_TURN**-2.0] * 3 + [_SHIFT**-2.0] * 3)


@dataclass(frozen=True, slots=True, eq=False)
class FlameFit:
    """One frame in FLAME's parameters."""

    parameters: Parameters
    """With `rotation` and `translation` that put the posed mesh straight into the camera's axes: metres, origin at the
    camera, which looks along -z."""
    information: FloatArray
    """(E + 15, E + 15) inverse covariance of expression, jaw, left eye, right eye, and a small rotation (radians) and
    translation (metres) of the head in its own axes."""
    residual: float
    """Metres: root mean square distance between the landmarks and where FLAME has them."""

    @property
    def covariance(self) -> FloatArray:
        """(E + 15, E + 15) of the Gaussian posterior, bounds ignored."""
        return np.asarray(np.linalg.inv(self.information))


class FlameFitter:
    """Fits one performer's frames, in order; remembers the frame before."""

    def __init__(self, face: FlameFace, neutral: Neutral) -> None:
        self.face = face
        self.identity: Identity = identity(face, neutral)
        self._person = Landmarks(face.flame, face.embedding).of(self.identity.shape)
        self._noise = FactoredNoise(face.face_model.noise)
        self._prior = ArticulationPrior(face)
        self._count = face.flame.expression_count
        self._lower, self._upper = bounds(self._count)
        self._root = _Root(face, self.identity)
        self._centre = neutral.points.mean(axis=0)
        self._normals = _normals(neutral.points)
        self._last: tuple[float, FloatArray] | None = None
        # The derivatives' columns without the neck; the articulation first.
        first = self._count
        pose = np.arange(first, first + 18)
        self._columns = np.concatenate([np.arange(first), pose[6:15], pose[:3], pose[15:]])

    def fit(self, fitted: FittedFace) -> FlameFit:
        """Most probable parameters of a frame that was fitted with `face.face_model` and the same neutral face."""
        precision, pull = self._priors(fitted)
        seen = self._seen(fitted)
        articulation = np.clip(self._prior.centre(fitted.expression), self._lower, self._upper)
        placed, motion = self._at_rest(articulation), np.zeros(_MOTION)
        columns = self._jacobian(placed)
        projector = self._noise.projector(columns)
        information = projector @ columns
        information[np.diag_indices_from(information)] += precision
        factor = cho_factor(information)
        for _ in range(STEPS):
            residual = fitted.points - self.identity.offset - self._person.points(placed)
            gradient = projector @ self._modified(residual.T, seen) + pull
            gradient -= precision * np.concatenate([articulation, motion])
            step = cho_solve(factor, gradient)
            articulation = np.clip(articulation + step[:-_MOTION], self._lower, self._upper)
            motion = motion + step[-_MOTION:]
            placed = self._stepped(placed, articulation, step[-_MOTION:])
        self._last = (fitted.time.timeline_s, articulation)
        return FlameFit(self._in_camera(placed, fitted), information, self._distance(fitted, placed))

    def _priors(self, fitted: FittedFace) -> tuple[FloatArray, FloatArray]:
        """Diagonal precision and pull of all priors together, on articulation and motion."""
        precision, pull = self._prior.about(fitted.expression)
        if self._last is not None:
            seconds = fitted.time.timeline_s - self._last[0]
            if 0.0 < seconds < _LOST_SECONDS:
                since = self._prior.since(seconds)
                precision, pull = precision + since, pull + since * self._last[1]
        return np.concatenate([precision, _MOTION_PRECISION]), np.concatenate([pull, np.zeros(_MOTION)])

    def _jacobian(self, placed: Parameters) -> FloatArray:
        """(1434, E + 15), coordinate by coordinate: articulation, then turn and shift about the face's centre."""
        columns = self._person.linearise(placed).jacobian[:, :, self._columns]
        arm = self._centre - self._root.at(placed.expression) - placed.translation
        columns[:, :, -_MOTION:-3] -= np.cross(np.eye(3), arm).T[:, None, :]
        return columns.reshape(-1, len(self._columns))

    def _modified(self, residual: FloatArray, seen: FloatArray) -> FloatArray:
        """(1434,) of a (3, 478) residual: without what strays, and with less of what is hardly seen."""
        own = self._noise.own(residual.ravel()).reshape(residual.shape)
        stray = np.sqrt(np.mean((own / self._noise.scale.reshape(residual.shape)) ** 2, axis=0))
        excess = 1.0 - np.minimum(1.0, _STRAY / np.maximum(stray, 1e-9))
        return np.asarray(((residual - excess * own) * seen).ravel())

    def _seen(self, fitted: FittedFace) -> FloatArray:
        """(478,) in [0, 1]: how plainly the camera sees each landmark."""
        sight = -(fitted.rotation.T @ fitted.translation)
        facing = self._normals @ (sight / np.linalg.norm(sight))
        return np.clip((facing - _EDGE) / (_FACING - _EDGE), 0.0, 1.0)

    def _parameters(self, articulation: FloatArray, rotation: FloatArray, translation: FloatArray) -> Parameters:
        expression, jaw, left, right = np.split(articulation, self._count + np.array([0, 3, 6]))
        return Parameters(
            shape=self.identity.shape,
            expression=expression,
            rotation=rotation,
            jaw=jaw,
            left_eye=left,
            right_eye=right,
            translation=translation,
        )

    def _at_rest(self, articulation: FloatArray) -> Parameters:
        """In the head's axes, where the identity puts the head."""
        root = self._root.at(articulation[: self._count])
        turn = self.identity.rotation
        return self._parameters(
            articulation, vector_from_rotation(turn), turn @ root + self.identity.translation - root
        )

    def _stepped(self, placed: Parameters, articulation: FloatArray, motion: FloatArray) -> Parameters:
        """With the new articulation, turned about the face's centre and shifted."""
        root = self._root.at(placed.expression)
        place = self._centre + rotation_from_vector(motion[:3]) @ (root + placed.translation - self._centre)
        return self._parameters(articulation, compose(motion[:3], placed.rotation), place + motion[3:] - root)

    def _in_camera(self, placed: Parameters, fitted: FittedFace) -> Parameters:
        root = self._root.at(placed.expression)
        turn = fitted.rotation @ rotation_from_vector(placed.rotation)
        return replace(
            placed,
            rotation=vector_from_rotation(turn),
            translation=fitted.rotation @ (root + placed.translation) + fitted.translation - root,
        )

    def _distance(self, fitted: FittedFace, placed: Parameters) -> float:
        strays = fitted.points - self.identity.offset - self._person.points(placed)
        return float(np.sqrt(np.mean((strays**2).sum(axis=1))))


class _Root:
    """Where the root joint is at rest: the global rotation turns about it."""

    def __init__(self, face: FlameFace, person: Identity) -> None:
        flame = face.flame
        regressor = flame.j_regressor[0]
        self._place = regressor @ (flame.v_template + flame.shapedirs @ person.shape)
        self._slope = np.tensordot(regressor, flame.expressiondirs, 1)

    def at(self, expression: FloatArray) -> FloatArray:
        """(3,) metres in FLAME's axes."""
        return np.asarray(self._place + self._slope @ expression)


def _normals(points: FloatArray) -> FloatArray:
    """(478, 3) directions out of the skin of a neutral face. The irises look ahead."""
    skin = Surface(points[:SKIN], face_mesh_triangles())
    return np.vstack([vertex_normals(skin), np.tile((0.0, 0.0, 1.0), (len(points) - SKIN, 1))])
