"""Refines the fits of a clip: see the package for what is minimised.

Loads torch; the package around it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from scipy.linalg import cholesky, solve_triangular
from torch import Tensor

from koekata.face_model.model import FaceModel, Noise
from koekata.fit.calibrate import Neutral, neutral_behind
from koekata.fit.camera import REFERENCE_LANDMARKS, Camera, HeadPose
from koekata.fit.fitter import Fit, prior_precision, rigid_columns
from koekata.fit.gaze import gaze_degrees
from koekata.frames import FittedFace, FloatArray, TrackedFace
from koekata.refine._geometry import Heads, moved, unprojected
from koekata.refine._torch import need_torch
from koekata.refine._weights import Programme, solve
from koekata.rotations import orthonormal

__all__ = ["Refined", "Seen", "refine"]

ROUNDS = 4
SPARSITY, ACTING = 1.3, 0.5
"""How strongly few channels are preferred, and the weight from which a channel clearly acts."""
ROBUSTNESS = 5.0
"""Degrees of freedom of Student's t, in units of a frame's landmarks."""
WANDER, GAZE_WANDER, BLINK_WANDER = 0.75, 1.5, 5.0
"""Variance per second by which a weight strays."""
_LOST_SECONDS = 0.5
"""After a gap this long, weights say nothing about each other."""
_AT_ONCE = 2000
"""Frames whose landmarks are worked on together, which bounds the memory."""
_FOR_NEUTRAL = 600
"""Frames that the neutral face is taken from, at most."""
_OWN = 0.0002
"""Metres by which a face may differ from all that the model can form: this many frames can tell."""

Seen = tuple[TrackedFace, FittedFace]


class Refined:
    """What came of a clip."""

    def __init__(self, neutral: Neutral, clip: _Clip | None) -> None:
        self.neutral = neutral
        """With the focal length that calibration found: a clip says no more about it."""
        self._clip = clip

    def faces(self) -> Iterator[FittedFace]:
        """The refined fits, as many as there were. Made one by one, as a long clip of them fills the memory."""
        yield from self._clip.faces() if self._clip is not None else ()


def refine(
    model: FaceModel,
    seen: Sequence[Seen],
    neutral: Neutral,
    device: str = "cpu",
    tell: Callable[[float], None] | None = None,
) -> Refined:
    """Refine the fits of one performer, in order of time; `tell` is told the share that is done.

    Raises ConfigError when torch or the device is missing.
    """
    if not seen:
        return Refined(neutral, None)
    clip = _Clip(model, seen, neutral, need_torch(device))
    for number in range(ROUNDS):
        clip.round(lambda share, number=number: tell((number + share) / ROUNDS) if tell else None)  # type: ignore[misc]
        if number < ROUNDS - 1:
            clip.meet()
    return Refined(replace(neutral, points=clip.neutral, frames=len(seen)), clip)


class _Clip:
    """All frames, with what is known of them so far."""

    def __init__(self, model: FaceModel, seen: Sequence[Seen], neutral: Neutral, device: torch.device) -> None:
        self._model, self._seen, self._device = model, seen, device
        self._dtype = torch.float32 if device.type == "mps" else torch.float64
        self.neutral = neutral.points
        self._heads = self._loaded(neutral.focal_share)
        self._weights = self._tensor(np.array([fitted.expression for _, fitted in seen]))
        self._trust = torch.ones_like(self._weights[:, :1])
        self._slope = torch.full_like(self._weights, 2.0)
        self._stiffness = self._tensor(_stiffness(model.expression_names, [face.time.timeline_s for face, _ in seen]))
        self._prior = self._tensor(prior_precision(model.expression_names))
        self._common = self._tensor(_common(model.noise)).T
        self._precision = self._tensor(1.0 / model.noise.variance)

    def round(self, tick: Callable[[float], None]) -> None:
        """Weights and poses of all frames, given the neutral face."""
        count = len(self._model.expression)
        columns = np.concatenate([self._model.expression.reshape(count, -1), rigid_columns(self.neutral)])
        projector = self._model.noise.precision_times(columns.T)
        products = self._tensor(columns @ projector)
        pull, square = self._observed(self._tensor(projector))
        free = torch.linalg.solve(products[count:, count:], products[count:, :count])
        programme = Programme(
            hessian=products[:count, :count] - products[:count, count:] @ free,
            pull=pull[:, :count] - pull[:, count:] @ free,
            trust=self._trust,
            prior=self._prior,
            slope=self._slope,
            stiffness=self._stiffness,
        )
        self._weights = solve(programme, self._weights, tick)
        left = pull[:, count:] - self._weights @ products[:count, count:]
        motion = torch.linalg.solve(products[count:, count:], left.T).T
        self._heads = moved(self._heads, motion)
        found = torch.cat((self._weights, motion), dim=1)
        self._judge(square - 2 * (found * pull).sum(dim=1) + ((found @ products) * found).sum(dim=1))

    def meet(self) -> None:
        """The neutral face behind the frames as they are understood now."""
        rows = np.unique(np.linspace(0, len(self._seen) - 1, _FOR_NEUTRAL).astype(int))
        freer = replace(self._model, identity_variance=self._model.identity_variance + _OWN**2)
        found = neutral_behind(freer, [self._fit(row) for row in rows])
        self.neutral = _turned_back(found, self.neutral)

    def faces(self) -> Iterator[FittedFace]:
        """The refined fits."""
        size = float(np.linalg.norm(self.neutral[33] - self.neutral[263]))
        for row, (_, fitted) in enumerate(self._seen):
            fit = self._fit(row)
            yield replace(
                fitted,
                rotation=fit.pose.rotation,
                translation=fit.pose.translation,
                expression=fit.weights,
                gaze=gaze_degrees(self._model, fit.weights),
                residual=float(np.sqrt(np.mean(np.sum(fit.residual**2, axis=1)))) / size,
                points=fit.points,
                neutral=self.neutral,
            )

    def _observed(self, projector: Tensor) -> tuple[Tensor, Tensor]:
        """(T, K + 7) pull of the landmarks on weights and motion, and (T,) their squared distance from neutral."""
        pulls, squares, neutral = [], [], self._tensor(self.neutral.ravel())
        for first in range(0, len(self._seen), _AT_ONCE):
            points = self._points(slice(first, first + _AT_ONCE))
            displaced = points.flatten(1) - neutral
            pulls.append(displaced @ projector)
            squares.append((displaced**2) @ self._precision - ((displaced @ self._common) ** 2).sum(dim=1))
        return torch.cat(pulls), torch.cat(squares)

    def _judge(self, distance: Tensor) -> None:
        """The bounds of the robust and of the sparse term, where the frames stand now."""
        usual = distance.median().clamp(min=1e-9)
        self._trust = ((1 + ROBUSTNESS) / (ROBUSTNESS + distance / usual))[:, None]
        self._slope = SPARSITY / (ACTING + self._weights)

    def _points(self, rows: slice) -> Tensor:
        return unprojected(self._heads.part(rows), self._tensor(self.neutral[REFERENCE_LANDMARKS].mean(axis=0)))

    def _fit(self, row: int) -> Fit:
        points = self._points(slice(row, row + 1))[0].cpu().double().numpy()
        weights = self._weights[row].cpu().double().numpy()
        pose = HeadPose(*(part[row].cpu().double().numpy() for part in (self._heads.rotation, self._heads.translation)))
        explained = self.neutral + np.tensordot(weights, self._model.expression, 1)
        return Fit(pose, weights, points, points - explained)

    def _loaded(self, focal_share: float) -> Heads:
        cameras = [Camera.of_image(face.image_size, focal_share) for face, _ in self._seen]
        return Heads(
            landmarks=self._tensor(np.array([face.landmarks for face, _ in self._seen])),
            focal=self._tensor(np.array([camera.focal for camera in cameras])),
            centre=self._tensor(np.array([camera.centre for camera in cameras])),
            rotation=self._tensor(np.array([fitted.rotation for _, fitted in self._seen])),
            translation=self._tensor(np.array([fitted.translation for _, fitted in self._seen])),
        )

    def _tensor(self, values: FloatArray) -> Tensor:
        return torch.as_tensor(values, dtype=self._dtype, device=self._device)


def _stiffness(names: Sequence[str], times: Sequence[float]) -> FloatArray:
    """(T - 1, K) precision with which neighbouring frames have the same weights."""
    rates = [BLINK_WANDER if "Blink" in name else GAZE_WANDER if "eyeLook" in name else WANDER for name in names]
    seconds = np.diff(times)
    near = (seconds > 0.0) & (seconds < _LOST_SECONDS)
    return np.asarray(np.where(near, 1.0 / np.where(near, seconds, 1.0), 0.0)[:, None] / np.array(rates))


def _common(noise: Noise) -> FloatArray:
    """(R, 1434) matrix Q with `S^-1 = D^-1 - Q'Q`, S the covariance of the noise and D its diagonal part."""
    weighted = noise.factors / noise.variance
    root = cholesky(np.eye(len(weighted)) + weighted @ noise.factors.T, lower=True)
    return np.asarray(solve_triangular(root, weighted, lower=True))


def _turned_back(points: FloatArray, before: FloatArray) -> FloatArray:
    """(478, 3) points as they were turned and placed before: which way a head looks was settled by calibration."""
    away, home = points - points.mean(axis=0), before - before.mean(axis=0)
    return np.asarray(away @ orthonormal(away.T @ home) + before.mean(axis=0))
