"""One performer from the first frame on: calibrates, then fits."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from koekata.config import FaceModelConfig
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral, calibrate
from koekata.fit.camera import USUAL_FOCAL, Camera, HeadPose
from koekata.fit.fitter import Fit, FrameFitter, Past, first_pose
from koekata.fit.gaze import gaze_degrees
from koekata.frames import FittedFace, FloatArray, TrackedFace

__all__ = ["PerformerFitter"]

_EARLY_SHARE = 0.15
"""Share of the calibration time after which a first, rough calibration is made."""
_MAX_COLLECTED = 240
_LOST_SECONDS = 0.5
"""After a gap this long, the last pose says nothing about the next one."""


class PerformerFitter:
    """Fits one performer. Until a calibration is at hand, it fits the mean face and collects frames for one.

    With a `worker`, calibrations run beside the frames; without, they run in the frame that completes them, so that
    the same frames give the same result. Once calibrated, nothing adapts any more.
    """

    def __init__(
        self,
        model: FaceModel,
        config: FaceModelConfig,
        neutral: Neutral | None = None,
        worker: ThreadPoolExecutor | None = None,
    ) -> None:
        self._model, self._config, self._worker = model, config, worker
        self._collected: list[FloatArray] = []
        self._began: float | None = None
        self._rough = False
        self._pending: Future[Neutral] | None = None
        self._last: tuple[float, Fit] | None = None
        self.calibrated = False
        self.neutral: Neutral | None = None
        self._fitter = FrameFitter(model, model.mean)
        self._focal = config.focal or USUAL_FOCAL
        if neutral is not None:
            self._adopt(neutral)
            self.calibrated = True

    def fit(self, face: TrackedFace) -> FittedFace:
        """Pose, expression and gaze of one tracked face."""
        if not self.calibrated:
            self._learn(face)
        camera = Camera.of_image(face.image_size, self._focal)
        past = self._past(face)
        start = past.pose if past is not None else self._start(face, camera)
        fit = self._fitter.fit(face.landmarks, camera, start, past)
        self._last = (face.time.timeline_s, fit)
        return self._result(face, fit)

    def _past(self, face: TrackedFace) -> Past | None:
        if self._last is None:
            return None
        seconds = face.time.timeline_s - self._last[0]
        return Past(self._last[1].pose, self._last[1].weights, seconds) if 0.0 < seconds < _LOST_SECONDS else None

    def _start(self, face: TrackedFace, camera: Camera) -> HeadPose:
        rough = first_pose(face.landmarks, camera, self._fitter.neutral)
        return self._fitter.fit(face.landmarks, camera, rough).pose

    def _learn(self, face: TrackedFace) -> None:
        if self._pending is not None and self._pending.done():
            self._adopt(self._pending.result())
            self._pending, self.calibrated = None, self._full(face)
        if self._pending is None and not self.calibrated:
            self._collect(face)

    def _collect(self, face: TrackedFace) -> None:
        if self._began is None:
            self._began = face.time.timeline_s
        self._collected.append(face.landmarks)
        if len(self._collected) > _MAX_COLLECTED:
            self._collected = self._collected[::2]
        if self._full(face):
            self._request(face, self._config.focal)
        elif not self._rough and self._share(face) >= _EARLY_SHARE:
            self._rough = True
            self._request(face, self._focal)

    def _share(self, face: TrackedFace) -> float:
        return (face.time.timeline_s - (self._began or 0.0)) / self._config.calibration_seconds

    def _full(self, face: TrackedFace) -> bool:
        return self._began is not None and self._share(face) >= 1.0

    def _request(self, face: TrackedFace, focal: float) -> None:
        final = self._full(face)
        frames, size = list(self._collected), face.image_size
        if self._worker is not None:
            self._pending = self._worker.submit(calibrate, self._model, frames, size, focal)
            return
        self._adopt(calibrate(self._model, frames, size, focal))
        self.calibrated = final

    def _adopt(self, neutral: Neutral) -> None:
        self.neutral = neutral
        self._fitter = FrameFitter(self._model, neutral.points)
        self._focal = neutral.focal_share
        self._last = None

    def _result(self, face: TrackedFace, fit: Fit) -> FittedFace:
        size = float(np.linalg.norm(self._fitter.neutral[33] - self._fitter.neutral[263]))
        residual = float(np.sqrt(np.mean(np.sum(fit.residual**2, axis=1)))) / size
        return FittedFace(
            performer=face.performer,
            time=face.time,
            rotation=fit.pose.rotation,
            translation=fit.pose.translation,
            expression=fit.weights,
            gaze=gaze_degrees(self._model, fit.weights),
            residual=residual,
            confidence=face.confidence,
            points=fit.points,
            neutral=self._fitter.neutral,
            mouth_seen=face.mouth_seen,
        )
