"""Odd pictures are tracked or refused, never fatal."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import psutil
import pytest

from koekata.config import TrackConfig
from koekata.errors import CaptureError, ModelError
from koekata.track import Tracker, open_tracker
from koekata.track._quiet import without_chatter


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 200, 3), (240, 320, 3), (2000, 30, 3)])
def test_a_black_picture_of_any_size_holds_no_face(tracker: Tracker, shape: tuple[int, int, int], scenes: Any) -> None:
    assert tracker.track(scenes.frame(np.zeros(shape, np.uint8), 0.0)) == ()


@pytest.mark.parametrize(
    "image", [np.zeros((8, 8), np.uint8), np.zeros((8, 8, 4), np.uint8), np.zeros((8, 8, 3)), np.zeros((0, 8, 3), "u1")]
)
def test_what_is_not_a_picture_is_refused_with_its_shape(tracker: Tracker, image: np.ndarray, scenes: Any) -> None:
    with pytest.raises(CaptureError, match=r"shape .* and type"):
        tracker.track(scenes.frame(image, 0.0))


def test_a_picture_that_is_not_contiguous_is_read_alike(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    wide = np.zeros((clip[0].shape[0], clip[0].shape[1] * 2, 3), np.uint8)
    wide[:, ::2] = clip[0]
    results = []
    for image in (clip[0], wide[:, ::2]):
        with open_tracker(TrackConfig(backend=backend), live=False) as tracker:
            results.append(tracker.track(scenes.frame(image, 0.0))[0].landmarks)
    np.testing.assert_allclose(results[0], results[1])


def test_a_writable_picture_is_left_writable(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> None:
    image = clip[0].copy()
    tracker.track(scenes.frame(image, 0.0))
    assert image.flags.writeable
    np.testing.assert_array_equal(image, clip[0])


def test_a_face_is_followed_when_pictures_change_size(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> None:
    assert len(tracker.track(scenes.frame(clip[0], 0.0))) == 1
    for index, step in enumerate((2, 1, 2), 1):
        image = np.ascontiguousarray(clip[index][::step, ::step])
        faces = tracker.track(scenes.frame(image, index / 25))
        assert [face.performer for face in faces] == [0]
        assert faces[0].image_size == (image.shape[1], image.shape[0])
        assert 0 < faces[0].landmarks[:, 0].mean() < image.shape[1]


def test_a_source_that_starts_again_is_followed(tracker: Tracker, clip: list[np.ndarray], scenes: Any) -> None:
    times = [100.0, 100.04, 0.0, 0.04, 100.08]
    found = [tracker.track(scenes.frame(clip[index], when)) for index, when in enumerate(times)]
    assert [len(faces) for faces in found] == [1] * len(times)


def test_a_long_run_keeps_its_memory(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    process = psutil.Process()
    with open_tracker(TrackConfig(backend=backend), live=True) as tracker:
        levels = []
        for index in range(400):
            tracker.track(scenes.frame(clip[index % len(clip)], index / 25))
            if index in (150, 399):
                levels.append(process.memory_info().rss)
    # A single kept picture per frame would be 190 MB and more.
    assert levels[1] - levels[0] < 30e6


def test_a_tracker_can_be_opened_again_and_again(backend: str, clip: list[np.ndarray], scenes: Any) -> None:
    for _ in range(3):
        with open_tracker(TrackConfig(backend=backend), live=False) as tracker:
            assert tracker.backend == backend
            assert len(tracker.track(scenes.frame(clip[0], 0.0))) == 1


def test_a_missing_landmarker_file_names_the_command_that_fetches_it(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    with pytest.raises(ModelError) as caught:
        open_tracker(TrackConfig(backend="face-landmarker"), live=False)
    assert "koekata models get face-landmarker" in caught.value.remedy


def test_a_damaged_landmarker_file_is_refused(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from koekata import models

    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    path = models.model_path("face-landmarker")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no model" * 100)
    with pytest.raises(ModelError, match="not a Face Landmarker model"):
        open_tracker(TrackConfig(backend="face-landmarker"), live=False)


def test_importing_the_package_does_not_load_mediapipe() -> None:
    code = "import sys, koekata.track; sys.exit('mediapipe' in sys.modules or 'cv2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_opening_and_tracking_leave_the_terminal_quiet(backend: str) -> None:
    code = f"""
import numpy as np
from koekata.config import TrackConfig
from koekata.frames import CapturedFrame, FrameTime
from koekata.track import open_tracker
with open_tracker(TrackConfig(backend={backend!r}), live=False) as tracker:
    tracker.track(CapturedFrame(np.zeros((480, 640, 3), np.uint8), FrameTime(0, 0.0, 0, 0)))
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def test_errors_on_the_terminal_are_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    import os

    with without_chatter():
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\nE0000 00:00 a.cc:1] a true error\n")
    assert capfd.readouterr().err == "E0000 00:00 a.cc:1] a true error\n"
