from __future__ import annotations

from typing import Any

import numpy as np
from scipy.ndimage import gaussian_filter1d

from koekata.audio.closures import matched, runs
from koekata.audio.features import HOP_S
from koekata.audio.fuse import Fuser
from koekata.audio.fuse.build.hearing import Hearing, noisy
from koekata.audio.fuse.build.scoring import CLOSED_GAP
from koekata.bench.audio import held_out

_PP = 1


def _shown(mouths: Any, known: str, *, music: bool = False, dips: bool = True) -> tuple[int, int, int, float]:
    """True closures, those that the smoothed camera shows, those that the fusion shows, and the share of an open mouth
    that is shut, of a held-out voice whose camera sees dips at p, b and m.
    """
    speech = held_out()
    said = max(range(len(speech.samples)), key=lambda i: len(runs(np.asarray(speech.visemes[i]) == _PP)))
    samples, visemes = speech.samples[said], np.asarray(speech.visemes[said])
    if music:
        samples = noisy(samples, np.random.default_rng(3))
    spoken = (visemes > 0) * np.where((visemes == _PP) & dips, 0.0, 1.0)
    crisp, jaw = (0.03 + 0.3 * gaussian_filter1d(spoken, blur) for blur in (1.0, 2.5))
    times = list(mouths.times(len(visemes) * HOP_S - 0.1))
    windows, fuser = Hearing().windows(samples, times, known), Fuser()
    at = np.round(np.array(times) / HOP_S).astype(int)
    faces, raw = (
        [mouths.solved(time_s, jawOpen=jaws[i]) for time_s, i in zip(times, at, strict=True)] for jaws in (jaw, crisp)
    )
    fused = [fuser.fuse(*parts) for parts in zip(faces, windows, raw, strict=True)]
    shut = np.array([mouths.gap(face) for face in fused]) < CLOSED_GAP
    true = runs(np.array([visemes[max(0, i - 1) : i + 2].max(initial=0) == _PP for i in at]))
    open_mouth = jaw[at] > 0.25
    seen, shown = (matched(true, runs(lips & (visemes[at] > 0)), 2) for lips in (jaw[at] < CLOSED_GAP, shut))
    return len(true), seen, shown, float(shut[open_mouth].mean())


def test_a_spoken_sentence_closes_the_lips_at_more_than_half_of_its_p_b_and_m(mouths: Any) -> None:
    for known in ("late", "prompt", "ahead"):
        true, seen, shown, open_shut = _shown(mouths, known)
        assert true >= 5
        assert seen < 0.2 * true
        assert shown > 0.5 * true
        assert open_shut == 0.0


def test_a_spoken_sentence_never_closes_a_mouth_that_the_camera_sees_open(mouths: Any) -> None:
    for music in (False, True):
        assert _shown(mouths, "ahead", music=music, dips=False)[3] < 0.01
