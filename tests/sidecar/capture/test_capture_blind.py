"""A source without pictures: time for a voice alone."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.frames import CapturedFrame


def test_moments_come_at_the_rate_that_is_asked_for() -> None:
    with open_source(CaptureConfig(source="none", fps=100.0), live=True) as source:
        frames = list(islice((item for item in source if isinstance(item, CapturedFrame)), 50))
    seconds = (frames[-1].time.monotonic_ns - frames[0].time.monotonic_ns) / 1e9
    moments = frames[-1].time.sequence - frames[0].time.sequence
    assert moments / seconds == pytest.approx(100.0, rel=0.2)


def test_offline_every_moment_has_its_place_on_the_time_line() -> None:
    with open_source(CaptureConfig(source="none"), live=False) as source:
        frames = list(islice((item for item in source if isinstance(item, CapturedFrame)), 500))
    np.testing.assert_allclose([frame.time.timeline_s for frame in frames], np.arange(500) / 60.0, atol=1e-9)
