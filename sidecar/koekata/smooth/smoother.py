"""Smoothing of one performer's stream: a gated low-pass for every value, with optional short prediction."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from koekata.config import SmoothConfig
from koekata.frames import FloatArray, SolvedFace
from koekata.smooth.live import LiveFilter
from koekata.smooth.parameters import REGIONS, WEIGHTS, FilterParameters, preset_parameters

__all__ = ["Smoother", "preset_delays"]

_GAZE_DEGREES, _HEAD_DEGREES, _HEAD_METRES = 30.0, 30.0, 0.1
_SLICES = {"weights": slice(0, 52), "ypr": slice(52, 55), "translation": slice(55, 58), "gaze": slice(58, 62)}


class Smoother:
    """Filters one performer. The times are those of capture, so a dropped frame does not change the result."""

    def __init__(self, config: SmoothConfig) -> None:
        self._filter = None if config.preset == "off" else LiveFilter(preset_parameters(config.preset))
        self._predict_s = config.predict_ms * 1e-3

    @property
    def tremble(self) -> FloatArray | None:
        """(62,) of each value, as far as it is known by now; None where nothing is filtered."""
        return None if self._filter is None else self._filter.tremble

    def smooth(self, face: SolvedFace, tremble: FloatArray | None = None) -> SolvedFace:
        """The face with its values filtered, and predicted ahead if the configuration says so.

        With `tremble` (62,), that is taken instead of learning it.
        """
        if self._filter is None:
            return face
        value = self._filter(face.time.timeline_s, _flatten(face), tremble)
        return _unflatten(face, value + self._filter.slope * self._predict_s)


def preset_delays(preset: str) -> dict[str, float]:
    """Milliseconds by which a preset delays a full movement of 0.15 s, per region, at 60 frames a second.

    Measured as the delay at which half of the movement is reached, while the tremble is not known yet.
    """
    regions = dict.fromkeys(REGIONS)
    if preset == "off":
        return dict.fromkeys(regions, 0.0)
    parameters = preset_parameters(preset)
    places = {region: REGIONS.index(region) for region in regions}
    return {region: _delay_ms(parameters.part(slice(place, place + 1))) for region, place in places.items()}


def _delay_ms(parameters: FilterParameters) -> float:
    times = np.arange(0.0, 1.0, 1.0 / 60.0)
    movement = np.clip((times - 0.2) / 0.15, 0.0, 1.0)
    filter_ = LiveFilter(parameters)
    response = [filter_(time, np.array([value]))[0] for time, value in zip(times, movement, strict=True)]
    return float(np.interp(0.5, response, times) - np.interp(0.5, movement, times)) * 1e3


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
        weights=np.where(face.channel_confidence > 0.0, np.clip(value[:WEIGHTS], 0.0, 1.0), face.weights),
        yaw_pitch_roll=value[_SLICES["ypr"]] * _HEAD_DEGREES,
        translation=value[_SLICES["translation"]] * _HEAD_METRES,
        gaze=value[_SLICES["gaze"]] * _GAZE_DEGREES,
    )
