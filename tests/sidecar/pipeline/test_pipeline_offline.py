"""Recordings: every picture once, mirrored or not, with or without a face."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from koekata.capture import open_source
from koekata.channels import ARKIT_INDEX
from koekata.config import KoekataConfig
from koekata.face_model.model import FaceModel
from koekata.frames import ImageArray, SolvedFace
from koekata.offline import OfflineSolver, Summary
from koekata.takes import open_take, read_take
from koekata.track import Tracker

ConfigOf = Callable[..., KoekataConfig]
TrackerFor = Callable[..., AbstractContextManager[Tracker]]
TRUE_FOCAL = 850 / 512


def write(pictures: list[ImageArray], folder: Path) -> str:
    folder.mkdir()
    for number, image in enumerate(pictures):
        cv2.imwrite(str(folder / f"{number:04d}.png"), image[:, :, ::-1])
    return str(folder)


def solved(
    config: KoekataConfig, tracker: Tracker, model: FaceModel, neutral: Any = None
) -> tuple[list[SolvedFace], Summary]:
    solver = OfflineSolver(config, tracker, model)
    with open_source(config.capture, live=False) as source:
        return list(solver.solve(source, neutral)), solver.summary


def test_a_mirrored_film_gives_the_same_weights_when_it_is_said_to_be_one(
    sample: Any, pictures: Any, tmp_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor
) -> None:
    clip = pictures[:50]
    plain = config_of(write(clip, tmp_path / "plain"), smooth="off")
    flipped = write([image[:, ::-1] for image in clip], tmp_path / "flipped")
    results = []
    for config in (plain, config_of(flipped, smooth="off", mirrored=True), config_of(flipped, smooth="off")):
        with tracker_for() as tracker:
            results.append(solved(config, tracker, face_model, sample.neutral)[0])
    straight, mended, mirrored = (np.array([face.weights for face in faces]) for faces in results)
    np.testing.assert_allclose(mended, straight, atol=1e-9)
    # Said to be no mirror image, it shows a performer who looks the other way.
    look = ARKIT_INDEX["eyeLookOutLeft"]
    assert straight[28:48, look].mean() > 0.2
    assert mirrored[28:48, look].mean() < 0.05


def test_pictures_without_a_face_keep_their_place(
    pictures: Any, tmp_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor
) -> None:
    black = np.zeros_like(pictures[0])
    film = [*[black] * 4, *pictures[:8], *[black] * 4, *pictures[16:24]]
    config = config_of(write(film, tmp_path / "film"), focal=TRUE_FOCAL)
    with tracker_for() as tracker:
        faces, summary = solved(config, tracker, face_model)
    assert [face.tracked for face in faces] == [False] * 4 + [True] * 8 + [False] * 4 + [True] * 8
    assert [face.time.sequence for face in faces] == list(range(1, 25))
    assert (summary.frames, summary.tracked) == (24, 16)
    for face in faces[:4]:
        assert face.confidence == 0.0
        assert not face.weights.any()
        assert not face.channel_confidence.any()
    for face in faces[12:16]:
        assert face.confidence == 0.0
        np.testing.assert_allclose(face.yaw_pitch_roll, faces[11].yaw_pitch_roll, atol=1.0)


def test_a_film_without_any_face_still_gives_every_frame(
    pictures: Any, tmp_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor
) -> None:
    config = config_of(write([np.zeros_like(pictures[0])] * 5, tmp_path / "film"))
    with tracker_for() as tracker:
        faces, summary = solved(config, tracker, face_model)
    assert [face.tracked for face in faces] == [False] * 5
    assert summary.tracked == 0


def test_the_same_film_gives_the_same_take(
    pictures: Any, tmp_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor
) -> None:
    config = config_of(write(pictures[40:60], tmp_path / "film"), focal=TRUE_FOCAL)
    takes = []
    for _ in range(2):
        with tracker_for() as tracker:
            takes.append(np.array([face.weights for face in solved(config, tracker, face_model)[0]]))
    np.testing.assert_array_equal(*takes)


def test_progress_counts_every_picture_and_the_end_is_told(
    sample: Any, pictures: Any, tmp_path: Path, config_of: ConfigOf, face_model: FaceModel, tracker_for: TrackerFor
) -> None:
    config = config_of(write(pictures[:6], tmp_path / "film"))
    told: list[int] = []
    with tracker_for() as tracker, open_source(config.capture, live=False) as source:
        solver = OfflineSolver(config, tracker, face_model)
        faces = list(solver.solve(source, sample.neutral, told.append))
    assert told == [1, 2, 3, 4, 5, 6]
    assert len(faces) == 6
    assert "end after 6 frames" in solver.summary.ending


def test_what_was_solved_comes_back_from_a_take(sample: Any, tmp_path: Path) -> None:
    path = tmp_path / "take.npz"
    with open_take(path, fps=30.0) as writer:
        for face in sample.faces:
            writer.add(face)
    take = read_take(path)
    np.testing.assert_allclose(take.weights, sample.stack("weights"), atol=1e-6)
