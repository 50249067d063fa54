"""Find a performer's neutral face, and the camera's focal length, from frames of a performance.

Nobody holds a perfectly neutral face on request, so every frame says a little: each landmark counts by how little the
frame's own expression moves it. The neutral face is the most probable one under the model's spread of identities; it
takes in the tracker's bias for this performer as well, so that it cancels out of every later frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from koekata.face_model.model import FaceModel, Noise
from koekata.fit.camera import USUAL_FOCAL, Camera
from koekata.fit.fitter import Fit, FrameFitter, first_pose
from koekata.fit.lips import lips_apart
from koekata.frames import FloatArray

__all__ = ["FOCAL_SHARES", "Neutral", "calibrate", "neutral_behind"]

FOCAL_SHARES = (0.75, 1.0, 1.35, 1.8, 2.4)
"""Focal lengths that are tried, as shares of the longer image side."""
_FOCAL_PRIOR = 4.0
"""What a focal length far from the usual one costs, in units of the squared residual of a frame."""
DOUBT = (1.0, 0.1, 0.0)
"""How little is known of the neutral face in each round, as a share of how much faces differ."""
MAX_FRAMES = 60
_STILL = 0.0012
"""Metres of expression at which a landmark's word about the neutral face counts half."""
_TURNED = 10.0
"""Degrees away from the camera at which a frame counts a third."""
_BUSY = 2.0
"""Sum of weights at which a frame counts a third."""
_FEWEST = 4
"""Frames from which the first guess at the neutral face is made, at least."""
_CLOSEST, _PARTED = 12.5, 0.02
"""Percent of frames in which somebody who talks has the lips together, and by how much they are farther apart, as a
share of the eye distance, in a frame that counts a third for the mouth."""
_UNDER_THE_NOSE = 2
"""Landmark below which a face is moved by jaw and lips above all."""
_HELD = 0.1
"""Weight from which on an expression is taken for one that is held in the quietest frames, if it is told well."""
_TOLD = 0.705
"""Reliability from which on a channel is told well from how faces differ."""
_BIAS = 0.0006
"""Metres by which the mean over many frames may still be off."""
_IDENTITY_SPREAD = 1.5
"""The rendered actors vary less than people do: factor on the spread of identities."""


@dataclass(frozen=True, slots=True, eq=False)
class Neutral:
    """What calibration finds out about a performer and a camera."""

    points: FloatArray
    """(478, 3) metres in the head's axes."""
    focal_share: float
    """Focal length as a share of the longer image side."""
    cost: float
    """Mean squared residual in units of the expected one, for comparing focal lengths."""
    frames: int


def calibrate(
    model: FaceModel, landmarks: Sequence[FloatArray], image_size: tuple[int, int], focal_share: float = 0.0
) -> Neutral:
    """The neutral face behind (T, 478, 3) landmarks in pixels; a `focal_share` of 0 is estimated, too.

    At most 60 frames, evenly spread, are used.
    """
    chosen = [landmarks[i] for i in np.unique(np.linspace(0, len(landmarks) - 1, MAX_FRAMES).astype(int))]

    def found(share: float) -> Neutral:
        return _calibrate_with(model, chosen, Camera.of_image(image_size, share), share)

    if focal_share:
        return found(focal_share)
    tried = [found(share) for share in FOCAL_SHARES]
    between = _least(tried)
    return min([*tried, found(between)] if between else tried, key=_charge)


def neutral_behind(model: FaceModel, fits: Sequence[Fit]) -> FloatArray:
    """(478, 3) metres: the most probable neutral face, given fits that were made with a good guess at it."""
    return _posterior(model, fits, expressive=True)


def _charge(neutral: Neutral) -> float:
    return float(neutral.cost + _FOCAL_PRIOR * np.log(neutral.focal_share / USUAL_FOCAL) ** 2)


def _least(tried: Sequence[Neutral]) -> float:
    """The focal share at the bottom of the parabola through the best trial and its neighbours; 0 where that fails."""
    charges = [_charge(neutral) for neutral in tried]
    best = int(np.argmin(charges))
    if not 0 < best < len(tried) - 1:
        return 0.0
    around = slice(best - 1, best + 2)
    bend, slope, _ = np.polyfit(np.log([neutral.focal_share for neutral in tried[around]]), charges[around], 2)
    return float(np.exp(-slope / (2 * bend))) if bend > 0 else 0.0


def _calibrate_with(model: FaceModel, landmarks: Sequence[FloatArray], camera: Camera, share: float) -> Neutral:
    neutral = model.mean
    for round_, doubt in enumerate(DOUBT):
        fitter = FrameFitter(_doubtful(model, doubt), neutral)
        fits = _fit_all(fitter, landmarks, camera)
        neutral = _posterior(model, fits, expressive=round_ > 0)
    return Neutral(neutral, share, float(fitter.costs(fits).mean()), len(landmarks))


def _doubtful(model: FaceModel, doubt: float) -> FaceModel:
    """The model with what is not known of the neutral face counted as noise.

    Otherwise the fit would explain by expressions, and by poses, how the performer differs from the mean face.
    """
    if not doubt:
        return model
    modes, rest = _spread(model)
    factors = np.concatenate([model.noise.factors, doubt * modes])
    return replace(model, noise=Noise(factors, model.noise.variance + doubt**2 * rest))


def _fit_all(fitter: FrameFitter, landmarks: Sequence[FloatArray], camera: Camera) -> list[Fit]:
    pose = first_pose(landmarks[0], camera, fitter.neutral)
    pose = fitter.fit(landmarks[0], camera, pose).pose
    fits: list[Fit] = []
    for points in landmarks:
        fits.append(fitter.fit(points, camera, fits[-1].pose if fits else pose))
    return fits


def _posterior(model: FaceModel, fits: Sequence[Fit], *, expressive: bool) -> FloatArray:
    """Most probable neutral face given the frames' points and expressions."""
    basis = model.expression
    moved = np.array([np.tensordot(fit.weights, basis, 1) for fit in fits])
    points = np.array([fit.points for fit in fits])
    if expressive:
        trust = _trust(fits) / (_STILL**2 + (moved**2).sum(axis=2, keepdims=True))
        observed = (trust * (points - moved)).sum(axis=0) / trust.sum(axis=0)
    else:
        # Seen from the mean face, most frames look expressive; the quietest fifth shows the neutral face best.
        trust = _trust(fits)[:, 0, 0]
        observed = _in_quietest(model, fits, trust)
        mouth = model.mean[:, 1] < model.mean[_UNDER_THE_NOSE, 1]
        observed[mouth] = _in_quietest(model, fits, trust * _lips_at_rest(fits))[mouth]
    return model.mean + _shrink(model, (observed - model.mean).ravel()).reshape(model.mean.shape)


def _in_quietest(model: FaceModel, fits: Sequence[Fit], trust: FloatArray) -> FloatArray:
    """(478, 3) the median of the fifth that has most of the trust (T,), without what is held in it."""
    quiet = [fits[frame] for frame in np.argsort(-trust)[: max(_FEWEST, len(fits) // 5)]]
    held = _held(model, np.array([fit.weights for fit in quiet]))
    return np.asarray(np.median(np.array([fit.points for fit in quiet]) - held, axis=0))


def _lips_at_rest(fits: Sequence[Fit]) -> FloatArray:
    """(T,) less for a frame the farther its lips are apart, against those of the frames in which they are closest.

    Whoever talks and laughs all the time shows teeth in quiet frames, too. Taken for the neutral face, they would never
    be seen again.
    """
    apart = np.array([lips_apart(fit.points) for fit in fits])
    return np.asarray(np.exp(-np.maximum(apart - np.percentile(apart, _CLOSEST), 0.0) / _PARTED))


def _held(model: FaceModel, weights: FloatArray) -> FloatArray:
    """(Q, 478, 3) what expressions that nearly all of the quiet frames show, (Q, K) weights, add to the neutral face.

    These fits count identity as noise, so that they find an expression only where no usual face explains it.
    """
    held = (model.reliability > _TOLD) & (np.median(weights, axis=0) > _HELD)
    return np.tensordot(weights * held, model.expression, 1)


def _trust(fits: Sequence[Fit]) -> FloatArray:
    """(T, 1, 1) how much each frame's word about the neutral face counts."""
    turned = np.degrees([np.arccos(np.clip(fit.pose.rotation[2, 2], -1.0, 1.0)) for fit in fits])
    busy = np.array([fit.weights.sum() for fit in fits])
    exponent = (turned / _TURNED) ** 2 + busy / _BUSY
    return np.asarray(np.exp(exponent.min() - exponent)[:, None, None])


def _shrink(model: FaceModel, deviation: FloatArray) -> FloatArray:
    """(1434,) deviation from the mean face, drawn towards the identities that the model knows."""
    modes, rest = _spread(model)
    precision = 1.0 / (rest + _BIAS**2)
    core = np.eye(len(modes)) + (modes * precision) @ modes.T
    common = modes.T @ np.linalg.solve(core, modes @ (precision * deviation))
    return np.asarray(common + rest * precision * (deviation - common))


def _spread(model: FaceModel) -> tuple[FloatArray, FloatArray]:
    """How performers differ from the mean face: modes (I, 1434) and the variance (1434,) that they leave."""
    modes = model.identity_modes.reshape(len(model.identity_modes), -1) * _IDENTITY_SPREAD
    return modes, model.identity_variance * _IDENTITY_SPREAD**2
