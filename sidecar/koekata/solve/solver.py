"""From a fit to ARKit weights: the channels' own rules, and how far each may be trusted."""

from __future__ import annotations

import numpy as np

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES, region_of
from koekata.config import FaceModelConfig
from koekata.errors import ModelError
from koekata.face_model.model import FaceModel
from koekata.fit.gaze import gaze_degrees
from koekata.fit.lips import lips_apart
from koekata.fit.posterior import Posterior
from koekata.frames import FittedFace, FloatArray, SolvedFace
from koekata.rotations import yaw_pitch_roll
from koekata.solve.hybrid import Refiner, load_refiner

__all__ = ["Solver", "open_solver"]

_UNOBSERVED = 0.02
"""A channel of which fits recover less than this share is called unobserved."""
_USUAL_RESIDUAL = 0.04
"""Residual, as a share of the eye distance, at which a fit deserves half of the confidence in the face."""
_MOUTH = [index for name, index in ARKIT_INDEX.items() if region_of(name) in ("jaw", "mouth")]
_GUESSED = 0.05
"""Share of the confidence that is left to a mouth behind a hand: guessed, but not unknown, which is 0."""


def open_solver(model: FaceModel, config: FaceModelConfig) -> Solver:
    """The solver that the configuration asks for. Raises ModelError."""
    return Solver(model, load_refiner(config.device) if config.solver == "hybrid" else None)


class Solver:
    """Places the fitted coefficients by name and says how far each may be trusted. Keeps no state.

    With a `refiner`, the coefficients are those of its network; without, those of the fit.
    """

    def __init__(self, model: FaceModel, refiner: Refiner | None = None) -> None:
        self._model = model
        self._refiner = refiner
        if refiner is not None and refiner.expression_names != model.expression_names:
            raise ModelError(
                f"the refining network does not know the channels of the face model '{model.name}'",
                remedy="Set face_model.solver to 'geometric'.",
            )
        self._places = np.array([ARKIT_INDEX[name] for name in model.expression_names])
        measured = model.reliability if refiner is None else refiner.reliability
        self._reliability = np.zeros(len(ARKIT_NAMES))
        self._reliability[self._places] = np.where(measured >= _UNOBSERVED, measured, 0.0)
        self._posterior = Posterior(model)

    def solve(self, face: FittedFace) -> SolvedFace:
        """ARKit weights of one fitted face."""
        weights = np.zeros(len(ARKIT_NAMES))
        expression = face.expression if self._refiner is None else self._refiner.weights(face)
        weights[self._places] = np.clip(expression, 0.0, 1.0)
        weights[self._reliability == 0.0] = 0.0
        # Lips together while the jaw is open: the channel cannot exceed what it closes.
        close, jaw = ARKIT_INDEX["mouthClose"], ARKIT_INDEX["jawOpen"]
        weights[close] = min(weights[close], weights[jaw])
        angles = yaw_pitch_roll(face.rotation)
        confidence = face.confidence / (1.0 + (face.residual / _USUAL_RESIDUAL) ** 2)
        return SolvedFace(
            performer=face.performer,
            time=face.time,
            tracked=True,
            confidence=confidence,
            weights=weights,
            channel_confidence=self._channel_confidence(face, expression, float(angles[0])) * face.confidence,
            yaw_pitch_roll=angles,
            translation=face.translation,
            gaze=gaze_degrees(self._model, expression),
            lips_apart=lips_apart(face.points),
        )

    def _channel_confidence(self, face: FittedFace, expression: FloatArray, yaw: float) -> FloatArray:
        """(52,) the reliability, had the error grown since it was measured as the posterior variance has.

        Reliability is r = V / (V + E) for a channel of variance V that is found with an error of variance E.
        """
        grown = np.ones(len(ARKIT_NAMES))
        variance = self._posterior.variance(yaw, face.residual, expression)
        grown[self._places] = np.maximum(1.0, variance / self._posterior.usual)
        confidence = np.asarray(self._reliability / (self._reliability + (1.0 - self._reliability) * grown))
        confidence[_MOUTH] *= max(face.mouth_seen, _GUESSED)
        return confidence
