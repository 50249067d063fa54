"""Faces in real footage are found, near and far, and the landmarks sit on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.bench.tracking import as_far, far_background, far_spot, tracking_rate
from koekata.config import TrackConfig
from koekata.errors import SourceNotFoundError
from koekata.track import Tracker, open_tracker

LEFT_IRIS, RIGHT_IRIS, NOSE_TIP, CHIN = 473, 468, 1, 152


def test_a_near_face_is_found_in_every_picture(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> None:
    for index, image in enumerate(clip):
        faces = tracker.track(scenes.frame(image, index / 25))
        assert [face.performer for face in faces] == [0]
        assert faces[0].landmarks.shape == (478, 3)
        assert np.isfinite(faces[0].landmarks).all()


def test_landmarks_make_the_sense_of_a_face(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> None:
    face = tracker.track(scenes.frame(clip[0], 0.0))[0]
    left, right, nose, chin = (face.landmarks[index] for index in (LEFT_IRIS, RIGHT_IRIS, NOSE_TIP, CHIN))
    assert right[0] < nose[0] < left[0], "the performer's left is on the right of an unmirrored picture"
    assert max(left[1], right[1]) < nose[1] < chin[1], "y points down"
    assert nose[2] < min(left[2], right[2]), "the nose is nearer to the camera than the eyes"
    assert face.confidence > 0.9


def test_a_far_face_gives_the_landmarks_of_the_near_one(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    background = far_background()
    with (
        open_tracker(TrackConfig(backend=backend), live=False) as near,
        open_tracker(TrackConfig(backend=backend), live=False) as far,
    ):
        for index, image in enumerate(clip[:25]):
            frame = scenes.frame(image, index / 25)
            x, y, _, height = far_spot(frame)
            close, distant = near.track(frame)[0], far.track(scenes.frame(as_far(frame, background), index / 25))[0]
            scale = image.shape[0] / height
            mapped = (distant.landmarks - (x, y, 0)) * scale
            eyes = np.linalg.norm(close.landmarks[LEFT_IRIS] - close.landmarks[RIGHT_IRIS])
            error = np.linalg.norm(mapped - close.landmarks, axis=1) / eyes
            assert np.median(error) < 0.08
            assert distant.confidence < close.confidence + 1e-9


def test_without_far_faces_a_far_face_is_left_alone(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    scene = scenes.compose([scenes.layer(clip, 110, lambda _: (900, 300))], 0.4, size=(1920, 1080))
    with open_tracker(TrackConfig(backend=backend, far_faces=False), live=False) as tracker:
        assert all(tracker.track(frame) == () for frame in scene)


def test_a_live_far_face_is_found_within_a_second(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    scene = scenes.compose([scenes.layer(clip, 180, lambda _: (1500, 300))], 1.2, size=(1920, 1080))
    with open_tracker(TrackConfig(backend=backend), live=True) as tracker:
        assert [len(tracker.track(frame)) for frame in scene][-5:] == [1] * 5


def test_a_picture_without_people_holds_no_face(tracker: Tracker, scenes: Any) -> None:
    background = far_background()
    for index in range(12):
        assert tracker.track(scenes.frame(np.roll(background, index * 40, axis=1), index / 25)) == ()


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("far", "wanted"), [(False, 0.98), (True, 0.95)])
def test_every_clip_of_the_footage_is_tracked(footage_dir: Path, backend: str, far: bool, wanted: float) -> None:
    rates = tracking_rate(footage_dir, far=far, config=TrackConfig(backend=backend))
    assert {name: clip["rate"] for name, clip in rates["clips"].items() if clip["rate"] < wanted} == {}


def test_a_folder_without_clips_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match="no clips"):
        tracking_rate(tmp_path, far=False)
