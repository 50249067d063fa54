"""Let every voice of `plan.json` speak, and keep what it said with the time of every phone.

    python -m koekata.audio.build.corpus --out DIR

One file for each voice. What is there already stays, so an interrupted run goes on; the same seed says the same. Needs
the programs and packages that `README.md` lists.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from koekata.audio.build.speech import RATE, Shard, Speech, write_shard

__all__ = ["Engine", "PlannedVoice", "planned"]

_SHORTEST_S, _LONGEST_S = 0.5, 25.0
_PEAK = 0.5
_FAILURES = 20


class Engine(Protocol):
    """What every engine can do."""

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:
        """One utterance, as the random numbers have it."""


@dataclass(frozen=True)
class PlannedVoice:
    """Who is to speak, which language, and for how long."""

    engine: str
    voice: str
    language: str
    minutes: float
    part: str

    @property
    def file_name(self) -> str:
        return f"{self.engine}_{self.voice.replace('+', '-')}_{self.language}.npz"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--engine", action="append", help="Only these; all of them by default.")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    engines: dict[str, Engine] = {}
    for voice in planned():
        path = arguments.out / voice.file_name
        if path.exists() or (arguments.engine and voice.engine not in arguments.engine):
            continue
        if voice.engine not in engines:
            engines[voice.engine] = _engines()[voice.engine]()
        shard = speak(engines[voice.engine], voice, arguments.seed)
        write_shard(path, shard)
        print(f"{path.name}: {shard.seconds / 60:.1f} min", file=sys.stderr, flush=True)  # noqa: T201


def planned() -> Iterator[PlannedVoice]:
    """Every voice of `plan.json`: those listed, Kokoro's blends, and espeak's variants in every language."""
    stored = json.loads((resources.files("koekata.audio.build") / "plan.json").read_text(encoding="utf-8"))
    for row in stored["voices"]:
        yield PlannedVoice(**row)
    for part in ("train", "valid", "test"):
        yield from _espeak_voices(stored["espeak"], part)
    for number in range(stored["blends"]["count"]):
        yield PlannedVoice("kokoro", f"blend-{number}", "mixed", stored["blends"]["minutes"], "train")


def speak(engine: Engine, voice: PlannedVoice, seed: int) -> Shard:
    """As many utterances as fill the minutes. Raises RuntimeError when the engine fails again and again."""
    draw = random.Random(f"{seed} {voice.file_name}")
    spoken: list[Speech] = []
    failures = 0
    while sum(len(each.samples) for each in spoken) < voice.minutes * 60 * RATE:
        made = _attempt(engine, voice, draw)
        if made is not None:
            spoken.append(made)
            continue
        failures += 1
        if failures > _FAILURES:
            raise RuntimeError(f"{voice.engine} {voice.voice}: too many utterances failed")
    return Shard(voice.voice, voice.engine, voice.language, voice.part, tuple(spoken))


def _attempt(engine: Engine, voice: PlannedVoice, draw: random.Random) -> Speech | None:
    """Engines stumble over single sentences: what is empty, endless or broken is left out."""
    try:
        made = engine.speak(voice.voice, voice.language, draw)
    except (subprocess.SubprocessError, ValueError, IndexError) as error:
        print(f"{voice.engine} {voice.voice}: {error!r}", file=sys.stderr)  # noqa: T201
        return None
    peak = float(np.abs(made.samples).max(initial=0.0))
    if peak < 1e-3 or not _SHORTEST_S < len(made.samples) / RATE < _LONGEST_S or not made.segments:
        return None
    return Speech(made.samples * np.float32(_PEAK / peak), made.segments)


def _espeak_voices(stored: dict[str, Any], part: str) -> Iterator[PlannedVoice]:
    for variant in stored[part]:
        for code, (language, minutes) in stored["languages"].items():
            yield PlannedVoice("espeak", f"{code}+{variant}", language, minutes, part)


def _engines() -> dict[str, Callable[[], Engine]]:
    from koekata.audio.build.commands import Festival, Flite, OpenJTalk
    from koekata.audio.build.espeak import Espeak
    from koekata.audio.build.hibari import Hibari
    from koekata.audio.build.kokoro import Kokoro

    return {
        "flite": Flite, "festival": Festival, "espeak": Espeak, "hibari": Hibari, "kokoro": Kokoro,
        "openjtalk": lambda: OpenJTalk(_hts_voice()),
    }  # fmt: skip


def _hts_voice() -> Path:
    """The voice in pyopenjtalk-plus, whose own code is not needed."""
    from importlib.metadata import files

    found = [each for each in files("pyopenjtalk-plus") or () if each.name == "mei_normal.htsvoice"]
    return Path(str(found[0].locate()))


if __name__ == "__main__":
    main()
