"""Smoothing of takes: no delay, whole, and without seams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
import pytest
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX
from koekata.config import SmoothConfig
from koekata.frames import SolvedFace
from koekata.smooth import Smoother, smooth_take

Array = NDArray[np.float64]
Film = Callable[..., list[SolvedFace]]
PRESETS = ("responsive", "balanced", "calm")
LONG = np.arange(2500) / 60


def config(preset: str) -> SmoothConfig:
    return SmoothConfig(preset=preset)  # type: ignore[arg-type]


def weights(faces: list[SolvedFace]) -> Array:
    return np.array([face.weights for face in faces])


def lively(times: Array) -> Array:
    noise = 0.05 * np.random.default_rng(0).standard_normal(len(times))
    return np.clip(0.5 + 0.35 * np.sin(2 * np.pi * 0.5 * times) + noise, 0.0, 1.0)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_pulse_stays_where_it_was(film: Film, regions: dict[str, int], preset: str) -> None:
    times = np.arange(600) / 60
    pulse = np.exp(-(((times - 5.0) / 0.1) ** 2))
    after = weights(list(smooth_take(film(times, pulse), config(preset))))
    for channel in regions.values():
        match = np.correlate(after[:, channel], pulse, "full")
        assert match.argmax() == len(pulse) - 1
        centre = (after[:, channel] * times).sum() / after[:, channel].sum()
        assert centre == pytest.approx(5.0, abs=1e-3)
        assert after[:, channel].max() > 0.85


def test_live_smoothing_is_late_on_the_same_pulse(film: Film, regions: dict[str, int]) -> None:
    times = np.arange(600) / 60
    pulse = np.exp(-(((times - 5.0) / 0.1) ** 2))
    smoother = Smoother(config("calm"))
    after = weights([smoother.smooth(face) for face in film(times, pulse)])[:, regions["brows"]]
    assert (after * times).sum() / after.sum() > 5.01


@pytest.mark.parametrize("preset", PRESETS)
def test_a_long_take_has_no_seams(film: Film, preset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    faces = film(LONG, lively(LONG))
    in_chunks = weights(list(smooth_take(faces, config(preset))))
    monkeypatch.setattr("koekata.smooth.zero_lag._CHUNK", len(faces))
    at_once = weights(list(smooth_take(faces, config(preset))))
    np.testing.assert_allclose(in_chunks, at_once, atol=1e-6)


@pytest.mark.parametrize("count", [0, 1, 2, 59, 60, 899, 900, 901, 959, 960, 961, 1860, 2500])
def test_every_frame_comes_out_once_and_in_order(film: Film, count: int) -> None:
    faces = film(LONG[:count], lively(LONG[:count]))
    after = list(smooth_take(faces, config("balanced")))
    assert [face.time for face in after] == [face.time for face in faces]


def test_it_hands_frames_out_before_the_take_has_ended(film: Film) -> None:
    read = 0

    def counted() -> Iterator[SolvedFace]:
        nonlocal read
        for face in film(LONG, lively(LONG)):
            read += 1
            yield face

    assert len(list(islice(smooth_take(counted(), config("balanced")), 10))) == 10
    assert read < 1100


def test_jitter_is_reduced(film: Film, regions: dict[str, int]) -> None:
    noise = 0.4 + 0.02 * np.random.default_rng(0).standard_normal(600)
    after = weights(list(smooth_take(film(LONG[:600], noise), config("balanced"))))
    for channel in regions.values():
        assert np.diff(after[:, channel]).std() < 0.3 * np.diff(noise).std()


def test_off_changes_nothing(film: Film) -> None:
    faces = film(LONG[:30], lively(LONG[:30]))
    assert all(a is b for a, b in zip(smooth_take(faces, config("off")), faces, strict=True))


def test_there_is_nothing_to_predict_in_a_take(film: Film) -> None:
    faces = film(LONG[:200], lively(LONG[:200]))
    plain = smooth_take(faces, config("balanced"))
    predicted = smooth_take(faces, SmoothConfig(preset="balanced", predict_ms=80.0))
    np.testing.assert_array_equal(weights(list(plain)), weights(list(predicted)))


def test_held_frames_are_handed_on_as_they_are(film: Film) -> None:
    lost = range(100, 130)
    faces = film(LONG[:200], lively(LONG[:200]), lost)
    after = list(smooth_take(faces, config("balanced")))
    assert [face.tracked for face in after] == [number not in lost for number in range(200)]
    for number in lost:
        np.testing.assert_allclose(after[number].weights, faces[number].weights)


def test_weights_stay_between_zero_and_one(film: Film) -> None:
    steps = (np.sin(2 * np.pi * 1.3 * LONG[:400]) > 0).astype(float)
    after = weights(list(smooth_take(film(LONG[:400], steps), config("calm"))))
    assert after.min() >= 0.0
    assert after.max() <= 1.0
    assert after[:, ARKIT_INDEX["jawOpen"]].std() > 0.2
