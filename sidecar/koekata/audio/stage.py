"""The stage "voice": what is heard joins what is seen, for the first performer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import tee
from pathlib import Path

from koekata import models
from koekata.audio.adapt.profile import load_voice
from koekata.audio.fuse.fuser import Fuser
from koekata.audio.fuse.settings import FusionSettings
from koekata.audio.fuse.speaking import voice_face
from koekata.audio.fuse.take import fuse_take
from koekata.audio.listen import FilmListener, Listener, MicrophoneListener
from koekata.audio.loudness import LoudnessScale
from koekata.audio.microphone import Microphone
from koekata.audio.network import VisemeNetwork, load_network
from koekata.capture.addresses import SourceKind, recognise
from koekata.channels import ARKIT_INDEX
from koekata.config import CaptureConfig, KoekataConfig, VoiceConfig
from koekata.errors import ConfigError
from koekata.frames import FrameTime, SolvedFace
from koekata.mapping.idle import Idle
from koekata.mapping.table import Blink, Lost

__all__ = ["VoiceStage", "film_path", "open_network", "open_voice"]

_FILM = "film"
_LIDS = (ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"])
_BLINKS = Lost(0.0, "idle", 0.0, 0.0, Blink((2.0, 6.0), 0.06, 0.04, 0.12, 1))
_GUESSED = 0.5
"""Confidence of blinks that nobody saw."""


class VoiceStage:
    """A listener and the fusion. Only the first performer is heard."""

    def __init__(self, listener: Listener, settings: FusionSettings | None = None, *, alone: bool = False) -> None:
        """`alone`: there is no camera, and the voice makes the whole face."""
        self.listener = listener
        self.alone = alone
        self._settings = settings or FusionSettings()
        self._fuser = Fuser(self._settings)
        self._speaker = _Speaker()

    def fuse(
        self, time: FrameTime, faces: tuple[SolvedFace, ...], unsmoothed: Mapping[int, SolvedFace] | None = None
    ) -> tuple[SolvedFace, ...]:
        """The faces of one picture, the first performer's with the voice in it.

        `unsmoothed` are the faces by performer as they were before smoothing, which blurs what lips do.
        """
        if self.alone:
            return (self._speaker(self.listener, time),)
        raw = (unsmoothed or {}).get(0)
        return tuple(
            self._fuser.fuse(face, self.listener.window(time), raw) if face.performer == 0 else face for face in faces
        )

    def fuse_take(
        self, faces: Iterable[SolvedFace], unsmoothed: Iterable[SolvedFace] | None = None
    ) -> Iterator[SolvedFace]:
        """The same for one performer's faces of a whole take, in order, looking ahead.

        A voice alone ends where its sound does.
        """
        if self.alone:
            return self._spoken(faces)
        faces, moments = tee(faces)
        windows = (self.listener.window(face.time) for face in moments)
        return fuse_take(faces, windows, self._settings, raw=unsmoothed)

    def _spoken(self, faces: Iterable[SolvedFace]) -> Iterator[SolvedFace]:
        for face in faces:
            yield self._speaker(self.listener, face.time)
            ended_s = self.listener.ended_s
            if ended_s is not None and face.time.timeline_s >= ended_s:
                return

    def close(self) -> None:
        """Stop listening."""
        self.listener.close()


class _Speaker:
    """The face of somebody who is only heard: a mouth that speaks, and lids that blink now and then."""

    def __init__(self) -> None:
        self._loudness, self._lids = LoudnessScale(), Idle(_BLINKS)
        self._last_s: float | None = None

    def __call__(self, listener: Listener, time: FrameTime) -> SolvedFace:
        dt = 0.0 if self._last_s is None else max(0.0, time.timeline_s - self._last_s)
        self._last_s = time.timeline_s
        face = voice_face(listener.window(time), time, loudness=self._loudness, dt=dt)
        weights, confidence = face.weights.copy(), face.channel_confidence.copy()
        weights[list(_LIDS)] = self._lids.step(tracked=False, dt=dt) or 0.0
        confidence[list(_LIDS)] = _GUESSED
        return replace(face, tracked=True, weights=weights, channel_confidence=confidence)


def open_voice(config: KoekataConfig, *, live: bool) -> VoiceStage | None:
    """Start to listen as the configuration says; None where nothing is to be heard.

    Raises ConfigError where that makes no sense with the source, and what `FilmSound`, `Microphone` and `load_voice`
    raise.
    """
    alone = recognise(config.capture.source).kind is SourceKind.NONE
    if not config.voice.source:
        if alone:
            raise ConfigError(
                "there is neither a picture nor a sound",
                remedy="Name a microphone: `--mic default`, or a sound file.",
            )
        return None
    return VoiceStage(_listener(config.voice, config.capture, live=live), _settings(config.voice), alone=alone)


def _listener(voice: VoiceConfig, capture: CaptureConfig, *, live: bool) -> Listener:
    network = open_network(voice)
    offset_s = voice.offset_ms / 1000.0
    if voice.source == _FILM:
        return FilmListener(film_path(capture), network, offset_s)
    if Path(voice.source).is_file():
        return FilmListener(Path(voice.source), network, offset_s)
    if not live:
        raise ConfigError(
            f"voice.source: there is no file '{voice.source}', and no microphone to be heard offline",
            remedy="Name a sound file, or `film` for the film's own sound track.",
        )
    return MicrophoneListener(Microphone(voice.source), network, offset_s)


def open_network(voice: VoiceConfig) -> VisemeNetwork:
    """The network, calibrated to a voice where one is named. Raises ConfigError and ModelError."""
    if voice.profile:
        return load_voice(models.home() / "calibrations", voice.profile, voice.look_ahead_ms, voice.device)
    return load_network(voice.look_ahead_ms, voice.device)


def film_path(capture: CaptureConfig) -> Path:
    """The film that is the source. Raises ConfigError for anything else."""
    address = recognise(capture.source)
    if address.kind is not SourceKind.FILE:
        raise ConfigError(
            f"voice.source: '{capture.source}' is no film that could have a sound track",
            remedy="Name a microphone: `--mic default`, a part of its name, or its number.",
        )
    return Path(address.value)


def _settings(voice: VoiceConfig) -> FusionSettings:
    return FusionSettings(jaw=voice.jaw, lips=voice.lips, closure=voice.closure)
