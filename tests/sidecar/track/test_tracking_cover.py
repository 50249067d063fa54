"""A hand before the mouth: the mesh draws a mouth on it, so the colours have to tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import pytest

from koekata.track import Tracker

_FPS = 25.0
_LEARN = 75
"""Pictures in which the performer is learnt: the clip, forwards and backwards."""


def _fingers(image: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Four fingers of the colour of the cheek over the mouth, shaded at their rims."""
    points = landmarks[:, :2]
    mouth, eyes = (points[13] + points[14]) / 2, float(np.linalg.norm(points[33] - points[263]))
    up = (points[10] - points[152]) / np.linalg.norm(points[10] - points[152])
    side, (x, y) = np.array([-up[1], up[0]]), np.rint(points[50]).astype(int)
    cheek = image[y - 2 : y + 3, x - 2 : x + 3].mean(axis=(0, 1))
    made = image.astype(np.float64)
    for finger in range(4):
        at = mouth + up * eyes * (0.33 - 0.24 * finger)
        mask = np.zeros(image.shape[:2], np.uint8)
        ends = (np.rint(at + side * eyes * reach).astype(int).tolist() for reach in (-0.75, 1.6))
        cv2.line(mask, *ends, 1, max(2, round(eyes * 0.24)))
        rim = np.clip(cv2.distanceTransform(mask, cv2.DIST_L2, 3) / (eyes * 0.1), 0.7, 1.0)[..., None]
        made = np.where(mask[..., None] > 0, cheek * rim, made)
    return np.clip(made, 0, 255).astype(np.uint8)


def _pictures(clip: list[np.ndarray]) -> Iterator[np.ndarray]:
    """A clip, forwards and backwards, again and again."""
    while True:
        yield from clip
        yield from clip[::-1]


@pytest.fixture
def seen(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> list[float]:
    """How far the mouth is seen: two seconds with it, one with a hand before it, one with it again."""
    made: list[float] = []
    last = np.zeros((478, 3))
    for number, image in zip(range(_LEARN + 60), _pictures(clip), strict=False):
        covered = _LEARN <= number < _LEARN + 30
        shown = _fingers(image, last) if covered else image
        face = tracker.track(scenes.frame(shown, number / _FPS))[0]
        last = last if covered else face.landmarks
        made.append(face.mouth_seen)
    return made


def test_a_talking_mouth_is_seen(seen: list[float]) -> None:
    assert np.mean(seen[:_LEARN]) > 0.97


def test_a_hand_before_the_mouth_hides_it_within_a_fifth_of_a_second(seen: list[float]) -> None:
    assert np.mean(seen[_LEARN + 5 : _LEARN + 30]) < 0.1


def test_the_mouth_is_seen_again_when_the_hand_is_gone(seen: list[float]) -> None:
    assert np.mean(seen[_LEARN + 38 :]) > 0.9
