"""What the network hears does not depend on how the sound arrives, nor on how loud the microphone is set."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.features import BANDS, HOP, RATE, WINDOW, FeatureStream, Floats, log_mel, normalised
from koekata.bench.audio import held_out

PRIOR = np.full(BANDS, -8.0, np.float32)


@pytest.fixture(scope="module")
def speech() -> Floats:
    return np.concatenate(held_out().samples)[: 6 * RATE]


@pytest.mark.parametrize("block", [1, 37, HOP, 1024, 48_000])
def test_blocks_of_any_size_give_the_frames_of_the_whole(speech: Floats, block: int) -> None:
    short = speech[:RATE]
    stream = FeatureStream(PRIOR)
    heard = [each for i in range(0, len(short), block) for each in stream.push(short[i : i + block])]
    whole = normalised(log_mel(short), PRIOR)[: len(heard)]
    assert len(heard) == (len(short) - WINDOW // 2) // HOP + 1
    np.testing.assert_allclose(np.stack([each.features for each in heard]), whole, atol=1e-3)
    assert [each.centre for each in heard] == list(range(0, len(heard) * HOP, HOP))


def test_a_frame_needs_nothing_after_half_a_window(speech: Floats) -> None:
    cut = speech.copy()
    cut[3 * RATE + WINDOW // 2 :] = 0.3
    frame = 3 * RATE // HOP
    before, after = (normalised(log_mel(sound), PRIOR)[: frame + 1] for sound in (speech, cut))
    np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize("decibels", [-30, -12, 12])
def test_the_level_of_the_microphone_does_not_matter(speech: Floats, decibels: float) -> None:
    usual = normalised(log_mel(speech), PRIOR)
    changed = normalised(log_mel(speech * np.float32(10 ** (decibels / 20))), PRIOR)
    loud = log_mel(speech).max(axis=1) > log_mel(speech).max() - 5.0
    assert np.abs(usual - changed)[loud].mean() < 0.15


def test_the_colour_of_a_microphone_wears_off(speech: Floats) -> None:
    tilt = np.linspace(-2.0, 2.0, BANDS).astype(np.float32)
    energies = np.tile(log_mel(speech), (3, 1))
    change = normalised(energies + tilt, PRIOR) - normalised(energies, PRIOR)
    apart = np.abs(change - change.mean(axis=1, keepdims=True)).mean(axis=1)
    loud = np.flatnonzero(energies.max(axis=1) > energies.max() - 4.0)
    assert apart[loud[-100:]].mean() < 0.6 * apart[loud[0]]


def test_digital_silence_is_finite_and_its_loudness_has_a_floor() -> None:
    heard = FeatureStream(PRIOR).push(np.zeros(RATE, np.float32))
    assert all(np.isfinite(each.features).all() for each in heard)
    assert {round(each.loudness_db) for each in heard} == {-100}


def test_loudness_is_the_rms_in_decibels_below_full_scale() -> None:
    tone = (0.5 * np.sin(2 * np.pi * 500 * np.arange(RATE) / RATE)).astype(np.float32)
    heard = FeatureStream(PRIOR).push(tone)
    assert heard[50].loudness_db == pytest.approx(20 * np.log10(0.5 / np.sqrt(2)), abs=0.1)


def test_after_a_reset_nothing_of_the_voice_is_left(speech: Floats) -> None:
    stream = FeatureStream(PRIOR)
    first = stream.push(speech)
    stream.reset()
    again = stream.push(speech)
    assert again[0].centre == 0
    np.testing.assert_array_equal(first[40].features, again[40].features)
