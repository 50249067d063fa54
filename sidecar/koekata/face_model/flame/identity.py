"""Whose head: FLAME's shape coefficients behind a calibrated neutral face.

    neutral = place(mean + shape modes @ coefficients) + bias,    coefficients ~ N(0, 1)

with the bias that the tracker has for this performer. The most probable coefficients are a linear solve, as FLAME is
linear in them at rest. A small rigid motion is found
along with them: where a performer's head has its origin was settled by calibration, not by FLAME.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from koekata.face_model.flame.face import FlameFace
from koekata.fit.calibrate import Neutral
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector

__all__ = ["Identity", "identity"]

_BIAS = 0.002
"""Metres by which the tracker's bias for a performer differs from that for the mean head."""
_INDEPENDENT = 300.0
"""That bias is as smooth as a face: the coordinates of all landmarks say no more about it than this many would."""
_TURN, _SHIFT = math.radians(2.0), 0.004
"""Radians and metres: how far the calibrated head may stand from where FLAME's is placed."""


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """One performer's head.

    A point x of the performer's mesh at rest is `x_head = rotation @ x + translation` in the head's axes.
    """

    shape: FloatArray
    """(S,) coefficients."""
    offset: FloatArray
    """(478, 3) metres in the head's axes from the surface to where the tracker reports the landmarks."""
    rotation: FloatArray
    """(3, 3)."""
    translation: FloatArray
    """(3,) metres."""


def identity(face: FlameFace, neutral: Neutral) -> Identity:
    """The most probable head behind a neutral face that was calibrated with `face.face_model`."""
    model, flame = face.face_model, face.flame
    modes = face.placement_rotation @ face.embedding.of(flame.shapedirs, flame.faces)
    columns = np.hstack([modes.reshape(-1, flame.shape_count), _rigid(model.mean)])
    spread = np.concatenate([np.ones(flame.shape_count), np.full(3, _TURN), np.full(3, _SHIFT)])
    deviation = (neutral.points - model.mean).ravel()
    weighted = columns * (_INDEPENDENT / len(deviation) / _BIAS**2)
    found = np.linalg.solve(weighted.T @ columns + np.diag(spread**-2), weighted.T @ deviation)
    shape, turn, shift = found[:-6], rotation_from_vector(found[-6:-3]), found[-3:]
    centre = model.mean.mean(axis=0)
    rotation = turn @ face.placement_rotation
    translation = turn @ (face.placement_translation - centre) + centre + shift
    at_rest = face.embedding.of(flame.v_template + flame.shapedirs @ shape, flame.faces)
    return Identity(shape, neutral.points - (at_rest @ rotation.T + translation), rotation, translation)


def _rigid(mean: FloatArray) -> FloatArray:
    """(1434, 6) displacement per radian about the face's centre and per metre."""
    arm = mean - mean.mean(axis=0)
    turns = [np.cross(axis, arm).ravel() for axis in np.eye(3)]
    shifts = [np.tile(axis, len(mean)) for axis in np.eye(3)]
    return np.array([*turns, *shifts]).T
