"""By how much sound and picture are apart, from syllables that open the lips: pa, pa, pa.

The lips part and the burst sounds at the same moment. Both are turned into a train of onsets (how quickly the gap
between the lips grows, how quickly the loudness rises, each half-wave rectified), and the lag at which the trains agree
best is the offset, as in the alignment of recordings by cross-correlation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from koekata.errors import CaptureError
from koekata.frames import FloatArray

__all__ = ["Offset", "measure_offset"]

_STEP_S = 0.005
_LONGEST_LAG_S = 0.5
_ONSET_S = 0.02
"""Standard deviation by which onsets are blurred: no picture tells the moment more exactly."""
_APART_S = 0.12
"""A rival peak is one at least this far from the best."""
_CLEAR, _AGREED = 1.6, 0.5
_FEWEST = 4
_RISE_DB, _RISE_GAP = 12.0, 0.08


@dataclass(frozen=True, slots=True)
class Offset:
    """`late_s`: by how much the sound is late against the picture; below 0 where it is early."""

    late_s: float
    agreement: float
    """Correlation of both trains at that lag, in [0, 1]."""
    clearness: float
    """The best lag's correlation over that of its best rival; near 1 is a guess."""
    syllables: int
    """How many onsets were heard."""


def measure_offset(picture_s: FloatArray, gap: FloatArray, sound_s: FloatArray, loudness_db: FloatArray) -> Offset:
    """From the gap between the lips (T,) at the times of pictures, and the loudness (F,) at the times of frames.

    `gap` is in units of a fully opened jaw. Raises CaptureError where the syllables cannot be made out.
    """
    begin, end = max(picture_s[0], sound_s[0]), min(picture_s[-1], sound_s[-1])
    grid = np.arange(begin, end, _STEP_S)
    if len(grid) * _STEP_S < 2.0:
        raise _unclear("sound and picture share less than two seconds")
    seen = _onsets(np.interp(grid, picture_s, gap))
    heard = _onsets(np.interp(grid, sound_s, np.maximum(loudness_db, loudness_db.max() - 40.0)))
    count = _count(np.interp(grid, sound_s, loudness_db), _RISE_DB)
    if count < _FEWEST:
        raise _unclear(f"only {count} syllables were heard")
    if _count(np.interp(grid, picture_s, gap), _RISE_GAP) < _FEWEST:
        raise _unclear("the lips were hardly seen to move")
    lags, agreement = _correlation(seen, heard)
    return _best(lags, agreement, count)


def _onsets(values: FloatArray) -> FloatArray:
    """(T,) how quickly it rises, blurred, with mean 0 and length 1."""
    rising = np.maximum(np.diff(values, prepend=values[0]), 0.0)
    reach = np.arange(-3 * _ONSET_S, 3 * _ONSET_S + _STEP_S / 2, _STEP_S)
    blurred = np.convolve(rising, np.exp(-0.5 * (reach / _ONSET_S) ** 2), "same")
    centred = blurred - blurred.mean()
    return np.asarray(centred / max(float(np.linalg.norm(centred)), 1e-12))


def _count(values: FloatArray, rise: float) -> int:
    """How often it rises by so much within 80 ms, after having been lower."""
    span = round(0.08 / _STEP_S)
    up = values[span:] - values[:-span] > rise
    return int((np.diff(up.astype(int), prepend=0) == 1).sum())


def _correlation(seen: FloatArray, heard: FloatArray) -> tuple[FloatArray, FloatArray]:
    reach = round(_LONGEST_LAG_S / _STEP_S)
    steps = np.arange(-reach, reach + 1)
    whole = np.correlate(heard, seen, "full")
    return steps * _STEP_S, whole[len(seen) - 1 + steps]


def _best(lags: FloatArray, agreement: FloatArray, count: int) -> Offset:
    best = int(np.argmax(agreement))
    rivals = agreement[np.abs(lags - lags[best]) >= _APART_S]
    clearness = float(agreement[best] / max(float(rivals.max()), 1e-6))
    if clearness < _CLEAR or agreement[best] < _AGREED or best in (0, len(lags) - 1):
        raise _unclear("the syllables fit at no offset, or at more than one")
    left, middle, right = agreement[best - 1 : best + 2]
    # The top of the parabola through three points.
    shift = 0.5 * (left - right) / (left - 2.0 * middle + right)
    return Offset(float(lags[best] + shift * _STEP_S), float(middle), clearness, count)


def _unclear(why: str) -> CaptureError:
    return CaptureError(
        f"the offset of the sound cannot be measured: {why}",
        remedy="Face the camera in good light and say pa ten times, loud, at uneven intervals of about a second.",
    )
