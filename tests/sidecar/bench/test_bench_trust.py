"""The measure of confidence tells a confidence that knows from one that does not."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.bench.trust import confidence_against_error

ROWS = 40


def performance() -> tuple[np.ndarray, np.ndarray]:
    """Truth that moves throughout, and weights whose error grows from channel to channel."""
    rng = np.random.default_rng(0)
    true = rng.uniform(0.3, 0.7, (ROWS, 52))
    return true, true + np.linspace(0.01, 0.25, 52) * rng.choice((-1.0, 1.0), (ROWS, 52))


def test_a_confidence_that_knows_the_errors_ranks_them() -> None:
    true, weights = performance()
    knows = np.broadcast_to(np.linspace(0.9, 0.1, 52), true.shape)
    figures = confidence_against_error(knows, weights, true)
    assert figures["spearman"] < -0.99
    assert figures["mean_error_by_tenth"] == sorted(figures["mean_error_by_tenth"])
    assert confidence_against_error(1.0 - knows, weights, true)["spearman"] > 0.99


def test_a_confidence_that_knows_nothing_shows_it() -> None:
    true, weights = performance()
    guess = np.random.default_rng(1).uniform(0.1, 0.9, true.shape)
    assert abs(confidence_against_error(guess, weights, true)["spearman"]) < 0.1


def test_channels_at_rest_and_channels_that_are_not_observed_do_not_count() -> None:
    true, weights = performance()
    sure = np.broadcast_to(np.linspace(0.9, 0.1, 52), true.shape).copy()
    before = confidence_against_error(sure, weights, true)
    true[:, 10], weights[:, 10] = 0.0, 0.05
    without = np.delete(np.arange(52), [10, 20])
    sure[:, 20] = 0.0
    expected = confidence_against_error(sure[:, without], weights[:, without], true[:, without])
    found = confidence_against_error(sure, weights, true)
    assert found["spearman"] == pytest.approx(expected["spearman"])
    assert found["mean_error_by_tenth"] == pytest.approx(expected["mean_error_by_tenth"])
    assert before["spearman"] != expected["spearman"]


def test_too_little_to_rank_gives_zero_instead_of_nan() -> None:
    flat = np.full((2, 52), 0.5)
    assert confidence_against_error(flat, flat, flat) == {"spearman": 0.0, "mean_error_by_tenth": []}
