"""Rendered clips through the ordinary stages: the faces as they come live, and as they come offline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from koekata.audio.fuse.build.stage import SIZE, Clip, clip_time
from koekata.config import KoekataConfig
from koekata.face_model.open import open_configured
from koekata.fit.calibrate import Neutral, calibrate
from koekata.fit.performer import PerformerFitter
from koekata.frames import SolvedFace
from koekata.smooth import Smoother, smooth_take
from koekata.solve import open_solver

__all__ = ["Seen", "Solving"]


@dataclass(frozen=True)
class Seen:
    """What a camera gives: before smoothing, smoothed as they come, and smoothed both ways."""

    raw: list[SolvedFace]
    live: list[SolvedFace]
    offline: list[SolvedFace]


class Solving:
    """Calibrates, fits, solves and smooths, each clip by itself, with the settings of a configuration."""

    def __init__(self, config: KoekataConfig | None = None) -> None:
        """The defaults unless a configuration is given."""
        self._config = config or KoekataConfig()
        self._model = open_configured(self._config.face_model).face_model
        self._solver = open_solver(self._model, self._config.face_model)

    def seen(self, clip: Clip, soft: bool = False) -> Seen:
        """One face for each picture; with `soft`, from a camera that blurs three pictures into one."""
        raw = list(self._solved(clip))
        if soft:
            raw = _softened(raw)
        smoother = Smoother(self._config.smooth)
        live = [smoother.smooth(face) if face.tracked else face for face in raw]
        return Seen(raw, live, list(smooth_take(raw, self._config.smooth)))

    def _solved(self, clip: Clip) -> Iterator[SolvedFace]:
        fitter = PerformerFitter(self._model, self._config.face_model, self._neutral(clip))
        last: SolvedFace | None = None
        for index in range(len(clip.pictures)):
            seen = clip.face(index)
            if seen is not None:
                last = self._solver.solve(fitter.fit(seen))
                yield last
            else:
                yield _lost(last, index)

    def _neutral(self, clip: Clip) -> Neutral:
        landmarks = [clip.landmarks[i] for i in range(len(clip.pictures)) if clip.confidence[i] > 0.0]
        return calibrate(self._model, landmarks, (SIZE, SIZE), self._config.face_model.focal)


def _lost(last: SolvedFace | None, index: int) -> SolvedFace:
    if last is not None:
        return replace(last, time=clip_time(index), tracked=False, confidence=0.0)
    nothing = np.zeros(3)
    return SolvedFace(0, clip_time(index), False, 0.0, np.zeros(52), np.zeros(52), nothing, nothing, np.zeros(4))


def _softened(faces: Sequence[SolvedFace]) -> list[SolvedFace]:
    """Each with a quarter of its neighbours on both sides: long exposure, and a tracker that lags."""
    padded = [faces[0], *faces, faces[-1]]
    return [
        replace(
            now,
            weights=0.25 * before.weights + 0.5 * now.weights + 0.25 * after.weights,
            lips_apart=0.25 * _apart(before) + 0.5 * _apart(now) + 0.25 * _apart(after),
        )
        for before, now, after in zip(padded, padded[1:], padded[2:], strict=False)
    ]


def _apart(face: SolvedFace) -> float:
    return face.lips_apart or 0.0
