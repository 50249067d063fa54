"""Live smoothing: less jitter for some delay, by time and not by frames."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX
from koekata.config import SmoothConfig
from koekata.frames import SolvedFace
from koekata.smooth import Smoother, preset_delays
from koekata.smooth.one_euro import OneEuro

Array = NDArray[np.float64]
Film = Callable[..., list[SolvedFace]]
PRESETS = ("responsive", "balanced", "calm")
TIMES = np.arange(600) / 60


def smoothed(faces: list[SolvedFace], preset: str, predict_ms: float = 0.0) -> list[SolvedFace]:
    smoother = Smoother(SmoothConfig(preset=preset, predict_ms=predict_ms))  # type: ignore[arg-type]
    return [smoother.smooth(face) for face in faces]


def weights(faces: list[SolvedFace]) -> Array:
    return np.array([face.weights for face in faces])


def swaying(times: Array) -> Array:
    return 0.5 - 0.4 * np.cos(2 * np.pi * 0.7 * times)


def test_off_hands_on_the_very_same_face(film: Film) -> None:
    faces = film(TIMES[:50], swaying(TIMES[:50]))
    assert all(after is before for after, before in zip(smoothed(faces, "off", 50.0), faces, strict=True))


@pytest.mark.parametrize(("preset", "worst"), [("responsive", 0.5), ("balanced", 0.38), ("calm", 0.25)])
def test_jitter_is_reduced(film: Film, regions: dict[str, int], preset: str, worst: float) -> None:
    noise = 0.4 + 0.02 * np.random.default_rng(0).standard_normal(len(TIMES))
    after = np.diff(weights(smoothed(film(TIMES, noise), preset)), axis=0)[60:].std(axis=0)
    for region, channel in regions.items():
        assert after[channel] < worst * np.diff(noise).std(), region


def test_calmer_presets_leave_less_jitter(film: Film, regions: dict[str, int]) -> None:
    noise = 0.4 + 0.02 * np.random.default_rng(0).standard_normal(len(TIMES))
    left = [weights(smoothed(film(TIMES, noise), preset))[60:].std(axis=0) for preset in PRESETS]
    for channel in regions.values():
        assert left[0][channel] > left[1][channel] > left[2][channel]


def test_calmer_presets_are_later() -> None:
    delays = [preset_delays(preset) for preset in ("off", *PRESETS)]
    assert set(delays[0]) == {"eyes", "gaze", "brows", "jaw", "mouth", "cheeks", "head"}
    for region in delays[0]:
        values = [delay[region] for delay in delays]
        assert values == sorted(values)
        assert values[0] == 0.0 < values[1]
        assert values[3] < 30.0


def test_blinks_and_lips_are_never_later_than_brows_and_cheeks() -> None:
    for preset in PRESETS:
        delay = preset_delays(preset)
        assert max(delay["eyes"], delay["jaw"], delay["mouth"]) <= min(delay["brows"], delay["cheeks"])


@pytest.mark.parametrize(("preset", "tolerance"), [("responsive", 0.012), ("balanced", 0.02), ("calm", 0.035)])
def test_dropped_frames_hardly_change_what_the_others_show(
    film: Film, regions: dict[str, int], preset: str, tolerance: float
) -> None:
    kept = np.sort(np.random.default_rng(0).choice(len(TIMES), 380, replace=False))
    every = weights(smoothed(film(TIMES, swaying(TIMES)), preset))[kept]
    some = weights(smoothed(film(TIMES[kept], swaying(TIMES[kept])), preset))
    by_count = weights(smoothed(film(TIMES[:380], swaying(TIMES[kept])), preset))
    for channel in regions.values():
        assert np.abs(every - some)[:, channel].max() < tolerance
        assert np.abs(every - some)[:, channel].max() < 0.6 * np.abs(every - by_count)[:, channel].max()


def test_half_the_frame_rate_gives_nearly_the_same_movement(film: Film, regions: dict[str, int]) -> None:
    full = weights(smoothed(film(TIMES, swaying(TIMES)), "balanced"))[::2]
    half = weights(smoothed(film(TIMES[::2], swaying(TIMES[::2])), "balanced"))
    assert np.abs(full - half)[:, list(regions.values())].max() < 0.012


def test_prediction_moves_a_steady_movement_ahead_by_what_was_asked(film: Film, regions: dict[str, int]) -> None:
    ramp = np.clip((TIMES - 0.3) * 0.8, 0.0, 1.0)
    steady = (TIMES > 0.9) & (TIMES < 1.4)

    def lag_ms(predict_ms: float) -> Array:
        after = weights(smoothed(film(TIMES, ramp), "balanced", predict_ms))
        return (ramp[:, None] - after)[steady].mean(axis=0)[list(regions.values())] / 0.8 * 1e3

    assert (lag_ms(0.0) > 10.0).all()
    np.testing.assert_allclose(lag_ms(0.0) - lag_ms(10.0), 10.0, atol=1.0)
    assert (np.abs(lag_ms(20.0)) < 0.5 * lag_ms(0.0)).all()


@pytest.mark.parametrize("preset", PRESETS)
def test_weights_stay_between_zero_and_one_when_predicted(film: Film, preset: str) -> None:
    steps = (np.sin(2 * np.pi * 1.3 * TIMES) > 0).astype(float)
    after = weights(smoothed(film(TIMES, steps), preset, 100.0))
    assert after.min() == 0.0
    assert after.max() == 1.0


def test_a_still_face_stays_where_it_is(film: Film) -> None:
    faces = film(TIMES[:120], np.full(120, 0.3))
    after = smoothed(faces, "calm", 50.0)[-1]
    for name in ("weights", "yaw_pitch_roll", "translation", "gaze"):
        np.testing.assert_allclose(getattr(after, name), getattr(faces[-1], name), atol=1e-9)


def test_head_gaze_and_place_are_smoothed_as_well(film: Film) -> None:
    noise = 0.4 + 0.02 * np.random.default_rng(1).standard_normal(len(TIMES))
    faces = film(TIMES, noise)
    after = smoothed(faces, "balanced")

    def jitter(film_: list[SolvedFace], pick: Callable[[SolvedFace], Any]) -> float:
        return float(np.diff([pick(face) for face in film_])[60:].std())

    for pick in (lambda f: f.yaw_pitch_roll[0], lambda f: f.translation[0], lambda f: f.gaze[2]):
        assert jitter(after, pick) < 0.4 * jitter(faces, pick)


def test_what_is_not_movement_is_left_alone(film: Film) -> None:
    faces = film(TIMES[:30], swaying(TIMES[:30]))
    for before, after in zip(faces, smoothed(faces, "calm"), strict=True):
        assert after.time is before.time
        assert after.performer == before.performer
        assert after.confidence == before.confidence
        assert after.channel_confidence is before.channel_confidence


def test_an_unobserved_channel_is_not_touched(film: Film) -> None:
    tongue = ARKIT_INDEX["tongueOut"]
    faces = film(TIMES[:30], swaying(TIMES[:30]))
    np.testing.assert_array_equal(weights(smoothed(faces, "calm"))[:, tongue], weights(faces)[:, tongue])


def test_a_short_gap_glides_and_a_long_one_starts_afresh(film: Film) -> None:
    jaw = ARKIT_INDEX["jawOpen"]
    before = TIMES[:60]
    for gap, fresh in ((0.3, False), (0.8, True)):
        times = np.append(before, before[-1] + gap)
        after = smoothed(film(times, np.append(np.zeros(60), 0.6)), "calm")[-1].weights[jaw]
        assert bool(abs(after - 0.6) < 1e-9) is fresh


def test_a_film_that_starts_again_starts_the_filter_again(film: Film) -> None:
    times = np.append(TIMES[:60], 0.0)
    after = smoothed(film(times, np.append(np.zeros(60), 0.6)), "calm")[-1]
    np.testing.assert_allclose(after.weights, 0.6)


def test_a_time_that_does_not_advance_changes_nothing() -> None:
    filter_ = OneEuro(np.array([1.0]), np.array([0.0]))
    filter_(0.0, np.array([0.0]))
    first = filter_(0.1, np.array([1.0]))
    np.testing.assert_array_equal(filter_(0.1, np.array([5.0])), first)


def test_the_slope_of_a_ramp_is_its_slope() -> None:
    filter_ = OneEuro(np.array([2.0]), np.array([3.0]))
    for time_s in TIMES[:200]:
        filter_(float(time_s), np.array([0.7 * time_s]))
    assert filter_.slope[0] == pytest.approx(0.7, abs=0.005)
