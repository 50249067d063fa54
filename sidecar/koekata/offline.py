"""`koekata solve`: every picture of a source, in order, into a take."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from koekata.capture import Source
from koekata.config import KoekataConfig
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral, calibrate
from koekata.fit.drift import DriftMeter
from koekata.frames import CapturedFrame, FittedFace, FrameTime, SolvedFace, SourceEvent, TrackedFace
from koekata.pipeline import Pipeline
from koekata.smooth import smooth_take
from koekata.solve import open_solver
from koekata.track import Tracker

__all__ = ["OfflineSolver", "Summary"]

_LOOK_AHEAD_SECONDS = 10.0
"""How much of the beginning is looked at before the first frame is solved, to find the neutral face."""

Tracked = tuple[FrameTime, tuple[TrackedFace, ...]]
Watcher = Callable[[TrackedFace, FittedFace], None]
"""Is shown each face as tracked and as fitted, in order."""


@dataclass(slots=True)
class Summary:
    """What came of a source."""

    frames: int = 0
    tracked: int = 0
    ending: str = ""
    """How the source says that it ended."""
    drift: str = ""
    """What is to be said of the calibration; empty while it fits."""


class OfflineSolver:
    """Solves one performer of a source, with look-ahead for calibration and smoothing without delay."""

    def __init__(self, config: KoekataConfig, tracker: Tracker | None, model: FaceModel, *, performer: int = 0) -> None:
        self._config, self._tracker, self._model = config, tracker, model
        self._performer = performer
        self.summary = Summary()
        self.neutral: Neutral | None = None
        self.watchers: list[Watcher] = []
        self.unsmoothed: deque[SolvedFace] | None = None
        """Set to a queue, it gets each face as it was before smoothing."""

    def solve(
        self, source: Source, neutral: Neutral | None = None, progress: Callable[[int], None] | None = None
    ) -> Iterator[SolvedFace]:
        """One face per picture, in order; `progress` is told the number of pictures read so far.

        Before the performer first appears, faces are neutral with `tracked` false.
        """
        tracked = self._tracked(source, progress)
        beginning = list(_beginning(tracked)) if neutral is None else []
        self.neutral = neutral or self._calibrate(beginning)
        neutrals = {} if self.neutral is None else {self._performer: self.neutral}
        raw = self._config.model_copy(update={"smooth": self._config.smooth.model_copy(update={"preset": "off"})})
        pipeline = Pipeline(raw, self._tracker, self._model, neutrals=neutrals)
        yield from smooth_take(self._faces(pipeline, chain(beginning, tracked)), self._config.smooth)

    def solve_again(self, faces: Iterable[SolvedFace], fits: Iterable[FittedFace]) -> Iterator[SolvedFace]:
        """The same pictures, from other fits of those that show the performer."""
        solver = open_solver(self._model, self._config.face_model)
        known = {fitted.time.sequence: solver.solve(fitted) for fitted in fits}
        yield from smooth_take(_held(faces, known), self._config.smooth)

    def _tracked(self, source: Source, progress: Callable[[int], None] | None) -> Iterator[Tracked]:
        for item in source:
            if isinstance(item, SourceEvent):
                self._note(item)
                continue
            yield item.time, self._track(item)
            self.summary.frames += 1
            if progress is not None:
                progress(self.summary.frames)

    def _track(self, frame: CapturedFrame) -> tuple[TrackedFace, ...]:
        faces = self._tracker.track(frame) if self._tracker is not None else ()
        return tuple(face for face in faces if face.performer == self._performer)

    def _note(self, event: SourceEvent) -> None:
        if event.state == "ended":
            self.summary.ending = event.detail

    def _calibrate(self, beginning: list[Tracked]) -> Neutral | None:
        faces = [face for _, faces in beginning for face in faces]
        if not faces:
            return None
        size = Counter(face.image_size for face in faces).most_common(1)[0][0]
        landmarks = [face.landmarks for face in faces if face.image_size == size]
        return calibrate(self._model, landmarks, size, self._config.face_model.focal)

    def _faces(self, pipeline: Pipeline, tracked: Iterable[Tracked]) -> Iterator[SolvedFace]:
        drift = DriftMeter(self._model)
        for time, faces in tracked:
            solved = pipeline.advance(time, faces)
            self._watch(pipeline, drift)
            face = next((face for face in solved if face.performer == self._performer), None)
            self.summary.tracked += bool(faces)
            face = face if face is not None else _nobody(self._performer, time)
            if self.unsmoothed is not None:
                self.unsmoothed.append(face)
            yield face

    def _watch(self, pipeline: Pipeline, drift: DriftMeter) -> None:
        for seen, fitted in pipeline.seen:
            drift.add(fitted)
            for watch in self.watchers:
                watch(seen, fitted)
        self.summary.drift = drift.report() or ""


def _held(faces: Iterable[SolvedFace], known: Mapping[int, SolvedFace]) -> Iterator[SolvedFace]:
    """For each face the known one of the same picture; where there is none, the last one, out of sight."""
    last: SolvedFace | None = None
    for face in faces:
        last = known.get(face.time.sequence) or (last and replace(last, time=face.time, tracked=False, confidence=0.0))
        yield last or face


def _beginning(tracked: Iterator[Tracked]) -> Iterator[Tracked]:
    for item in tracked:
        yield item
        if item[0].timeline_s >= _LOOK_AHEAD_SECONDS:
            return


def _nobody(performer: int, time: FrameTime) -> SolvedFace:
    """What is known of a performer who has not appeared yet."""
    return SolvedFace(
        performer=performer,
        time=time,
        tracked=False,
        confidence=0.0,
        weights=np.zeros(52),
        channel_confidence=np.zeros(52),
        yaw_pitch_roll=np.zeros(3),
        translation=np.zeros(3),
        gaze=np.zeros(4),
    )
