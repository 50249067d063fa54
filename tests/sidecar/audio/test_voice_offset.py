"""How far sound and picture are apart, measured on syllables."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.offset import measure_offset
from koekata.errors import CaptureError


def syllables(seed: int, count: int = 10) -> np.ndarray:
    """Times at which lips part, at uneven intervals."""
    return 0.8 + np.cumsum(np.random.default_rng(seed).uniform(0.6, 1.3, count))


def picture(parts_s: np.ndarray, fps: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The gap as a tracker sees it: opening within 60 ms, closing within 150, with noise."""
    times = np.arange(0.0, parts_s[-1] + 1.5, 1.0 / fps)
    since = times[:, None] - parts_s
    opened = np.clip(since / 0.06, 0.0, 1.0) * np.clip(1.0 - (since - 0.25) / 0.15, 0.0, 1.0)
    return times, 0.4 * opened.max(axis=1) + np.random.default_rng(seed).normal(0.0, 0.01, len(times))


def sound(bursts_s: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Loudness every 10 ms: a burst, a vowel that fades, a room of -60 dB."""
    times = np.arange(0.0, bursts_s[-1] + 1.5, 0.01)
    since = times[:, None] - bursts_s
    vowel = np.where((since >= 0.0) & (since < 0.3), -15.0 - 40.0 * since, -60.0).max(axis=1)
    return times, vowel + np.random.default_rng(seed).normal(0.0, 1.0, len(times))


@pytest.mark.parametrize("late_s", [-0.12, 0.0, 0.045, 0.2])
@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0])
def test_the_offset_of_syllables_is_found_within_half_a_picture(late_s: float, fps: float) -> None:
    parts_s = syllables(1)
    found = measure_offset(*picture(parts_s, fps, 2), *sound(parts_s + late_s, 3))
    # The lips part over 60 ms, so that half of their way is 30 ms after the burst.
    assert found.late_s == pytest.approx(late_s - 0.02, abs=0.5 / fps + 0.01)
    assert found.syllables >= 8
    assert found.clearness > 1.5


def test_sound_that_has_nothing_to_do_with_the_lips_is_refused() -> None:
    with pytest.raises(CaptureError, match="cannot be measured"):
        measure_offset(*picture(syllables(1), 30.0, 2), *sound(syllables(77), 3))


def test_silence_and_still_lips_are_refused_with_what_to_do() -> None:
    times, loudness = sound(syllables(1), 3)
    with pytest.raises(CaptureError, match="only 0 syllables"):
        measure_offset(*picture(syllables(1), 30.0, 2), times, np.full_like(loudness, -60.0))
    still_s, gap = picture(syllables(1), 30.0, 2)
    with pytest.raises(CaptureError, match="hardly seen to move") as caught:
        measure_offset(still_s, np.zeros_like(gap), times, loudness)
    assert "say pa ten times" in caught.value.remedy
