"""Smoothing of one performer's stream: a One Euro filter per region, with optional short prediction."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib import resources

import numpy as np

from koekata.channels import ARKIT_NAMES, region_of
from koekata.config import SmoothConfig
from koekata.frames import FloatArray, SolvedFace
from koekata.smooth.one_euro import OneEuro

__all__ = ["Smoother", "preset_delays", "preset_parameters"]

_GAZE_DEGREES, _HEAD_DEGREES, _HEAD_METRES = 30.0, 30.0, 0.1
_WEIGHTS = len(ARKIT_NAMES)
_SLICES = {"weights": slice(0, 52), "ypr": slice(52, 55), "translation": slice(55, 58), "gaze": slice(58, 62)}
_LOST_SECONDS = 0.5
"""After a gap this long the filter starts afresh instead of gliding from the old pose."""


class Smoother:
    """Filters one performer. The times are those of capture, so a dropped frame does not change the result."""

    def __init__(self, config: SmoothConfig) -> None:
        self._config = config
        self._filter: OneEuro | None = None
        self._last = 0.0

    def smooth(self, face: SolvedFace) -> SolvedFace:
        """The face with its values filtered, and predicted ahead if the configuration says so."""
        if self._config.preset == "off":
            return face
        time_s = face.time.timeline_s
        if self._filter is None or not 0.0 <= time_s - self._last < _LOST_SECONDS:
            self._filter = OneEuro(*preset_parameters(self._config.preset))
        self._last = time_s
        value = self._filter(time_s, _flatten(face))
        return _unflatten(face, value + self._filter.slope * (self._config.predict_ms * 1e-3))


def preset_delays(preset: str) -> dict[str, float]:
    """Milliseconds by which a preset delays a full movement of 0.15 s, per region, at 60 frames a second.

    Measured as the delay at which half of the movement is reached.
    """
    if preset == "off":
        return dict.fromkeys(_presets()["balanced"], 0.0)
    times = np.arange(0.0, 1.0, 1.0 / 60.0)
    movement = np.clip((times - 0.2) / 0.15, 0.0, 1.0)
    half = float(np.interp(0.5, movement, times))
    return {region: _half_time(times, movement, *rates) - half * 1e3 for region, rates in _presets()[preset].items()}


def preset_parameters(preset: str) -> tuple[FloatArray, FloatArray]:
    """Cut-off in Hz and its rise with speed, (62,) each: 52 weights, then the angles and places of head and eyes."""
    table = _presets()[preset]
    rows = np.array([table[region] for region in _regions()])
    return rows[:, 0], rows[:, 1]


def _half_time(times: FloatArray, movement: FloatArray, min_cutoff: float, beta: float) -> float:
    filter_ = OneEuro(np.array([min_cutoff]), np.array([beta]))
    response = [filter_(t, np.array([m]))[0] for t, m in zip(times, movement, strict=True)]
    return float(np.interp(0.5, response, times)) * 1e3


def _regions() -> list[str]:
    return [region_of(name) for name in ARKIT_NAMES] + ["head"] * 6 + ["gaze"] * 4


@cache
def _presets() -> dict[str, dict[str, list[float]]]:
    text = resources.files("koekata.smooth").joinpath("presets.json").read_text(encoding="utf-8")
    presets: dict[str, dict[str, list[float]]] = json.loads(text)["presets"]
    return presets


def _flatten(face: SolvedFace) -> FloatArray:
    return np.concatenate(
        [
            face.weights,
            face.yaw_pitch_roll / _HEAD_DEGREES,
            face.translation / _HEAD_METRES,
            face.gaze / _GAZE_DEGREES,
        ]
    )


def _unflatten(face: SolvedFace, value: FloatArray) -> SolvedFace:
    return replace(
        face,
        weights=np.where(face.channel_confidence > 0.0, np.clip(value[:_WEIGHTS], 0.0, 1.0), face.weights),
        yaw_pitch_roll=value[_SLICES["ypr"]] * _HEAD_DEGREES,
        translation=value[_SLICES["translation"]] * _HEAD_METRES,
        gaze=value[_SLICES["gaze"]] * _GAZE_DEGREES,
    )
