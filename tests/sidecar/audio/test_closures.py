"""Closures are found with a threshold that holds, and compared one to one."""

from __future__ import annotations

import numpy as np

from koekata.audio.closures import closures, matched, runs


def test_a_closure_holds_until_the_probability_is_well_below_the_threshold() -> None:
    closed = np.array([0.0, 0.6, 0.15, 0.15, 0.05, 0.0], np.float32)
    assert closures(closed, 0.5) == [(1, 4)]


def test_two_frames_are_no_closure() -> None:
    assert closures(np.array([0.0, 0.9, 0.9, 0.0, 0.9, 0.9, 0.9, 0.0], np.float32), 0.5) == [(4, 7)]


def test_runs_at_both_ends_count() -> None:
    assert runs(np.array([True, False, True, True])) == [(0, 1), (2, 4)]
    assert runs(np.zeros(0, bool)) == []


def test_each_closure_is_paired_once() -> None:
    assert matched([(10, 20)], [(11, 13), (15, 17)], 4) == 1
    assert matched([(10, 12), (14, 16)], [(10, 16)], 4) == 1


def test_the_tolerance_is_the_gap_that_is_still_near() -> None:
    assert matched([(10, 12)], [(15, 17)], 4) == 1
    assert matched([(10, 12)], [(16, 18)], 4) == 0
    assert matched([(20, 22)], [(13, 15)], 4) == 0
    assert matched([(20, 22)], [(14, 17)], 4) == 1
