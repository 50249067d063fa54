"""The tracker's noise with its factorisation done once."""

from __future__ import annotations

import numpy as np
from scipy.linalg import cholesky, solve_triangular

from koekata.face_model.model import Noise
from koekata.frames import FloatArray

__all__ = ["FactoredNoise"]

_SURFACE = 0.0015
"""Metres by which a landmark strays from its place on FLAME's surface, since the tracker reports it elsewhere."""
_KEPT = 64
"""Directions of correlated noise that are kept. The rest counts as noise of its own at each landmark: it is small
beside `_SURFACE`."""


class FactoredNoise:
    """Noise N(0, F'F + D) of the 478 landmarks: products with its inverse, without its inverse.

    Vectors are coordinate by coordinate here, all x before all y, as derivatives of FLAME's landmarks are.
    """

    def __init__(self, noise: Noise) -> None:
        variance, factors = _by_coordinate(noise.variance) + _SURFACE**2, _by_coordinate(noise.factors)
        scale = np.sqrt(variance)
        _, strength, directions = np.linalg.svd(factors / scale, full_matrices=False)
        whole = strength[:, None] * directions
        factors = whole[:_KEPT] * scale
        variance = variance * (1.0 + (whole[_KEPT:] ** 2).sum(axis=0))
        self.scale = np.sqrt(variance)
        """(1434,) metres: standard deviation of each coordinate's own noise."""
        weighted = factors / variance
        root = cholesky(np.eye(len(weighted)) + weighted @ factors.T, lower=True)
        self._common = np.asarray(solve_triangular(root, weighted, lower=True))
        self._back = np.ascontiguousarray(np.asarray(solve_triangular(root, factors, lower=True)).T)
        self._precision = 1.0 / variance

    def projector(self, columns: FloatArray) -> FloatArray:
        """(P, 1434) `J' S^-1` for (1434, P) columns J."""
        weighted = columns * self._precision[:, None]
        weighted -= self._common.T @ (self._common @ columns)
        return np.asarray(weighted.T)

    def own(self, residual: FloatArray) -> FloatArray:
        """(1434,) metres: the part of a residual that correlated noise does not explain."""
        return np.asarray(residual - self._back @ (self._common @ residual))


def _by_coordinate(values: FloatArray) -> FloatArray:
    """(..., 1434) landmark by landmark, as coordinate by coordinate."""
    return np.ascontiguousarray(values.reshape(*values.shape[:-1], -1, 3).swapaxes(-1, -2)).reshape(values.shape)
