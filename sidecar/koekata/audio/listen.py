"""Listens to a microphone or a sound track, and tells for each picture what was heard around it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np

from koekata.audio.film_sound import FilmSound
from koekata.audio.microphone import Microphone
from koekata.audio.network import VisemeNetwork
from koekata.audio.samples import SAMPLE_RATE, Block
from koekata.audio.sound_watch import SoundWatch
from koekata.audio.track import VoiceTrack, VoiceWindow
from koekata.audio.visemes import VoiceFrame
from koekata.frames import FrameTime

__all__ = ["AFTER_S", "BEFORE_S", "FilmListener", "Listener", "MicrophoneListener"]

BEFORE_S, AFTER_S = 0.15, 0.06
"""How much is looked up around a picture, as far as it has been heard yet."""
_GAP_S = 0.05


class Listener(Protocol):
    """Something that hears the performer."""

    @property
    def description(self) -> str:
        """What is heard, for people."""

    def window(self, time: FrameTime) -> VoiceWindow:
        """What was heard around a picture. Never waits for sound that is still to come."""

    @property
    def ended_s(self) -> float | None:
        """Where the sound ended on the time line of the pictures; None while there may be more."""

    def close(self) -> None:
        """Stop listening."""


class _Ear:
    """Blocks of sound -> frames of the network, timed like the blocks."""

    def __init__(self, network: VisemeNetwork) -> None:
        self._network = network
        self._counted = 0
        self._anchor_s: float | None = None

    def hear(self, block: Block) -> list[VoiceFrame]:
        expected_s = None if self._anchor_s is None else self._anchor_s + self._counted / SAMPLE_RATE
        if expected_s is None or abs(block.start_s - expected_s) > _GAP_S:
            self._network.reset(0.0)
            self._counted = 0
        # The clock is followed block by block; the network itself only counts samples.
        self._anchor_s = block.start_s - self._counted / SAMPLE_RATE
        self._counted += len(block.samples)
        return self._timed(self._network.step(block.samples))

    def finish(self) -> list[VoiceFrame]:
        return self._timed(self._network.finish()) if self._anchor_s is not None else []

    def _timed(self, frames: list[VoiceFrame]) -> list[VoiceFrame]:
        anchor_s = self._anchor_s or 0.0
        return [replace(frame, time_s=frame.time_s + anchor_s) for frame in frames]


class MicrophoneListener:
    """Listens on a thread of its own; pictures never wait for it."""

    def __init__(self, microphone: Microphone, network: VisemeNetwork, offset_s: float = 0.0) -> None:
        """`offset_s` is by how much the sound is late against the pictures."""
        self._microphone, self._offset_s = microphone, offset_s
        self._track = VoiceTrack()
        self._ear = _Ear(network)
        self._thread = threading.Thread(target=self._run, name="koekata-listen", daemon=True)
        self._thread.start()

    @property
    def description(self) -> str:
        """Name, rate and sound system of the microphone."""
        return self._microphone.description

    def window(self, time: FrameTime) -> VoiceWindow:
        """By the monotonic time at which the picture was taken."""
        return self._track.window(time.monotonic_ns * 1e-9 + self._offset_s, BEFORE_S, AFTER_S)

    @property
    def ended_s(self) -> float | None:
        """A microphone never ends."""
        return None

    def _run(self) -> None:
        watch = SoundWatch(self._microphone.info.name)
        for block in self._microphone:
            watch.add(block)
            self._track.add(self._ear.hear(block))

    def close(self) -> None:
        """Stop, and give the device back."""
        self._microphone.close()
        self._thread.join()
        self._microphone.__exit__(None, None, None)

    def __enter__(self) -> MicrophoneListener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FilmListener:
    """Reads a sound track as far as the pictures have come, and a little further."""

    def __init__(self, path: Path, network: VisemeNetwork, offset_s: float = 0.0) -> None:
        """`offset_s` is by how much the sound is late against the pictures. Raises what `FilmSound` raises."""
        self._sound = FilmSound(path)
        self._offset_s = offset_s
        self._track = VoiceTrack()
        self._ear = _Ear(network)
        self._frames = self._heard()
        self._ended = False

    @property
    def description(self) -> str:
        """Name, rate, channels and codec."""
        return self._sound.description

    def window(self, time: FrameTime) -> VoiceWindow:
        """By the picture's place on the time line. Pictures come in order."""
        moment_s = time.timeline_s + self._offset_s
        while not self._ended and (self._track.newest_s or -np.inf) < moment_s + AFTER_S:
            frames = next(self._frames, None)
            self._ended = frames is None
            self._track.add(frames or ())
        return self._track.window(moment_s, BEFORE_S, AFTER_S)

    @property
    def ended_s(self) -> float | None:
        """Where the track ended."""
        return (self._track.newest_s or 0.0) - self._offset_s if self._ended else None

    def _heard(self) -> Iterator[list[VoiceFrame]]:
        watch = SoundWatch(str(self._sound.path))
        for block in self._sound:
            watch.add(block)
            yield self._ear.hear(block)
        yield self._ear.finish()

    def close(self) -> None:
        """Release the file."""
        self._sound.close()

    def __enter__(self) -> FilmListener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
