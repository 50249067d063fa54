"""Each ARKit channel in FLAME's own parameters: expression coefficients, jaw and eye rotations.

The jaw is the joint's business, as far as it goes; what it leaves, and everything else, are expressions. Gaze is the
rotation of the eye joints. The coefficients are the most probable ones under FLAME's own prior (a standard normal), and
bounded, since beyond three standard deviations FLAME's expressions are no faces any more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.face_model.flame.landmarks import Landmarks, PersonLandmarks
from koekata.face_model.flame.layer import Parameters
from koekata.face_model.flame.model import FlameModel
from koekata.face_model.mesh import vertex_areas
from koekata.face_model.spread import eyeballs, fading
from koekata.face_model.surface import Embedding, IndexArray, Surface
from koekata.fit.box import solve_box
from koekata.frames import FloatArray

__all__ = ["ChannelParameters", "channel_parameters", "eye_turns"]

JAW_CHANNELS = frozenset({"jawOpen", "jawForward", "jawLeft", "jawRight"})
"""Channels of the jaw joint. mouthClose is none of them: the lips meet while the jaw stays where it is."""
BOUND = 3.0
"""Standard deviations."""
_ERROR = 0.0003
"""Metres by which a displacement may be off."""
_INDEPENDENT = 100.0
"""The vertices of a face count as this many independent observations; their errors have the smoothness of skin."""
_JAW_SPREAD = 0.5
"""Radians: standard deviation of the jaw's prior."""
_JAW_JOINT = 2
_ROUNDS = 6
Columns = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ChannelParameters:
    """(K, ...) parameters of each channel at weight 1."""

    expression: FloatArray
    """(K, E)."""
    jaw: FloatArray
    """(K, 3) axis-angle, radians."""


def channel_parameters(
    flame: FlameModel, embedding: Embedding, names: Sequence[str], deltas: FloatArray
) -> ChannelParameters:
    """The parameters that come nearest to (K, V, 3) displacements of the mesh in metres, in FLAME's axes."""
    surface = Surface(flame.v_template, flame.faces)
    chosen, weight = _observed(surface, embedding)
    person = Landmarks(flame, _at_vertices(flame.faces, chosen)).of(np.zeros(0))
    carried = flame.lbs_weights[chosen, _JAW_JOINT]
    expression, jaw = np.zeros((len(names), flame.expression_count)), np.zeros((len(names), 3))
    for row, (name, delta) in enumerate(zip(names, deltas[:, chosen], strict=True)):
        if name in JAW_CHANNELS:
            jaw[row] = _jaw(person, delta, weight * carried)
    for turn in np.unique(jaw, axis=0):
        rows = np.flatnonzero((jaw == turn).all(axis=1))
        expression[rows] = _expressions(person, turn, deltas[np.ix_(rows, chosen)], weight)
    return ChannelParameters(expression, jaw)


def eye_turns(
    name: str, gaze_range: tuple[float, float, float, float], axes: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """(3,) axis-angle of the left and of the right eye for a channel at weight 1; zero for channels that do not look.

    `gaze_range` are degrees in, out, up, down. `axes` (3, 3) turns FLAME's axes into the head's.
    """
    none = np.zeros(3)
    for side, outward in (("Left", 1.0), ("Right", -1.0)):
        inward_degrees, outward_degrees, up, down = gaze_range
        about_y = {"Out": outward * outward_degrees, "In": -outward * inward_degrees}
        about_x = {"Up": -up, "Down": down}
        for way in ("In", "Out", "Up", "Down"):
            if name == f"eyeLook{way}{side}":
                degrees = np.array([about_x.get(way, 0.0), about_y.get(way, 0.0), 0.0])
                turn = axes.T @ (degrees * (math.pi / 180.0))
                return (turn, none) if side == "Left" else (none, turn)
    return none, none


def _observed(surface: Surface, embedding: Embedding) -> tuple[IndexArray, FloatArray]:
    """The vertices that count, and their weights: precisions in 1 / m2."""
    weight = vertex_areas(surface) * (1.0 - fading(surface, embedding))
    for ball in eyeballs(surface, embedding):
        if ball is not None:
            weight[ball] = 0.0
    chosen = np.flatnonzero(weight > 1e-3 * weight.max())
    return chosen, weight[chosen] * (_INDEPENDENT / weight[chosen].sum() / _ERROR**2)


def _at_vertices(faces: IndexArray, chosen: IndexArray) -> Embedding:
    """The vertices themselves as points on triangles."""
    triangles = np.zeros(int(faces.max()) + 1, dtype=np.int64)
    corners = np.zeros_like(triangles)
    for corner in range(3):
        triangles[faces[:, corner]] = np.arange(len(faces))
        corners[faces[:, corner]] = corner
    return Embedding(triangles[chosen], np.eye(3)[corners[chosen]])


def _jaw(person: PersonLandmarks, delta: FloatArray, weight: FloatArray) -> FloatArray:
    """(3,) the rotation of the jaw alone that comes nearest, by Gauss-Newton."""
    rest, jaw = person.points(Parameters()), np.zeros(3)
    for _ in range(_ROUNDS):
        now = person.linearise(Parameters(jaw=jaw))
        columns = now.jaw.reshape(-1, 3)
        weighted = columns * np.tile(weight, 3)[:, None]
        residual = (rest + delta - now.points).T.ravel()
        hessian = weighted.T @ columns + np.eye(3) / _JAW_SPREAD**2
        jaw = jaw + np.linalg.solve(hessian, weighted.T @ residual - jaw / _JAW_SPREAD**2)
    return jaw


def _expressions(person: PersonLandmarks, jaw: FloatArray, deltas: FloatArray, weight: FloatArray) -> FloatArray:
    """(K, E) most probable coefficients for (K, N, 3) displacements from rest, given the jaw; they are linear then."""
    rest, now = person.points(Parameters()), person.linearise(Parameters(jaw=jaw))
    columns = now.expression.reshape(-1, now.expression.shape[2])
    weighted = columns * np.tile(weight, 3)[:, None]
    hessian = weighted.T @ columns + np.eye(columns.shape[1])
    upper, none = np.full(columns.shape[1], 2 * BOUND), np.ones(columns.shape[1], dtype=np.bool_)
    made = []
    for delta in deltas:
        gradient = weighted.T @ (rest + delta - now.points).T.ravel()
        # Measured from the lower bound, for a solver whose lower bounds are zero.
        made.append(solve_box(hessian, gradient + hessian @ (upper / 2), upper, none)[0] - BOUND)
    return np.array(made)
