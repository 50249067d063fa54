"""Jitter on still stretches against the Face Landmarker network's, at equal delay.

Any filter trades jitter for delay, so the two are compared where their delays are equal.

*Still stretches* are found from the tracked landmarks alone, low-passed at 2 Hz so that their own tremble does not
count. The face is still while no landmark moves by more than 0.15 eye distances a second after the head's own motion
(shift, turn and size in the picture) is taken out, and that motion moves the median landmark by less than 0.5 eye
distances a second. Stretches shorter than 0.4 s are left out. The eye distance is that of the outer corners.

*Jitter* is the root mean square, over the frames of all still stretches, of what is left of a weight above 3 Hz: each
stretch minus itself under a Gaussian low-pass (-3 dB at 3 Hz), so that nothing leaks in from the movements around it.

*Delay* is the shift at which a series and its reference without delay correlate best, summed over every movement that
counts in every clip (see `agreement`). The reference is what the same maker says about each picture by itself: the
network, which smooths its landmarks when it runs on a video, and our fit, which leans on the frame before.

*Equal delay*: all cut-offs of our preset are multiplied by one factor, and all its thresholds divided by it, found by
bisection, such that our delay is that of the network. Filters run forwards only, as in a live session. They learn how
much each channel trembles; *settled* ones have gone through the clip to and fro for half a minute beforehand, as they
have after a while of a session.

The delay is mostly that of quick, large movements, since their correlation has the sharpest peak. *Mean of movements*
is the plain mean of the delays of all movements, in which small and slow ones count as much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.ndimage import gaussian_filter1d, label

from koekata.bench._recordings import Recording
from koekata.bench.agreement import MOVEMENTS, moves
from koekata.channels import ARKIT_NAMES
from koekata.frames import FloatArray
from koekata.smooth import WEIGHTS, LiveFilter, preset_parameters

__all__ = ["delay_ms", "equal_delay", "filtered", "jitter", "movement_delay_ms", "still"]

_MOTION_HZ, _JITTER_HZ = 2.0, 3.0
_FACE_SPEED, _HEAD_SPEED = 0.15, 0.5
_SHORTEST_S = 0.4
_REHEARSAL_S = 30.0
_SHIFTS_MS = np.arange(-60.0, 161.0, 4.0)
_EDGE_S = 0.2
"""Left out at both ends of a clip, where a shifted series has nothing to compare."""
_SCALES = (1 / 32, 32.0)
_STEPS = 12
_OUTER_CORNERS = (33, 263)


def filtered(recording: Recording, preset: str, scale: float = 1.0, settled: bool = False) -> FloatArray:
    """(T, 52) our weights through a preset's filters, made faster by `scale`; `settled` ones know the clip already."""
    if preset == "off":
        return recording.raw
    live = LiveFilter(preset_parameters(preset).part(slice(WEIGHTS)).faster(scale))
    if settled:
        step = float(np.median(np.diff(recording.times)))
        rehearsal = _rehearsal(recording.raw, math.ceil(_REHEARSAL_S / step))
        for number, row in enumerate(rehearsal):
            live(float(recording.times[0]) - (len(rehearsal) - number) * step, row)
    rows = [live(time, row) for time, row in zip(recording.times.tolist(), recording.raw, strict=True)]
    return np.clip(np.array(rows), 0.0, 1.0)


def _rehearsal(rows: FloatArray, count: int) -> FloatArray:
    """At least `count` rows, to and fro, so that they lead up to the first one without a jump."""
    to_and_fro = np.concatenate([rows, rows[::-1]])
    return np.concatenate([to_and_fro] * math.ceil(count / len(to_and_fro)))


def equal_delay(recordings: Sequence[Recording], preset: str, wanted_ms: float, settled: bool = False) -> float:
    """How much faster the preset must be for our delay to be `wanted_ms`."""
    alone = [each.alone for each in recordings]
    low, high = (math.log(scale) for scale in _SCALES)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        ours = [filtered(each, preset, math.exp(middle), settled) for each in recordings]
        slower = delay_ms(recordings, ours, alone) > wanted_ms
        low, high = (middle, high) if slower else (low, middle)
    return math.exp((low + high) / 2)


def delay_ms(recordings: Sequence[Recording], late: Sequence[FloatArray], early: Sequence[FloatArray]) -> float:
    """By how much the (T, 52) weights of each recording come later than their reference; to a fraction of a frame.

    0 where nothing moves.
    """
    found = _all_correlations(recordings, late, early)
    if not found:
        return 0.0
    total = np.sum(found, axis=0)
    peak = int(np.clip(np.argmax(total), 1, len(total) - 2))
    before, at, after = total[peak - 1 : peak + 2]
    curvature = before - 2 * at + after
    fraction = (before - after) / (2 * curvature) if curvature < 0 else 0.0
    return float(_SHIFTS_MS[peak] + fraction * (_SHIFTS_MS[1] - _SHIFTS_MS[0]))


def movement_delay_ms(
    recordings: Sequence[Recording], late: Sequence[FloatArray], early: Sequence[FloatArray]
) -> float:
    """As `delay_ms`, as the plain mean of the delays of all movements."""
    peaks = [np.argmax(each) for each in _all_correlations(recordings, late, early)]
    return float(_SHIFTS_MS[peaks].mean()) if peaks else 0.0


def _all_correlations(
    recordings: Sequence[Recording], late: Sequence[FloatArray], early: Sequence[FloatArray]
) -> list[FloatArray]:
    return [
        _correlations(recording.times, movement.of(weights), movement.of(reference))
        for recording, weights, reference in zip(recordings, late, early, strict=True)
        for movement in MOVEMENTS
        if moves(recording, movement)
    ]


def _correlations(times: FloatArray, late: FloatArray, early: FloatArray) -> FloatArray:
    inner = (times > times[0] + _EDGE_S) & (times < times[-1] - _EDGE_S)
    fixed = early[inner] - early[inner].mean()
    moved = np.array([np.interp(times[inner] + shift * 1e-3, times, late) for shift in _SHIFTS_MS])
    moved -= moved.mean(axis=1, keepdims=True)
    return np.asarray(moved @ fixed / np.maximum(1e-9, np.linalg.norm(moved, axis=1) * np.linalg.norm(fixed)))


def jitter(recordings: Sequence[Recording], weights: Sequence[FloatArray]) -> FloatArray:
    """(52,) RMS of what is above 3 Hz on the still stretches, per channel; zeros where nothing is still."""
    squares = [
        _high_passed(recording.times[stretch], values[stretch]) ** 2
        for recording, values in zip(recordings, weights, strict=True)
        for stretch in still(recording)
    ]
    return np.sqrt(np.concatenate(squares).mean(axis=0)) if squares else np.zeros(len(ARKIT_NAMES))


def still(recording: Recording) -> list[slice]:
    """The still stretches, by the rule above."""
    times = recording.times
    corners = recording.landmarks[:, _OUTER_CORNERS]
    points = recording.landmarks / np.linalg.norm(corners[:, 0] - corners[:, 1], axis=1).mean()
    face = _speeds(times, _aligned(points)).max(axis=1)
    head = np.median(_speeds(times, points), axis=1)
    runs, count = label((face < _FACE_SPEED) & (head < _HEAD_SPEED))
    ends = [np.flatnonzero(runs == run)[[0, -1]].tolist() for run in range(1, count + 1)]
    return [slice(first, last + 1) for first, last in ends if times[last] - times[first] >= _SHORTEST_S]


def _speeds(times: FloatArray, points: FloatArray) -> FloatArray:
    """(T, 478) of (T, 478, 2), after the low-pass."""
    velocities = np.gradient(_low_passed(times, points, _MOTION_HZ), times, axis=0)
    return np.asarray(np.linalg.norm(velocities, axis=2))


def _aligned(points: FloatArray) -> FloatArray:
    """(T, 478, 2) with each frame shifted, turned and scaled onto the mean face: least squares on complex numbers."""
    plane = points[..., 0] + 1j * points[..., 1]
    plane = plane - plane.mean(axis=1, keepdims=True)
    mean = plane.mean(axis=0)
    turned = plane * ((plane.conj() @ mean) / (np.abs(plane) ** 2).sum(axis=1))[:, None]
    return np.stack([turned.real, turned.imag], axis=-1)


def _high_passed(times: FloatArray, values: FloatArray) -> FloatArray:
    return values - _low_passed(times, values, _JITTER_HZ)


def _low_passed(times: FloatArray, values: FloatArray, hertz: float) -> FloatArray:
    """Gaussian along the first axis, -3 dB at `hertz`."""
    rate = 1.0 / float(np.median(np.diff(times)))
    return np.asarray(
        gaussian_filter1d(values, rate * math.sqrt(math.log(2)) / (2 * math.pi * hertz), 0, mode="nearest")
    )
