"""Accuracy on the rendered benchmark clips, whose weights and head pose are known exactly.

The measures are those of the benchmark's own scorer: mean Pearson correlation and mean absolute error per group of
channels, false activation of quiet channels, and head pose error. Beside them, whether confidence ranks the errors.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from koekata.bench.ict_groups import CORE, GROUPS
from koekata.bench.trust import confidence_against_error
from koekata.capture import Source, open_source
from koekata.channels import ARKIT_NAMES
from koekata.config import CaptureConfig, KoekataConfig
from koekata.errors import ConfigError
from koekata.face_model.open import OpenedModel, open_configured
from koekata.frames import FittedFace, FloatArray, SolvedFace, TrackedFace
from koekata.offline import OfflineSolver
from koekata.refine import need_torch
from koekata.track import open_tracker

__all__ = ["accuracy"]

_RANDOM = ("random0", "random1", "random2", "random3")
_QUIET, _ACTIVE = 0.01, 0.1
_DRIVEN, _LEAST_RESPONSE = 0.05, 0.05


@dataclass(frozen=True)
class _Clip:
    true: FloatArray
    """(T, 52)."""
    weights: FloatArray
    """(T, 52)."""
    confidence: FloatArray
    """(T, 52)."""
    head_error: FloatArray
    """(T, 3) degrees, absolute."""


def accuracy(folder: Path, config: KoekataConfig, refine_on: str = "") -> dict[str, Any]:
    """Solve every clip of the benchmark in `folder` offline and score it.

    `folder` holds `clips/*.mp4` with their truth beside them; `refine_on` names the device that clips are refined on,
    if they are. Raises ConfigError when a clip, or PyTorch, is missing.
    """
    clips = folder / "clips"
    missing = [name for name in (*_RANDOM, "neutral", "profile", "sweep") if not (clips / f"{name}.npz").exists()]
    if missing:
        raise ConfigError(
            f"{clips} lacks the clips {', '.join(missing)}", remedy="Give the folder of the benchmark with --bench."
        )
    if refine_on:
        need_torch(refine_on)
    model = open_configured(config.face_model)

    def solved(name: str) -> _Clip:
        return _solved(clips / name, config, model, refine_on)

    sweep, random = solved("sweep"), _joined([solved(name) for name in _RANDOM])
    neutral, profile = solved("neutral"), solved("profile")
    return {
        "face_model": model.edition,
        "random": {name: _group(random, members) for name, members in {"core": CORE, **GROUPS}.items()},
        "head_degrees": dict(zip(("yaw", "pitch", "roll"), random.head_error.mean(axis=0).tolist(), strict=True)),
        "confidence_against_error": confidence_against_error(random.confidence, random.weights, random.true),
        "neutral_activation": float(neutral.weights.mean()),
        "profile_core_r": _mean_correlation(profile, CORE),
        "sweep": _sweep(sweep, _segments(clips / "sweep.npz")),
    }


def _solved(clip: Path, config: KoekataConfig, model: OpenedModel, refine_on: str) -> _Clip:
    capture = CaptureConfig(source=str(clip.with_suffix(".mp4")))
    config = config.model_copy(update={"capture": capture})
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        solver = OfflineSolver(config, tracker, model.face_model)
        faces = _refined(solver, source, model, refine_on) if refine_on else list(solver.solve(source))
    with np.load(clip.with_suffix(".npz"), allow_pickle=False) as truth:
        places = [list(truth["names"]).index(name) for name in ARKIT_NAMES]
        true, head = truth["weights"][:, places].astype(np.float64), truth["yaw_pitch_roll"].astype(np.float64)
    return _Clip(
        true,
        np.array([face.weights for face in faces]),
        np.array([face.channel_confidence for face in faces]),
        np.abs(np.array([face.yaw_pitch_roll for face in faces]) - head),
    )


def _refined(solver: OfflineSolver, source: Source, model: OpenedModel, device: str) -> list[SolvedFace]:
    from koekata.refine.clip import refine

    seen: list[tuple[TrackedFace, FittedFace]] = []
    solver.watchers.append(lambda tracked, fitted: seen.append((tracked, fitted)))
    faces = list(solver.solve(source))
    if solver.neutral is None:
        return faces
    return list(solver.solve_again(faces, refine(model.face_model, seen, solver.neutral, device).faces()))


def _joined(clips: Sequence[_Clip]) -> _Clip:
    return _Clip(
        np.concatenate([clip.true for clip in clips]),
        np.concatenate([clip.weights for clip in clips]),
        np.concatenate([clip.confidence for clip in clips]),
        np.concatenate([clip.head_error for clip in clips]),
    )


def _group(clip: _Clip, names: Sequence[str]) -> dict[str, float]:
    columns = [ARKIT_NAMES.index(name) for name in names]
    true, weights = clip.true[:, columns], clip.weights[:, columns]
    others_act = (clip.true > _ACTIVE).any(axis=1)[:, None] & (true < _QUIET)
    return {
        "r": _mean_correlation(clip, names),
        "mae": float(np.abs(weights - true).mean()),
        "crosstalk": float(np.mean([weights[rows, i].mean() for i, rows in enumerate(others_act.T) if rows.any()])),
    }


def _segments(path: Path) -> list[tuple[str, int, int]]:
    """Name, first and last frame of each movement of the sweep."""
    with np.load(path, allow_pickle=False) as truth:
        return [(str(name), int(first), int(last)) for name, first, last in json.loads(str(truth["segments"]))]


def _sweep(clip: _Clip, segments: Sequence[tuple[str, int, int]]) -> dict[str, Any]:
    """In how many movements every driven channel answers more than any other, at the peak and above rest."""
    rest = clip.weights[(clip.true < _QUIET).all(axis=1)].mean(axis=0)
    lost = []
    for name, first, last in segments:
        middle = (first + last) // 2
        response = clip.weights[middle - 3 : middle + 3].mean(axis=0) - rest
        driven = clip.true[middle] > _DRIVEN
        if not response[driven].min() > max(_LEAST_RESPONSE, response[~driven].max()):
            lost.append(name)
    return {"movements": len(segments), "won": len(segments) - len(lost), "lost": ", ".join(lost)}


def _mean_correlation(clip: _Clip, names: Sequence[str]) -> float:
    """Mean over the channels that the truth moves; 0 for one that never moves in the prediction."""
    found = []
    for index in (ARKIT_NAMES.index(name) for name in names):
        true, weights = clip.true[:, index], clip.weights[:, index]
        if true.std() > 1e-4:
            found.append(float(np.corrcoef(true, weights)[0, 1]) if weights.std() > 1e-6 else 0.0)
    return float(np.mean(found))
