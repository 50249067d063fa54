"""Closures on p, b and m of rendered speakers: camera alone, voice alone, and both together.

Everything is synthetic: faces of the ICT benchmark, voices of Debian's speech engines that the viseme network has not
learnt from, and a mouth that follows their phones. The truth is exact, and kinder than life. Pictures come from the
renderer, and pass through tracking, fitting, solving and smoothing as a camera's would.

A closure is shown when the lips of the face are less than 1.6 mm apart. That was fixed beforehand. What
`koekata.audio.fuse.build.learn` learnt comes from other actors, other voices and other sentences.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from koekata.audio.build.speech import Samples
from koekata.audio.fuse import Fuser, fuse_take, voice_face
from koekata.audio.fuse.build.acting import FPS
from koekata.audio.fuse.build.hearing import KNOWN_S, Hearing, noisy
from koekata.audio.fuse.build.plan import PlannedClip, Voices, filmed, planned
from koekata.audio.fuse.build.scoring import CLOSED_GAP, ClosureScore, score_closures
from koekata.audio.fuse.build.solving import Seen, Solving
from koekata.audio.fuse.build.stage import Clip, Stage
from koekata.audio.loudness import LoudnessScale
from koekata.audio.track import VoiceWindow
from koekata.config import KoekataConfig
from koekata.frames import SolvedFace

__all__ = ["fusion_figures", "test_clips"]

Figures = dict[str, Any]
Rows = dict[str, ClosureScore]

_LATE, _PROMPT, _AHEAD = "late", "prompt", "ahead"
_NOTHING_SAID = 0.1
"""Probability of lips together that says neither yes nor no: about as often as they are, in speech."""
_COLUMNS = ("recall", "precision", "false_per_s", "jaw_open_error", "vowel_shape_error", "late_ms")


def fusion_figures(
    bench: Path, cache: Path, config: KoekataConfig, most: int | None = None, progress: Callable[[str], None] = print
) -> Figures:
    """The table for heads that face the camera and for heads turned away by some 50 degrees; for a soft picture, in
    which three pictures are blurred into one, as with a long exposure; and for music in the room.

    `bench` holds `ictlib.py` and `ict.npz`; clips that are not in `cache` are rendered, some 15 s each; `most` limits
    their number. Raises ConfigError when the renderer or a speech engine is missing.
    """
    solving, hearing = Solving(config), Hearing()
    tables: dict[str, Rows] = {}
    costs: list[float] = []
    for planned_clip, clip in test_clips(bench, cache, most):
        samples = clip.performance.samples
        music = noisy(samples, np.random.default_rng(planned_clip.seed))
        crisp, soft = solving.seen(clip), solving.seen(clip, soft=True)
        parts = {"turned": (crisp, samples), "turned, soft picture": (soft, samples)}
        if not planned_clip.turned:
            parts = {"facing": (crisp, samples), "soft picture": (soft, samples), "music": (crisp, music)}
        for kind, (seen, heard) in parts.items():
            rows = tables.setdefault(kind, {})
            for name, shown in _shown(seen, hearing, heard, costs):
                score_closures(rows.setdefault(name, ClosureScore()), clip.performance, shown)
        progress(planned_clip.name)
    return {
        "data": "rendered faces, synthetic voices: everything here is synthetic",
        "closed_below": CLOSED_GAP,
        "fuse_us": {"median": float(np.median(costs)) * 1e6, "p95": float(np.percentile(costs, 95)) * 1e6},
        **{kind: _table(rows) for kind, rows in tables.items() if rows},
    }


def test_clips(bench: Path, cache: Path, most: int | None) -> Iterator[tuple[PlannedClip, Clip]]:
    """The clips that are only measured; `most` of each kind."""
    stage, voices = Stage(bench), Voices()
    cache.mkdir(parents=True, exist_ok=True)
    taken = {True: 0, False: 0}
    for clip in planned("test"):
        taken[clip.turned] += 1
        if most is None or taken[clip.turned] <= most:
            yield clip, filmed(stage, voices, clip, cache)


def _shown(
    faces: Seen, hearing: Hearing, samples: Samples, costs: list[float]
) -> Iterator[tuple[str, Sequence[SolvedFace]]]:
    times = [face.time.timeline_s for face in faces.live]
    windows = {known: hearing.windows(samples, times, known) for known in KNOWN_S}
    yield "camera, unsmoothed", faces.raw
    yield "camera, live", faces.live
    yield "camera, offline", faces.offline
    yield "voice, live", _voices(faces.live, windows[_LATE])
    yield "fusion, deaf to p b m", _fused(faces, _deafened(windows[_AHEAD]), [])
    yield "fusion, 45 ms late", _fused(faces, windows[_LATE], costs)
    yield "fusion, 15 ms late", _fused(faces, windows[_PROMPT], costs)
    yield "fusion, sound ahead", _fused(faces, windows[_AHEAD], costs)
    yield "fusion, offline", list(fuse_take(faces.offline, windows[_AHEAD], raw=faces.raw))


def _voices(faces: Sequence[SolvedFace], windows: Sequence[VoiceWindow]) -> list[SolvedFace]:
    scale = LoudnessScale()
    return [
        voice_face(window, face.time, loudness=scale, dt=1.0 / FPS) for face, window in zip(faces, windows, strict=True)
    ]


def _deafened(windows: Sequence[VoiceWindow]) -> list[VoiceWindow]:
    """The same sound with nothing in it of lips together: what the picture does by itself while somebody speaks."""
    return [
        VoiceWindow(window.time_s, tuple(replace(frame, closed=_NOTHING_SAID) for frame in window.frames))
        for window in windows
    ]


def _fused(faces: Seen, windows: Sequence[VoiceWindow], costs: list[float]) -> list[SolvedFace]:
    fuser, made = Fuser(), []
    for face, window, raw in zip(faces.live, windows, faces.raw, strict=True):
        start = time.perf_counter()
        made.append(fuser.fuse(face, window, raw))
        costs.append(time.perf_counter() - start)
    return made


def _table(rows: Mapping[str, ClosureScore]) -> Figures:
    score = next(iter(rows.values()))
    return {
        "closures": score.true,
        "seconds": round(score.seconds, 1),
        "columns": list(_COLUMNS),
        **{name: [round(row.figures()[column], 3) for column in _COLUMNS] for name, row in rows.items()},
    }
