"""Bounded quadratic programmes of the size of a face."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray

__all__ = ["solve_box"]

_BLOCK_STEPS, _SINGLE_STEPS = 10, 500
_SLACK = 1e-9


def solve_box(
    hessian: FloatArray, gradient: FloatArray, upper: FloatArray, free: NDArray[np.bool_]
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Minimise `x H x / 2 - g x` with `0 <= x <= upper`, by block principal pivoting.

    `hessian` (n, n) is positive definite, `gradient` and `upper` are (n,); where `upper` is infinite, x is not
    bounded at all. `free` (n,) is a guess of which variables end strictly inside their bounds, the last frame's, say.
    Returns x and the free variables. All variables that break a condition change sides at once, which settles in two
    or three steps; where that goes round in circles, they change one by one, which always ends (Murty's rule).

    Source: Portugal, Judice, Vicente, "A comparison of block pivoting and interior-point algorithms for linear least
    squares problems with nonnegative variables", Math. Comp. 63 (1994).
    """
    bounded = np.isfinite(upper)
    free = free | ~bounded
    fixed = np.zeros(len(gradient))
    for step in range(_BLOCK_STEPS + _SINGLE_STEPS):
        solution = _solved_with(hessian, gradient, free, fixed)
        slope = hessian @ solution - gradient
        below = free & bounded & (solution < -_SLACK)
        above = free & bounded & (solution > upper + _SLACK)
        release = ~free & np.where(fixed > 0.0, slope > _SLACK, slope < -_SLACK)
        wrong = below | above | release
        if not wrong.any():
            break
        change = wrong if step < _BLOCK_STEPS else _last(wrong)
        fixed = np.where(change & above, upper, np.where(change & ~above, 0.0, fixed))
        free = free ^ change
    return np.where(bounded, np.clip(solution, 0.0, np.where(bounded, upper, 0.0)), solution), free


def _solved_with(hessian: FloatArray, gradient: FloatArray, free: NDArray[np.bool_], fixed: FloatArray) -> FloatArray:
    solution = np.where(free, 0.0, fixed)
    inside = np.flatnonzero(free)
    target = gradient[inside] - hessian[inside] @ solution
    solution[inside] = np.linalg.solve(hessian[np.ix_(inside, inside)], target)
    return solution


def _last(wrong: NDArray[np.bool_]) -> NDArray[np.bool_]:
    chosen = np.zeros_like(wrong)
    chosen[np.flatnonzero(wrong)[-1]] = True
    return chosen
