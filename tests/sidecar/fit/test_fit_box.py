"""The bounded quadratic programme finds the one minimum that there is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.fit.box import solve_box

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Problem:
    """Minimise x H x / 2 - g x within 0 <= x <= upper."""

    hessian: Array
    gradient: Array
    upper: Array

    def solve(self, guess: float | Array = 0.0) -> Array:
        free = np.broadcast_to(np.asarray(guess) > 0, self.gradient.shape).copy()
        return solve_box(self.hessian, self.gradient, self.upper, free)[0]

    def clipped(self, x: Array) -> Array:
        bounded = np.isfinite(self.upper)
        return np.where(bounded, np.clip(x, 0.0, np.where(bounded, self.upper, 0.0)), x)


def random_problem(seed: int, size: int = 20, unbounded: int = 3, rank: int | None = None) -> Problem:
    rng = np.random.default_rng(seed)
    factor = rng.standard_normal((rank or 2 * size, size))
    hessian = factor.T @ factor + (0.5 if rank else 1e-3) * np.eye(size)
    upper = np.concatenate([np.ones(size - unbounded), np.full(unbounded, np.inf)])
    return Problem(hessian, hessian @ rng.uniform(-1.5, 2.5, size), upper)


def descended(problem: Problem, steps: int = 20_000) -> Array:
    """The minimum by accelerated projected gradient descent: slow, and nothing to get wrong."""
    rate = 1.0 / np.linalg.eigvalsh(problem.hessian)[-1]
    x = lead = np.zeros(len(problem.gradient))
    for step in range(steps):
        ahead = problem.clipped(lead - rate * (problem.hessian @ lead - problem.gradient))
        lead = ahead + step / (step + 3) * (ahead - x)
        if step > 100 and np.abs(ahead - x).max() < 1e-13:
            return ahead
        x = ahead
    return x


@pytest.mark.parametrize("seed", range(12))
def test_it_finds_what_projected_gradient_descent_finds(seed: int) -> None:
    problem = random_problem(seed)
    reference = descended(problem)
    bounded = np.isfinite(problem.upper)
    assert (reference[bounded] == 0).any()
    assert (reference[bounded] == 1).any()
    np.testing.assert_allclose(problem.solve(), reference, atol=1e-5)


@pytest.mark.parametrize("seed", range(40))
def test_the_conditions_of_a_minimum_hold(seed: int) -> None:
    problem = random_problem(seed, size=58, unbounded=7)
    x = problem.solve()
    slope = problem.hessian @ x - problem.gradient
    bounded = np.isfinite(problem.upper)
    assert (x[bounded] >= 0).all()
    assert (x[bounded] <= 1).all()
    at_zero, at_one = bounded & (x == 0), bounded & (x == 1)
    inside = ~at_zero & ~at_one
    tolerance = 1e-8 * np.abs(problem.gradient).max()
    assert (slope[at_zero] > -tolerance).all()
    assert (slope[at_one] < tolerance).all()
    assert np.abs(slope[inside]).max() < tolerance


@pytest.mark.parametrize("seed", range(20))
def test_the_first_guess_does_not_matter(seed: int) -> None:
    problem = random_problem(seed, size=58, unbounded=7)
    guess = np.random.default_rng(seed).integers(0, 2, 58).astype(float)
    np.testing.assert_allclose(problem.solve(0.0), problem.solve(1.0), atol=1e-8)
    np.testing.assert_allclose(problem.solve(0.0), problem.solve(guess), atol=1e-8)


@pytest.mark.parametrize("seed", range(10))
def test_its_own_answer_is_a_guess_that_stays(seed: int) -> None:
    problem = random_problem(seed)
    first, free = solve_box(problem.hessian, problem.gradient, problem.upper, np.zeros(20, bool))
    again, still = solve_box(problem.hessian, problem.gradient, problem.upper, free)
    np.testing.assert_allclose(again, first, atol=1e-9)
    np.testing.assert_array_equal(still, free)


@pytest.mark.parametrize("seed", range(20))
def test_an_answer_is_within_bounds_even_where_the_data_hardly_tell_variables_apart(seed: int) -> None:
    problem = random_problem(seed, size=40, unbounded=0, rank=8)
    x = problem.solve()
    assert np.isfinite(x).all()
    assert x.min() >= 0
    assert x.max() <= 1


def test_two_equal_columns_share_the_weight() -> None:
    hessian = np.ones((2, 2)) + 1e-6 * np.eye(2)
    x = Problem(hessian, np.array([0.8, 0.8]), np.ones(2)).solve()
    np.testing.assert_allclose(x, [0.4, 0.4], atol=1e-5)


def test_unbounded_variables_may_be_negative() -> None:
    x = Problem(np.eye(2), np.array([-3.0, -3.0]), np.array([np.inf, 1.0])).solve()
    np.testing.assert_allclose(x, [-3.0, 0.0])
