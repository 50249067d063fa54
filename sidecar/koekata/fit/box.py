"""Bounded quadratic programmes of the size of a face."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray

__all__ = ["solve_box"]

_MAX_STEPS = 12


def solve_box(
    hessian: FloatArray, gradient: FloatArray, upper: FloatArray, free: NDArray[np.bool_]
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Minimise `x H x / 2 - g x` with `0 <= x <= upper`, by an active-set method with many changes at once.

    `hessian` (n, n) is positive definite, `gradient` and `upper` are (n,); where `upper` is infinite, x is not
    bounded at all. `free` (n,) is a guess of which variables end strictly inside their bounds, the last frame's, say.
    Returns x and the free variables. The sets settle in two or three steps; after a dozen, the point at hand is
    clipped and good enough.

    Source: Portugal, Judice, Vicente, "A comparison of block pivoting and interior-point algorithms for linear least
    squares problems with nonnegative variables", Math. Comp. 63 (1994).
    """
    bounded = np.isfinite(upper)
    free = free | ~bounded
    fixed = np.zeros(len(gradient))
    for _ in range(_MAX_STEPS):
        inside = np.flatnonzero(free)
        target = gradient[inside] - hessian[inside] @ np.where(free, 0.0, fixed)
        solution = np.where(free, 0.0, fixed)
        solution[inside] = np.linalg.solve(hessian[np.ix_(inside, inside)], target)
        slope = hessian @ solution - gradient
        below = free & bounded & (solution < 0.0)
        above = free & bounded & (solution > upper)
        release = ~free & np.where(fixed > 0.0, slope > 1e-12, slope < -1e-12)
        if not (below.any() or above.any() or release.any()):
            return solution, free
        fixed = np.where(above, upper, np.where(below | release, 0.0, fixed))
        free = (free & ~below & ~above) | release
    return np.where(bounded, np.clip(solution, 0.0, np.where(bounded, upper, 0.0)), solution), free
