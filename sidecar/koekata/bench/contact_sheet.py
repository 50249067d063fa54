"""A picture to judge a solve by: frames with the fitted face over them, and the ten strongest channels beside.

The face is the fitted mesh with its irises where the face model is FLAME, and the 478 landmarks else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from koekata.bench._moments import moments
from koekata.bench._overlay import draw_mesh, draw_points, projected
from koekata.capture import open_source
from koekata.config import KoekataConfig
from koekata.errors import TakeError
from koekata.face_model.flame.fit import FlameFitter
from koekata.face_model.flame.layer import vertices
from koekata.face_model.model import FaceModel
from koekata.face_model.open import OpenedModel, open_configured
from koekata.face_model.triangles import SKIN
from koekata.fit.calibrate import Neutral, calibrate
from koekata.fit.camera import Camera
from koekata.fit.performer import PerformerFitter
from koekata.frames import CapturedFrame, FittedFace, FloatArray, ImageArray, SolvedFace, TrackedFace
from koekata.solve import open_solver
from koekata.track import open_tracker

__all__ = ["contact_sheet"]

_TILE, _TEXT_WIDTH, _COLUMNS = 340, 210, 3
_STRONGEST = 9


@dataclass(frozen=True, slots=True)
class _Tile:
    title: str
    image: ImageArray
    """BGR, a square around the face."""
    drawn: ImageArray
    solved: SolvedFace


def contact_sheet(config: KoekataConfig, out: Path, *, frames: int = 12) -> int:
    """Write a PNG with at most `frames` pictures of `config.capture.source`; returns how many there are.

    Neutral, blink, smile, pucker, open mouth and a head turned by 40 degrees come first, as far as the clip has them.
    Raises TakeError when the PNG cannot be written, and what the stages raise.
    """
    model = open_configured(config.face_model)
    tracked = dict(_tracked(config))
    if not tracked:
        raise TakeError(f"{config.capture.source}: no frame shows a face", remedy="Choose another clip.")
    neutral = _calibrated(model.face_model, config, list(tracked.values()))
    fitted = _fitted(model.face_model, config, neutral, tracked)
    solver = open_solver(model.face_model, config.face_model)
    solved = {number: solver.solve(face) for number, face in fitted.items()}
    chosen = moments(solved, frames)
    pictures = _pictures(config, set(chosen))
    painter = _Painter(model, neutral)
    tiles = [painter.tile(chosen[number], pictures[number], fitted[number], solved[number]) for number in chosen]
    if not cv2.imwrite(str(out), _arranged([_laid_out(tile) for tile in tiles])):
        raise TakeError(f"{out}: the picture cannot be written", remedy="Choose a .png in a folder that exists.")
    return len(tiles)


def _tracked(config: KoekataConfig) -> Iterator[tuple[int, TrackedFace]]:
    """The first performer by number of the frame. Pictures are not kept: a clip of them fills the memory."""
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        for item in source:
            for face in tracker.track(item)[:1] if isinstance(item, CapturedFrame) else ():
                yield face.time.sequence, face


def _pictures(config: KoekataConfig, numbers: set[int]) -> dict[int, ImageArray]:
    """(H, W, 3) BGR pictures of these frames."""
    with open_source(config.capture, live=False) as source:
        return {
            item.time.sequence: np.asarray(cv2.cvtColor(item.image, cv2.COLOR_RGB2BGR), np.uint8)
            for item in source
            if isinstance(item, CapturedFrame) and item.time.sequence in numbers
        }


def _calibrated(model: FaceModel, config: KoekataConfig, faces: list[TrackedFace]) -> Neutral:
    return calibrate(model, [face.landmarks for face in faces], faces[0].image_size, config.face_model.focal)


def _fitted(
    model: FaceModel, config: KoekataConfig, neutral: Neutral, tracked: dict[int, TrackedFace]
) -> dict[int, FittedFace]:
    fitter = PerformerFitter(model, config.face_model, neutral)
    return {number: fitter.fit(face) for number, face in tracked.items()}


class _Painter:
    """Draws fits over pictures."""

    def __init__(self, model: OpenedModel, neutral: Neutral) -> None:
        self._model, self._focal_share = model.face_model, neutral.focal_share
        self._flame = model.flame
        self._fitter = FlameFitter(model.flame, neutral) if model.flame is not None else None

    def tile(self, title: str, image: ImageArray, fitted: FittedFace, solved: SolvedFace) -> _Tile:
        """One frame. The FLAME fit leans on the frame before only where that is a neighbour."""
        camera = Camera.of_image((image.shape[1], image.shape[0]), self._focal_share)
        face = fitted.neutral + np.tensordot(fitted.expression, self._model.expression, 1)
        face = face @ fitted.rotation.T + fitted.translation
        image, camera = _close_up(image, camera, projected(face, camera))
        if self._fitter is None or self._flame is None:
            return _Tile(title, image, draw_points(image, projected(face, camera)), solved)
        flame = self._flame.flame
        mesh = vertices(flame, self._fitter.fit(fitted).parameters)
        irises = projected(self._flame.embedding.of(mesh, flame.faces)[SKIN:], camera)
        return _Tile(title, image, draw_points(draw_mesh(image, mesh, flame.faces, camera), irises), solved)


def _close_up(image: ImageArray, camera: Camera, points: FloatArray) -> tuple[ImageArray, Camera]:
    """A square of the picture around (N, 2) pixels of a face, and the camera that sees it so."""
    middle, half = points.mean(axis=0), 0.7 * float(np.ptp(points, axis=0).max())
    scale = _TILE / (2 * half)
    shift = scale * (half - middle)
    square = cv2.warpAffine(
        image, np.array([[scale, 0, shift[0]], [0, scale, shift[1]]]), (_TILE, _TILE), flags=cv2.INTER_AREA
    )
    x, y = scale * np.array(camera.centre) + shift
    return np.asarray(square, np.uint8), Camera(scale * camera.focal, (float(x), float(y)))


def _laid_out(tile: _Tile) -> ImageArray:
    text = np.full((_TILE, _TEXT_WIDTH, 3), 24, np.uint8)
    for row, line in enumerate(_lines(tile)):
        cv2.putText(text, line, (6, 20 + 22 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (230, 230, 230), 1, cv2.LINE_AA)
    return np.hstack([tile.image, tile.drawn, text])


def _lines(tile: _Tile) -> Iterator[str]:
    face = tile.solved
    yield tile.title
    yield f"t {face.time.timeline_s:6.2f}  conf {face.confidence:.2f}"
    yield "y {:.0f} p {:.0f} r {:.0f}".format(*face.yaw_pitch_roll)
    yield "gaze " + " ".join(f"{angle:.0f}" for angle in face.gaze)
    for index in np.argsort(-face.weights)[:_STRONGEST]:
        yield f"{face.names[index]:20s} {face.weights[index]:.2f}"


def _arranged(tiles: list[ImageArray]) -> ImageArray:
    padded = [np.pad(tile, ((2, 2), (2, 2), (0, 0))) for tile in tiles]
    padded += [np.zeros_like(padded[0])] * (-len(padded) % _COLUMNS)
    return np.vstack([np.hstack(padded[i : i + _COLUMNS]) for i in range(0, len(padded), _COLUMNS)])
