"""A recorded take in the place of a camera: played in a loop, so that a table can be tuned without the performer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from koekata.capture import Source
from koekata.capture.pictures import Damage, Medium, Picture
from koekata.capture.reader import ReadingPlan
from koekata.character import CharacterMapper, find_table
from koekata.config import KoekataConfig
from koekata.errors import TakeError
from koekata.face_model.model import FaceModel
from koekata.frames import CapturedFrame, ImageArray, SolvedFace
from koekata.live import LiveSession
from koekata.pipeline import Pipeline
from koekata.publish import open_outputs
from koekata.takes import faces_of, read_take

__all__ = ["is_take", "open_take_session"]

_SUFFIXES = (".npz", ".csv", ".parquet")
_USUAL_FPS = 30.0


def is_take(source: str) -> bool:
    """Whether a source is a recorded take."""
    return Path(source).suffix.lower() in _SUFFIXES and Path(source).is_file()


@contextmanager
def open_take_session(config: KoekataConfig, take: Path, model: FaceModel) -> Iterator[LiveSession]:
    """As `open_session`, of what was solved already. Raises TakeError, and what outputs and tables raise."""
    recorded = read_take(take)
    faces = list(faces_of(recorded))
    if not faces:
        raise TakeError(f"{take}: the take has no rows", remedy="Choose another take.")
    with ExitStack() as stack:
        mapper = CharacterMapper(find_table(config.mapping.table), watch=False)
        stack.callback(mapper.close)
        publisher = stack.enter_context(open_outputs(config.outputs, recorded.face_model))

        def open_medium() -> Medium:
            return _TakeMedium(take, recorded.fps or _USUAL_FPS)

        source = stack.enter_context(Source(open_medium(), open_medium, ReadingPlan(live=True), mirrored=False))
        yield LiveSession(source, _TakePipeline(config, model, faces), publisher, mapper)


class _TakePipeline(Pipeline):
    """Nothing is tracked or solved: the face of each picture is known."""

    def __init__(self, config: KoekataConfig, model: FaceModel, faces: list[SolvedFace]) -> None:
        super().__init__(config, None, model)
        self._faces = faces

    def process(self, frame: CapturedFrame) -> tuple[SolvedFace, ...]:
        """The recorded face, at the time of the picture that stands for it."""
        face = self._faces[(frame.time.sequence - 1) % len(self._faces)]
        # Where the head was is not in every take.
        return (replace(face, time=frame.time, translation=np.nan_to_num(face.translation)),)


class _TakeMedium:
    """Pictures without anything in them, at the rate of the take, without end."""

    recorded = True
    recoverable = False
    shortfall: str | None = None
    frame_count: int | None = None

    def __init__(self, take: Path, fps: float) -> None:
        self.fps: float | None = fps
        self._rate = fps
        self._closed = False
        self.description = f"{take.name} (a take, {fps:g} fps, in a loop)"

    def pictures(self) -> Iterator[Picture | Damage]:
        """One for each row, again and again."""
        number = 0
        while not self._closed:
            yield Picture(_nothing, number / self._rate)
            number += 1

    def interrupt(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """End."""
        self._closed = True


def _nothing() -> ImageArray:
    return np.zeros((1, 1, 3), np.uint8)
