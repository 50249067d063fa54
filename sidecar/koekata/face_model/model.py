"""The face model that the fitter works with, whatever it was made from.

A face is the mean of all performers, plus a performer's identity, plus what the performer expresses:

    points(identity, weights) = mean + sum_i identity_i * identity_modes_i + sum_k weights_k * expression_k

for the 478 landmarks of the face mesh, in metres, in the head's axes (+x performer's left, +y up, +z out of the face).
How far a tracker strays from that is part of the model: Gaussian noise, low-rank plus diagonal.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import BinaryIO

import numpy as np

from koekata.errors import ModelError
from koekata.frames import FloatArray

__all__ = ["FaceModel", "Noise", "load_builtin", "load_model", "save_model"]

LANDMARKS = 478


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """Covariance of the landmark error, low-rank plus diagonal: `factors.T @ factors + diag(variance)`."""

    factors: FloatArray
    """(R, 1434) metres."""
    variance: FloatArray
    """(1434,) square metres."""

    def precision_times(self, columns: FloatArray) -> FloatArray:
        """Inverse covariance times (1434, C) columns, by Woodbury's identity."""
        scaled = columns / self.variance[:, None]
        weighted = self.factors / self.variance
        core = np.eye(len(self.factors)) + weighted @ self.factors.T
        return np.asarray(scaled - weighted.T @ np.linalg.solve(core, self.factors @ scaled))

    def squared_distances(self, residuals: FloatArray) -> FloatArray:
        """(T,) squared Mahalanobis distances of (T, 1434) residuals; about 1434 for one that is typical."""
        return np.asarray(np.einsum("ti,it->t", residuals, self.precision_times(residuals.T)))


@dataclass(frozen=True, slots=True, eq=False)
class FaceModel:
    """Mean, identity, expression and noise of the face-mesh landmarks."""

    name: str
    mean: FloatArray
    """(478, 3) metres."""
    identity_modes: FloatArray
    """(I, 478, 3) metres for one standard deviation each."""
    identity_variance: FloatArray
    """(1434,) square metres: what the modes leave unexplained."""
    expression_names: tuple[str, ...]
    """ARKit names of the expression basis."""
    expression: FloatArray
    """(K, 478, 3) metres at weight 1."""
    noise: Noise
    reliability: FloatArray
    """(K,) in [0, 1]: the share of a channel's variance that a fit recovers from performers it has not seen."""
    gaze_range: tuple[float, float, float, float]
    """Degrees that an eye turns in, out, up and down at weight 1."""


def save_model(target: str | BinaryIO, model: FaceModel) -> None:
    """Write a model as an .npz of half-precision arrays in millimetres."""

    def pack(metres: FloatArray) -> np.ndarray[tuple[int, ...], np.dtype[np.float16]]:
        return (metres * 1e3).astype(np.float16)

    np.savez_compressed(
        target,
        name=np.array(model.name),
        mean=(model.mean * 1e3).astype(np.float32),
        identity_modes=pack(model.identity_modes),
        identity_deviation=pack(np.sqrt(model.identity_variance)),
        expression_names=np.array(model.expression_names),
        expression=pack(model.expression),
        noise_factors=pack(model.noise.factors),
        noise_deviation=pack(np.sqrt(model.noise.variance)),
        reliability=model.reliability.astype(np.float32),
        gaze_range=np.array(model.gaze_range),
    )


def load_builtin() -> FaceModel:
    """Koekata's own model, made by `koekata.face_model.build`. Raises ModelError when its file is damaged."""
    with resources.as_file(resources.files("koekata") / "data" / "face_model" / "builtin.npz") as path:
        return load_model(path)


def load_model(path: Path) -> FaceModel:
    """Read a model that `save_model` wrote. Raises ModelError when the file is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _unpack({key: stored[key] for key in stored.files})
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(f"{path}: the face model cannot be read: {error}", remedy="Install Koekata again.") from error


def _unpack(stored: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> FaceModel:
    def metres(key: str) -> FloatArray:
        return stored[key].astype(np.float64) * 1e-3

    inward, outward, up, down = stored["gaze_range"].astype(np.float64)
    return FaceModel(
        name=str(stored["name"]),
        mean=metres("mean"),
        identity_modes=metres("identity_modes"),
        identity_variance=metres("identity_deviation") ** 2,
        expression_names=tuple(str(name) for name in stored["expression_names"]),
        expression=metres("expression"),
        noise=Noise(metres("noise_factors"), metres("noise_deviation") ** 2),
        reliability=stored["reliability"].astype(np.float64),
        gaze_range=(float(inward), float(outward), float(up), float(down)),
    )
