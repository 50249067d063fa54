"""Which clips are made: `plan.json` says whose voices, and how many."""

from __future__ import annotations

import json
import random
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from koekata.audio.build.speech import RATE, Speech
from koekata.audio.fuse.build.acting import perform
from koekata.audio.fuse.build.stage import Clip, Stage
from koekata.errors import ConfigError

__all__ = ["PlannedClip", "Voices", "filmed", "planned"]

_PEAK = 0.5
_TRIES = 4
"""Of so many sentences, the one with the most lip sounds a second is taken."""


@dataclass(frozen=True)
class PlannedClip:
    """One clip: who speaks, and whether the head is turned away."""

    engine: str
    voice: str
    language: str
    number: int
    turned: bool
    seconds: float

    @property
    def name(self) -> str:
        return f"{self.engine}_{self.voice}_{'turned' if self.turned else 'facing'}_{self.number}"

    @property
    def seed(self) -> int:
        """Of the actor and the text."""
        return zlib.crc32(self.name.encode())


def planned(part: str) -> Iterator[PlannedClip]:
    """The clips of `train` or `test`, voices in turn."""
    stored = json.loads((resources.files("koekata.audio.fuse.build") / "plan.json").read_text(encoding="utf-8"))
    for turned, key in ((False, "clips"), (True, "turned")):
        for number in range(max(row[key] for row in stored[part])):
            for row in stored[part]:
                if number < row[key]:
                    who = (row["engine"], row["voice"], row["language"])
                    yield PlannedClip(*who, number, turned, stored["seconds"])


class Voices:
    """The speech engines, each started when it is first needed."""

    def __init__(self) -> None:
        self._engines: dict[str, Any] = {}

    def say(self, clip: PlannedClip) -> list[Speech]:
        """Utterances that fill the clip. Raises ConfigError when the engine or the voice is not installed."""
        draw = random.Random(clip.seed)
        spoken: list[Speech] = []
        try:
            engine = self._engines.setdefault(clip.engine, None) or self._started(clip.engine)
            while sum(len(each.samples) for each in spoken) < clip.seconds * RATE:
                tried = [engine.speak(clip.voice, clip.language, draw) for _ in range(_TRIES)]
                spoken.append(_levelled(max(tried, key=_lip_sounds)))
        except (OSError, subprocess.CalledProcessError) as error:
            package = {"espeak": "espeak-ng", "festival": "festival and festvox-kdlpc16k"}.get(clip.engine, clip.engine)
            raise ConfigError(
                f"{clip.engine} does not speak: {error}", remedy=f"Install Debian's {package}, then try again."
            ) from error
        return spoken

    def _started(self, name: str) -> Any:
        from koekata.audio.build.commands import Festival, Flite
        from koekata.audio.build.espeak import Espeak

        self._engines[name] = {"flite": Flite, "festival": Festival, "espeak": Espeak}[name]()
        return self._engines[name]


def filmed(stage: Stage, voices: Voices, clip: PlannedClip, cache: Path) -> Clip:
    """The clip, from the cache where it lies there. Raises ConfigError."""
    path = cache / f"{clip.name}.npz"
    said = [] if path.exists() else voices.say(clip)
    rng = np.random.default_rng(clip.seed)
    acted = perform(said, rng, clip.seconds, clip.turned) if said else None
    return stage.shoot(path, acted, clip.seed)


def _lip_sounds(speech: Speech) -> float:
    lips = sum(segment.phone in ("p", "b", "m") for segment in speech.segments)
    return lips / (len(speech.samples) / RATE + 1.0)


def _levelled(speech: Speech) -> Speech:
    peak = max(float(np.abs(speech.samples).max(initial=0.0)), 1e-3)
    return Speech(speech.samples * np.float32(_PEAK / peak), speech.segments)
