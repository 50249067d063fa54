"""How far camera and voice are to be trusted for the mouth, and how the lead passes from one to the other."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.audio.fuse.heard import Heard
from koekata.audio.fuse.mouth import Mouth
from koekata.audio.fuse.settings import FusionSettings, Priority
from koekata.frames import SolvedFace

__all__ = ["Lead", "Trust", "camera_trust", "voice_share"]

_DOUBTFUL, _SURE = 0.05, 0.3
"""Mean confidence in the channels of jaw and lips at which the camera is not trusted at all, and fully.

A head that faces the camera has 0.45, one that is turned by 50 degrees 0.17.
"""


def camera_trust(face: SolvedFace, mouth: Mouth) -> float:
    """In [0, 1]: 0 where no face was found, or where the mouth cannot be made out."""
    if not face.tracked:
        return 0.0
    confidence = face.channel_confidence[:52] @ mouth.watched
    return min(max((float(confidence) - _DOUBTFUL) / (_SURE - _DOUBTFUL), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Trust:
    """All in [0, 1]; `jaw` and `lips` are the voice's shares."""

    camera: float
    voice: float
    jaw: float
    lips: float


class Lead:
    """Moves the shares, never faster than the crossfade allows."""

    def __init__(self, settings: FusionSettings) -> None:
        self._settings = settings
        self._shares: tuple[float, float] | None = None

    def step(self, camera: float, heard: Heard, dt: float) -> Trust:
        """`camera` is the trust in the camera; `dt` seconds have passed."""
        asked = self._settings.jaw, self._settings.lips
        jaw, lips = (voice_share(priority, camera, heard) for priority in asked)
        if self._shares is not None:
            most = dt / max(self._settings.crossfade_s, 1e-3)
            jaw, lips = (before + min(max(now - before, -most), most)
                         for before, now in zip(self._shares, (jaw, lips), strict=True))  # fmt: skip
        self._shares = jaw, lips
        return Trust(camera, heard.sure, jaw, lips)


def voice_share(priority: Priority, camera: float, heard: Heard) -> float:
    """How much of a region is the voice's, by priority and by the trust in both sides.

    A half-hidden mouth still tells more of the vowels than a voice does, and silence says nothing of a mouth that is
    seen at all: it may be open.
    """
    if priority == "video":
        return 0.0
    if priority == "voice":
        return heard.sure
    return (1.0 - camera) ** 2 * heard.sure * (min(2.0 * heard.voice, 1.0) if camera > 0.0 else 1.0)
