"""How far the weights of a frame may be off: the covariance of the fit's own posterior, for the pose of that frame.

The fit works with one noise covariance for every frame, which keeps its matrices the same. What a frame shows differs,
though, and the posterior says what that costs:

- the further a landmark turns away from the camera, the more it is a guess of the tracker: noise of its own comes on
  top of the model's;
- a residual that is larger than usual says that all noise is larger in this frame;
- behind a closing lid, the iris answers to gaze by the square of how far it is open.

Everything else is the Laplace approximation: a Gaussian at the most probable weights whose precision is the Hessian of
the energy, with the pose marginalised and the bounds ignored.
"""

from __future__ import annotations

import numpy as np

from koekata.face_model.model import FaceModel, Noise
from koekata.face_model.triangles import IRISES, SKIN, face_mesh_triangles
from koekata.fit.fitter import prior_precision, rigid_columns
from koekata.frames import FloatArray

__all__ = ["Posterior"]

_YAWS = np.arange(-75.0, 76.0, 15.0)
"""Degrees at which the information of the landmarks is worked out; in between, it is interpolated."""
_HIDDEN, _PLAIN = 0.0, 0.7
"""Cosine between a landmark's normal and the line of sight at which it is hidden, and from which on it is plain."""
_LEAST_SEEN = 0.001
_GUESS = 0.01
"""Metres: the noise of a landmark of which half is seen."""
_USUAL_RESIDUAL = 0.03
"""Residual, as a share of the eye distance, up to which the noise is that of the model."""
_LEAST_OPEN = 0.15


class Posterior:
    """Of any frame that is fitted with a model. Keeps no state."""

    def __init__(self, model: FaceModel) -> None:
        names = model.expression_names
        self._prior = prior_precision(names)
        self._information = _information(model)
        self._lids = [(names.index(f"eyeBlink{side}"), _gaze(names, side)) for side in ("Left", "Right")]
        self.usual = self.variance(0.0, 0.0, np.zeros(len(names)))
        """(K,) in a frame that looks to the camera and fits as well as usual."""

    def variance(self, yaw: float, residual: float, weights: FloatArray) -> FloatArray:
        """(K,) posterior variance of the weights.

        `yaw` is in degrees, `residual` a share of the eye distance; of the (K,) `weights`, only the lids count.
        """
        open_share = np.ones(len(weights))
        for lid, gaze in self._lids:
            open_share[gaze] = min(1.0, max(_LEAST_OPEN, 1.0 - float(weights[lid]))) ** 2
        noise = max(1.0, residual / _USUAL_RESIDUAL)
        shown = open_share / noise
        precision = self._prior + self._at(yaw) * shown * shown[:, None]
        return np.asarray(np.diag(np.linalg.inv(precision)))

    def _at(self, yaw: float) -> FloatArray:
        place = float(np.interp(yaw, _YAWS, np.arange(len(_YAWS))))
        before = min(int(place), len(_YAWS) - 2)
        share = place - before
        return np.asarray((1.0 - share) * self._information[before] + share * self._information[before + 1])


def _gaze(names: tuple[str, ...], side: str) -> list[int]:
    return [names.index(f"eyeLook{way}{side}") for way in ("In", "Out", "Up", "Down")]


def _information(model: FaceModel) -> FloatArray:
    """(Y, K, K) what the landmarks of a face at each yaw tell of the weights, the pose being unknown."""
    count = len(model.expression)
    columns = np.concatenate([model.expression.reshape(count, -1), rigid_columns(model.mean)]).T
    normals = _normals(model.mean)
    found = []
    for yaw in np.radians(_YAWS):
        # The line of sight in the head's axes: the more the head turns left, the more it comes from its right.
        seen = _seen(normals @ (-np.sin(yaw), 0.0, np.cos(yaw))) / _seen(normals[:, 2])
        guessed = _GUESS**2 * (1.0 / np.minimum(seen, 1.0) - 1.0)
        noise = Noise(model.noise.factors, model.noise.variance + np.repeat(guessed, 3))
        whole = columns.T @ noise.precision_times(columns)
        across, rigid = whole[:count, count:], whole[count:, count:]
        found.append(whole[:count, :count] - across @ np.linalg.solve(rigid, across.T))
    return np.array(found)


def _seen(cosine: FloatArray) -> FloatArray:
    """How much of a landmark is seen, from 0 to 1. What is hardly seen from the front is in the model's noise."""
    return np.clip((cosine - _HIDDEN) / (_PLAIN - _HIDDEN), _LEAST_SEEN, 1.0)


def _normals(points: FloatArray) -> FloatArray:
    """(478, 3) unit normals of the skin, outwards; an iris faces where the corners of its eye do."""
    triangles = face_mesh_triangles()
    first, second, third = points[triangles.T]
    normals = np.zeros_like(points)
    np.add.at(normals, triangles, np.cross(second - first, third - first)[:, None, :])
    normals[:SKIN] /= np.linalg.norm(normals[:SKIN], axis=1, keepdims=True)
    for iris, corners in IRISES:
        middle = normals[list(corners)].mean(axis=0)
        normals[list(iris)] = middle / np.linalg.norm(middle)
    return normals
