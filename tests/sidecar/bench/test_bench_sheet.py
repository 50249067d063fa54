"""Contact sheets show the frames that matter, and the mesh where the camera sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from koekata.bench._moments import moments
from koekata.bench._overlay import draw_mesh, projected
from koekata.bench.contact_sheet import contact_sheet
from koekata.channels import ARKIT_INDEX
from koekata.commands._sample import sample_clip
from koekata.config import CaptureConfig, FaceModelConfig, KoekataConfig
from koekata.errors import TakeError
from koekata.fit.camera import Camera
from koekata.frames import SolvedFace


def acting(make_face: Callable[..., SolvedFace], **strengths: tuple[int, float]) -> dict[int, SolvedFace]:
    """Twenty frames in which each named channel acts in one of them."""
    weights = np.zeros((20, 52))
    for name, (frame, strength) in strengths.items():
        weights[frame, ARKIT_INDEX[name]] = strength
    return {n: make_face(n, weights=row, yaw_pitch_roll=np.zeros(3)) for n, row in enumerate(weights)}


def test_each_expression_is_shown_where_it_is_strongest(make_face: Callable[..., SolvedFace]) -> None:
    faces = acting(
        make_face,
        eyeBlinkLeft=(4, 0.9),
        eyeBlinkRight=(4, 0.8),
        mouthSmileLeft=(9, 0.7),
        mouthSmileRight=(9, 0.7),
        mouthPucker=(12, 0.6),
        jawOpen=(15, 0.8),
    )
    shown = moments(faces, 12)
    assert {4: "blink", 9: "smile", 12: "pucker", 15: "open mouth"}.items() <= shown.items()
    assert "neutral" in shown.values()
    assert len(shown) == 12


def test_a_wink_is_no_blink(make_face: Callable[..., SolvedFace]) -> None:
    assert "blink" not in moments(acting(make_face, eyeBlinkLeft=(4, 1.0)), 6).values()


def test_the_mesh_covers_what_it_hides_and_nothing_else() -> None:
    camera = Camera(200.0, (50.0, 50.0))
    square = np.array([[-0.1, -0.1, -1.0], [0.1, -0.1, -1.0], [0.1, 0.1, -1.0], [-0.1, 0.1, -1.0]])
    picture = np.zeros((100, 100, 3), np.uint8)
    ahead = draw_mesh(picture, square, np.array([[0, 1, 2], [0, 2, 3]]), camera)
    away = draw_mesh(picture, square, np.array([[0, 2, 1], [0, 3, 2]]), camera)
    assert projected(square, camera).min() == pytest.approx(30.0)
    assert (ahead[35:65, 35:65] > 0).all()
    assert not ahead[:25].any()
    assert not away.any()


def test_a_sheet_of_the_sample_is_a_picture_of_twelve_tiles(tmp_path: Path) -> None:
    config = KoekataConfig(
        capture=CaptureConfig(source=str(sample_clip())), face_model=FaceModelConfig(solver="geometric")
    )
    assert contact_sheet(config, tmp_path / "sheet.png") == 12
    picture: Any = cv2.imread(str(tmp_path / "sheet.png"))
    assert picture.shape[0] * 2 > picture.shape[1]
    assert picture.std() > 20


def test_a_clip_without_a_face_is_told(tmp_path: Path) -> None:
    for number in range(2):
        cv2.imwrite(str(tmp_path / f"{number}.png"), np.full((90, 120, 3), 80, np.uint8))
    config = KoekataConfig(capture=CaptureConfig(source=str(tmp_path), fps=25.0))
    with pytest.raises(TakeError, match="no frame shows a face"):
        contact_sheet(config, tmp_path / "sheet.png")
