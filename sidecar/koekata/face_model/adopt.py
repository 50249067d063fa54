"""Makes any statistical head a face model for the fitter, with what the built-in model knows about the tracker.

The landmarks that a tracker reports are not quite points of a surface. The built-in model was measured through the
tracker, so it lends what it knows of that: where the mean face is reported, how reports answer to each ARKit channel,
how far they stray, and how the tracker's bias differs between performers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from koekata.face_model.model import FaceModel
from koekata.face_model.transfer import transfer
from koekata.face_model.triangles import face_mesh_triangles
from koekata.frames import FloatArray

__all__ = ["Adopted", "adopt"]

MODES = 100
"""Identity modes of the head that are kept."""
_BIAS = 0.002
"""Metres by which the tracker's report of a landmark is typically off from its place on the surface."""
_INDEPENDENT = 10.0
"""That bias is as smooth as a face: the coordinates of all landmarks say no more about it than this many would."""


@dataclass(frozen=True, slots=True, eq=False)
class Adopted:
    """A head in the head's axes: `x_head = rotation @ x + translation` for a point of its surface at rest."""

    face_model: FaceModel
    """`mean` is where the tracker would report the mean head, in the head's own size."""
    rotation: FloatArray
    """(3, 3)."""
    translation: FloatArray
    """(3,) metres."""


def adopt(name: str, points: FloatArray, shapes: FloatArray, builtin: FaceModel) -> Adopted:
    """The face model of a head whose landmarks lie at `points` (478, 3) and move by `shapes` (S, 478, 3); metres.

    `shapes` are for one standard deviation each, independent. Both in any axes.
    """
    scale, rotation, translation = _similarity(points, builtin.mean)
    placed = points @ rotation.T + translation
    shapes = shapes @ rotation.T
    modes, rest = _identity(shapes, placed)
    mean = placed + _bias(_placed_like(builtin.mean, placed, 1.0 / scale) - placed, modes)
    adopted = replace(
        builtin,
        name=name,
        mean=mean,
        # The tracker's bias differs between performers in all ways that the built-in identities do.
        identity_modes=np.concatenate([modes, builtin.identity_modes / scale]),
        identity_variance=rest + builtin.identity_variance,
        expression=transfer(builtin.mean, builtin.expression, mean, face_mesh_triangles()),
    )
    return Adopted(adopted, rotation, translation)


def _similarity(points: FloatArray, mean: FloatArray) -> tuple[float, FloatArray, FloatArray]:
    """Scale, rotation and the translation without scaling that bring (478, 3) points nearest to the mean face.

    Source: Umeyama, "Least-squares estimation of transformation parameters between two point patterns", PAMI 1991.
    """
    centred, wanted = points - points.mean(axis=0), mean - mean.mean(axis=0)
    u, singular, vt = np.linalg.svd(wanted.T @ centred)
    sign = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = np.asarray((u * sign) @ vt)
    scale = float((singular * sign).sum() / (centred**2).sum())
    return scale, rotation, np.asarray(mean.mean(axis=0) - rotation @ points.mean(axis=0))


def _placed_like(face: FloatArray, other: FloatArray, scale: float) -> FloatArray:
    return np.asarray(scale * (face - face.mean(axis=0)) + other.mean(axis=0))


def _identity(shapes: FloatArray, placed: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Identity modes (I, 478, 3) for one standard deviation each, and the variance (1434,) that they leave.

    What a pose explains is no identity: no camera tells a large head from a near one, and where the origin of a head
    lies is its maker's convention.
    """
    flat = shapes.reshape(len(shapes), -1)
    turns = [np.cross(axis, placed).ravel() for axis in np.eye(3)]
    shifts = [np.tile(axis, len(placed)) for axis in np.eye(3)]
    rigid = np.linalg.qr(np.array([*turns, *shifts, placed.ravel()]).T)[0]
    flat = flat - (flat @ rigid) @ rigid.T
    _, deviations, directions = np.linalg.svd(flat, full_matrices=False)
    modes = deviations[:MODES, None] * directions[:MODES]
    rest = np.maximum((flat**2).sum(axis=0) - (modes**2).sum(axis=0), 0.0)
    return modes.reshape(-1, *placed.shape), rest


def _bias(difference: FloatArray, modes: FloatArray) -> FloatArray:
    """(478, 3) the part of the difference between the two mean faces that is the tracker's, not the faces' own.

    The two are told apart by what is probable: faces differ along their identity modes, by a standard deviation each.
    """
    flat = modes.reshape(len(modes), -1)
    precision = _INDEPENDENT / flat.shape[1] / _BIAS**2
    own = np.linalg.solve(precision * (flat @ flat.T) + np.eye(len(flat)), precision * (flat @ difference.ravel()))
    return np.asarray(difference - (own @ flat).reshape(difference.shape))
