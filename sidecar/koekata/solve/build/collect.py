"""Fit the rendered actors as a session would, and keep what the refining network is told of each frame.

    python -m koekata.solve.build.collect landmarks0.npz --out features0.npz

Takes the files of `koekata.face_model.build.render`. Nothing about an actor or a camera is known: each actor is
calibrated from some of the frames, a random share of them neutral.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX
from koekata.face_model.build.estimate import mirror_landmarks
from koekata.face_model.build.render import SIZE
from koekata.face_model.model import FaceModel, load_builtin
from koekata.fit.calibrate import calibrate
from koekata.fit.camera import Camera
from koekata.fit.fitter import FrameFitter, first_pose
from koekata.frames import FloatArray
from koekata.solve.features import pack

_EXPRESSIVE_FRAMES = 24
"""Of an actor's frames, how many that are not neutral take part in the calibration."""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("landmarks", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    model, rng = load_builtin(), np.random.default_rng(arguments.seed)
    stored = np.load(arguments.landmarks)
    actors, columns = stored["actor"].astype(int), [ARKIT_INDEX[name] for name in model.expression_names]
    landmarks, neutral = stored["landmarks"].astype(np.float64), stored["neutral"] > 0.5
    features: list[NDArray[np.float32]] = []
    for actor in np.unique(actors):
        rows = np.flatnonzero(actors == actor)
        features += _fitted(model, landmarks[rows], _calibration_rows(neutral[rows], rng))
        print(f"actor {actor}, {len(features)} frames", file=sys.stderr, flush=True)  # noqa: T201
    order = np.argsort(actors, kind="stable")
    np.savez(
        arguments.out,
        features=np.array(features),
        weights=stored["weights"][order][:, columns].astype(np.float32),
        actor=actors[order],
    )


def _calibration_rows(neutral: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    still, acting = np.flatnonzero(neutral), np.flatnonzero(~neutral)
    kept = rng.choice(still, rng.integers(0, len(still) + 1), replace=False)
    rows = np.concatenate([kept, rng.choice(acting, min(len(acting), _EXPRESSIVE_FRAMES), replace=False)])
    return np.asarray(rng.permutation(rows))


def _fitted(model: FaceModel, landmarks: FloatArray, chosen: NDArray[np.int64]) -> list[NDArray[np.float32]]:
    found = calibrate(model, [landmarks[row] for row in chosen], (SIZE, SIZE))
    fitter, camera = FrameFitter(model, found.points), Camera.of_image((SIZE, SIZE), found.focal_share)
    packed = []
    for points in landmarks:
        start = fitter.fit(points, camera, first_pose(points, camera, found.points)).pose
        fit = fitter.fit(points, camera, start)
        packed.append(pack(fit.points, found.points, model.mean, fit.weights, fit.pose.rotation))
    return packed


def mirror_features(model: FaceModel, features: NDArray[np.float32], swap: list[int]) -> NDArray[np.float32]:
    """(N, FEATURES) of the mirror images; `swap` is the index of each channel's partner on the other side."""
    partner = mirror_landmarks(model.mean)
    points = len(partner) * 3

    def flipped(flat: NDArray[np.float32]) -> NDArray[np.float32]:
        placed = flat.reshape(len(flat), -1, 3)[:, partner] * np.array([-1.0, 1.0, 1.0], np.float32)
        return np.asarray(placed.reshape(len(flat), -1))

    rest = features[:, 2 * points :]
    weights, turned = rest[:, : len(swap)][:, swap], rest[:, len(swap) :] * np.array([-1, 1, 1, -1], np.float32)
    moved, identity = flipped(features[:, :points]), flipped(features[:, points : 2 * points])
    return np.concatenate([moved, identity, weights, turned], axis=1)


if __name__ == "__main__":
    main()
