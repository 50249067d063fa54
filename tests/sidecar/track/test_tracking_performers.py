"""Several performers keep their ids; a single one keeps the attention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from koekata.config import TrackConfig
from koekata.frames import CapturedFrame
from koekata.track import open_tracker

pytestmark = pytest.mark.shared
People = tuple[list[np.ndarray], list[np.ndarray]]


def centres(frames: Iterator[CapturedFrame], performers: int, backend: str) -> list[dict[int, np.ndarray]]:
    """The centre of each performer's landmarks by id, picture by picture."""
    with open_tracker(TrackConfig(performers=performers, backend=backend), live=False) as tracker:
        return [
            {face.performer: face.landmarks[:, :2].mean(axis=0) for face in tracker.track(frame)} for frame in frames
        ]


def test_two_people_get_ids_from_left_to_right_and_keep_them(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[0], 360, lambda _: (900, 360)),
        scenes.layer(two_people[1], 360, lambda _: (350, 360)),
    ]
    for found in centres(scenes.compose(layers, 1.0), 2, backend):
        assert set(found) == {0, 1}
        assert found[0][0] < 640 < found[1][0]


def test_four_people_are_followed_at_once(backend: str, two_people: People, scenes: Any) -> None:
    places = [(320, 180), (960, 180), (320, 540), (960, 540)]
    layers = [scenes.layer(two_people[index % 2], 340, lambda _, spot=spot: spot) for index, spot in enumerate(places)]
    found = centres(scenes.compose(layers, 0.6), 4, backend)[-1]
    assert sorted(found) == [0, 1, 2, 3]
    assert len({tuple(np.round(centre, -2)) for centre in found.values()}) == 4


def test_a_short_occlusion_does_not_change_ids(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[0], 360, lambda now: None if 0.6 < now < 1.6 else (350, 360)),
        scenes.layer(two_people[1], 360, lambda _: (900, 360)),
    ]
    found = centres(scenes.compose(layers, 2.4), 2, backend)
    assert set(found[12]) == {0, 1}
    assert set(found[30]) == {1}
    assert set(found[-1]) == {0, 1}
    assert found[-1][0][0] < 640 < found[-1][1][0]


def test_both_lost_and_found_again_keep_their_sides(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[index], 360, lambda now, x=x: None if 0.6 < now < 1.2 else (x, 360))
        for index, x in enumerate((350, 900))
    ]
    found = centres(scenes.compose(layers, 1.8), 2, backend)
    assert found[20] == {}
    assert found[-1][0][0] < 640 < found[-1][1][0]


def test_two_who_cross_keep_their_ids(backend: str, two_people: People, scenes: Any) -> None:
    def going_right(now: float) -> tuple[float, float]:
        return 250 + 300 * now, 360

    def going_left(now: float) -> tuple[float, float]:
        return 1030 - 300 * now, 360

    layers = [scenes.layer(two_people[0], 300, going_left), scenes.layer(two_people[1], 300, going_right)]
    found = centres(scenes.compose(layers, 2.6), 2, backend)
    assert found[5][0][0] < found[5][1][0]
    assert set(found[-1]) == {0, 1}
    assert found[-1][0][0] > found[-1][1][0]


def test_there_are_never_two_ids_on_one_face(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[0], 300, lambda now: (900 - 250 * now, 360)),
        scenes.layer(two_people[1], 300, lambda _: (500, 360)),
    ]
    for found in centres(scenes.compose(layers, 2.0), 2, backend):
        if len(found) == 2:
            assert np.linalg.norm(found[0] - found[1]) > 60


def test_a_passer_by_does_not_become_the_performer(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[1], 400, lambda now: (1500 - 700 * now, 420)),
        scenes.layer(two_people[0], 360, lambda _: (300, 360)),
    ]
    for found in centres(scenes.compose(layers, 1.6), 1, backend):
        assert list(found) == [0]
        assert found[0][0] < 500


def test_a_covered_performer_is_not_replaced_by_the_background(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[1], 150, lambda _: (1000, 300)),
        scenes.layer(two_people[0], 420, lambda now: None if 0.6 < now < 1.4 else (400, 360)),
    ]
    found = centres(scenes.compose(layers, 2.0), 1, backend)
    assert all(centres_[0][0] < 640 for centres_ in found if centres_)
    assert list(found[-1]) == [0]


def test_the_larger_of_two_faces_is_the_performer(backend: str, two_people: People, scenes: Any) -> None:
    layers = [
        scenes.layer(two_people[0], 250, lambda _: (250, 300)),
        scenes.layer(two_people[1], 600, lambda _: (850, 360)),
    ]
    assert centres(scenes.compose(layers, 0.2), 1, backend)[-1][0][0] > 640
