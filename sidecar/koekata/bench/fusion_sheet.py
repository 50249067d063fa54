"""Contact sheets of rendered clips: where p, b and m closed the lips, and open vowels that must be left alone."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from koekata.audio.fuse.build.hearing import Hearing
from koekata.audio.fuse.build.plan import planned
from koekata.audio.fuse.build.solving import Solving
from koekata.audio.fuse.build.stage import clip_time, read_clip
from koekata.bench._fusion_shots import chosen, mouth_of, shots_of, write_sheet
from koekata.bench._mouths import Moment
from koekata.config import KoekataConfig
from koekata.frames import ImageArray

__all__ = ["rendered_sheet"]

_PER_CLIP = 3


def rendered_sheet(cache: Path, config: KoekataConfig, out: Path) -> int:
    """Closures of the rendered test clips in `cache`, live with sound 45 ms late; returns how many are shown.

    Raises TakeError when the PNG cannot be written.
    """
    solving, hearing, moments = Solving(config), Hearing(), list[Moment]()
    for each in planned("test"):
        path = cache / f"{each.name}.npz"
        if path.exists():
            clip = read_clip(path)
            images = [mouth_of(_decoded(jpeg), seen) for jpeg, seen in zip(clip.pictures, clip.landmarks, strict=True)]
            times = [clip_time(i).timeline_s for i in range(len(images))]
            windows = hearing.windows(clip.performance.samples, times, "late")
            seen = solving.seen(clip)
            shots = list(shots_of(images, seen.raw, seen.live, windows))
            moments += chosen(shots, f"{each.voice} ", _PER_CLIP, 1)
    return write_sheet(moments, out)


def _decoded(jpeg: bytes) -> ImageArray:
    return np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR), np.uint8)
