"""There and back: random ARKit weights, the face that they make, its landmarks, and the weights fitted to them.

Nothing is tracked here: what is measured is the fit itself, on landmarks that are exact or whose noise is known. Every
person has an identity of their own, which the fit knows, as after a perfect calibration; pose and weights it does not.

* `3d`: the landmarks as a tracker reports them, picture coordinates and depth.
* `2d`: picture coordinates alone; how far away each landmark is counts as unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from koekata.channels import ARKIT_INDEX
from koekata.config import FaceModelConfig
from koekata.face_model.build.acting import random_weights
from koekata.face_model.model import FaceModel, Noise
from koekata.face_model.open import OpenedModel, open_configured
from koekata.fit.camera import Camera, HeadPose
from koekata.fit.fitter import FrameFitter
from koekata.frames import FloatArray
from koekata.rotations import rotation_from_vector

__all__ = ["round_trip"]

NOISE = 0.015
"""Standard deviation of each coordinate, as a share of the distance between the outer corners of the eyes."""
_EXACT = 5e-5
"""Metres that exact landmarks are taken to be off by: a fit needs some noise."""
_FAR = 0.1
"""Metres of standard deviation of a depth that is not known."""
_TURN, _SHIFT = 3.0, 0.02
"""Degrees and metres by which heads stray from the pose that the fit starts from."""
_DISTANCE = 0.6
_SIZE = (1280, 720)
_OBSERVED = 0.02
"""Reliability from which a channel counts as observable, as in the solver."""
_CORNERS = (33, 263)
_WAYS = {"3d exact": (0.0, False), "3d noisy": (NOISE, False), "2d exact": (0.0, True), "2d noisy": (NOISE, True)}
"""Noise, and whether depth is unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class _Heads:
    """Where faces come from: people, and what the channels do to them; landmarks in the head's axes."""

    neutral: Callable[[np.random.Generator], FloatArray]
    """A person's neutral face, (478, 3) metres."""
    expression: FloatArray
    """(K, 478, 3) metres at weight 1: what happens to the mesh, seen at the landmarks."""


def round_trip(
    config: FaceModelConfig, basis: Path | None = None, *, people: int = 12, frames: int = 10, seed: int = 0
) -> dict[str, Any]:
    """Mean absolute error of the weights, by channel and in the mean of the observable ones.

    Faces are made with the model's own channels, or with those of `basis`; then they are fitted by a model that knows
    that basis, and by one that does not.
    """
    own = open_configured(config)
    true = open_configured(config.model_copy(update={"basis": str(basis)})) if basis else own
    heads = _heads(true, told=basis is not None)
    drawn = [_drawn(true.face_model, heads, np.random.default_rng((seed, person)), frames) for person in range(people)]
    figures = {"own channels" if basis is None else "known channels": _trips(true.face_model, heads, drawn, seed)}
    if basis is not None:
        figures["other channels"] = _trips(own.face_model, heads, drawn, seed)
    return figures


def _heads(opened: OpenedModel, *, told: bool) -> _Heads:
    """People of the model. What a basis tells of the mesh stands in the model as it is."""
    model, face = opened.face_model, opened.flame
    if face is None:

        def drawn(random: np.random.Generator) -> FloatArray:
            return model.mean + np.tensordot(_coefficients(random, len(model.identity_modes)), model.identity_modes, 1)

        return _Heads(drawn, model.expression)

    from koekata.face_model.flame.prepare import arkit_deltas

    flame, rotation, translation = face.flame, face.placement_rotation, face.placement_translation

    def made(random: np.random.Generator) -> FloatArray:
        mesh = flame.v_template + flame.shapedirs @ _coefficients(random, flame.shape_count)
        return face.embedding.of(mesh, flame.faces) @ rotation.T + translation

    if told:
        return _Heads(made, model.expression)
    # Carried from landmarks to the whole mesh, whose eyeballs only turn, and seen at the landmarks again.
    seen = np.array([face.embedding.of(delta, flame.faces) for delta in arkit_deltas(face)]) @ rotation.T
    return _Heads(made, seen)


def _coefficients(random: np.random.Generator, count: int) -> FloatArray:
    return np.clip(random.standard_normal(count), -2.0, 2.0)


def _drawn(model: FaceModel, heads: _Heads, random: np.random.Generator, frames: int) -> tuple[FloatArray, FloatArray]:
    """A person's neutral face (478, 3), and what the person expresses: (T, K) weights."""
    places = [ARKIT_INDEX[name] for name in model.expression_names]
    return heads.neutral(random), np.array([random_weights(random)[places] for _ in range(frames)])


def _trips(
    model: FaceModel, heads: _Heads, drawn: Sequence[tuple[FloatArray, FloatArray]], seed: int
) -> dict[str, Any]:
    true = np.concatenate([weights for _, weights in drawn])
    observable = model.reliability >= _OBSERVED
    errors, correlation = [], []
    for noise, flat in _WAYS.values():
        fitted = _Trip(model, heads, noise, flat).weights(drawn, np.random.default_rng(seed))
        errors.append(np.abs(fitted - true).mean(axis=0)[observable])
        pairs = zip(true.T[observable], fitted.T[observable], strict=True)
        correlation.append([float(np.corrcoef(pair)[0, 1]) for pair in pairs if min(np.std(pair, axis=1)) > 0])
    names = [name for name, seen in zip(model.expression_names, observable, strict=True) if seen]
    return {
        "columns": list(_WAYS),
        "mean absolute error": [float(found.mean()) for found in errors],
        "mean correlation": [float(np.mean(found)) for found in correlation],
        "error by channel": {
            name: [float(e) for e in row] for name, row in zip(names, np.transpose(errors), strict=True)
        },
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Trip:
    """One way of looking at faces."""

    model: FaceModel
    heads: _Heads
    noise: float
    """Share of the eye distance."""
    flat: bool
    """Whether depth is unknown."""

    def weights(self, drawn: Sequence[tuple[FloatArray, FloatArray]], random: np.random.Generator) -> FloatArray:
        """(T, K) fitted weights."""
        return np.array([self._fitted(neutral, frame, random) for neutral, weights in drawn for frame in weights])

    def _fitted(self, neutral: FloatArray, weights: FloatArray, random: np.random.Generator) -> FloatArray:
        deviation = self.noise * float(np.linalg.norm(neutral[_CORNERS[0]] - neutral[_CORNERS[1]]))
        camera = Camera.of_image(_SIZE)
        points = neutral + np.tensordot(weights, self.heads.expression, 1)
        landmarks = _seen(points, _random_pose(random), camera)
        landmarks += deviation * camera.focal / _DISTANCE * random.standard_normal(landmarks.shape)
        pose = HeadPose(np.eye(3), np.array([0.0, 0.0, -_DISTANCE]))
        for _ in range(2):
            if self.flat:
                landmarks[:, 2] = _seen(neutral, pose, camera)[:, 2]
            fitter = FrameFitter(replace(self.model, noise=self._noise(neutral, pose, deviation)), neutral)
            fit = fitter.fit(landmarks, camera, pose)
            pose = fit.pose
        return fit.weights

    def _noise(self, neutral: FloatArray, pose: HeadPose, deviation: float) -> Noise:
        """As declared: the same in all directions, and where depth is unknown, wide along the line of sight."""
        variance = np.full(neutral.size, max(deviation, _EXACT) ** 2)
        if not self.flat:
            return Noise(np.zeros((0, neutral.size)), variance)
        sight = neutral + pose.translation @ pose.rotation
        sight /= np.linalg.norm(sight, axis=1, keepdims=True)
        factors = np.zeros((len(neutral), *neutral.shape))
        factors[np.arange(len(neutral)), np.arange(len(neutral))] = _FAR * sight
        return Noise(factors.reshape(len(neutral), -1), variance)


def _random_pose(random: np.random.Generator) -> HeadPose:
    turn = rotation_from_vector(np.radians(_TURN) * random.standard_normal(3))
    return HeadPose(turn, np.array([0.0, 0.0, -_DISTANCE]) + _SHIFT * random.standard_normal(3))


def _seen(points: FloatArray, pose: HeadPose, camera: Camera) -> FloatArray:
    """(478, 3) landmarks in pixels as a tracker reports them, of points in the head's axes: `unproject` reversed."""
    forward = points @ pose.rotation[2]
    across, up, away = (points @ pose.rotation.T + pose.translation).T
    scale = camera.focal / -away
    depth = forward * (camera.focal / pose.translation[2])
    return np.column_stack((camera.centre[0] + across * scale, camera.centre[1] - up * scale, depth))
