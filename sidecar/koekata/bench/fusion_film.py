"""The fusion on a film of a real face: what can be counted without knowing what was said, and a contact sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from koekata.audio.fuse.build.hearing import KNOWN_S, LOOK_AHEAD_MS
from koekata.audio.fuse.build.scoring import CLOSED_GAP
from koekata.audio.fuse.mouth import TOGETHER, load_mouth
from koekata.audio.listen import FilmListener
from koekata.audio.network import load_network
from koekata.audio.track import VoiceWindow
from koekata.bench._fusion_shots import BEGUN, Shot, chosen, mouth_of, shots_of, write_sheet
from koekata.capture import open_source
from koekata.config import CaptureConfig, KoekataConfig
from koekata.errors import TakeError
from koekata.face_model.open import open_configured
from koekata.fit.calibrate import calibrate
from koekata.fit.performer import PerformerFitter
from koekata.frames import CapturedFrame, ImageArray, SolvedFace, TrackedFace
from koekata.smooth import Smoother
from koekata.solve import open_solver
from koekata.track import open_tracker

__all__ = ["film_figures"]

_CLOSURES, _VOWELS = 15, 5
_LONGEST_S = 30.0
_LATE = "late"
_LABELS = {_LATE: "fusion, 45 ms late", "prompt": "fusion, 15 ms late", "ahead": "fusion, sound ahead"}
_OPEN, _PLAINLY = 0.03, 0.06
"""`SolvedFace.lips_apart` above which one sees between the lips, and plainly so."""


def film_figures(film: Path, config: KoekataConfig, out: Path | None) -> dict[str, Any]:
    """Closures in the first half minute of a film with a sound track, live, by how much of the sound is known.

    `begun_on_open_lips` are those that begin in a picture in which one sees between the lips; `closed_shown` are the
    pictures with lips together for which they are shown together, out of `closed_seen` while somebody speaks, and
    `open_shown` those with lips plainly apart that are shown apart, out of `open_seen`. `out` is a PNG for those with
    the sound 45 ms late.

    Raises what capture and sound raise, and TakeError without a face, or when the PNG cannot be written.
    """
    config = config.model_copy(update={"capture": CaptureConfig(source=str(film))})
    tracked = list(_tracked(config))
    if not tracked:
        raise TakeError(f"{film}: no frame shows a face", remedy="Choose another clip.")
    raw, smooth = _solved([face for face, _ in tracked], config)
    figures: dict[str, Any] = {"film": film.name, "pictures": len(tracked)}
    for known, look_ahead_ms in LOOK_AHEAD_MS.items():
        with FilmListener(film, load_network(look_ahead_ms)) as listener:
            windows = [_cut(listener.window(face.time), KNOWN_S[known]) for face in raw]
        shots = list(shots_of([image for _, image in tracked], raw, smooth, windows))
        figures[_LABELS[known]] = _counted(shots)
        if known == _LATE and out is not None:
            figures |= {"picture": str(out), "moments": write_sheet(chosen(shots, "", _CLOSURES, _VOWELS), out)}
    return figures


def _cut(window: VoiceWindow, known_s: float) -> VoiceWindow:
    last_s = window.time_s + known_s + 1e-6
    return VoiceWindow(window.time_s, tuple(frame for frame in window.frames if frame.time_s <= last_s))


def _counted(shots: Sequence[Shot]) -> dict[str, int]:
    apart = np.array([np.inf if shot.raw.lips_apart is None else shot.raw.lips_apart for shot in shots])
    begun = np.array([shot.report.closure_because in BEGUN for shot in shots])
    shown = np.array([load_mouth().gap(shot.fused) < CLOSED_GAP for shot in shots])
    closed = (apart < TOGETHER) & np.array([shot.speaks for shot in shots])
    plainly = apart > _PLAINLY
    return {
        "begun": int(begun.sum()),
        "begun_on_open_lips": int((begun & (apart > _OPEN)).sum()),
        "closed_seen": int(closed.sum()),
        "closed_shown": int((closed & shown).sum()),
        "open_seen": int(plainly.sum()),
        "open_shown": int((plainly & ~shown).sum()),
    }


def _tracked(config: KoekataConfig) -> Iterator[tuple[TrackedFace, ImageArray]]:
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        for item in source:
            if isinstance(item, CapturedFrame):
                if item.time.timeline_s > _LONGEST_S:
                    return
                for face in tracker.track(item)[:1]:
                    yield face, mouth_of(np.ascontiguousarray(item.image[..., ::-1]), face.landmarks)


def _solved(faces: Sequence[TrackedFace], config: KoekataConfig) -> tuple[list[SolvedFace], list[SolvedFace]]:
    model = open_configured(config.face_model).face_model
    neutral = calibrate(model, [face.landmarks for face in faces], faces[0].image_size, config.face_model.focal)
    fitter, solver = PerformerFitter(model, config.face_model, neutral), open_solver(model, config.face_model)
    raw = [solver.solve(fitter.fit(face)) for face in faces]
    smoother = Smoother(config.smooth)
    return raw, [smoother.smooth(face) for face in raw]
