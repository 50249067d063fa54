"""The guided calibration: a minute of neutral face, ranges and vowels becomes a neutral face and gains."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from koekata import models
from koekata.adjust import Adjustment, list_adjustments, load_adjustment, save_adjustment
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.errors import ConfigError
from koekata.fit.calibrate import Neutral
from koekata.fit.calibrate import calibrate as find_neutral
from koekata.fit.profile import save_profile
from koekata.frames import FloatArray, SolvedFace
from koekata.studio.performance import Performance

__all__ = ["Guide"]

_FEWEST = 10
_SETTLE_S = 0.8
"""Until somebody does what is asked."""
_HIGH, _FULL, _LEAST, _MOST_GAIN = 95.0, 0.9, 0.15, 3.0
"""The percentile that counts as full, what it becomes, below which range a channel says nothing, and the most gain."""
_SEEN_AT_REST, _MOST_REST = 0.02, 0.3


class Guide:
    """One calibration at a time. `watch` is called by the pipeline; all else by the server."""

    def __init__(self, performance: Performance, camera: str) -> None:
        self._performance, self._camera = performance, camera
        self._steps = json.loads(Path(__file__).with_name("guide.json").read_text("utf-8"))["steps"]
        self._lock = threading.Lock()
        self._began: float | None = None
        self._weights: dict[str, list[FloatArray]] = {}
        self._landmarks: list[FloatArray] = []
        self._size = (0, 0)
        self._past: list[Adjustment] = []
        self._now = performance.session.adjustment or Adjustment()
        self._neutral: Neutral | None = None
        self._shown = True
        self._seconds = 1.0
        performance.watchers.append(self.watch)

    # --- what the page asks for --------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Everything that the page shows."""
        place, done = self._place()
        return {
            "steps": self._steps,
            "running": self._began is not None,
            "step": place,
            "progress": done,
            "adjustment": _plain(self._now),
            "shown": self._shown,
            "can_undo": bool(self._past),
            "stored": list_adjustments(_folder()),
            "frames": {name: len(found) for name, found in self._weights.items()},
            "neutral": self._neutral is not None,
        }

    def start(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Begin; `pace` shortens or lengthens every step."""
        with self._lock:
            self._weights, self._landmarks, self._neutral = {}, [], None
            self._seconds = float(body.get("pace", 1.0))
            self._began = time.monotonic()
        return self.state()

    def stop(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """Give it up; nothing changes."""
        self._began = None
        return self.state()

    def finish(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """Make the neutral face and the gains of what was seen, and use them. Raises ConfigError for too little."""
        self._began = None
        with self._lock:
            weights = {name: np.array(found) for name, found in self._weights.items() if len(found) >= _FEWEST}
            landmarks = list(self._landmarks)
        if "neutral" not in weights:
            raise ConfigError(
                "the resting face was hardly seen", remedy="Sit in the light, with the whole face in the picture."
            )
        if len(landmarks) >= _FEWEST:
            self._neutral = find_neutral(self._performance.session.pipeline.model, landmarks, self._size)
            self._recalibrate(self._neutral)
        found = ranges(weights, self._steps, self._neutral is not None)
        self._use(replace(self._now, rest=found["rest"], channels=found["channels"]))
        return self.state()

    def adjust(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Change gains of regions, or the side that is mirrored."""
        regions = {str(name): min(8.0, max(0.0, float(gain))) for name, gain in body.get("regions", {}).items()}
        mirror = str(body.get("mirror", self._now.mirror))
        if mirror not in ("", "left", "right"):
            raise ConfigError(f"'{mirror}' is no side", remedy="It is left or right.")
        self._use(replace(self._now, regions={**self._now.regions, **regions}, mirror=mirror), step=False)
        return self.state()

    def show(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """A or B: with the adjustment, or as it is without."""
        self._shown = bool(body["on"])
        self._apply()
        return self.state()

    def save(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Keep it under a name, with today's date; an older one of that name stays beside it."""
        name = str(body["name"])
        named = replace(self._now, name=name, camera=self._camera, character=str(body.get("character", "")))
        save_adjustment(_folder(), named)
        if self._neutral is not None:
            save_profile(
                models.home() / "calibrations", name, self._performance.session.pipeline.model.name, self._neutral
            )
        self._now = named
        return self.state()

    def use(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Take one that is stored; the empty name takes none."""
        name = str(body["name"])
        found = load_adjustment(_folder(), name) if name else Adjustment()
        if found is None:
            raise ConfigError(f"there is no '{name}'", remedy="Load the page again.")
        self._use(found)
        return self.state()

    def undo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """Back to what was used before."""
        if self._past:
            self._now = self._past.pop()
            self._apply()
        return self.state()

    # --- what the pipeline sees --------------------------------------------------------------------------------------

    def watch(self, faces: tuple[SolvedFace, ...]) -> None:
        """Take note of the first performer while a step is asked for."""
        began = self._began
        if began is None:
            return
        place, done = self._place()
        if place >= len(self._steps):
            return
        step = self._steps[place]
        if done * step["seconds"] * self._seconds < min(_SETTLE_S, 0.3 * step["seconds"] * self._seconds):
            return
        raw = self._performance.session.pipeline.unsmoothed
        with self._lock:
            for face in faces:
                if face.performer == 0 and face.tracked:
                    seen = raw.get(0, face)
                    self._weights.setdefault(step["id"], []).append(seen.weights[: len(ARKIT_NAMES)].copy())
            if step["id"] in ("neutral", "turn"):
                self._look()

    def _look(self) -> None:
        for tracked, _ in self._performance.session.pipeline.seen:
            if tracked.performer == 0:
                self._size = tracked.image_size
                self._landmarks.append(tracked.landmarks)

    def _place(self) -> tuple[int, float]:
        """The step that is asked for now, and how much of it is over."""
        if self._began is None:
            return 0, 0.0
        elapsed = time.monotonic() - self._began
        for place, step in enumerate(self._steps):
            seconds = step["seconds"] * self._seconds
            if elapsed < seconds:
                return place, elapsed / seconds
            elapsed -= seconds
        return len(self._steps), 1.0

    def _use(self, adjustment: Adjustment, *, step: bool = True) -> None:
        if step:
            self._past.append(self._now)
            del self._past[:-20]
        self._now, self._shown = adjustment, True
        self._apply()

    def _apply(self) -> None:
        self._performance.session.adjustment = self._now if self._shown else None

    def _recalibrate(self, neutral: Neutral) -> None:
        pipeline = self._performance.session.pipeline
        self._performance.do(lambda: pipeline.recalibrate(neutral))


def ranges(
    weights: Mapping[str, FloatArray], steps: list[dict[str, Any]], has_neutral: bool
) -> dict[str, dict[str, float]]:
    """What is taken off at rest, and gains, from the weights of each step.

    Where the neutral face itself was found anew, nothing is taken off beside it.
    """
    still = np.median(weights["neutral"], axis=0)
    held = {name: min(_MOST_REST, float(value)) for name, value in zip(ARKIT_NAMES, still, strict=True)}
    rest = {} if has_neutral else {name: round(value, 4) for name, value in held.items() if value > _SEEN_AT_REST}
    gains: dict[str, float] = {}
    for step in steps:
        if step["id"] not in weights:
            continue
        for name in step["channels"]:
            top = float(np.percentile(weights[step["id"]][:, ARKIT_INDEX[name]], _HIGH)) - rest.get(name, 0.0)
            if _LEAST < top < _FULL:
                gains[name] = min(gains.get(name, _MOST_GAIN), round(_FULL / top, 3), _MOST_GAIN)
    return {"rest": rest, "channels": gains}


def _plain(adjustment: Adjustment) -> dict[str, Any]:
    return {
        "rest": dict(adjustment.rest),
        "channels": dict(adjustment.channels),
        "regions": dict(adjustment.regions),
        "mirror": adjustment.mirror,
        "name": adjustment.name,
        "created": adjustment.created,
    }


def _folder() -> Path:
    return models.home() / "adjustments"
