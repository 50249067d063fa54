"""The guided minute from its beginning to what was learnt of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.errors import ConfigError, KoekataError
from koekata.fit.calibrate import Neutral
from koekata.fit.calibrate import calibrate as find_neutral
from koekata.frames import FloatArray, SolvedFace, TrackedFace
from koekata.live import LiveSession
from koekata.studio.exercise import FEWEST, Exercise, load_steps
from koekata.studio.ranges import Ranges, ranges

__all__ = ["Course"]

_log = logging.getLogger(__name__)

Learnt = Callable[[int, Ranges, Neutral | None], None]


class Course:
    """One exercise at a time. `watch` is called by the pipeline; all else by the server."""

    def __init__(self, session: LiveSession, learnt: Learnt, tell: Callable[[], None]) -> None:
        """`learnt` takes performer, ranges and neutral face, on a thread of its own; `tell` hears of every change."""
        self._session, self._learnt, self._tell = session, learnt, tell
        self._steps = load_steps()
        self._lock = threading.Lock()
        self._exercise: Exercise | None = None
        self._working = False
        self._result: dict[str, Any] = {}

    def state(self) -> dict[str, Any]:
        """For the page."""
        exercise = self._exercise
        place, done, waiting = exercise.place() if exercise is not None else (0, 0.0, False)
        return {
            "steps": [asdict(step) for step in self._steps],
            "running": exercise is not None or self._working,
            "performer": exercise.performer if exercise is not None else 0,
            "step": len(self._steps) if self._working else place,
            "progress": done,
            "waiting": waiting,
            "learnt": self._result,
        }

    def start(self, performer: int, pace: float) -> None:
        """Begin. Raises ConfigError while another one is on."""
        with self._lock:
            if self._working or self._exercise is not None:
                raise ConfigError("a calibration is on already", remedy="Wait for its end, or give it up.")
            self._result = {}
            self._exercise = Exercise(self._steps, performer, pace)

    def stop(self) -> None:
        """Give it up; nothing changes."""
        with self._lock:
            self._exercise = None

    def watch(self, faces: tuple[SolvedFace, ...]) -> None:
        """Take note while a step is asked for; after the last one, make something of it beside the pictures."""
        exercise, pipeline = self._exercise, self._session.pipeline
        if exercise is None or not exercise.add(faces, pipeline.unsmoothed, [seen for seen, _ in pipeline.seen]):
            return
        if not exercise.over:
            self._tell()
            return
        with self._lock:
            if self._exercise is not exercise:
                return
            self._exercise, self._working = None, True
        threading.Thread(target=self._work, args=(exercise,), name="koekata-guide", daemon=True).start()

    def _work(self, exercise: Exercise) -> None:
        self._tell()
        try:
            self._learn(exercise)
        except KoekataError as error:
            self._result = {"error": error.message, "remedy": error.remedy}
        except (ValueError, ArithmeticError, np.linalg.LinAlgError) as error:
            _log.exception("the calibration could not be worked out")
            self._result = {"error": f"it could not be worked out: {error}", "remedy": "Calibrate again."}
        finally:
            self._working = False
            self._tell()

    def _learn(self, exercise: Exercise) -> None:
        neutral = self._neutral(exercise.resting)
        weights = {name: np.array(seen) for name, seen in exercise.weights.items()}
        if neutral is not None:
            # What was measured with another resting face says little of what this one will give.
            weights.update(self._weights(exercise.seen, neutral))
        found = ranges(weights, self._steps, has_neutral=neutral is not None)
        self._learnt(exercise.performer, found, neutral)
        self._result = {"neutral": neutral is not None, "still": list(found.still)}

    def _neutral(self, faces: list[TrackedFace]) -> Neutral | None:
        if len(faces) < FEWEST:
            return None
        pipeline = self._session.pipeline
        landmarks = [face.landmarks for face in faces]
        return find_neutral(pipeline.model, landmarks, faces[-1].image_size, pipeline.config.face_model.focal)

    def _weights(self, seen: Mapping[str, list[TrackedFace]], neutral: Neutral) -> dict[str, FloatArray]:
        solved = {step: self._session.pipeline.solved_with(neutral, faces) for step, faces in seen.items() if faces}
        return {step: np.array([face.weights[: len(ARKIT_NAMES)] for face in faces]) for step, faces in solved.items()}
