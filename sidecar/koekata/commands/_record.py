"""A live stream into a take."""

from __future__ import annotations

import itertools
import statistics
import time
from pathlib import Path
from types import TracebackType

from koekata.frames import SolvedFace
from koekata.receive import Listener
from koekata.takes import TakeWriter, open_take

__all__ = ["Recording", "record"]

_LOOK_EVERY_S = 0.2
_FRAMES_FOR_RATE = 12
_USUAL_FPS = 30.0


class Recording:
    """Writes one performer. A context manager: call `finish` to keep the take, else it leaves no file.

    The nominal rate, which a take states at its beginning, is taken from the first frames unless it is given.
    """

    def __init__(self, path: Path, fps: float = 0.0) -> None:
        """Raises TakeError when the file cannot be written: before the first frame, not after the last."""
        self._path, self._fps = path, fps
        self._waiting: list[SolvedFace] = []
        self._take: TakeWriter | None = None
        self._performer: int | None = None
        self._sequence = -1
        self._face_model = ""
        self.tracked = 0
        """Frames in which the face was found."""
        self.outdated = 0
        """Frames that were left out since they were not newer than the last: the sidecar was started again."""
        open_take(path, fps=fps or _USUAL_FPS).discard()

    def add(self, face: SolvedFace, face_model: str = "") -> None:
        """Take a frame of the first performer that comes, and what the stream says of the face model.

        Raises TakeError when the disk is full.
        """
        if self._performer not in (None, face.performer):
            return
        self._face_model = face_model or self._face_model
        if face.time.sequence <= self._sequence:
            self.outdated += 1
            return
        self._performer, self._sequence = face.performer, face.time.sequence
        self.tracked += face.tracked
        self._waiting.append(face)
        if self._take is not None or self._fps or len(self._waiting) >= _FRAMES_FOR_RATE:
            self._write()

    def finish(self) -> None:
        """Complete the file."""
        self._write()
        if self._take is not None:
            self._take.finish()

    def report(self) -> str:
        """What was recorded, in one line."""
        take = self._take
        if take is None:
            return f"{self._path}: nothing was recorded"
        missing = f", {take.missing} pictures of the source have no row" if take.missing else ""
        again = f", {self.outdated} frames after a new start left out" if self.outdated else ""
        return f"{self._path}: {take.rows} frames, face found in {self.tracked}{missing}{again}"

    def _write(self) -> None:
        if self._take is None:
            fps = self._fps or _rate(self._waiting)
            self._take = open_take(self._path, fps=fps, face_model=self._face_model)
        for face in self._waiting:
            self._take.add(face)
        self._waiting.clear()

    def __enter__(self) -> Recording:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._take is not None:
            self._take.discard()


def record(listener: Listener, recording: Recording, seconds: float | None) -> bool:
    """Record for some seconds from the first frame on, or to the end; returns whether Ctrl-C came first."""
    end: float | None = None
    try:
        while end is None or time.monotonic() < end:
            face = listener.receive(_LOOK_EVERY_S)
            if face is None:
                if listener.status is not None and listener.status.state == "ended":
                    return False
                continue
            if end is None and seconds is not None:
                end = time.monotonic() + seconds
            recording.add(face, listener.face_model)
    except KeyboardInterrupt:
        return True
    return False


def _rate(faces: list[SolvedFace]) -> float:
    """Pictures per second of the source, whether or not some of them were dropped."""
    steps = [
        (after.time.timeline_s - before.time.timeline_s) / (after.time.sequence - before.time.sequence)
        for before, after in itertools.pairwise(faces)
    ]
    step = statistics.median(steps) if steps else 0.0
    return round(1.0 / step, 3) if step > 0 else _USUAL_FPS
