"""The clock of a sound card: jitter filtered, drift followed, gaps survived."""

from __future__ import annotations

import random

import pytest

from koekata.audio.clock import SampleClock

RATE, COUNT = 48_000, 480


def stamps(seconds: float, ppm: float, seed: int) -> list[tuple[float, float]]:
    """(true, stated) times of blocks; what is stated is late by 0 to some ms, as a busy machine has it."""
    jitter = random.Random(seed)
    length_s = COUNT / RATE * (1 + ppm * 1e-6)
    true = [100.0 + number * length_s for number in range(round(seconds / length_s))]
    return [(time, time + abs(jitter.gauss(0.0, 0.002))) for time in true]


@pytest.mark.parametrize("ppm", [0.0, 80.0, -150.0])
def test_half_an_hour_of_a_card_that_runs_wrong_is_timed_within_3_ms(ppm: float) -> None:
    clock = SampleClock(RATE)
    errors = [clock.block(COUNT, stated) - true for true, stated in stamps(1800.0, ppm, 1)]
    assert max(abs(error) for error in errors[6_000:]) < 0.003
    assert clock.drift_ppm == pytest.approx(ppm, abs=40.0)


def test_filtered_times_are_steadier_than_what_is_stated() -> None:
    clock = SampleClock(RATE)
    blocks = stamps(60.0, 0.0, 2)
    filtered = [clock.block(COUNT, stated) - true for true, stated in blocks][3_000:]
    raw = [stated - true for true, stated in blocks][3_000:]
    assert max(filtered) - min(filtered) < 0.25 * (max(raw) - min(raw))


def test_blocks_that_had_piled_up_at_the_start_do_not_lead_into_the_future() -> None:
    clock = SampleClock(RATE)
    for number in range(20):
        # Five blocks are handed over at once, and from then on each when it is full.
        arrival = 100.0 + max(number, 4) * 0.01
        end = clock.block(COUNT, arrival) + 0.01
    assert end <= arrival + 0.0101


def test_after_a_gap_the_clock_begins_anew() -> None:
    clock = SampleClock(RATE)
    for number in range(500):
        clock.block(COUNT, 100.0 + number * 0.01)
    assert clock.block(COUNT, 200.0) == 200.0
    assert clock.block(COUNT, 200.01) == pytest.approx(200.01, abs=1e-6)
