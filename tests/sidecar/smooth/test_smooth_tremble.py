"""Tremble is told from movement, whatever the frame rate, and learned slowly."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.smooth import LiveFilter, preset_parameters
from koekata.smooth.gated import GatedLowPass
from koekata.smooth.tremble import Tremble

Array = NDArray[np.float64]
START = 0.025


def learned(times: Array, values: Array, bounded: bool = True) -> float:
    """What is known at the end of some values that are all alike but for their noise."""
    count = values.shape[1]
    tremble = Tremble(np.full(count, START), np.full(count, bounded))
    for time_s, row in zip(times.tolist(), values, strict=True):
        tremble.learn(time_s, row)
    return float(tremble.deviation.mean())


def noise(times: Array, deviation: float) -> Array:
    return deviation * np.random.default_rng(0).standard_normal((len(times), 40))


@pytest.mark.parametrize("deviation", [0.015, 0.025, 0.04])
@pytest.mark.parametrize("rate", [25, 30, 60, 120])
def test_white_noise_is_measured_at_any_frame_rate(deviation: float, rate: int) -> None:
    times = np.arange(60 * rate) / rate
    assert learned(times, 0.4 + noise(times, deviation)) == pytest.approx(deviation, rel=0.12)


def test_dropped_frames_do_not_change_the_measure() -> None:
    times = np.sort(np.random.default_rng(1).choice(np.arange(3600) / 60, 2200, replace=False))
    assert learned(times, 0.4 + noise(times, 0.02)) == pytest.approx(0.02, rel=0.12)


def test_steady_movement_is_no_tremble() -> None:
    times = np.arange(1800) / 30
    swaying = 0.5 + 0.3 * np.sin(2 * np.pi * 0.3 * times)
    assert learned(times, swaying[:, None] + noise(times, 0.015)) == pytest.approx(0.015, rel=0.2)


def test_blinks_count_no_more_than_other_frames() -> None:
    times = np.arange(1800) / 30
    blinks = 0.8 * np.clip(1 - np.abs((times % 3.0) - 1.5) / 0.1, 0, 1)
    assert learned(times, 0.1 + blinks[:, None] + noise(times, 0.015)) == pytest.approx(0.015, rel=0.25)


def test_weights_at_their_bounds_say_nothing() -> None:
    times = np.arange(1800) / 30
    assert learned(times, np.zeros((1800, 3))) == pytest.approx(START)
    assert learned(times, np.ones((1800, 3))) == pytest.approx(START)
    assert learned(times, np.zeros((1800, 3)), bounded=False) == pytest.approx(START / 2)


def test_the_measure_stays_within_half_and_twice_the_start() -> None:
    times = np.arange(3600) / 30
    assert learned(times, 0.5 + noise(times, 0.0001)) == pytest.approx(START / 2)
    assert learned(times, 0.5 + noise(times, 0.15)) == pytest.approx(2 * START, rel=0.01)


def test_going_back_in_time_and_standing_still_change_nothing() -> None:
    tremble = Tremble(np.array([START]), np.array([True]))
    for time_s, value in ((0.0, 0.4), (0.1, 0.6), (0.1, 0.2), (0.05, 0.5), (0.0, 0.4)):
        tremble.learn(time_s, np.array([value]))
    assert tremble.deviation[0] == START


def gate() -> GatedLowPass:
    return GatedLowPass(np.array([1.0]), np.array([10.0]), np.array([6.0]))


def test_a_time_that_does_not_advance_leaves_the_filter_as_it_is() -> None:
    filter_, tremble = gate(), np.array([0.02])
    filter_(0.0, np.array([0.0]), tremble)
    first = filter_(0.1, np.array([1.0]), tremble)
    np.testing.assert_array_equal(filter_(0.1, np.array([5.0]), tremble), first)
    np.testing.assert_array_equal(filter_(0.05, np.array([5.0]), tremble), first)


def test_the_slope_of_a_ramp_is_its_slope() -> None:
    filter_ = gate()
    for time_s in np.arange(0.0, 3.0, 1 / 60):
        filter_(float(time_s), np.array([0.7 * time_s]), np.array([0.02]))
    assert filter_.slope[0] == pytest.approx(0.7, abs=0.01)


def test_the_values_handed_in_are_not_changed_and_not_kept() -> None:
    filter_, value, tremble = gate(), np.array([0.3]), np.array([0.02])
    shown = filter_(0.0, value, tremble)
    shown += 1.0
    assert value[0] == 0.3
    assert filter_(0.0, value, tremble)[0] == 0.3


def test_faster_parameters_let_movement_through_earlier() -> None:
    times = np.arange(120) / 60
    ramp = np.clip(times - 0.5, 0.0, 1.0)

    def lag(factor: float) -> float:
        filter_ = LiveFilter(preset_parameters("balanced").part(slice(1)).faster(factor))
        return float(np.mean([v - filter_(t, np.array([v]))[0] for t, v in zip(times.tolist(), ramp, strict=True)]))

    assert lag(2.0) < 0.7 * lag(1.0)
