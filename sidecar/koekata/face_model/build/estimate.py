"""Estimate the built-in face model from rendered actors and what the tracker reported about them.

    python -m koekata.face_model.build.estimate landmarks*.npz --out sidecar/koekata/data/face_model/builtin.npz

Everything is measured through the tracker, so that its own bias is part of the model: the mean face and the identity
modes are principal components of the reported neutral faces, the expression basis is the regression of reported
displacements on the rendered weights, and the noise is what the regression leaves over. Each frame is used twice, the
second time as its mirror image, which makes the model symmetric.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES, UNOBSERVED_BY_LANDMARKS, mirrored_name
from koekata.face_model.build.render import SIZE
from koekata.face_model.model import FaceModel, Noise, save_model
from koekata.fit.camera import REFERENCE_LANDMARKS
from koekata.fit.fitter import FrameFitter
from koekata.frames import FloatArray

IDENTITY_MODES = 48
NOISE_FACTORS = 300
NOISE_SHRINKAGE = 0.01
"""Share of the mean variance that is added to the diagonal: the renders are cleaner than any webcam."""
UNSEEN = 6
"""Every so many actors are left out of the trial model on which reliability is measured."""
GAZE_RANGE = (30.0, 35.0, 25.0, 30.0)
"""Degrees that the renderer turns an eye in, out, up and down at weight 1."""
OBSERVED = tuple(name for name in ARKIT_NAMES if name not in UNOBSERVED_BY_LANDMARKS)


@dataclass(frozen=True)
class Observations:
    """Rendered frames as the tracker saw them, in the head's axes."""

    points: FloatArray
    """(N, 478, 3) metres, unprojected with the rendered camera and pose."""
    weights: FloatArray
    """(N, 52)."""
    yaw: FloatArray
    """(N,) degrees."""
    actor: NDArray[np.int64]
    neutral: NDArray[np.bool_]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("landmarks", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    save_model(str(arguments.out), estimate(arguments.landmarks))


def estimate(paths: Sequence[Path]) -> FaceModel:
    """The model that explains the observations in the files best."""
    observed, neutrals = _normalise_size(_load(paths))
    unseen = observed.actor % UNSEEN == 0
    trial = _estimate(_chosen(observed, ~unseen), neutrals)
    reliability = measure_reliability(trial, _chosen(_displacements(observed), unseen & ~observed.neutral))
    return replace(_estimate(observed, neutrals), reliability=reliability)


def _estimate(observed: Observations, neutrals: FloatArray) -> FaceModel:
    mirror = mirror_landmarks(neutrals.mean(axis=0))
    neutrals = np.concatenate([neutrals, _mirrored_points(neutrals, mirror)])
    mean = neutrals.mean(axis=0)
    modes, rest = _identity(neutrals - mean)
    displaced = _with_mirror_images(_displacements(observed), mirror)
    expression = _expression(displaced)
    noise = _noise(displaced, expression)
    return FaceModel("builtin", mean, modes, rest, OBSERVED, expression, noise, np.ones(len(OBSERVED)), GAZE_RANGE)


def _chosen(observed: Observations, rows: NDArray[np.bool_]) -> Observations:
    return Observations(*(getattr(observed, field.name)[rows] for field in fields(observed)))


def measure_reliability(model: FaceModel, displaced: Observations) -> FloatArray:
    """(K,) squared correlation of fitted and rendered weights, the mean of both sides.

    The fit is that of a known pose, on displacements from the neutral face of actors that `model` has not seen.
    """
    fitter = FrameFitter(model, model.mean)
    fitted = np.array([fitter.weights_at_pose(points) for points in displaced.points])
    true = displaced.weights[:, [ARKIT_INDEX[name] for name in OBSERVED]]
    shared = np.array([_correlation(a, b) for a, b in zip(fitted.T, true.T, strict=True)]) ** 2
    partner = [OBSERVED.index(mirrored_name(name)) for name in OBSERVED]
    return np.asarray((shared + shared[partner]) / 2)


def _correlation(a: FloatArray, b: FloatArray) -> float:
    return float(np.corrcoef(a, b)[0, 1]) if a.std() > 1e-6 else 0.0


def _load(paths: Sequence[Path]) -> Observations:
    files = [np.load(path) for path in paths]
    rows = {key: np.concatenate([file[key] for file in files]).astype(np.float64) for key in files[0].files}
    rows["actor"] += np.concatenate([np.full(len(f["actor"]), 100_000 * i) for i, f in enumerate(files)])
    points = _head_axes(rows, _reference(rows))
    neutral = rows["neutral"] > 0.5
    return Observations(points, rows["weights"], rows["yaw_pitch_roll"][:, 0], rows["actor"].astype(np.int64), neutral)


def _reference(rows: dict[str, FloatArray]) -> FloatArray:
    """(3,) metres: where the mean of the reference landmarks lies in the head's axes.

    The tracker's depth has no origin. Points that do not depend on yaw show the right one; as their sideways drift is
    linear in it, two trials find it.
    """
    sine = np.sin(np.radians(rows["yaw_pitch_roll"][:, 0]))
    trials = [np.array([0.0, 0.0, depth]) for depth in (0.08, 0.10)]
    near, far = (np.polyfit(sine, _head_axes(rows, trial).mean(axis=1)[:, 0], 1)[0] for trial in trials)
    depth = 0.08 + 0.02 * near / (near - far)
    points = _head_axes(rows, np.array([0.0, 0.0, depth]))
    return np.array([0.0, points[:, REFERENCE_LANDMARKS, 1].mean(), depth])


def _head_axes(rows: dict[str, FloatArray], reference: FloatArray) -> FloatArray:
    """Landmarks in pixels to metres in the head's axes, with the rendered camera and pose."""
    scale = rows["distance"] / rows["focal"] / 100.0
    rotation, shift = rows["rotation"], rows["translation"] / 100.0
    forward = -rows["landmarks"][..., 2] * scale[:, None]
    forward -= forward[:, REFERENCE_LANDMARKS].mean(axis=1, keepdims=True)
    forward += (rotation[:, 2] @ reference)[:, None] + shift[:, 2:3]
    depth = rows["distance"][:, None] / 100.0 - forward
    across = (rows["landmarks"][..., 0] - SIZE / 2) * depth / rows["focal"][:, None]
    up = (SIZE / 2 - rows["landmarks"][..., 1]) * depth / rows["focal"][:, None]
    camera_axes = np.stack([across, up, forward], axis=-1) - shift[:, None]
    return np.asarray(camera_axes @ rotation)


def _normalise_size(observed: Observations) -> tuple[Observations, FloatArray]:
    """Scale every actor to the mean size, which no camera can know; also the (A, 478, 3) neutral faces."""
    actors = np.unique(observed.actor)
    neutrals = np.array([observed.points[(observed.actor == a) & observed.neutral].mean(axis=0) for a in actors])
    sizes = np.linalg.norm(neutrals - neutrals.mean(axis=1, keepdims=True), axis=(1, 2))
    scale = sizes.mean() / sizes
    points = observed.points * scale[np.searchsorted(actors, observed.actor), None, None]
    return replace(observed, points=points), neutrals * scale[:, None, None]


def mirror_landmarks(mean: FloatArray) -> NDArray[np.int64]:
    """(478,) index of the landmark on the other side of the face, from a nearly symmetric (478, 3) face."""
    flipped = mean * (-1.0, 1.0, 1.0)
    distance = np.linalg.norm(mean[:, None] - flipped[None], axis=2)
    partner: NDArray[np.int64] = distance.argmin(axis=1)
    if not np.array_equal(partner[partner], np.arange(len(partner))):
        raise ValueError("the mean face is too asymmetric to pair its landmarks")
    return partner


def _mirrored_points(points: FloatArray, mirror: NDArray[np.int64]) -> FloatArray:
    return np.asarray(points[:, mirror] * (-1.0, 1.0, 1.0))


def _with_mirror_images(observed: Observations, mirror: NDArray[np.int64]) -> Observations:
    swap = [ARKIT_INDEX[mirrored_name(name)] for name in ARKIT_NAMES]
    return Observations(
        np.concatenate([observed.points, _mirrored_points(observed.points, mirror)]),
        np.concatenate([observed.weights, observed.weights[:, swap]]),
        np.concatenate([observed.yaw, -observed.yaw]),
        np.concatenate([observed.actor, observed.actor]),
        np.concatenate([observed.neutral, observed.neutral]),
    )


def _displacements(observed: Observations) -> Observations:
    """Points relative to the same actor's neutral face."""
    points = observed.points.copy()
    for actor in np.unique(observed.actor):
        rows = observed.actor == actor
        points[rows] -= observed.points[rows & observed.neutral].mean(axis=0)
    return replace(observed, points=points)


def _identity(deviations: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Principal components (I, 478, 3) scaled to one standard deviation, and the variance (1434,) they leave."""
    flat = deviations.reshape(len(deviations), -1)
    values, vectors = np.linalg.eigh(flat.T @ flat / len(flat))
    modes = (vectors[:, -IDENTITY_MODES:] * np.sqrt(values[-IDENTITY_MODES:])).T
    rest = flat.var(axis=0) - (modes**2).sum(axis=0)
    return modes.reshape(-1, *deviations.shape[1:]), np.maximum(rest, 1e-9)


def _expression(observed: Observations) -> FloatArray:
    """(K, 478, 3) displacement per unit of weight, by ridge regression."""
    acting = ~observed.neutral
    weights = observed.weights[acting][:, [ARKIT_INDEX[name] for name in OBSERVED]]
    flat = observed.points[acting].reshape(len(weights), -1)
    basis = np.linalg.solve(weights.T @ weights + 1e-3 * np.eye(len(OBSERVED)), weights.T @ flat)
    return np.asarray(basis.reshape(len(OBSERVED), -1, 3))


def _noise(observed: Observations, expression: FloatArray) -> Noise:
    """Covariance of what the expression basis leaves over, low-rank plus diagonal."""
    acting = ~observed.neutral
    weights = observed.weights[acting][:, [ARKIT_INDEX[name] for name in OBSERVED]]
    residual = observed.points[acting].reshape(len(weights), -1) - weights @ expression.reshape(len(OBSERVED), -1)
    covariance = residual.T @ residual / len(residual)
    values, vectors = np.linalg.eigh(covariance)
    factors = (vectors[:, -NOISE_FACTORS:] * np.sqrt(values[-NOISE_FACTORS:])).T
    rest = np.maximum(np.diag(covariance) - (factors**2).sum(axis=0), 0.0)
    return Noise(factors, rest + NOISE_SHRINKAGE * float(np.diag(covariance).mean()))


if __name__ == "__main__":
    main()
