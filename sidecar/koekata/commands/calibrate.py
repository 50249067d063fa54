"""`koekata calibrate`: a performer's neutral face, kept under a name."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from rich.console import Console

from koekata.capture import open_source
from koekata.commands._configuration import with_values
from koekata.commands._guard import load_tracker
from koekata.commands._progress import FrameProgress
from koekata.commands._session import calibrations, open_model
from koekata.config import KoekataConfig
from koekata.errors import CaptureError
from koekata.face_model.model import FaceModel
from koekata.fit.calibrate import Neutral
from koekata.fit.calibrate import calibrate as find_neutral
from koekata.fit.performer import PerformerFitter
from koekata.fit.profile import list_profiles, load_profile, save_profile
from koekata.frames import CapturedFrame, SolvedFace, TrackedFace
from koekata.models.faces import BUILTIN
from koekata.pipeline import Pipeline
from koekata.track import Tracker, open_tracker

__all__ = ["calibrate", "remove", "show", "show_all"]

_FEWEST = 10
"""Frames with a face, below which a calibration says nothing."""
_JUDGED = 60
_FRONTAL_DEGREES, _RELAXED = 12.0, 1.5
_ENOUGH = 0.2
"""Share of the frames that should be frontal and relaxed."""
_LEAST_TURN_DEGREES = 8.0
_POOR_FIT = 0.06
"""Residual as a share of the eye distance; a face that is seen well stays below 0.04."""

_INSTRUCTIONS = """\
Look straight at the camera with a relaxed face, lips together and eyes open.
After a second, turn your head slowly a little to the left, right, up and down; keep the face relaxed."""


@dataclass(slots=True)
class _Seen:
    frames: int = 0
    faces: list[TrackedFace] = field(default_factory=list)


def calibrate(name: str, config: KoekataConfig, source: str | None, seconds: float, console: Console) -> None:
    """Look for some seconds, find the neutral face, and store it. Raises what the stages raise."""
    if source:
        config = with_values(config, {"capture.source": source})
    config = with_values(config, {"capture.loop": False, "smooth.preset": "off"})
    console.print(_INSTRUCTIONS)
    load_tracker()
    opened = open_model(config, console)
    model = opened.face_model
    with open_tracker(config.track, live=False) as tracker:
        seen = _look(config, tracker, seconds, console)
        neutral = _neutral(model, seen, config)
        chosen = _some(seen.faces)
        residual = _residual(model, config, neutral, chosen)
        warnings = _judge(_solved(model, config, tracker, neutral, chosen), residual)
    path = save_profile(calibrations(), name, model.name, neutral)
    for warning in warnings:
        console.print(warning, style="yellow")
    console.print(
        f"{path}: from {neutral.frames} frames, {_focal(neutral)}, residual {residual:.1%} of the eye distance"
    )
    choice = "" if opened.edition == BUILTIN else f" --face-model {config.face_model.model}"
    console.print(f"Use it with `koekata run --calibration {name}{choice}`.")


def show_all(console: Console) -> None:
    """A line for each stored calibration."""
    names = list_profiles(calibrations())
    for name in names:
        show(name, console)
    if not names:
        console.print(f"No calibration is stored in {calibrations()}. Make one with `koekata calibrate NAME`.")


def show(name: str, console: Console) -> None:
    """When and from what it was made. Raises ConfigError, ModelError."""
    profile = load_profile(calibrations(), name)
    neutral = profile.neutral
    console.print(
        f"{profile.name}: made {profile.created} for the face model '{profile.model}' from {neutral.frames} frames, "
        f"{_focal(neutral)}"
    )


def remove(name: str, console: Console) -> None:
    """Delete it. Raises ConfigError where there is none of that name."""
    path = calibrations() / f"{load_profile(calibrations(), name).name}.npz"
    path.unlink()
    console.print(f"{path}: removed")


def _look(config: KoekataConfig, tracker: Tracker, seconds: float, console: Console) -> _Seen:
    """The faces of the first performer, for some seconds on the source's own time line from the first face on."""
    seen = _Seen()
    with open_source(config.capture, live=False) as source, FrameProgress(console, "looking", None) as shown:
        console.print(f"watching {source.description} for {seconds:g} s")
        for item in source:
            if not isinstance(item, CapturedFrame):
                continue
            seen.frames += 1
            shown.advance(seen.frames)
            seen.faces += [face for face in tracker.track(item) if face.performer == 0]
            if seen.faces and item.time.timeline_s - seen.faces[0].time.timeline_s >= seconds:
                break
    return seen


def _neutral(model: FaceModel, seen: _Seen, config: KoekataConfig) -> Neutral:
    if len(seen.faces) < _FEWEST:
        raise CaptureError(
            f"{config.capture.source}: a face was found in only {len(seen.faces)} of {seen.frames} pictures",
            remedy="Sit in the light, with the whole face in the picture, and calibrate again.",
        )
    size = seen.faces[-1].image_size
    landmarks = [face.landmarks for face in seen.faces if face.image_size == size]
    return find_neutral(model, landmarks, size, config.face_model.focal)


def _some(faces: list[TrackedFace]) -> list[TrackedFace]:
    """At most so many as it takes to judge, evenly spread."""
    return [faces[i] for i in np.unique(np.linspace(0, len(faces) - 1, _JUDGED).astype(int))]


def _residual(model: FaceModel, config: KoekataConfig, neutral: Neutral, faces: list[TrackedFace]) -> float:
    """How far the landmarks are from the fitted face, as a share of the eye distance."""
    fitter = PerformerFitter(model, config.face_model, neutral)
    return float(np.median([fitter.fit(face).residual for face in faces]))


def _solved(
    model: FaceModel, config: KoekataConfig, tracker: Tracker, neutral: Neutral, faces: list[TrackedFace]
) -> list[SolvedFace]:
    """The faces, solved with the calibration itself."""
    pipeline = Pipeline(config, tracker, model, neutrals={0: neutral})
    return [solved for face in faces for solved in pipeline.advance(face.time, (face,))]


def _judge(solved: list[SolvedFace], residual: float) -> list[str]:
    """What should be better next time."""
    angles = np.array([face.yaw_pitch_roll[:2] for face in solved])
    frontal = np.abs(angles).max(axis=1) < _FRONTAL_DEGREES
    relaxed = np.array([_movement(face) for face in solved]) < _RELAXED
    checks = [
        (np.mean(frontal) < _ENOUGH, "The face hardly ever looked at the camera: look straight at it first."),
        (np.mean(relaxed) < _ENOUGH, "The face hardly ever rested: relax it, lips together, eyes open."),
        (
            np.ptp(angles, axis=0).max() < _LEAST_TURN_DEGREES,
            "The head hardly turned, so that its depth and the camera's focal length are only guessed.",
        ),
        (residual > _POOR_FIT, "The face fits badly: check the light, and that nothing hides a part of it."),
    ]
    return [f"{text} The calibration works, a new one may be better." for fault, text in checks if fault]


def _movement(face: SolvedFace) -> float:
    """Sum of the weights; gaze is no expression, and a look down closes the lids."""
    return sum(
        float(weight) for name, weight in zip(face.names, face.weights, strict=True)
        if not name.startswith(("eyeLook", "eyeBlink"))
    )  # fmt: skip


def _focal(neutral: Neutral) -> str:
    return f"focal length {neutral.focal_share:.2f} of the longer side"
