"""How well a network hears the voices that decide, and the thresholds of lips closed that suit them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from koekata.audio.build.model import TcnNetwork
from koekata.audio.closures import closures, matched, runs
from koekata.audio.phones import load_phones
from koekata.audio.visemes import VISEMES, VOWELS

__all__ = ["CHUNK", "LATER", "WARM_UP", "Heard", "figures", "load_heard", "thresholds"]

Array = NDArray[Any]

CHUNK, WARM_UP, LATER = 400, 50, 3
"""Frames of a sequence, those at its beginning that do not count, and the look-ahead."""
_TOLERANCE = 4
_THRESHOLDS = np.arange(0.2, 0.98, 0.02)


@dataclass(frozen=True)
class Heard:
    """Sequences (N, CHUNK, BANDS) in half precision, and their phones (N, CHUNK)."""

    features: Array
    phones: Array


def load_heard(files: Sequence[Path], part: str) -> Heard:
    """Of the voices of a part."""
    features, phones = [], []
    for path in files:
        with np.load(path) as stored:
            if str(stored["part"]) != part:
                continue
            count = len(stored["labels"]) // CHUNK
            features.append(stored["features"][: count * CHUNK].reshape(count, CHUNK, -1))
            phones.append(stored["labels"][: count * CHUNK].reshape(count, CHUNK))
    return Heard(np.concatenate(features), np.concatenate(phones))


def thresholds(network: TcnNetwork, valid: Heard) -> dict[int, tuple[float, float, float]]:
    """For each look-ahead in milliseconds the threshold with the best F1, and the recall and precision there."""
    said, truth = _predicted(network, valid), _closures(valid)
    made = {}
    for milliseconds, probabilities in ((0, said[1]), (30, said[3])):
        rates = [_rates(truth, probabilities, threshold) for threshold in _THRESHOLDS]
        best = int(np.argmax([_f1(*each) for each in rates]))
        made[milliseconds] = (round(float(_THRESHOLDS[best]), 2), *rates[best])
    return made


def figures(network: TcnNetwork, valid: Heard) -> str:
    """For people, in a line."""
    said, known = _predicted(network, valid), load_phones()
    viseme = known.viseme_of[valid.phones[:, WARM_UP:]]
    truth = _closures(valid)
    best = [max(_f1(*_rates(truth, said[slot], threshold)) for threshold in _THRESHOLDS[::5]) for slot in (1, 3)]
    right = [float((said[slot] == viseme).mean()) for slot in (0, 2)]
    return f"now {right[0]:.3f} F1 {best[0]:.3f}, later {right[1]:.3f} F1 {best[1]:.3f}"


def _predicted(network: TcnNetwork, heard: Heard) -> tuple[Array, ...]:
    """After the warm-up, for now and later: visemes (N, T) and P(closed) (N, T), each at its own frame."""
    network.eval()
    made: list[list[Array]] = [[], [], [], []]
    with torch.no_grad():
        for first in range(0, len(heard.phones), 64):
            said = network(torch.from_numpy(heard.features[first : first + 64].astype(np.float32)))
            late = torch.cat([said.later[:, LATER:], said.later[:, -1:].expand(-1, LATER, -1)], dim=1)
            for slot, logits in ((0, said.now), (2, late)):
                kept = logits[:, WARM_UP:]
                made[slot].append(kept[..., :VISEMES].argmax(-1).numpy())
                made[slot + 1].append(torch.sigmoid(kept[..., VISEMES + VOWELS + 1]).numpy())
    return tuple(np.concatenate(part) for part in made)


def _closures(valid: Heard) -> list[list[tuple[int, int]]]:
    viseme_of = load_phones().viseme_of
    return [runs(viseme_of[row] == 1) for row in valid.phones[:, WARM_UP:]]


def _f1(recall: float, precision: float) -> float:
    return 2.0 * recall * precision / max(recall + precision, 1e-9)


def _rates(truth: Sequence[list[tuple[int, int]]], probabilities: Array, threshold: float) -> tuple[float, float]:
    """Recall and precision of closures."""
    found = [closures(row, threshold) for row in probabilities]
    pairs = sum(matched(a, b, _TOLERANCE) for a, b in zip(truth, found, strict=True))
    return pairs / max(1, sum(map(len, truth))), pairs / max(1, sum(map(len, found)))
