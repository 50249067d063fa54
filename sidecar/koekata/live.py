"""`koekata run`: the newest picture of a source, as fast as it comes, to every listener."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from koekata.adjust import Adjustment
from koekata.audio.stage import VoiceStage, open_voice
from koekata.capture import Source, open_source
from koekata.character import CharacterMapper, MappedFace, TriggerPort, find_table
from koekata.config import KoekataConfig, MappingConfig
from koekata.dwell import DwellWatch
from koekata.errors import ConfigError
from koekata.face_model.open import OpenedModel, open_configured
from koekata.fit.calibrate import Neutral
from koekata.fit.drift import DriftMeter
from koekata.frames import CapturedFrame, FittedFace, SolvedFace, SourceEvent
from koekata.pipeline import Pipeline
from koekata.publish import Publisher, open_outputs
from koekata.stopwatch import percentiles
from koekata.track import open_tracker

if TYPE_CHECKING:
    from koekata.takes.flame import FlameTake

__all__ = ["LiveSession", "LiveSummary", "open_session"]

_log = logging.getLogger(__name__)

Watcher = Callable[[SolvedFace | SourceEvent], None]


@dataclass(slots=True)
class LiveSummary:
    """What a session did."""

    frames: int = 0
    tracked: int = 0
    dropped: int = 0
    seconds: float = 0.0
    delay_ms: deque[float] = field(default_factory=lambda: deque(maxlen=20_000))
    """From capture until the last output had the frame."""
    ending: str = ""
    drift: str = ""
    """What is to be said of the calibration of the first performer; empty while it fits."""

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self.frames / self.seconds if self.seconds > 0 else 0.0

    @property
    def delay(self) -> dict[str, float]:
        """p50 and p99 of the delay in milliseconds."""
        return percentiles(self.delay_ms)


class LiveSession:
    """A source, the pipeline and the outputs, run until the source ends or someone stops it."""

    def __init__(
        self,
        source: Source,
        pipeline: Pipeline,
        publisher: Publisher,
        mapper: CharacterMapper | None = None,
        voice: VoiceStage | None = None,
    ) -> None:
        self.source, self.pipeline, self.publisher = source, pipeline, publisher
        self.mapper = mapper
        """The stage "map"; None without a mapping table."""
        self.voice = voice
        """The stage "voice"; None where nothing is heard."""
        self.summary = LiveSummary()
        self.adjustments: Mapping[int, Adjustment] = {}
        """By performer; applied before a face is mapped and published. A change puts another mapping in its place."""
        self.dwell = DwellWatch()
        self.picture: CapturedFrame | None = None
        """The last picture."""
        self.mapped: tuple[MappedFace, ...] = ()
        """What the character of each performer did in it."""
        self.after_picture: Callable[[tuple[SolvedFace, ...]], None] | None = None
        """Called with the faces of each picture, once they have been published."""
        self.fit: FlameTake | None = None
        """Takes the first performer down in FLAME's parameters, after each picture has been published."""
        self._drift, self._told = DriftMeter(pipeline.model), False

    def run(self, seconds: float | None = None, watch: Watcher | None = None) -> LiveSummary:
        """Run for some seconds, or until the source ends; Ctrl-C ends it at any time, with `summary` up to date."""
        began = time.monotonic()
        try:
            for item in self.source:
                self._handle(item, watch)
                self.summary.seconds = time.monotonic() - began
                if seconds is not None and self.summary.seconds >= seconds:
                    self.summary.ending = f"stopped after {seconds:g} s"
                    break
        finally:
            self.source.close()
        return self.summary

    def _handle(self, item: CapturedFrame | SourceEvent, watch: Watcher | None) -> None:
        if isinstance(item, SourceEvent):
            self.publisher.event(item)
            if item.state == "ended":
                self.summary.ending = item.detail
            if watch is not None:
                watch(item)
            return
        self.picture = item
        faces = self.pipeline.process(item)
        if self.voice is not None:
            with self.pipeline.stopwatch("voice"):
                faces = self.voice.fuse(item.time, faces, self.pipeline.unsmoothed)
        if self.adjustments:
            faces = self._adjusted(faces, self.adjustments)
        self._publish(faces)
        self._count(item, faces)
        self._look_back()
        if self.after_picture is not None:
            self.after_picture(faces)
        if watch is not None:
            for face in faces:
                watch(face)

    def _adjusted(self, faces: tuple[SolvedFace, ...], adjustments: Mapping[int, Adjustment]) -> tuple[SolvedFace, ...]:
        adjusted = []
        for face in faces:
            adjustment = adjustments.get(face.performer)
            adjusted.append(face if adjustment is None else adjustment.apply(face))
            if adjustment is not None and self.mapper is not None:
                for trigger in self.dwell.step(adjusted[-1], adjustment):
                    self.mapper.fire(trigger)
        return tuple(adjusted)

    def _publish(self, faces: tuple[SolvedFace, ...]) -> None:
        if self.mapper is None:
            with self.pipeline.stopwatch("publish"):
                for face in faces:
                    self.publisher.send(face)
            return
        with self.pipeline.stopwatch("map"):
            self.mapped = self.mapper.map(faces)
        with self.pipeline.stopwatch("publish"):
            for character in self.mapped:
                self.publisher.send_mapped(character)

    def _look_back(self) -> None:
        """What need not be done before the picture is published."""
        neutral = self.pipeline.calibrated()
        for seen, fitted in self.pipeline.seen:
            if seen.performer:
                continue
            if self.fit is not None:
                self.fit.add(seen, fitted, neutral)
            if neutral is not None:
                self._watch_drift(fitted)

    def _watch_drift(self, fitted: FittedFace) -> None:
        self._drift.add(fitted)
        self.summary.drift = self._drift.report() or ""
        if self.summary.drift and not self._told:
            self._told = True
            _log.warning(self.summary.drift)

    def _count(self, frame: CapturedFrame, faces: tuple[SolvedFace, ...]) -> None:
        self.summary.frames += 1
        self.summary.dropped += frame.dropped
        self.summary.tracked += any(face.tracked for face in faces)
        self.summary.delay_ms.append((time.monotonic_ns() - frame.time.monotonic_ns) * 1e-6)


@contextmanager
def open_session(
    config: KoekataConfig,
    neutral: Neutral | None = None,
    source: Source | None = None,
    model: OpenedModel | None = None,
    *,
    watch_table: bool = True,
) -> Iterator[LiveSession]:
    """Open outputs, tracker and source as the configuration says, and close them again.

    `neutral` is the calibration of the first performer, if there is one; `source` and `model` stand in for the
    configured ones. `watch_table` takes edits of the mapping table over while it runs.
    Raises what the stages raise; nothing stays open then.
    """
    with ExitStack() as stack:
        mapper = _open_mapper(config.mapping, stack, watch=watch_table)
        voice = open_voice(config, live=True)
        if voice is not None:
            stack.callback(voice.close)
        model = model or open_configured(config.face_model)
        publisher = stack.enter_context(open_outputs(config.outputs, model.edition))
        blind = voice is not None and voice.alone
        tracker = None if blind else stack.enter_context(open_tracker(config.track, live=True))
        worker = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="koekata-calibrate"))
        neutrals = {} if neutral is None else {0: neutral}
        pipeline = Pipeline(config, tracker, model.face_model, neutrals=neutrals, worker=worker)
        source = stack.enter_context(source or open_source(config.capture, live=True))
        yield LiveSession(source, pipeline, publisher, mapper, voice)


def _open_mapper(config: MappingConfig, stack: ExitStack, *, watch: bool) -> CharacterMapper | None:
    if not config.table:
        if config.triggers:
            raise ConfigError(
                "mapping.triggers: there is no mapping table, whose triggers could be fired",
                remedy="Name one: `--mapping vrm1`, or the path of your own.",
            )
        return None
    table = find_table(config.table)
    port = TriggerPort(config.triggers_host, config.triggers) if config.triggers else None
    if port is not None:
        stack.callback(port.close)
    mapper = CharacterMapper(table, watch=watch, port=port)
    stack.callback(mapper.close)
    return mapper
