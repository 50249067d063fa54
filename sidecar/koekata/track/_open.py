"""Chooses and opens the backend."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from koekata import models
from koekata.config import TrackConfig
from koekata.errors import ModelError
from koekata.track._engine import Engine
from koekata.track._tracker import Tracker

__all__ = ["landmarker_file", "open_tracker"]

_LANDMARKER = "face-landmarker"


def open_tracker(config: TrackConfig, *, live: bool) -> Tracker:
    """Start the networks; takes a second or two.

    `live` keeps the cost of every single picture bounded while a face is searched for; otherwise the search is
    thorough at once. Raises ModelError with the way to get what is missing.
    """
    return Tracker(_open_engine(config), config, live=live)


def _open_engine(config: TrackConfig) -> Engine:
    if config.backend == _LANDMARKER:
        return _open_landmarker(config)
    if _has_solutions():
        from koekata.track._face_mesh import FaceMeshEngine

        return FaceMeshEngine(min_confidence=config.min_confidence, far=config.far_faces)
    if config.backend == "auto":
        return _open_landmarker(config)
    raise ModelError(
        "face-mesh: the installed mediapipe does not carry the face-mesh networks",
        remedy="Use Python 3.10 to 3.12 with mediapipe 0.10.21, or set [track] backend = 'face-landmarker'.",
    )


def landmarker_file() -> Path:
    """The Face Landmarker's model file. Raises ModelError with the way to get it where it is missing."""
    path = models.model_path(_LANDMARKER)
    if not path.is_file():
        raise ModelError(
            f"face-landmarker: the model file {path} is missing",
            remedy="Download it (3.8 MB) with `koekata models get face-landmarker`, or bring it from another machine "
            "with `koekata models import face-landmarker FILE`.",
        )
    return path


def _open_landmarker(config: TrackConfig) -> Engine:
    from koekata.track._landmarker import LandmarkerEngine

    return LandmarkerEngine(landmarker_file(), min_confidence=config.min_confidence, slots=config.performers)


def _has_solutions() -> bool:
    """Whether this mediapipe is of the last generation that brings its networks and graphs along."""
    if importlib.util.find_spec("mediapipe") is None:
        raise ModelError("mediapipe is not installed", remedy="Install it: `pip install mediapipe`.")
    return importlib.util.find_spec("mediapipe.framework") is not None
