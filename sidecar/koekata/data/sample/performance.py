"""Turn an acting script and the phones of a line into weights, head pose and gaze, frame by frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.data.sample.speech import Phone

__all__ = ["Performance", "perform"]

FloatArray = NDArray[np.float64]
Shape = dict[str, float]

# The renderer turns an eyeball by this many degrees at weight 1.
GAZE_IN, GAZE_OUT, GAZE_UP, GAZE_DOWN = 30.0, 35.0, 25.0, 30.0
SACCADE_S = 0.06
BLINK_ATTACK_S, BLINK_HOLD_S, BLINK_RELEASE_S = 0.09, 0.05, 0.14
LIPS_MOVE_S = 0.06
SHORTEST_CLOSURE_S = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """T frames of acting; axes and signs as in `koekata.frames`."""

    names: tuple[str, ...]
    weights: FloatArray
    """(T, 52)"""
    yaw_pitch_roll: FloatArray
    """(T, 3) degrees."""
    gaze: FloatArray
    """(T, 4) degrees: left yaw, left pitch, right yaw, right pitch."""
    phones: tuple[Phone, ...]
    """Seconds on the film's own time line."""


def perform(acting: dict[str, Any], phones: Iterable[Phone]) -> Performance:
    """Act the whole script; frame k is at k / fps seconds."""
    time = np.arange(round(acting["seconds"] * acting["fps"])) / acting["fps"]
    begin = acting["speech"]["at"]
    spoken = tuple(Phone(p.ipa, p.start_s + begin, p.end_s + begin) for p in phones)
    weights = _speech(time, spoken, acting["mouth"])
    for event in acting["expressions"]:
        _raise(weights, event["weights"], _pulse(time, event["at"], event["attack"], event["hold"], event["release"]))
    lids = sum(_pulse(time, at, BLINK_ATTACK_S, BLINK_HOLD_S, BLINK_RELEASE_S) for at in acting["blinks"])
    _raise(weights, {"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}, np.asarray(lids))
    yaw, pitch = _gaze(time, acting["gaze"])
    _look(weights, yaw, pitch)
    return Performance(ARKIT_NAMES, _plausible(weights), _head(time, acting["head"]), _degrees(yaw, pitch), spoken)


def _ease(share: FloatArray) -> FloatArray:
    share = np.clip(share, 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share))


def _pulse(time: FloatArray, at: float, attack: float, hold: float, release: float) -> FloatArray:
    return np.minimum(_ease((time - at) / attack), 1.0 - _ease((time - at - attack - hold) / release))


def _raise(weights: FloatArray, shape: Shape, strength: FloatArray) -> None:
    for name, value in shape.items():
        column = weights[:, ARKIT_INDEX[name]]
        np.maximum(column, strength * value, out=column)


def _head(time: FloatArray, keys: list[list[float]]) -> FloatArray:
    """Ease from key to key; still before the first and after the last."""
    table = np.array(keys)
    after = np.clip(np.searchsorted(table[:, 0], time, side="right"), 1, len(table) - 1)
    before = table[after - 1]
    share = _ease((time - before[:, 0]) / (table[after, 0] - before[:, 0]))[:, None]
    return np.asarray(before[:, 1:] + share * (table[after, 1:] - before[:, 1:]))


def _gaze(time: FloatArray, keys: list[list[float]]) -> tuple[FloatArray, FloatArray]:
    """Saccades: the eyes jump at each key and rest in between."""
    yaw, pitch = np.zeros_like(time), np.zeros_like(time)
    for at, to_yaw, to_pitch in keys:
        share = _ease((time - at) / SACCADE_S)
        yaw += share * (to_yaw - yaw)
        pitch += share * (to_pitch - pitch)
    return yaw, pitch


def _look(weights: FloatArray, yaw: FloatArray, pitch: FloatArray) -> None:
    for side, outward in (("Left", yaw), ("Right", -yaw)):
        _raise(weights, {f"eyeLookOut{side}": 1.0}, np.maximum(outward, 0.0) / GAZE_OUT)
        _raise(weights, {f"eyeLookIn{side}": 1.0}, np.maximum(-outward, 0.0) / GAZE_IN)
        _raise(weights, {f"eyeLookUp{side}": 1.0}, np.maximum(pitch, 0.0) / GAZE_UP)
        _raise(weights, {f"eyeLookDown{side}": 1.0}, np.maximum(-pitch, 0.0) / GAZE_DOWN)


def _degrees(yaw: FloatArray, pitch: FloatArray) -> FloatArray:
    return np.stack([yaw, pitch, yaw, pitch], axis=1)


def _plausible(weights: FloatArray) -> FloatArray:
    """No closed lips beyond the open jaw, no wide or squinting blink."""
    weights = np.clip(weights, 0.0, 1.0)
    close, jaw = ARKIT_INDEX["mouthClose"], ARKIT_INDEX["jawOpen"]
    weights[:, close] = np.minimum(weights[:, close], weights[:, jaw])
    for side in ("Left", "Right"):
        for lid in ("eyeWide", "eyeSquint"):
            weights[:, ARKIT_INDEX[lid + side]] *= 1.0 - weights[:, ARKIT_INDEX["eyeBlink" + side]]
    return weights


def _speech(time: FloatArray, phones: tuple[Phone, ...], mouth: dict[str, Any]) -> FloatArray:
    """Glide through the open phones, then let closures take the mouth over for as long as they sound."""
    weights = _glide(time, phones, _table(mouth["glides"]), _table(mouth["closures"]))
    for phone in phones:
        shape = _shape(phone, _table(mouth["closures"]))
        if shape is None:
            continue
        start = min(phone.start_s, phone.end_s - SHORTEST_CLOSURE_S)
        held = _pulse(time, start - LIPS_MOVE_S, LIPS_MOVE_S, phone.end_s - start, LIPS_MOVE_S)[:, None]
        weights = np.asarray(weights * (1.0 - held) + held * _vector(shape))
    return weights


def _glide(time: FloatArray, phones: tuple[Phone, ...], glides: dict[str, Shape], skip: dict[str, Shape]) -> FloatArray:
    """Straight lines between the middles of the phones, to and from a resting mouth at pauses."""
    keys = [(phones[0].start_s - 0.1, np.zeros(52))]
    for index, phone in enumerate(phones):
        if _shape(phone, skip) is None:
            keys.append(((phone.start_s + phone.end_s) / 2, _vector(_shape(phone, glides) or {})))
        following = phones[index + 1].start_s if index + 1 < len(phones) else np.inf
        if following - phone.end_s > 0.05:
            keys.append((phone.end_s + 0.12, np.zeros(52)))
    times = np.array([key[0] for key in keys])
    values = np.array([key[1] for key in keys])
    return np.stack([np.interp(time, times, values[:, channel]) for channel in range(52)], axis=1)


def _table(groups: dict[str, Shape]) -> dict[str, Shape]:
    return {ipa: shape for names, shape in groups.items() for ipa in names.split()}


def _shape(phone: Phone, table: dict[str, Shape]) -> Shape | None:
    matches = [ipa for ipa in table if phone.ipa.startswith(ipa)]
    return table[max(matches, key=len)] if matches else None


def _vector(shape: Shape) -> FloatArray:
    vector = np.zeros(52)
    for name, value in shape.items():
        vector[ARKIT_INDEX[name]] = value
    return vector
