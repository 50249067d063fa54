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


@pytest.mark.parametrize(("preset", "tolerance"), [("responsive", 0.02), ("balanced", 0.02), ("calm", 0.02)])
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
    np.testing.assert_allclose(lag_ms(0.0) - lag_ms(50.0), 50.0, atol=5.0)


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
    brow = ARKIT_INDEX["browInnerUp"]
    before = TIMES[:60]
    for gap, fresh in ((0.3, False), (0.8, True)):
        times = np.append(before, before[-1] + gap)
        after = smoothed(film(times, np.append(np.zeros(60), 0.1)), "calm")[-1].weights[brow]
        assert bool(abs(after - 0.1) < 1e-9) is fresh


def test_a_film_that_starts_again_starts_the_filter_again(film: Film) -> None:
    times = np.append(TIMES[:60], 0.0)
    after = smoothed(film(times, np.append(np.zeros(60), 0.6)), "calm")[-1]
    np.testing.assert_allclose(after.weights, 0.6)


@pytest.mark.parametrize("rate", [25, 30, 60])
def test_a_blink_keeps_its_height(film: Film, rate: int) -> None:
    times = np.arange(4 * rate) / rate
    blink = 0.9 * np.clip(1 - np.abs(times - 2.0) / 0.075, 0, 1)
    after = weights(smoothed(film(times, blink), "balanced"))[:, ARKIT_INDEX["eyeBlinkLeft"]]
    assert after.max() > 0.9 * blink.max()


@pytest.mark.parametrize("preset", PRESETS)
def test_a_slow_movement_is_not_swallowed_and_has_no_steps(film: Film, regions: dict[str, int], preset: str) -> None:
    ramp = 0.3 + np.clip((TIMES - 2.0) * 0.05, 0.0, 0.1)
    after = weights(smoothed(film(TIMES, ramp), preset))[:, list(regions.values())]
    assert (np.abs(after[TIMES > 5.0] - 0.4) < 0.001).all()
    under_way = (TIMES[1:] > 3.0) & (TIMES[1:] < 4.0)
    np.testing.assert_allclose(np.diff(after, axis=0)[under_way], 0.05 / 60, rtol=0.15)


@pytest.mark.parametrize("speed", [0.2, 0.5, 1.0, 2.0, 4.0])
def test_what_is_shown_glides_at_every_speed(film: Film, regions: dict[str, int], speed: float) -> None:
    ramp = np.clip((TIMES - 1.0) * speed, 0.0, 1.0)
    after = weights(smoothed(film(TIMES, ramp), "balanced"))[:, list(regions.values())]
    late = (ramp > 0.5) & (ramp < 1.0)
    steps = np.diff(after, axis=0)[late[1:]] * 60 / speed
    assert steps.min() > 0.5
    assert steps.max() < 1.5


@pytest.mark.parametrize("size", [0.02, 0.05, 0.1, 0.2, 0.9])
def test_every_lasting_change_is_reached_and_never_overshot(film: Film, size: float) -> None:
    after = weights(smoothed(film(TIMES, np.where(TIMES < 1.0, 0.05, 0.05 + size)), "balanced"))[:, :51]
    assert after.max() < 0.05 + size + 1e-9
    assert (after[TIMES > 2.0] > 0.05 + 0.98 * size).all()


def test_a_third_of_the_noise_is_left_and_a_large_movement_is_hardly_late(film: Film, regions: dict[str, int]) -> None:
    noise = 0.02 * np.random.default_rng(2).standard_normal(len(TIMES))
    movement = 0.2 + 0.6 * np.clip((TIMES - 8.0) / 0.15, 0.0, 1.0)
    after = weights(smoothed(film(TIMES, movement + noise), "balanced"))
    half_way = np.interp(0.5, movement, TIMES)
    for region, channel in regions.items():
        assert after[120:470, channel].std() < 0.35 * noise.std(), region
        assert np.interp(0.5, after[480:510, channel], TIMES[480:510]) - half_way < 0.03, region


def test_less_is_taken_for_movement_where_there_is_less_tremble(film: Film, regions: dict[str, int]) -> None:
    def lag(noise: float) -> float:
        values = 0.3 + noise * np.random.default_rng(3).standard_normal(len(TIMES)) + np.where(TIMES > 8.0, 0.12, 0.0)
        after = weights(smoothed(film(TIMES, values), "balanced"))[:, list(regions.values())].mean(axis=1)
        return float(TIMES[(after > 0.38) & (TIMES > 8.0)][0] - 8.0)

    assert lag(0.005) < 0.05 < lag(0.02)


def test_tremble_stays_known_after_a_long_gap(film: Film) -> None:
    times = np.concatenate([TIMES, TIMES + 20.0])
    noise = 0.3 + 0.004 * np.random.default_rng(4).standard_normal(len(times))
    smoother = Smoother(SmoothConfig(preset="balanced"))
    for face in film(times[:601], noise[:601]):
        smoother.smooth(face)
    known = smoother.tremble
    assert known is not None
    assert (known[:51] < 0.02).all()
