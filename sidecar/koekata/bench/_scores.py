"""The blendshape scores of MediaPipe's Face Landmarker network, for comparison."""

from __future__ import annotations

from types import TracebackType

import numpy as np

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.frames import CapturedFrame, FloatArray
from koekata.track._landmarker import LandmarkerOpener, as_picture
from koekata.track._open import landmarker_file
from koekata.track._quiet import without_chatter

__all__ = ["ScoreNetwork"]

_CONFIDENCE = 0.5


class ScoreNetwork:
    """The network on one clip, twice: on the video, where it smooths its landmarks, and on each picture by itself.

    A context manager. Its `_neutral` is left out, and it has no `tongueOut`: that channel is 0.
    """

    def __init__(self) -> None:
        opener = LandmarkerOpener(landmarker_file(), _CONFIDENCE)
        with without_chatter():
            self._video = opener(video=True, faces=1, scores=True)
            self._single = opener(video=False, faces=1, scores=True)

    def on_video(self, frame: CapturedFrame) -> FloatArray:
        """(52,) by ARKit name, NaN where it found no face. Frames come in order."""
        return _by_name(self._video.detect_for_video(as_picture(frame.image), round(frame.time.timeline_s * 1000)))

    def on_picture(self, frame: CapturedFrame) -> FloatArray:
        """(52,) as `on_video`, from this picture alone: without smoothing, and so without delay."""
        return _by_name(self._single.detect(as_picture(frame.image)))

    def __enter__(self) -> ScoreNetwork:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._video.close()
        self._single.close()


def _by_name(result: object) -> FloatArray:
    faces = getattr(result, "face_blendshapes", None)
    if not faces:
        return np.full(len(ARKIT_NAMES), np.nan)
    scores = np.zeros(len(ARKIT_NAMES))
    for category in faces[0]:
        if category.category_name in ARKIT_INDEX:
            scores[ARKIT_INDEX[category.category_name]] = category.score
    return scores
