"""Contact sheets of the fusion: where p, b and m closed the lips, and open vowels that it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from koekata.audio.fuse import Fuser, FusionReport
from koekata.audio.fuse.build.hearing import Hearing
from koekata.audio.fuse.build.plan import planned
from koekata.audio.fuse.build.solving import Solving
from koekata.audio.fuse.build.stage import clip_time, read_clip
from koekata.audio.fuse.heard import hear
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.listen import FilmListener
from koekata.audio.network import load_network
from koekata.audio.track import VoiceWindow
from koekata.bench._mouths import Moment, mouth_sheet
from koekata.capture import open_source
from koekata.config import CaptureConfig, KoekataConfig
from koekata.errors import TakeError
from koekata.face_model.open import open_configured
from koekata.fit.calibrate import calibrate
from koekata.fit.performer import PerformerFitter
from koekata.frames import CapturedFrame, FloatArray, ImageArray, SolvedFace, TrackedFace
from koekata.smooth import Smoother
from koekata.solve import open_solver
from koekata.track import open_tracker

__all__ = ["clip_sheet", "rendered_sheet"]

_CLOSURES, _VOWELS, _PER_CLIP = 15, 5, 3
_LONGEST_S = 30.0
_BEGUN = ("sound and picture", "sound alone", "picture")
_MOUTH = (61, 291, 0, 17)
_OPEN_VOWEL = 10
_TILE = 150


@dataclass(frozen=True, slots=True, eq=False)
class _Shot:
    image: ImageArray
    raw: SolvedFace
    smooth: SolvedFace
    fused: FloatArray
    report: FusionReport
    vowel: float
    """Probability of an open vowel."""


def rendered_sheet(cache: Path, config: KoekataConfig, out: Path) -> int:
    """Closures of the rendered test clips in `cache`, live with sound 45 ms late; returns how many are shown.

    Raises TakeError when the PNG cannot be written.
    """
    solving, hearing, moments = Solving(config), Hearing(), list[Moment]()
    for each in planned("test"):
        path = cache / f"{each.name}.npz"
        if path.exists():
            clip = read_clip(path)
            images = [_crop(np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR), np.uint8), points)
                      for jpeg, points in zip(clip.pictures, clip.landmarks, strict=True)]  # fmt: skip
            times = [clip_time(i).timeline_s for i in range(len(images))]
            windows = hearing.windows(clip.performance.samples, times, "late")
            seen = solving.seen(clip)
            shots = list(_shots(images, seen.raw, seen.live, windows))
            moments += _chosen(shots, f"{each.voice} ", _PER_CLIP, 1)
    return _written(moments, out)


def clip_sheet(clip: Path, config: KoekataConfig, out: Path) -> int:
    """Closures in the first half minute of a film with a sound track, with the sound known ahead; returns how many.

    Raises what capture and sound raise, and TakeError without a face, or when the PNG cannot be written.
    """
    config = config.model_copy(update={"capture": CaptureConfig(source=str(clip))})
    tracked = list(_tracked(config))
    if not tracked:
        raise TakeError(f"{clip}: no frame shows a face", remedy="Choose another clip.")
    raw, smooth = _solved([face for face, _ in tracked], config)
    with FilmListener(clip, load_network(30)) as listener:
        windows = [listener.window(face.time) for face, _ in tracked]
    shots = list(_shots([image for _, image in tracked], raw, smooth, windows))
    return _written(_chosen(shots, "", _CLOSURES, _VOWELS), out)


def _written(moments: Sequence[Moment], out: Path) -> int:
    if not moments:
        raise TakeError("no closure was found to show", remedy="Choose a clip in which somebody speaks.")
    mouth_sheet(moments, out)
    return len(moments)


def _tracked(config: KoekataConfig) -> Iterator[tuple[TrackedFace, ImageArray]]:
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        for item in source:
            if isinstance(item, CapturedFrame):
                if item.time.timeline_s > _LONGEST_S:
                    return
                for face in tracker.track(item)[:1]:
                    yield face, _crop(np.ascontiguousarray(item.image[..., ::-1]), face.landmarks)


def _solved(faces: Sequence[TrackedFace], config: KoekataConfig) -> tuple[list[SolvedFace], list[SolvedFace]]:
    model = open_configured(config.face_model).face_model
    neutral = calibrate(model, [face.landmarks for face in faces], faces[0].image_size, config.face_model.focal)
    fitter, solver = PerformerFitter(model, config.face_model, neutral), open_solver(model, config.face_model)
    raw = [solver.solve(fitter.fit(face)) for face in faces]
    smoother = Smoother(config.smooth)
    return raw, [smoother.smooth(face) for face in raw]


def _crop(image: ImageArray, landmarks: FloatArray) -> ImageArray:
    """(150, 150, 3) around the mouth."""
    mouth = landmarks[list(_MOUTH), :2]
    x, y = mouth.mean(axis=0)
    half = max(float(np.ptp(mouth[:, 0])), 8.0) * 0.8
    left, top = max(int(x - half), 0), max(int(y - half), 0)
    part = image[top : max(int(y + half), top + 2), left : max(int(x + half), left + 2)]
    if not part.size:
        return np.zeros((_TILE, _TILE, 3), np.uint8)
    return np.asarray(cv2.resize(part, (_TILE, _TILE)), np.uint8)


def _shots(
    images: Sequence[ImageArray],
    raw: Sequence[SolvedFace],
    smooth: Sequence[SolvedFace],
    windows: Sequence[VoiceWindow],
) -> Iterator[_Shot]:
    fuser = Fuser()
    for image, crisp, face, window in zip(images, raw, smooth, windows, strict=True):
        fused = fuser.fuse(face, window, crisp)
        if fuser.report is not None:
            vowel = float(hear(window).visemes[_OPEN_VOWEL])
            yield _Shot(image, crisp, face, fused.weights[:52], fuser.report, vowel)


def _chosen(shots: Sequence[_Shot], title: str, closures: int, vowels: int) -> list[Moment]:
    """The closures that change most, and the surest open vowels, in order of time."""
    mouth = load_mouth()
    begun = [i for i, shot in enumerate(shots) if shot.report.closure_because in _BEGUN]
    begun.sort(key=lambda i: -mouth.gap(shots[i].smooth.weights))
    spoken: list[int] = []
    for i in sorted(range(len(shots)), key=lambda i: -shots[i].vowel):
        if len(spoken) < vowels and all(abs(i - other) > 8 for other in spoken):
            spoken.append(i)
    return [_moment(shots[i], title) for i in sorted({*begun[:closures], *spoken})]


def _moment(shot: _Shot, title: str) -> Moment:
    mouth, report = load_mouth(), shot.report
    before, after = mouth.gap(shot.smooth.weights), mouth.gap(shot.fused)
    said = f"{title}{shot.smooth.time.timeline_s:.2f} s  gap {before:.2f} > {after:.2f}"
    why = f"{report.closure_because or 'left open'}  odds {report.log_odds:.1f}  aa {shot.vowel:.2f}"
    return Moment(shot.image, shot.smooth.weights[:52], shot.fused, said, f"{why}  camera {report.camera_trust:.2f}")
