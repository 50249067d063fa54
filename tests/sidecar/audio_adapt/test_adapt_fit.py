"""Recordings that are not the script, or no recordings at all, are refused with what to do."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.adapt.calibrate import calibrate
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.recording import check_recording
from koekata.audio.adapt.script import load_script
from koekata.audio.adapt.shipped import Shipped
from koekata.audio.features import RATE
from koekata.audio.visemes import Floats
from koekata.errors import CaptureError


def told(_title: str, _share: float) -> None:
    """Nobody listens."""


def voice(seconds: float, level: float = 0.3) -> Floats:
    """Bursts of noise with pauses between them."""
    count = int(seconds * RATE)
    bursts = (np.arange(count) // (RATE // 2)) % 2
    return np.asarray(level * bursts * np.random.default_rng(1).standard_normal(count), np.float32)


@pytest.mark.parametrize("language", ["ja", "en", "zh"])
def test_another_text_is_refused(shipped: Shipped, takes: list[Take], language: str) -> None:
    speech = Take(np.concatenate([take.samples for take in takes]), load_script(language)[:12])
    with pytest.raises(CaptureError, match="does not fit the script"):
        calibrate(shipped, [speech], told)


def test_sentences_in_another_order_are_refused(shipped: Shipped, takes: list[Take]) -> None:
    longest = sorted(takes, key=lambda take: len(take.samples))[6:]
    wrong = [Take(take.samples, other.sentences) for take, other in zip(longest, [longest[-1], *longest], strict=False)]
    with pytest.raises(CaptureError, match="does not fit the script"):
        calibrate(shipped, wrong, told)


def test_noise_is_refused_as_what_does_not_fit(shipped: Shipped) -> None:
    with pytest.raises(CaptureError, match="does not fit the script"):
        calibrate(shipped, [Take(voice(50.0), load_script("ja"))], told)


def test_far_too_short_a_recording_does_not_fit(shipped: Shipped, takes: list[Take]) -> None:
    with pytest.raises(CaptureError, match="too short"):
        calibrate(shipped, [Take(takes[0].samples[:8000], load_script("ja"))], told)


@pytest.mark.parametrize(
    ("samples", "says"),
    [
        (np.zeros(30 * RATE, np.float32), "hardly anything is heard"),
        (voice(30.0, 1e-4), "hardly anything is heard"),
        (voice(4.0), "too short"),
        (np.clip(voice(30.0, 1.0), -1.0, 1.0), "too loud"),
        (0.1 * np.random.default_rng(0).standard_normal(30 * RATE).astype(np.float32), "does not stand out"),
    ],
)
def test_what_is_wrong_with_the_sound_is_named(samples: Floats, says: str) -> None:
    with pytest.raises(CaptureError, match=says) as caught:
        check_recording("take.wav", samples)
    assert caught.value.message.startswith("take.wav: ")
    assert caught.value.remedy


def test_a_quiet_voice_with_pauses_is_accepted() -> None:
    check_recording("take.wav", voice(30.0, 0.02))
