"""A microphone that goes on, whatever happens to its plug."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.clock import SampleClock
from koekata.audio.microphones import MicrophoneInfo, find_microphone, list_microphones, portaudio
from koekata.audio.samples import SAMPLE_RATE, Block, Converter
from koekata.errors import SoundMissingError

__all__ = ["Microphone"]

_log = logging.getLogger(__name__)

_BLOCK_S = 0.01
_SILENT_S = 1.0
"""A device from which nothing has come for so long is gone."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 8.0
_OLDEST_S = 1.0
"""A driver's statement of when a block was heard is believed up to this age."""

_Heard = tuple[float, NDArray[np.float32]]


class Microphone:
    """Blocks of sound as they come, timed on the monotonic clock.

    Iterate from one thread; `close` may be called from any other. When the device goes away, the iteration waits for it
    to come back, with growing pauses, and says so in the log.

    Raises SoundMissingError where there is no such device, or it cannot be started at first.
    """

    def __init__(self, wanted: str = "") -> None:
        self._wanted = wanted
        self._heard: queue.SimpleQueue[_Heard] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._stream: Any = None
        self.info: MicrophoneInfo = find_microphone(wanted, list_microphones())
        self.clock = SampleClock(self.info.rate)
        self.overflows = 0
        """Times at which the system lost sound because this program was too slow."""
        self._start()

    @property
    def description(self) -> str:
        """Name, rate and sound system."""
        return f"{self.info.name} ({self.info.rate:.0f} Hz, {self.info.system})"

    def __iter__(self) -> Iterator[Block]:
        pause_s = _FIRST_PAUSE_S
        while not self._closed.is_set():
            for block in self._blocks():
                pause_s = _FIRST_PAUSE_S
                yield block
            self._stop()
            if self._closed.is_set():
                return
            _log.warning("%s: nothing is heard any more; trying again in %g s", self.info.name, pause_s)
            self._closed.wait(pause_s)
            pause_s = min(2.0 * pause_s, _LONGEST_PAUSE_S)
            self._restart()

    def _blocks(self) -> Iterator[Block]:
        """Until nothing comes any more."""
        converter, self.clock = Converter(), SampleClock(self.info.rate)
        held = 0.0
        while not self._closed.is_set() and self._stream is not None:
            try:
                stamp_s, sound = self._heard.get(timeout=_SILENT_S)
            except queue.Empty:
                return
            start_s = self.clock.block(len(sound), stamp_s)
            samples = converter.array(sound, round(self.info.rate))
            # What the filter held back of earlier blocks comes first.
            block = Block(start_s - held, samples)
            held = max(0.0, held + len(sound) / self.info.rate - len(samples) / SAMPLE_RATE)
            if len(samples):
                yield block

    def _start(self) -> None:
        sound = portaudio()
        try:
            self._stream = sound.InputStream(
                device=self.info.index,
                samplerate=self.info.rate,
                channels=min(self.info.channels, 2),
                dtype="float32",
                blocksize=round(_BLOCK_S * self.info.rate),
                latency="low",
                callback=self._take,
            )
            self._stream.start()
        except sound.PortAudioError as error:
            self._stream = None
            raise SoundMissingError(
                f"{self.info.name}: cannot be started ({error.args[0]})",
                remedy="Close other programs that use the microphone, and check that this one may use it.",
            ) from error

    def _take(self, sound: NDArray[np.float32], frames: int, when: Any, status: Any) -> None:
        """Called by PortAudio on a thread of its own; must not wait."""
        now = time.monotonic()
        self.overflows += bool(status.input_overflow)
        age_s = when.currentTime - when.inputBufferAdcTime
        if not frames / self.info.rate <= age_s < _OLDEST_S:
            # Some drivers do not say when; the block has just become full.
            age_s = frames / self.info.rate
        self._heard.put((now - age_s, sound.copy()))

    def _restart(self) -> None:
        """Look for the device anew; PortAudio knows of those only that were there when it started."""
        sound = portaudio()
        sound._terminate()
        sound._initialize()
        self._heard = queue.SimpleQueue()
        try:
            self.info = find_microphone(self._wanted, list_microphones())
            self._start()
        except SoundMissingError as error:
            _log.info("%s", error.message)
        else:
            _log.warning("%s: is heard again", self.description)

    def _stop(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close(ignore_errors=True)

    def close(self) -> None:
        """End the iteration soon. Harmless when repeated."""
        self._closed.set()

    def __enter__(self) -> Microphone:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        self._stop()
