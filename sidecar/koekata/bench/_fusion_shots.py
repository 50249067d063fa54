"""Pictures of mouths with what the fusion made of them, and which of them are worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from koekata.audio.fuse import Fuser, FusionReport
from koekata.audio.fuse.evidence import SPEAKS
from koekata.audio.fuse.heard import hear
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.track import VoiceWindow
from koekata.bench._mouths import Moment, mouth_sheet
from koekata.errors import TakeError
from koekata.frames import FloatArray, ImageArray, SolvedFace

__all__ = ["BEGUN", "Shot", "chosen", "mouth_of", "shots_of", "write_sheet"]

BEGUN = ("sound and picture", "sound alone", "picture")
"""Why a closure begins."""
_MOUTH = (61, 291, 0, 17)
_OPEN_VOWEL = 10
_TILE = 150


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One picture: the mouth (BGR), the face before and after smoothing, the fused weights (52,), and why."""

    image: ImageArray
    raw: SolvedFace
    smooth: SolvedFace
    fused: FloatArray
    report: FusionReport
    vowel: float
    """Probability of an open vowel."""
    speaks: bool
    """Whether somebody speaks."""


def mouth_of(image: ImageArray, landmarks: FloatArray) -> ImageArray:
    """(150, 150, 3) around the mouth."""
    mouth = landmarks[list(_MOUTH), :2]
    x, y = mouth.mean(axis=0)
    half = max(float(np.ptp(mouth[:, 0])), 8.0) * 0.8
    left, top = max(int(x - half), 0), max(int(y - half), 0)
    part = image[top : max(int(y + half), top + 2), left : max(int(x + half), left + 2)]
    if not part.size:
        return np.zeros((_TILE, _TILE, 3), np.uint8)
    return np.asarray(cv2.resize(part, (_TILE, _TILE)), np.uint8)


def shots_of(
    images: Sequence[ImageArray],
    raw: Sequence[SolvedFace],
    smooth: Sequence[SolvedFace],
    windows: Sequence[VoiceWindow],
) -> Iterator[Shot]:
    """The pictures fused in their order, as they come live."""
    fuser = Fuser()
    for image, crisp, face, window in zip(images, raw, smooth, windows, strict=True):
        fused = fuser.fuse(face, window, crisp)
        if fuser.report is not None:
            heard = hear(window)
            vowel, speaks = float(heard.visemes[_OPEN_VOWEL]), heard.speaking >= SPEAKS
            yield Shot(image, crisp, face, fused.weights[:52], fuser.report, vowel, speaks)


def chosen(shots: Sequence[Shot], title: str, closures: int, vowels: int) -> list[Moment]:
    """The closures that change most, and the surest open vowels, in order of time."""
    mouth = load_mouth()
    begun = [i for i, shot in enumerate(shots) if shot.report.closure_because in BEGUN]
    begun.sort(key=lambda i: -mouth.gap(shots[i].smooth.weights))
    spoken: list[int] = []
    for i in sorted(range(len(shots)), key=lambda i: -shots[i].vowel):
        if len(spoken) < vowels and all(abs(i - other) > 8 for other in spoken):
            spoken.append(i)
    return [_moment(shots[i], title) for i in sorted({*begun[:closures], *spoken})]


def _moment(shot: Shot, title: str) -> Moment:
    mouth, report = load_mouth(), shot.report
    before, after = mouth.gap(shot.smooth.weights), mouth.gap(shot.fused)
    said = f"{title}{shot.smooth.time.timeline_s:.2f} s  gap {before:.2f} > {after:.2f}"
    why = f"{report.closure_because or 'left open'}  odds {report.log_odds:.1f}  aa {shot.vowel:.2f}"
    return Moment(shot.image, shot.smooth.weights[:52], shot.fused, said, f"{why}  camera {report.camera_trust:.2f}")


def write_sheet(moments: Sequence[Moment], out: Path) -> int:
    """Returns how many moments the PNG shows. Raises TakeError when there are none, or it cannot be written."""
    if not moments:
        raise TakeError("no closure was found to show", remedy="Choose a clip in which somebody speaks.")
    mouth_sheet(moments, out)
    return len(moments)
