"""A picture to judge a solve by: frames with the fitted face over them, and the ten strongest channels beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from koekata.capture import open_source
from koekata.config import KoekataConfig
from koekata.errors import TakeError
from koekata.face_model.model import FaceModel
from koekata.face_model.open import open_configured
from koekata.fit.calibrate import calibrate
from koekata.fit.camera import Camera
from koekata.fit.performer import PerformerFitter
from koekata.frames import CapturedFrame, FittedFace, FloatArray, ImageArray, SolvedFace, TrackedFace
from koekata.solve import Solver, open_solver
from koekata.track import open_tracker

__all__ = ["contact_sheet"]

_TILE, _TEXT_WIDTH, _COLUMNS = 300, 190, 3
_STRONGEST = 10


def contact_sheet(config: KoekataConfig, out: Path, *, frames: int = 12) -> int:
    """Write a PNG with `frames` evenly spread pictures of `config.capture.source`; returns how many show a face.

    Raises TakeError when the PNG cannot be written, and what the stages raise.
    """
    model = open_configured(config.face_model).face_model
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        pictures = [item for item in source if isinstance(item, CapturedFrame)]
        tracked = [(picture, tracker.track(picture)) for picture in pictures]
    faces = [found[0] for _, found in tracked if found]
    fitter = _calibrated(model, config, faces)
    solver = open_solver(model, config.face_model)
    chosen = set(np.linspace(0, len(tracked) - 1, frames).astype(int))
    tiles = []
    for index, (picture, found) in enumerate(tracked):
        fitted = fitter.fit(found[0]) if found and fitter else None
        if index in chosen:
            tiles.append(_tile(picture, fitted, solver, model, fitter))
    if not cv2.imwrite(str(out), _arranged(tiles)):
        raise TakeError(f"{out}: the picture cannot be written", remedy="Choose a .png in a folder that exists.")
    return sum(bool(found) for index, (_, found) in enumerate(tracked) if index in chosen)


def _calibrated(model: FaceModel, config: KoekataConfig, faces: list[TrackedFace]) -> PerformerFitter | None:
    if not faces:
        return None
    neutral = calibrate(model, [face.landmarks for face in faces], faces[0].image_size, config.face_model.focal)
    return PerformerFitter(model, config.face_model, neutral)


def _tile(
    picture: CapturedFrame,
    fitted: FittedFace | None,
    solver: Solver,
    model: FaceModel,
    fitter: PerformerFitter | None,
) -> ImageArray:
    image = np.asarray(cv2.cvtColor(picture.image, cv2.COLOR_RGB2BGR), np.uint8)
    text = np.full((_TILE, _TEXT_WIDTH, 3), 24, np.uint8)
    if fitted is None or fitter is None or fitter.neutral is None:
        return np.hstack([_framed(image, image, None), text])
    camera = Camera.of_image((image.shape[1], image.shape[0]), fitter.neutral.focal_share)
    points = _projected(fitter.neutral.points + np.tensordot(fitted.expression, model.expression, 1), fitted, camera)
    marked = image.copy()
    for x, y in points:
        cv2.circle(marked, (int(x), int(y)), max(1, image.shape[1] // 400), (0, 255, 0), -1)
    for row, line in enumerate(_lines(solver.solve(fitted))):
        cv2.putText(text, line, (6, 20 + 22 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (230, 230, 230), 1, cv2.LINE_AA)
    return np.hstack([_framed(image, image, points), _framed(image, marked, points), text])


def _projected(points: FloatArray, fitted: FittedFace, camera: Camera) -> FloatArray:
    """(478, 2) pixels of points in the head's axes."""
    x, y, z = (points @ fitted.rotation.T + fitted.translation).T
    return np.column_stack((camera.centre[0] - camera.focal * x / z, camera.centre[1] + camera.focal * y / z))


def _framed(image: ImageArray, drawn: ImageArray, points: FloatArray | None) -> ImageArray:
    """A square of the picture around the face."""
    height, width = image.shape[:2]
    if points is None:
        centre, half = np.array([width / 2, height / 2]), max(width, height) / 2
    else:
        centre, half = points.mean(axis=0), 0.75 * float(np.ptp(points, axis=0).max())
    to_tile = np.array([[1, 0, half - centre[0]], [0, 1, half - centre[1]]]) * (_TILE / (2 * half))
    return np.asarray(cv2.warpAffine(drawn, to_tile, (_TILE, _TILE), flags=cv2.INTER_AREA), np.uint8)


def _lines(face: SolvedFace) -> Iterator[str]:
    yield f"t {face.time.timeline_s:6.2f}  conf {face.confidence:.2f}"
    yaw, pitch, roll = face.yaw_pitch_roll
    yield f"y {yaw:.0f} p {pitch:.0f} r {roll:.0f}"
    yield "gaze " + " ".join(f"{angle:.0f}" for angle in face.gaze)
    for index in np.argsort(-face.weights)[:_STRONGEST]:
        yield f"{face.names[index]:20s} {face.weights[index]:.2f}"


def _arranged(tiles: list[ImageArray]) -> ImageArray:
    width = max(tile.shape[1] for tile in tiles)
    padded = [np.pad(tile, ((2, 2), (2, width - tile.shape[1] + 2), (0, 0))) for tile in tiles]
    padded += [np.zeros_like(padded[0])] * (-len(padded) % _COLUMNS)
    return np.vstack([np.hstack(padded[i : i + _COLUMNS]) for i in range(0, len(padded), _COLUMNS)])
