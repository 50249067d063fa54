"""One picture in, the solved faces of every performer out: track -> fit -> solve -> smooth.

Capture stands before it; voice, map and publish behind it; `koekata.live` and `koekata.offline` tie them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from koekata.config import KoekataConfig, SmoothConfig
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.fit.performer import PerformerFitter
from koekata.frames import CapturedFrame, FittedFace, FrameTime, SolvedFace, TrackedFace
from koekata.smooth import Smoother
from koekata.solve import open_solver
from koekata.stopwatch import Stopwatch
from koekata.track import Tracker

__all__ = ["Pipeline"]

_FORGET_SECONDS = 10.0
"""A performer who has been away this long is no longer reported; the first performer always is."""


class Pipeline:
    """The stages between capture and publishing, with what they know of each performer."""

    def __init__(
        self,
        config: KoekataConfig,
        tracker: Tracker | None,
        model: FaceModel,
        *,
        neutrals: Mapping[int, Neutral] | None = None,
        worker: ThreadPoolExecutor | None = None,
    ) -> None:
        """Without a tracker nobody is seen.

        `neutrals` are calibrations by performer; `worker` makes the missing ones beside the frames.
        """
        self.config, self._tracker, self.model = config, tracker, model
        self._neutrals = dict(neutrals or {})
        self._worker = worker
        self._solver = open_solver(model, config.face_model)
        self._performers: dict[int, _Performer] = {}
        self.seen: list[tuple[TrackedFace, FittedFace]] = []
        """Every face of the last picture, as tracked and as fitted."""
        self.unsmoothed: dict[int, SolvedFace] = {}
        """The faces of the last picture by performer, as they were before smoothing."""
        self.stopwatch = Stopwatch()

    def process(self, frame: CapturedFrame) -> tuple[SolvedFace, ...]:
        """Every performer's face in one picture, in order of their ids; those out of sight with `tracked` false."""
        with self.stopwatch("track"):
            faces = self._tracker.track(frame) if self._tracker is not None else ()
        return self.advance(frame.time, faces)

    def advance(self, time: FrameTime, faces: tuple[TrackedFace, ...]) -> tuple[SolvedFace, ...]:
        """As `process`, from faces that have been tracked already."""
        self.seen.clear()
        self.unsmoothed.clear()
        solved = [self._solve(face) for face in faces]
        return tuple(sorted(solved + self._out_of_sight(time), key=lambda face: face.performer))

    def calibrated(self, performer: int = 0) -> Neutral | None:
        """The final calibration of a performer, None while it is being made."""
        known = self._performers.get(performer)
        return known.fitter.neutral if known is not None and known.fitter.calibrated else None

    def recalibrate(self, neutral: Neutral | None, performer: int = 0) -> None:
        """Go on with another calibration of a performer, as if they had just come into sight; None makes it anew."""
        if neutral is None:
            self._neutrals.pop(performer, None)
        else:
            self._neutrals[performer] = neutral
        self._performers.pop(performer, None)

    def solved_with(self, neutral: Neutral, faces: Iterable[TrackedFace]) -> list[SolvedFace]:
        """One performer's faces as another calibration would have had them, before smoothing; from any thread."""
        fitter = PerformerFitter(self.model, self.config.face_model, neutral)
        return [self._solver.solve(fitter.fit(face)) for face in faces]

    def _solve(self, face: TrackedFace) -> SolvedFace:
        if face.performer not in self._performers:
            neutral = self._neutrals.get(face.performer)
            fitter = PerformerFitter(self.model, self.config.face_model, neutral, self._worker)
            self._performers[face.performer] = _Performer(fitter, self.config.smooth)
        performer = self._performers[face.performer]
        with self.stopwatch("fit"):
            fitted = performer.fitter.fit(face)
        self.seen.append((face, fitted))
        with self.stopwatch("solve"):
            solved = self._solver.solve(fitted)
        self.unsmoothed[face.performer] = solved
        with self.stopwatch("smooth"):
            performer.last = performer.smoother.smooth(solved)
        return performer.last

    def _out_of_sight(self, time: FrameTime) -> list[SolvedFace]:
        held = []
        for number, performer in list(self._performers.items()):
            last = performer.last
            if last is None or last.time.sequence == time.sequence:
                continue
            if number > 0 and time.timeline_s - last.time.timeline_s > _FORGET_SECONDS:
                del self._performers[number]
                continue
            held.append(replace(last, time=time, tracked=False, confidence=0.0))
        return held


class _Performer:
    def __init__(self, fitter: PerformerFitter, smooth: SmoothConfig) -> None:
        self.fitter = fitter
        self.smoother = Smoother(smooth)
        self.last: SolvedFace | None = None
