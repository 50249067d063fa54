"""Carrying one set of landmarks onto another: first as a whole, then bending smoothly."""

from __future__ import annotations

import numpy as np

from koekata.frames import FloatArray

__all__ = ["similarity", "spline_warp"]


def similarity(source: FloatArray, target: FloatArray) -> tuple[float, FloatArray, FloatArray]:
    """Scale, rotation and translation that carry (N, 3) source points best onto target points.

    Umeyama: "Least-squares estimation of transformation parameters between two point patterns", 1991.
    """
    from_centre, to_centre = source.mean(axis=0), target.mean(axis=0)
    covariance = (target - to_centre).T @ (source - from_centre)
    left, sizes, right = np.linalg.svd(covariance)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    rotation = left @ np.diag(signs) @ right
    scale = float((sizes * signs).sum() / ((source - from_centre) ** 2).sum())
    return scale, rotation, to_centre - scale * rotation @ from_centre


def spline_warp(source: FloatArray, target: FloatArray, points: FloatArray, slack: float) -> FloatArray:
    """(P, 3) points carried along by the smoothest warp that brings (N, 3) source points near the target points.

    Biharmonic spline of three dimensions (kernel: distance) with an affine part; Bookstein: "Principal warps", 1989.
    `slack` in metres of kernel: 0 meets the targets exactly, more bends less.
    """
    count = len(source)
    affine = np.hstack([np.ones((count, 1)), source])
    system = np.zeros((count + 4, count + 4))
    # The kernel is conditionally negative definite: hence the sign.
    system[:count, :count] = -_distances(source, source) + slack * np.eye(count)
    system[:count, count:], system[count:, :count] = affine, affine.T
    wanted = np.vstack([target - source, np.zeros((4, 3))])
    solution = np.linalg.lstsq(system, wanted, rcond=None)[0]
    kernel = np.hstack([-_distances(points, source), np.ones((len(points), 1)), points])
    return np.asarray(points + kernel @ solution)


def _distances(first: FloatArray, second: FloatArray) -> FloatArray:
    return np.asarray(np.linalg.norm(first[:, None] - second[None], axis=2))
