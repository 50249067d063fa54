"""The mouth that a voice alone suggests."""

from __future__ import annotations

import numpy as np

from koekata.audio.fuse.heard import NO_SOUND, Heard, hear
from koekata.audio.fuse.mouth import VOICE_NAMES, Mouth, load_mouth
from koekata.audio.loudness import LoudnessScale
from koekata.audio.track import VoiceWindow
from koekata.channels import ARKIT_NAMES
from koekata.frames import FloatArray, FrameTime, SolvedFace

__all__ = ["ALL_NAMES", "spoken_weights", "voice_channels", "voice_face"]

ALL_NAMES = (*ARKIT_NAMES, *VOICE_NAMES)
_QUIET, _LOUD = 0.45, 1.15
"""Share of a viseme's full strength for the quietest and for the loudest voice."""
_USUAL_LOUDNESS = 0.7
_SPEAKS = 0.5
_CLOSED = 0.8
"""Probability from which sound alone closes the lips of a mouth that nobody sees."""


def spoken_weights(heard: Heard, mouth: Mouth, loudness: float) -> FloatArray:
    """(52,) the mouth by its visemes, opened by `loudness` in [0, 1]. The lips are not closed for p, b and m yet."""
    size = (_QUIET + (_LOUD - _QUIET) * loudness) * min(heard.voice / _SPEAKS, 1.0)
    weights = heard.visemes @ mouth.visemes * size
    return np.minimum(weights, 1.0, out=weights)


def voice_channels(heard: Heard, loudness: float, closed: float) -> tuple[FloatArray, float]:
    """(9,) in the order of `VOICE_NAMES`, and the confidence in all of them: 0 without sound."""
    if heard is NO_SOUND:
        return np.zeros(len(VOICE_NAMES)), 0.0
    values = np.empty(len(VOICE_NAMES))
    values[:6] = heard.vowels * heard.voice
    values[6:] = closed, heard.voice, loudness
    return np.clip(values, 0.0, 1.0, out=values), 1.0


def voice_face(
    window: VoiceWindow,
    time: FrameTime,
    *,
    performer: int = 0,
    loudness: LoudnessScale | None = None,
    dt: float = 0.0,
    tracked: bool | None = None,
) -> SolvedFace:
    """A face without a camera: the mouth follows the voice, and nothing else is known.

    `loudness` is the speaker's scale, which this moves on by `dt` seconds; without one the voice counts as of usual
    loudness. The confidence of all that a voice does not show is 0. Unless `tracked` says otherwise, the face counts
    as tracked while somebody speaks: a mapping table takes ARKit channels of tracked faces only, but blinks by itself
    only while a face is not tracked.
    """
    heard, mouth = hear(window), load_mouth()
    size = _USUAL_LOUDNESS if loudness is None else loudness(heard.loudness_db, dt)
    weights = np.zeros(len(ALL_NAMES))
    weights[:52] = spoken_weights(heard, mouth, size)
    shut = min(max((heard.closed - _CLOSED) / (1.0 - _CLOSED) * 2.0, 0.0), 1.0) * float(heard.voice > 0.0)
    mouth.seal(weights, shut)
    values, sure = voice_channels(heard, size, heard.closed)
    weights[52:] = values
    confidence = np.zeros(len(ALL_NAMES))
    confidence[[*mouth.jaw, *mouth.lips]] = mouth.voice_confidence * heard.sure
    confidence[52:] = sure
    return SolvedFace(
        performer=performer,
        time=time,
        tracked=heard.voice > _SPEAKS if tracked is None else tracked,
        confidence=mouth.voice_confidence * heard.sure,
        weights=weights,
        channel_confidence=confidence,
        yaw_pitch_roll=np.zeros(3),
        translation=np.zeros(3),
        gaze=np.zeros(4),
        names=ALL_NAMES,
    )
