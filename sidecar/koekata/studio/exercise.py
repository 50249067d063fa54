"""What the guided calibration asks for, step by step, and what was seen meanwhile."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from koekata.channels import ARKIT_NAMES
from koekata.frames import FloatArray, SolvedFace, TrackedFace

__all__ = ["FEWEST", "Exercise", "Step", "load_steps"]

FEWEST = 10
"""Pictures of a step, below which it says nothing."""
_MOST = 900
"""Pictures of a step that are kept."""
_SETTLE_S, _SETTLE_SHARE = 0.8, 0.3
"""Until somebody does what is asked; never more than this share of a step."""
_LONGEST_S = 0.5
"""More between two pictures was a gap, in which nothing was done."""
_PATIENCE_S = 1.0
_RESTING = ("neutral", "turn")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done for some seconds."""

    id: str
    seconds: float
    channels: tuple[str, ...]
    """What it is about; nothing for the steps with a resting face."""


def load_steps() -> tuple[Step, ...]:
    """The steps in their order."""
    stored = json.loads(Path(__file__).with_name("guide.json").read_text("utf-8"))["steps"]
    return tuple(Step(step["id"], float(step["seconds"]), tuple(step["channels"])) for step in stored)


class Exercise:
    """One performer's minute. Time goes on only while the face is seen: who lost the camera goes on where they were.

    `add` is called by the pipeline; the rest may be read by any thread.
    """

    def __init__(self, steps: Sequence[Step], performer: int, pace: float) -> None:
        """`pace` makes every step longer (above 1) or shorter."""
        self.steps, self.performer, self._pace = tuple(steps), performer, pace
        self._place, self._done_s = 0, 0.0
        self._last_s: float | None = None
        self._seen_s = time.monotonic()
        self.weights: dict[str, list[FloatArray]] = {}
        """By step: (52,) of each picture, before smoothing and without any adjustment."""
        self.seen: dict[str, list[TrackedFace]] = {}
        """By step: the landmarks of the same pictures, where there are any."""

    @property
    def resting(self) -> list[TrackedFace]:
        """The resting face, from pictures of one size: a camera that comes back may have another."""
        found = [face for step in _RESTING for face in self.seen.get(step, ())]
        return [face for face in found if face.image_size == found[-1].image_size]

    @property
    def over(self) -> bool:
        """Whether every step was done."""
        return self._place >= len(self.steps)

    def place(self) -> tuple[int, float, bool]:
        """The step, how much of it is done, and whether nobody has been seen for a while."""
        place = self._place
        waiting = time.monotonic() - self._seen_s > _PATIENCE_S
        return place, self._share(self.steps[place]) if place < len(self.steps) else 1.0, waiting

    def add(
        self, faces: Sequence[SolvedFace], unsmoothed: Mapping[int, SolvedFace], seen: Sequence[TrackedFace]
    ) -> bool:
        """Take note of a picture. Returns whether that ended a step."""
        face = next((face for face in faces if face.performer == self.performer and face.tracked), None)
        if self.over or face is None:
            self._last_s = None
            return False
        now = self._seen_s = time.monotonic()
        self._done_s += min(now - self._last_s, _LONGEST_S) if self._last_s is not None else 0.0
        self._last_s = now
        step = self.steps[self._place]
        if self._done_s >= min(_SETTLE_S, _SETTLE_SHARE * self._seconds(step)):
            self._note(step.id, unsmoothed.get(self.performer, face), seen)
        if self._share(step) < 1.0:
            return False
        self._place, self._done_s = self._place + 1, 0.0
        return True

    def _note(self, step: str, face: SolvedFace, seen: Sequence[TrackedFace]) -> None:
        if len(self.weights.get(step, ())) < _MOST:
            self.weights.setdefault(step, []).append(face.weights[: len(ARKIT_NAMES)].copy())
            self.seen.setdefault(step, []).extend(each for each in seen if each.performer == self.performer)

    def _share(self, step: Step) -> float:
        """A slow machine is given the time that it needs to see enough."""
        return min(1.0, self._done_s / self._seconds(step), len(self.weights.get(step.id, ())) / FEWEST)

    def _seconds(self, step: Step) -> float:
        return step.seconds * self._pace
